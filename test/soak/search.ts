import fc from 'fast-check';
import { CORE_SCHEMA, dump } from 'js-yaml';
import type { PolicySet } from '../../engine/compile/policies.js';
import { type Case, caseOf, type Difference, type Engines, type SecondEngine } from './engines.js';
import { readExamples } from './examples.js';
import { type Firm, inventories } from './inventories.js';
import type { Measure } from './measure.js';

/** An inventory on which the engines differ. */
export interface Counterexample {
  seed: number;
  /** fast-check's path to it. */
  path: string;
  firm: Firm;
  difference: Difference;
}

/** Firms drawn from the schema and the fixtures, with parameters at the bounds that the catalogue allows. */
export async function firmsFor({ parameters }: PolicySet): Promise<fc.Arbitrary<Firm>> {
  const bounds = Object.entries(parameters).flatMap(([name, { min = 1, max, kind, unit }]) =>
    max === undefined || kind === 'legal-fixed' || unit === 'date' ? [] : [[name, { min, max }] as const],
  );
  return inventories(await readExamples(), new Map(bounds));
}

export interface Search {
  firms: fc.Arbitrary<Firm>;
  seed: number;
  engines: Engines;
  second: SecondEngine;
}

/**
 * Judges a stretch of the inventories that a seed gives.
 * @param path of the first one: its number, or one that a counterexample named
 * @returns the first counterexample of each control, as drawn
 */
export async function search(
  { firms, seed, engines, second }: Search,
  path: string,
  count: number,
  measure?: Measure,
): Promise<Counterexample[]> {
  const drawn = fc.sample(firms, { seed, path, numRuns: count });
  const { judged, differences } = await engines.compare(await casesOf(drawn, engines.policies), second);
  for (const one of judged) measure?.add(one);
  const first = new Map<string, Counterexample>();
  for (const difference of differences) {
    const { index, control } = difference;
    if (!first.has(control))
      first.set(control, { seed, path: pathOf(path, index), firm: drawn[index] as Firm, difference });
  }
  return [...first.values()];
}

// The second engine compiles the rules for every call: many candidates a call.
const CANDIDATES = 60;

/**
 * Looks for a smaller inventory on which the same control still differs, as fast-check does: from the first candidate that
 * fails on to its own candidates, until none fails.
 */
export async function shrunk(from: Counterexample, by: Search): Promise<Counterexample> {
  for (let found = from; ; ) {
    const next = await firstFailing(found, by);
    if (!next) return found;
    found = next;
  }
}

async function firstFailing(
  { path, difference: { control } }: Counterexample,
  { firms, seed, engines, second }: Search,
): Promise<Counterexample | undefined> {
  const only = control === BROKEN ? undefined : control;
  for (let start = 0; ; start += CANDIDATES) {
    const candidates = fc.sample(firms, { seed, path: `${path}:${start}`, numRuns: CANDIDATES });
    if (candidates.length === 0) return undefined;
    const { differences } = await engines.compare(await casesOf(candidates, engines.policies, only), second, only);
    const difference = differences.find((one) => one.control === control);
    if (difference) {
      const { index } = difference;
      return { seed, path: pathOf(`${path}:${start}`, index), firm: candidates[index] as Firm, difference };
    }
  }
}

/** What stands in place of a control's id where a whole evaluation broke. */
export const BROKEN = 'error';

/** One after the other: each is written to files and read again. */
async function casesOf(firms: readonly Firm[], policies: PolicySet, only?: string): Promise<Case[]> {
  const cases: Case[] = [];
  for (const firm of firms) cases.push(await caseOf(firm, policies, only));
  return cases;
}

/** The path of the nth sibling after the one at a path. */
function pathOf(path: string, index: number): string {
  const steps = path.split(':');
  return [...steps.slice(0, -1), Number(steps.at(-1)) + index].join(':');
}

/** What a developer needs to see it again. */
export function counterexampleText({ seed, path, firm, difference }: Counterexample): string {
  const { kind, unit, control, wasm, opa } = difference;
  const { asOf, listed, parameters, declared } = firm;
  return [
    control === BROKEN
      ? 'A rule breaks on this inventory:'
      : `The engines differ on ${control}, judging ${kind} ${JSON.stringify(unit)}:`,
    `  WebAssembly: ${wasm ?? 'nothing'}`,
    `  OPA:         ${opa ?? 'nothing'}`,
    `As of ${asOf}${listed ? '' : ', subjects counted'}, parameters ${JSON.stringify(parameters)}:`,
    dump(declared, { schema: CORE_SCHEMA, noRefs: true }),
    `To see it again: SEED=${seed} CASE=${path} npm run soak`,
  ].join('\n');
}
