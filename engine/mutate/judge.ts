import { availableParallelism } from 'node:os';
import { askCompiler, type CompilerRequest, type CompilerResponse, type MutantOutcome } from '../compile/compiler.js';
import { nativeCompiler } from '../compile/native.js';
import { asProblem } from '../compile/policies.js';
import { testRequest } from '../compile/regoTests.js';
import { UserError } from '../problems.js';
import type { Mutant } from './mutants.js';
import { modulesFor, ruleOf, type Unit } from './units.js';

/** Runs one request of the compiler's program. */
export interface Engine {
  name: 'the compiler built with Go' | 'the embedded compiler';
  /** How many requests at a time. */
  lanes: number;
  /** How many mutants a request: what one costs to start is shared among them. */
  chunk: number;
  /** After which the tests of one mutant are ended, in milliseconds. */
  mutantMs: number;
  /** @throws where there is no answer within the time, in milliseconds */
  ask(request: CompilerRequest, limitMs: number): Promise<CompilerResponse>;
}

export interface Judged extends MutantOutcome {
  mutant: Mutant;
}

/** The compiler's program built for this machine where Go is at hand, about ten times as fast; else the embedded one. */
export function engine({ embedded = false } = {}): Engine {
  const native = embedded ? undefined : nativeCompiler({ GOMAXPROCS: '1', GOGC: 'off', GOMEMLIMIT: '700MiB' });
  if (native === undefined) {
    return { name: 'the embedded compiler', lanes: 1, chunk: 60, mutantMs: 30_000, ask: askCompiler };
  }
  return {
    name: 'the compiler built with Go',
    lanes: availableParallelism(),
    chunk: 120,
    mutantMs: 10_000,
    ask: native,
  };
}

// So many tests are compiled at once to see whether they notice a fault in a helper.
const USERS_AT_ONCE = 12;

/**
 * Judges mutants of one unit by its own test; of a helper, what that lets live, by the tests of what names the helper.
 * @throws UserError where the tests fail without any mutation
 */
export async function judge(
  unit: Unit,
  mutants: readonly Mutant[],
  sources: Readonly<Record<string, string>>,
  engine: Engine,
): Promise<Judged[]> {
  const request = await testRequest({});
  const by = (files: readonly string[], some: readonly Mutant[]): Promise<MutantOutcome[]> =>
    outcomes(
      { ...request, modules: Object.fromEntries(files.map((file) => [file, sources[file] as string])) },
      some,
      engine,
    );
  const judged = (await by(unit.modules, mutants)).map(
    (outcome, index): Judged => ({ ...outcome, mutant: mutants[index] as Mutant }),
  );
  for (let at = 0; at < unit.users.length; at += USERS_AT_ONCE) {
    const alive = judged.filter(({ outcome }) => outcome === 'survived');
    if (alive.length === 0) break;
    const users = unit.users.slice(at, at + USERS_AT_ONCE);
    const files = modulesFor([unit.file, ...users, ...users.map(ruleOf)], sources);
    const next = await by(
      files,
      alive.map(({ mutant }) => mutant),
    );
    alive.forEach((one, index) => {
      Object.assign(one, next[index]);
    });
  }
  return judged;
}

async function outcomes(
  request: CompilerRequest,
  mutants: readonly Mutant[],
  engine: Engine,
): Promise<MutantOutcome[]> {
  const asked = mutants.map(({ file, text }) => ({ file, text }));
  const limit = 60_000 + asked.length * engine.mutantMs;
  let response: CompilerResponse;
  try {
    response = await engine.ask({ ...request, op: 'mutate', mutants: asked, timeout_ms: engine.mutantMs }, limit);
  } catch (error) {
    // One of them brought the whole program down: half of them is asked for at a time, until it is found.
    if (mutants.length === 0) throw error;
    if (mutants.length === 1) return [{ outcome: 'timeout', by: (error as Error).message }];
    const middle = Math.ceil(mutants.length / 2);
    return [
      ...(await outcomes(request, mutants.slice(0, middle), engine)),
      ...(await outcomes(request, mutants.slice(middle), engine)),
    ];
  }
  if (response.problems) throw new UserError(response.problems.map(asProblem), 'Nothing was mutated.');
  return response.mutants ?? [];
}
