import { existsSync } from 'node:fs';
import type { PolicySet } from '../../engine/compile/policies.js';
import { completed } from '../../engine/evaluate/completed.js';
import { type RuleData, ruleData } from '../../engine/evaluate/facts.js';
import { parameterValues } from '../../engine/evaluate/parameters.js';
import type { ControlSelection, Yielded } from '../../engine/evaluate/protocol.js';
import { blockingRequests } from '../../engine/evaluate/requests.js';
import { type KeyedUnit, type UnitKind, unitsOf } from '../../engine/evaluate/units.js';
import { loadConfig } from '../../engine/load/config.js';
import { type Declared, type Inventory, loadInventory } from '../../engine/load/inventory.js';
import { convertRow } from '../../engine/load/records.js';
import { searchFiles } from '../../engine/load/repository/search.js';

/** Everything that the rules are given for a firm: data, and the units of every kind with their controls. */
export interface RuleInputs {
  data: RuleData;
  batches: { kind: string; units: KeyedUnit[]; controls: ControlSelection }[];
}

/**
 * Reads a firm's directory as `privity check` does, and says what its rules are given under the full profile.
 * @throws UserError where the directory cannot be read
 */
export async function ruleInputs(root: string, asOf: string, policies: PolicySet): Promise<RuleInputs> {
  const config = { ...(await loadConfig(root)), profile: 'full' as const };
  const loaded = await loadInventory(root, config, { asOf, now: 0 });
  const matches = await searchFiles(root, config, loaded, undefined, undefined);
  addRowsOfFiles(await registersOf(root), loaded);
  const inventory = await completed({ ...loaded, matches }, undefined, policies, config);
  const requests = await blockingRequests(inventory, undefined);
  const data = ruleData(inventory, parameterValues(config, policies), policies.tables, requests.facts);
  const kinds = new Map<string, { kind: UnitKind; controls: ControlSelection }>();
  for (const { id, unit, subjects, path } of policies.controls) {
    const of: [string, UnitKind][] =
      unit === 'record' ? subjects.map((record) => [`record ${record}`, { record }]) : [[unit, unit]];
    for (const [name, kind] of of) {
      const entry = kinds.get(name) ?? { kind, controls: {} };
      entry.controls[id] = { path, list: true };
      kinds.set(name, entry);
    }
  }
  const batches = [...kinds].map(([name, { kind, controls }]) => ({
    kind: name,
    units: unitsOf(inventory, kind),
    controls,
  }));
  return { data, batches };
}

/** The rows that a fixture firm keeps in files, by collection: its script knows them. */
export async function registersOf(root: string): Promise<Record<string, Record<string, unknown>[]>> {
  if (!existsSync(`${root}/make-registers.mjs`)) return {};
  const { registers } = (await import(`${root}/make-registers.mjs`)) as {
    registers: Record<string, Record<string, unknown>[]>;
  };
  return registers;
}

// Rows that the fixture keeps in files, as if they were declared.
function addRowsOfFiles(registers: Record<string, Record<string, unknown>[]>, inventory: Inventory): void {
  const source = { path: 'make-registers.mjs', text: '' };
  for (const [collection, rows] of Object.entries(registers)) {
    if (inventory.records.has(collection)) continue;
    const declared = rows.map((row): [string, Declared] => {
      const converted = convertRow(collection, row, inventory);
      if (!('facts' in converted))
        throw new Error(`${collection}: ${converted.complaint.field} ${converted.complaint.message}`);
      return [String(row.id), { facts: converted.facts, source, path: [] }];
    });
    inventory.records.set(collection, new Map(declared));
  }
}

/** Results in one order: the sets that a rule yields come sorted from OPA and unsorted from WebAssembly. */
export function inOrder(judged: Yielded): Yielded {
  const sorted: Yielded = {};
  for (const key of Object.keys(judged).sort()) {
    const results = judged[key] as Yielded[string];
    sorted[key] = Object.fromEntries(
      Object.keys(results)
        .sort()
        .map((id) => {
          const result = results[id] as Yielded[string][string];
          if (result === 'undefined') return [id, result];
          const { examined, findings } = result;
          return [id, { examined: Array.isArray(examined) ? byText(examined) : examined, findings: byText(findings) }];
        }),
    );
  }
  return sorted;
}

function byText<T>(items: readonly T[]): T[] {
  return items
    .map((item) => ({ item, text: JSON.stringify(withSortedKeys(item)) }))
    .sort((a, b) => (a.text < b.text ? -1 : 1))
    .map(({ item }) => item);
}

export function withSortedKeys(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withSortedKeys);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, item]) => [key, withSortedKeys(item)]),
  );
}
