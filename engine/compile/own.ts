import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { type Problem, UserError } from '../problems.js';
import type { Progress } from '../progress.js';
import { packageRoot } from '../root.js';
import { readCached, writeCached } from './cache.js';
import { type Control, catalogueOf } from './catalogue.js';
import { askCompiler, COMPILER_DIGEST, CompilerFailure, type CompilerRequest, type RegoProblem } from './compiler.js';
import { takenIds } from './ids.js';
import { holdsControl, packageOf, packageProblems, type RegoSource } from './packages.js';
import {
  builtinHelpers,
  builtinPolicies,
  builtinSourcesWithTests,
  compileRequest,
  type PolicySet,
} from './policies.js';

/** Where and under which name compiled rules are kept; see cache.ts. */
export interface CompileOptions {
  engineVersion: string;
  /** Undefined: nothing is kept. */
  cacheDirectory: string | undefined;
  /** After which the compiler is ended, in milliseconds. */
  timeoutMs?: number;
  /** Is told when there is something to compile. */
  progress?: Progress;
}

/** In milliseconds. Compiling takes seconds; on a machine that compiles for several runs at once, many times as long. */
const COMPILE_LIMIT = 180_000;

// No path below a firm's directory begins so: a firm's policies/main.rego never stands in for the built-in one.
const BUILT_IN = '/privity/';

/**
 * The built-in rules together with a firm's own. The firm's are compiled by themselves, with the built-in helpers beside
 * them: that takes a tenth of the time that both would, and neither can stand in for the other. Compiled once and then
 * read from the cache.
 * @throws UserError with every place that breaks the contract, or the compiler's own words
 */
export async function policiesWithOwn(own: readonly RegoSource[], options: CompileOptions): Promise<PolicySet> {
  const builtin = await builtinPolicies();
  if (own.length === 0) return builtin;
  const wrong = packageProblems(own, await builtinRegoSources());
  if (wrong.length > 0) throw new UserError(wrong);
  const request = compileRequest(besideBuiltin(await builtinHelpers(), own), Object.keys(builtin.parameters));
  const { cacheDirectory, engineVersion, timeoutMs = COMPILE_LIMIT } = options;
  const key = await cacheKey(request, builtin, engineVersion);
  const cached = cacheDirectory === undefined ? undefined : await readCached(cacheDirectory, key);
  if (!cached) options.progress?.('Compiling the firm’s own rules');
  const compiled = cached
    ? { wasm: cached.wasm, controls: JSON.parse(cached.text) as Control[] }
    : await compileOwn(request, own, builtin, timeoutMs);
  if (!cached && cacheDirectory !== undefined) {
    await writeCached(cacheDirectory, key, { text: JSON.stringify(compiled.controls), wasm: compiled.wasm });
  }
  return {
    ...builtin,
    ownWasm: compiled.wasm,
    controls: [...builtin.controls, ...compiled.controls].sort((a, b) => (a.id < b.id ? -1 : 1)),
    digest: digestOf(builtin, own),
  };
}

/** The modules of one compilation: the built-in ones under paths that no file of a firm can have, and the firm's. */
export function besideBuiltin(builtin: Record<string, string>, own: readonly RegoSource[]): Record<string, string> {
  return Object.fromEntries([
    ...Object.entries(builtin).map(([path, text]) => [BUILT_IN + path, text]),
    ...own.map(({ path, text }) => [path, text]),
  ]);
}

async function compileOwn(
  request: CompilerRequest,
  own: readonly RegoSource[],
  builtin: PolicySet,
  timeoutMs: number,
): Promise<{ wasm: Uint8Array; controls: Control[] }> {
  const response = await ask(request, own, timeoutMs);
  if (response.problems) throw new UserError(response.problems.map(inFirmsWords));
  const paths = new Set(own.map(({ path }) => path));
  const annotations = (response.annotations ?? []).filter(({ file }) => paths.has(file));
  const described = new Set(annotations.filter(({ scope }) => scope === 'package').map(({ file }) => file));
  const { controls, problems } = catalogueOf(annotations, own, {
    own: true,
    parameters: Object.keys(builtin.parameters),
  });
  problems.push(...own.flatMap((source) => (described.has(source.path) ? [] : undescribed(source))));
  problems.push(...takenIds([...builtin.controls, ...controls], own));
  if (problems.length > 0) throw new UserError(problems);
  return { wasm: Buffer.from(response.wasm as string, 'base64'), controls };
}

async function ask(request: CompilerRequest, own: readonly RegoSource[], timeoutMs: number) {
  try {
    return await askCompiler(request, timeoutMs);
  } catch (error) {
    if (!(error instanceof CompilerFailure)) throw error;
    const [reason] = error.message.split('\n');
    throw new UserError(
      own.map(({ path }) => ({
        place: { file: path },
        message: `The firm's own rules could not be compiled. ${reason} If there are several, take one away after the other to find which it is.`,
      })),
    );
  }
}

// METADATA of another scope ("subpackages", "rule") does not make a control, and would leave the file unjudged.
function undescribed(source: RegoSource): Problem[] {
  const { name, line } = packageOf(source);
  if (name === undefined || !holdsControl(name)) return [];
  return [
    {
      place: { file: source.path, line },
      message:
        'This control has no METADATA block for its package. Write one above the package, with title, description, id, reasons and citations.',
    },
  ];
}

/** A problem of the compiler, in words for those who write a firm's rules. */
export function inFirmsWords({ file, line, column, message }: RegoProblem): Problem {
  const why = /^undefined function /.test(message)
    ? ' (not among what rules may use: no network, no clock, no files, no sprintf)'
    : '';
  const inBuiltIn = file.startsWith(BUILT_IN);
  const place = { file: inBuiltIn ? `the built-in ${file.slice(BUILT_IN.length)}` : file, line, column };
  return { place, message: message + why };
}

/** Everything that the compiled rules depend on: whatever changes, another entry of the cache is meant. */
async function cacheKey(request: CompilerRequest, builtin: PolicySet, engineVersion: string): Promise<string> {
  const hash = createHash('sha256');
  // The program's own digest stands beside it: reading five megabytes would cost every run as much as judging a small firm.
  hash.update(await readFile(COMPILER_DIGEST));
  hash.update(await readFile(`${packageRoot}schemas/control.schema.json`));
  // The built-in controls decide which ids are taken.
  hash.update(JSON.stringify([engineVersion, builtin.digest, request]));
  return hash.digest('hex');
}

/** sha-256 of the built-in rules and the firm's own. */
function digestOf({ digest }: PolicySet, own: readonly RegoSource[]): string {
  const hash = createHash('sha256').update(digest);
  for (const { path, text } of own) hash.update(JSON.stringify([path, text]));
  return hash.digest('hex');
}

/** The built-in sources with their tests. */
export async function builtinRegoSources(): Promise<RegoSource[]> {
  return asList(await builtinSourcesWithTests());
}

function asList(sources: Record<string, string>): RegoSource[] {
  return Object.entries(sources).map(([path, text]) => ({ path, text }));
}
