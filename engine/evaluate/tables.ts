import type { PolicySet } from '../compile/policies.js';
import type { SourceText } from '../load/files.js';
import type { Declared, Inventory } from '../load/inventory.js';
import { dayNumber } from '../load/time.js';

/**
 * An inventory with the reference tables that rules look up, as records of `reference_tables`: Privity's own as far as
 * the firm has not put its entries in their place, and the firm's.
 * @param config where a finding on one of Privity's own tables points, which is no file of the firm
 */
export function withTables(
  inventory: Inventory,
  { tableHeads, ownTables }: Pick<PolicySet, 'tableHeads' | 'ownTables'>,
  config: SourceText,
): Inventory {
  const tables = new Map<string, Declared>();
  for (const { table: id, title, regimes, checked_on, review_months } of tableHeads) {
    if (ownTables.some(({ table, kept }) => table === id && kept === 0)) continue;
    const facts = { id, title, own: false, checked_on: dayNumber(checked_on), review_months, grade: 0 };
    tables.set(id, { facts: regimes ? { ...facts, regimes } : facts, source: config, path: [] });
  }
  for (const { table, title, checked_on, review_months, source } of ownTables) {
    const id = `${table}, own`;
    const facts = { id, title, own: true, checked_on: dayNumber(checked_on), review_months, grade: 0 };
    tables.set(id, { facts, source, path: [] });
  }
  return { ...inventory, records: new Map([...inventory.records, ['reference_tables', tables]]) };
}
