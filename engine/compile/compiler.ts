import { Worker } from 'node:worker_threads';
import { packageRoot, workerScript } from '../root.js';
import type { WasiRun } from './wasi.js';

/** An error in Rego, in the words of OPA's compiler, with its place (line and column from 1). */
export interface RegoProblem {
  file: string;
  line: number;
  column: number;
  code: string;
  message: string;
}

/** A METADATA block of a module. */
export interface RegoAnnotation {
  file: string;
  line: number;
  scope: string;
  path: string[];
  title?: string;
  description?: string;
  custom?: Record<string, unknown>;
}

export interface RegoTest {
  package: string;
  name: string;
  file: string;
  line: number;
  passed: boolean;
  skipped?: boolean;
  error?: string;
  output?: string;
  duration_ms: number;
}

export interface CompilerRequest {
  op: 'compile' | 'check' | 'format' | 'test' | 'mutate' | 'evaluate' | 'version';
  /** Rego sources by file name. */
  modules?: Record<string, string>;
  /** JSON Schemas that annotations refer to as `schema.<name>`. */
  schemas?: Record<string, unknown>;
  builtins?: readonly string[];
  entrypoints?: readonly string[];
  /** What the lint knows: every field, and the values of every enum. */
  vocabulary?: { fields: readonly string[]; enums: Record<string, readonly string[]> };
  data?: unknown;
  filter?: string;
  coverage?: boolean;
  timeout_ms?: number;
  query?: string;
  cases?: readonly { data?: unknown; input: unknown }[];
  /** Modules that take the place of those of the same name, one at a time. */
  mutants?: readonly { file: string; text: string }[];
}

/** What became of a mutant: it did not compile, a test failed (`by`), its tests ran on and on, or none of it. */
export interface MutantOutcome {
  outcome: 'refused' | 'killed' | 'timeout' | 'survived';
  by?: string;
}

export interface CompilerResponse {
  problems?: RegoProblem[];
  /** Base64. */
  wasm?: string;
  annotations?: RegoAnnotation[];
  formatted?: Record<string, string>;
  tests?: RegoTest[];
  coverage?: unknown;
  results?: { value?: unknown; error?: string }[];
  mutants?: MutantOutcome[];
  version?: string;
}

/** OPA's compiler, built from `engine/compile/opa`, compressed. */
const COMPILER_PROGRAM = `${packageRoot}engine/compile/opa/opa.wasm.br`;
/** Says which program it is: its digest, and the Go that built it. */
export const COMPILER_DIGEST = `${packageRoot}engine/compile/opa/opa.json`;

/** Thrown where the compiler ran out of time or broke: its problems are the firm's, this is not. */
export class CompilerFailure extends Error {
  override name = 'CompilerFailure';
}

// With the built-in rules and one more, the whole process was seen at 570 MB.
const MEMORY_PAGES = 16_384;

function broke(message: string): string {
  if (/out of memory|cannot allocate/i.test(message)) return 'The Rego compiler needed more than 1 GB of memory.';
  if (/call stack/i.test(message)) return 'The Rego compiler gave up: something is nested too deeply.';
  return `The Rego compiler broke: ${message}`;
}

/**
 * Asks the embedded compiler.
 * @param timeoutMs after which the compiler is ended, in milliseconds
 * @throws CompilerFailure where it ends without an answer
 */
export async function askCompiler(request: CompilerRequest, timeoutMs = 120_000): Promise<CompilerResponse> {
  const worker = new Worker(workerScript('compiling'), {
    workerData: {
      program: COMPILER_PROGRAM,
      request: new TextEncoder().encode(JSON.stringify(request)),
      memoryPages: MEMORY_PAGES,
    },
    env: {},
    stdout: true,
    stderr: true,
  });
  const run = await new Promise<WasiRun>((resolve, reject) => {
    const timer = setTimeout(() => {
      void worker.terminate();
      reject(new CompilerFailure(`The Rego compiler did not finish within ${timeoutMs / 1000} seconds.`));
    }, timeoutMs);
    worker.once('message', (message: WasiRun) => {
      clearTimeout(timer);
      resolve(message);
    });
    worker.once('error', (error) => {
      clearTimeout(timer);
      reject(new CompilerFailure(broke(error.message)));
    });
  });
  await worker.terminate();
  if (run.exitCode !== 0) throw new CompilerFailure(broke(run.stderr.slice(0, 2_000)));
  return JSON.parse(new TextDecoder().decode(run.stdout)) as CompilerResponse;
}
