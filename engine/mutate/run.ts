import { testRequest } from '../compile/regoTests.js';
import { type Accepted, matched } from './accepted.js';
import { type Engine, type Judged, judge } from './judge.js';
import { digestOf, digestOfMutant, type Known, keepOutcomes, knownOutcomes } from './known.js';
import { type Mutant, mutantsOf } from './mutants.js';
import { sampleOf } from './sample.js';
import { type Tally, tallyOf } from './tally.js';
import type { Unit } from './units.js';

export interface Options {
  engine: Engine;
  accepted: readonly Accepted[];
  /** Judge no more than so many mutants, drawn by the seed. */
  sample: number | undefined;
  seed: string;
  /** Begin with no further mutants after so many milliseconds. */
  limitMs: number | undefined;
  /** Use and keep outcomes of earlier runs. */
  remember: boolean;
  progress(text: string): void;
}

export interface Run {
  tallies: Tally[];
  /** Mutants that were written; those that were drawn; those that were judged in the time. */
  written: number;
  drawn: number;
  judged: number;
}

/** Some mutants of one unit, judged in one go. */
interface Task {
  unit: Unit;
  mutants: Mutant[];
}

/** Writes the mutants of the units, judges them side by side, and says what became of them, in the order of the units. */
export async function mutate(
  units: readonly Unit[],
  sources: Readonly<Record<string, string>>,
  options: Options,
): Promise<Run> {
  const { engine, accepted, sample, seed, limitMs, remember, progress } = options;
  const started = performance.now();
  const all = new Map(units.map((unit) => [unit, mutantsOf(unit.file, sources[unit.file] as string)]));
  const written = [...all].flatMap(([unit, mutants]) => mutants.map((mutant) => ({ unit, mutant })));
  const drawn = sampleOf(written, sample ?? written.length, seed);
  const judged = new Map<Unit, Judged[]>(units.map((unit) => [unit, []]));
  const known = new Map<Unit, { digest: string; outcomes: Known }>();
  const tasks: Task[] = [];
  const { data } = await testRequest({});
  for (const unit of units) {
    const digest = await digestOf(unit, sources, data);
    const outcomes: Known = remember ? await knownOutcomes(digest) : new Map();
    known.set(unit, { digest, outcomes });
    const open: Mutant[] = [];
    for (const { mutant } of drawn.filter((one) => one.unit === unit)) {
      const outcome = outcomes.get(digestOfMutant(mutant));
      if (outcome === undefined) open.push(mutant);
      else judged.get(unit)?.push({ ...outcome, mutant });
    }
    for (let at = 0; at < open.length; at += engine.chunk)
      tasks.push({ unit, mutants: open.slice(at, at + engine.chunk) });
  }
  // Helpers first: a task of theirs may take long, and at the end the others would wait for it.
  tasks.sort((a, b) => b.unit.users.length - a.unit.users.length);
  const total = tasks.reduce((sum, { mutants }) => sum + mutants.length, 0);
  let done = 0;
  const lane = async (): Promise<void> => {
    for (let task = tasks.shift(); task !== undefined; task = tasks.shift()) {
      if (limitMs !== undefined && performance.now() - started > limitMs) return;
      const { unit, mutants } = task;
      const found = await judge(unit, mutants, sources, engine);
      judged.get(unit)?.push(...found);
      done += mutants.length;
      progress(`${unit.id}: ${done} of ${total} mutants`);
      const { digest, outcomes } = known.get(unit) as { digest: string; outcomes: Known };
      for (const { mutant, ...outcome } of found) outcomes.set(digestOfMutant(mutant), outcome);
      if (remember) await keepOutcomes(digest, outcomes);
    }
  };
  await Promise.all(Array.from({ length: engine.lanes }, lane));
  for (const [unit, some] of judged) {
    const order = new Map((all.get(unit) ?? []).map((mutant, index) => [mutant, index]));
    some.sort((a, b) => (order.get(a.mutant) ?? 0) - (order.get(b.mutant) ?? 0));
  }
  const tallies = units.map((unit) => {
    const mutants = all.get(unit) as Mutant[];
    return tallyOf(unit, mutants.length, judged.get(unit) as Judged[], matched(unit, mutants, accepted));
  });
  const sum = [...judged.values()].reduce((count, some) => count + some.length, 0);
  return { tallies, written: written.length, drawn: drawn.length, judged: sum };
}
