import type { Assessment } from '../generated/assessment.js';
import { collections } from '../generated/model.js';
import type { Inventory } from '../load/inventory.js';
import type { OpenRegisters } from '../load/registers/open.js';
import { type Problem, UserError } from '../problems.js';
import type { RowCount } from './judge.js';

/** Collections that controls may need, and that say nothing: absent is not empty. */
export interface AbsentCollections {
  /** What to say of each. */
  missing: ReadonlyMap<string, string>;
  /** Those that say that there are none. */
  empty: ReadonlySet<string>;
}

/**
 * Which collections are not declared: none in the inventory, or a register that is not at hand, or a file without rows
 * whose configuration does not say that it is complete.
 */
export function absentCollections(
  { records }: Inventory,
  registers: OpenRegisters | undefined,
  rows: ReadonlyMap<string, RowCount>,
): AbsentCollections {
  const missing = new Map<string, string>();
  const empty = new Set<string>();
  for (const [name, { single, computed }] of Object.entries(collections)) {
    if (single || computed || records.has(name)) continue;
    const title = name.replaceAll('_', ' ');
    const source = registers?.sources.get(name);
    const file = registers?.missing.get(name);
    if (source) {
      if ((rows.get(name)?.rows ?? 0) > 0) continue;
      if (source.complete) empty.add(name);
      else
        missing.set(
          name,
          `The register of ${title} (${source.file}) has no rows. If that is right, say "complete: true" under registers.${name} in privity.yaml.`,
        );
    } else if (file !== undefined) {
      missing.set(name, `The register of ${title} (${file}) is not at hand, so this could not be judged.`);
    } else {
      missing.set(name, `The firm has not declared its ${title}. If there are none, write "${name}: []".`);
    }
  }
  return { missing, empty };
}

/** Ends the run where more rows are unusable than the configuration allows. @throws UserError with the first of them */
export function refuseBadRows(rows: ReadonlyMap<string, RowCount>, registers: OpenRegisters | undefined): void {
  const problems: Problem[] = [];
  for (const [collection, source] of registers?.sources ?? []) {
    const counted = rows.get(collection);
    const rejects = registers?.rejects.get(collection) ?? [];
    const bad = (counted?.bad ?? 0) + rejects.length;
    if (bad <= source.badRowsAllowed) continue;
    const found = [
      ...rejects.map(({ row, reason }) => ({ row, message: `This row ${reason}.` })),
      ...(counted?.samples ?? []).map(({ row, field, message }) => ({ row, message: `${field} ${message}.`.trim() })),
    ].sort((a, b) => a.row - b.row);
    problems.push(...found.slice(0, SHOWN).map(({ row, message }) => ({ place: { file: source.file, row }, message })));
    const allowed = source.badRowsAllowed === 0 ? '' : `, ${source.badRowsAllowed} are allowed`;
    problems.push({
      place: { file: source.file },
      message: `${bad.toLocaleString('en-GB')} of its rows cannot be used${allowed}. Mend them, or allow a number with bad_rows_allowed in privity.yaml.`,
    });
  }
  if (problems.length > 0) throw new UserError(problems);
}

const SHOWN = 20;

/** What the assessment records of registers. */
export function registersOf(
  registers: OpenRegisters | undefined,
  rows: ReadonlyMap<string, RowCount>,
): Assessment['registers'] {
  const read = [...(registers?.sources.values() ?? [])].map(({ collection, file, format }) => {
    const counted = rows.get(collection);
    const bad = (counted?.bad ?? 0) + (registers?.rejects.get(collection)?.length ?? 0);
    return {
      collection,
      file,
      at_hand: true,
      format,
      ...(counted === undefined || counted.rows === 0 ? {} : { rows: counted.rows, bad_rows: bad }),
      digest: registers?.digests.get(collection) ?? '',
    };
  });
  const missing = [...(registers?.missing ?? [])].map(([collection, file]) => ({ collection, file, at_hand: false }));
  return [...read, ...missing].sort((a, b) => (a.collection < b.collection ? -1 : 1));
}
