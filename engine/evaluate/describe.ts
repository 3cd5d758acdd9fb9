import type { Control } from '../compile/catalogue.js';
import type { Frameworks } from '../compile/policies.js';
import type { Outcome } from '../generated/assessment.js';
import { collections } from '../generated/model.js';
import type { Inventory } from '../load/inventory.js';
import { applicableCitations } from './citations.js';
import type { RowCount } from './judge.js';
import { listText } from './messages.js';
import { foundReasons } from './reasons.js';
import type { Tally } from './tally.js';

/** An outcome before it is put into words. */
export type BareOutcome = Omit<Outcome, 'population' | 'reasons' | 'citations'>;

interface Facts {
  inventory: Inventory;
  /** Rows of files, by collection. */
  rows: ReadonlyMap<string, RowCount>;
  frameworks: Frameworks;
}

/** An outcome with what its readers need beside the counts: the population, the reasons and the law, in words. */
export function described(
  control: Control,
  { outcome, tally }: { outcome: BareOutcome; tally: Tally },
  { inventory, rows, frameworks }: Facts,
): Outcome {
  const regimes = inventory.records.get('firm')?.get('firm')?.facts.regimes as string[] | undefined;
  const present = control.subjects.filter(
    (subject) => (inventory.records.get(subject)?.size ?? 0) + (rows.get(subject)?.rows ?? 0) > 0,
  );
  return {
    ...outcome,
    population: populationText(present.length > 0 ? present : control.subjects, outcome.examined),
    reasons: foundReasons(control, tally.reasons),
    citations: applicableCitations(control.citations, regimes, frameworks),
  };
}

/** `25 stores and files`, `1 store or file`. */
function populationText(subjects: readonly string[], examined: number): string {
  const nouns = subjects.map((subject) => {
    const noun = collections[subject]?.noun;
    return (examined === 1 ? noun?.one : noun?.many) ?? subject;
  });
  return `${examined.toLocaleString('en-GB')} ${listText(nouns, examined === 1 ? 'or' : 'and')}`;
}
