import { readFile } from 'node:fs/promises';
import { parseSource } from '../load/yaml.js';
import { type Problem, UserError } from '../problems.js';
import { packageRoot } from '../root.js';
import type { Mutant } from './mutants.js';
import type { Unit } from './units.js';

/** A mutant that may live, because it says the same as the rule. */
export interface Accepted {
  control: string;
  mutation: string;
  /** The line as it stands, and what it becomes, as the runner prints them. */
  line: string;
  becomes: string;
  /** Which of several such mutants of the file it is, from 1. */
  nth: number;
  reason: string;
}

/** The share of mutants that tests are to kill, of each control and of all. */
export const GOAL = 0.95;

export const AGREED_FILE = 'policies/mutants.yaml';

/** What `policies/mutants.yaml` says. */
export interface Agreed {
  accepted: Accepted[];
  /** Controls whose tests do not reach the goal yet, with the share (0 to 1) under which they must not fall. */
  floors: ReadonlyMap<string, number>;
}

/**
 * The accepted mutants, with the reason for each, and the controls that are still below the goal.
 * @throws UserError where an entry lacks something
 */
export async function agreed(path = packageRoot + AGREED_FILE): Promise<Agreed> {
  const parsed = parseSource({ path: AGREED_FILE, text: await readFile(path, 'utf8') });
  if ('problems' in parsed) throw new UserError(parsed.problems);
  const { accepted = [], below_goal: below = {} } = Object(parsed.value) as Record<string, unknown>;
  const problems: Problem[] = [];
  const refuse = (message: string): void => {
    problems.push({ place: { file: AGREED_FILE }, message });
  };
  const entries = (Array.isArray(accepted) ? accepted : []).flatMap((entry: unknown, index): Accepted[] => {
    const { nth = 1, becomes = '', ...rest } = Object(entry) as Record<string, unknown>;
    const words = ['control', 'mutation', 'line', 'reason'].map((key) => rest[key]);
    const [control, mutation, line, reason] = words.map((word) => (typeof word === 'string' ? word.trim() : ''));
    if (control && mutation && line && reason && typeof nth === 'number') {
      return [{ control, mutation, line, becomes: String(becomes).trim(), nth, reason }];
    }
    refuse(`Entry ${index + 1} needs control, mutation, line, becomes (unless nothing is left) and reason.`);
    return [];
  });
  const floors = new Map<string, number>();
  for (const [control, percent] of Object.entries(Object(below))) {
    if (typeof percent === 'number' && percent >= 0 && percent < 100 * GOAL) floors.set(control, percent / 100);
    else refuse(`${control} is below the goal with a percentage under ${100 * GOAL}.`);
  }
  if (problems.length > 0) throw new UserError(problems);
  return { accepted: entries, floors };
}

/** The accepted among the mutants of a unit, each with its entry; and the entries that no mutant answers to any more. */
export function matched(
  unit: Pick<Unit, 'id'>,
  mutants: readonly Mutant[],
  accepted: readonly Accepted[],
): { entries: Map<Mutant, Accepted>; gone: Accepted[] } {
  const byKey = new Map<string, Mutant[]>();
  for (const mutant of mutants) {
    const key = keyOf(mutant.mutation, mutant.before, mutant.after);
    byKey.set(key, [...(byKey.get(key) ?? []), mutant]);
  }
  const entries = new Map<Mutant, Accepted>();
  const gone: Accepted[] = [];
  for (const entry of accepted.filter(({ control }) => control === unit.id)) {
    const mutant = byKey.get(keyOf(entry.mutation, entry.line, entry.becomes))?.[entry.nth - 1];
    if (mutant === undefined) gone.push(entry);
    else entries.set(mutant, entry);
  }
  return { entries, gone };
}

function keyOf(...parts: string[]): string {
  return JSON.stringify(parts);
}
