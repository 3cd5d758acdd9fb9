import { collections } from '../generated/model.js';
import type { Facts } from '../load/facts.js';
import type { Inventory } from '../load/inventory.js';

/** What every evaluation has at hand beside its unit, as `data`. */
export interface RuleData {
  inventory: Record<string, unknown>;
  as_of: { day: number; ms: number };
  parameters: Record<string, unknown>;
  tables: Record<string, unknown>;
  requests: Record<string, Facts>;
}

/** The declared collections keyed by id, the day, parameters and tables: registers are left out. */
export function ruleData(
  inventory: Inventory,
  parameters: Record<string, unknown>,
  tables: Record<string, unknown>,
  requests: Record<string, Facts>,
): RuleData {
  const declared: Record<string, unknown> = {};
  for (const [name, records] of inventory.records) {
    const model = collections[name];
    if (!model || model.register) continue;
    if (model.single) declared[name] = records.get(name)?.facts;
    else declared[name] = Object.fromEntries([...records].map(([id, { facts }]) => [id, facts]));
  }
  return { inventory: declared, as_of: inventory.asOf, parameters, tables, requests };
}
