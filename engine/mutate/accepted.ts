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

export const ACCEPTED_FILE = 'policies/mutants.yaml';

/**
 * The accepted mutants, with the reason for each.
 * @throws UserError where an entry lacks something
 */
export async function acceptedMutants(path = packageRoot + ACCEPTED_FILE): Promise<Accepted[]> {
  const parsed = parseSource({ path: ACCEPTED_FILE, text: await readFile(path, 'utf8') });
  if ('problems' in parsed) throw new UserError(parsed.problems);
  const entries: unknown = Object(parsed.value).accepted ?? [];
  const problems: Problem[] = [];
  const accepted = (Array.isArray(entries) ? entries : []).flatMap((entry: unknown, index): Accepted[] => {
    const { nth = 1, becomes = '', ...rest } = Object(entry) as Record<string, unknown>;
    const words = ['control', 'mutation', 'line', 'reason'].map((key) => rest[key]);
    const [control, mutation, line, reason] = words.map((word) => (typeof word === 'string' ? word.trim() : ''));
    if (!control || !mutation || !line || !reason || typeof nth !== 'number') {
      problems.push({
        place: { file: ACCEPTED_FILE },
        message: `Entry ${index + 1} needs control, mutation, line, becomes (unless nothing is left) and reason.`,
      });
      return [];
    }
    return [{ control, mutation, line, becomes: String(becomes).trim(), nth, reason }];
  });
  if (problems.length > 0) throw new UserError(problems);
  return accepted;
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
