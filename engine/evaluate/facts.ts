import { collections } from '../generated/model.js';
import type { Facts } from '../load/facts.js';
import type { Inventory } from '../load/inventory.js';
import { dayNumber } from '../load/time.js';

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
  const numbered = Object.fromEntries(Object.entries(parameters).map(([name, value]) => [name, withDayNumbers(value)]));
  return { inventory: declared, as_of: inventory.asOf, parameters: numbered, tables, requests };
}

/** A parameter as the rules see it: its dates are day numbers, like those of records. */
function withDayNumbers(value: unknown): unknown {
  if (typeof value === 'string') return dayNumber(value) ?? value;
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, withDayNumbers(item)]));
}
