import { type Accepted, GOAL } from './accepted.js';
import type { Judged } from './judge.js';
import type { Mutant } from './mutants.js';
import type { Unit } from './units.js';

/** What became of the mutants of one control or file of helpers. */
export interface Tally {
  unit: Unit;
  /** All that were written, those that do not compile among them. */
  written: number;
  /** Judged mutants that compile. */
  counted: number;
  /** By a failing test, or because the tests did not come to an end. */
  killed: number;
  /** Alive, with a reason. */
  accepted: number;
  survivors: Mutant[];
  /** Entries of the list that are wrong: no mutant answers to them, or a test kills it. */
  gone: Accepted[];
  killedAfterAll: Accepted[];
}

export function tallyOf(
  unit: Unit,
  written: number,
  judged: readonly Judged[],
  { entries, gone }: { entries: ReadonlyMap<Mutant, Accepted>; gone: Accepted[] },
): Tally {
  const counted = judged.filter(({ outcome }) => outcome !== 'refused');
  const alive = counted.filter(({ outcome }) => outcome === 'survived').map(({ mutant }) => mutant);
  const dead = judged.filter(({ outcome }) => outcome !== 'survived').map(({ mutant }) => mutant);
  return {
    unit,
    written,
    counted: counted.length,
    killed: counted.length - alive.length,
    accepted: alive.filter((mutant) => entries.has(mutant)).length,
    survivors: alive.filter((mutant) => !entries.has(mutant)),
    gone,
    killedAfterAll: dead.flatMap((mutant) => entries.get(mutant) ?? []),
  };
}

/** Of the mutants that a test could tell from the rule, how many the tests kill; 1 where there are none. */
export function shareOf(tallies: readonly Pick<Tally, 'killed' | 'counted' | 'accepted'>[]): number {
  const killed = tallies.reduce((sum, one) => sum + one.killed, 0);
  const told = tallies.reduce((sum, one) => sum + one.counted - one.accepted, 0);
  return told === 0 ? 1 : killed / told;
}

/** Why a run fails, in sentences; empty where it does not. sampled: too few mutants of each control to judge it by itself. */
export function failures(tallies: readonly Tally[], floors: ReadonlyMap<string, number>, sampled: boolean): string[] {
  const goalOf = ({ unit }: Tally): number => floors.get(unit.id) ?? GOAL;
  const told = (some: readonly Tally[]): number => some.reduce((sum, one) => sum + one.counted - one.accepted, 0);
  // Of several together, what each is to reach, weighted by its mutants.
  const goal = tallies.reduce((sum, one) => sum + goalOf(one) * told([one]), 0) / Math.max(1, told(tallies));
  const sentence = (name: string, share: number, wanted: number): string[] =>
    share < wanted ? [`${name}: ${percent(share)} killed, ${percent(wanted)} wanted.`] : [];
  return [
    ...(sampled ? [] : tallies.flatMap((one) => sentence(one.unit.id, shareOf([one]), goalOf(one)))),
    ...sentence('All together', shareOf(tallies), sampled ? goal - chance(goal, told(tallies)) : goal),
    ...tallies.flatMap(({ gone }) => gone.map((entry) => `${described(entry)} There is no such mutant any more.`)),
    ...tallies.flatMap(({ killedAfterAll }) => killedAfterAll.map((entry) => `${described(entry)} It is no survivor.`)),
  ];
}

/** By how much the share of a sample may fall short by chance: three standard errors. */
function chance(share: number, drawn: number): number {
  return 3 * Math.sqrt((share * (1 - share)) / Math.max(1, drawn));
}

function described({ control, mutation, line, becomes, nth }: Accepted): string {
  return `policies/mutants.yaml lists ${control}, ${mutation}, "${line}" as "${becomes}"${nth > 1 ? ` (${nth})` : ''}.`;
}

/** Rounded down: 94.96% is not 95%. */
export function percent(share: number): string {
  return `${(Math.floor(share * 1_000 + 1e-9) / 10).toFixed(1)}%`;
}
