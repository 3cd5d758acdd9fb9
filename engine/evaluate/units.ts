import { inputName } from '../compile/shapes.js';
import { collections, type UnitName } from '../generated/model.js';
import type { Facts } from '../load/facts.js';
import { byCodeUnits } from '../load/files.js';
import type { Inventory } from '../load/inventory.js';
import { textsOf } from '../load/references.js';

/** What one evaluation sees: the input of the rules. */
export type Unit = Record<string, unknown>;

/** What a control may be judged on: one row of a collection, the rows around a key, or the declared inventory. */
export type UnitKind = 'inventory' | UnitName | { record: string };

export interface KeyedUnit {
  key: string;
  unit: Unit;
}

/** The collection whose rows are the keys of a unit, and the name of that row in the unit's input. */
export const ROOTS: Record<UnitName, readonly string[]> = {
  client: ['clients'],
  matter: ['matters'],
  staff: ['staff'],
  asset: ['data_assets', 'client_files'],
};

/** The units of a kind, in the order of their keys. */
export function unitsOf(inventory: Inventory, kind: UnitKind): KeyedUnit[] {
  if (kind === 'inventory') return [{ key: 'firm', unit: {} }];
  if (typeof kind === 'object') return recordUnits(inventory, kind.record);
  const units = new Map<string, Unit>();
  const unitAt = (key: string): Unit => {
    const known = units.get(key);
    if (known) return known;
    const unit: Unit = {};
    units.set(key, unit);
    return unit;
  };
  for (const collection of ROOTS[kind]) {
    for (const [id, { facts }] of inventory.records.get(collection) ?? []) {
      const unit = unitAt(id);
      unit[inputName(collection)] = facts;
      if (kind === 'asset') unit.collection = collection;
    }
  }
  for (const [collection, { register, units: paths }] of Object.entries(collections)) {
    if (!register || ROOTS[kind].includes(collection) || !paths[kind]) continue;
    for (const [id, { facts }] of inventory.records.get(collection) ?? []) {
      const keys = new Set((paths[kind] ?? []).flatMap((path) => keysAt(inventory, facts, path)));
      // A row that says no key is judged all the same, by itself.
      if (keys.size === 0) keys.add(`\u0000${collection}\u0000${id}`);
      for (const key of keys) rowsOf(unitAt(key), collection)[id] = facts;
    }
  }
  return [...units].map(([key, unit]) => ({ key, unit })).sort((a, b) => byCodeUnits(a.key, b.key));
}

function recordUnits(inventory: Inventory, collection: string): KeyedUnit[] {
  return [...(inventory.records.get(collection) ?? [])]
    .map(([key, { facts }]) => ({ key, unit: { collection, [inputName(collection)]: facts } }))
    .sort((a, b) => byCodeUnits(a.key, b.key));
}

function rowsOf(unit: Unit, collection: string): Record<string, Facts> {
  const known = unit[collection] as Record<string, Facts> | undefined;
  if (known) return known;
  const rows: Record<string, Facts> = {};
  unit[collection] = rows;
  return rows;
}

/** The keys at a path: a field of the row, or (`field>collection.field`) of the row that the field names, wherever it stands. */
function keysAt({ records, referenced }: Inventory, facts: Facts, path: string): string[] {
  const [own, elsewhere] = path.split('>') as [string, string | undefined];
  const keys = textsOf(facts[own]);
  if (elsewhere === undefined) return keys;
  const [collection, field] = elsewhere.split('.') as [string, string];
  return keys.flatMap((key) => {
    const row = records.get(collection)?.get(key) ?? referenced?.get(collection)?.get(key);
    return textsOf(row?.facts[field]);
  });
}

/** JSON text in a buffer of exactly its size: what opa-wasm takes without parsing it twice. */
export function jsonBuffer(value: unknown): ArrayBuffer {
  const encoded = new TextEncoder().encode(JSON.stringify(value));
  const { buffer, byteOffset, byteLength } = encoded;
  return (byteLength === buffer.byteLength ? buffer : buffer.slice(byteOffset, byteOffset + byteLength)) as ArrayBuffer;
}

/** Puts a row of a file into its unit. single: the row is the unit. */
export function addRow(unit: Unit, collection: string, facts: Facts, kind: string, single: boolean): void {
  if (single || ROOTS[kind as UnitName].includes(collection)) {
    unit[inputName(collection)] = facts;
    if (single || kind === 'asset') unit.collection = collection;
    return;
  }
  unit[collection] ??= {};
  (unit[collection] as Record<string, Facts>)[String(facts.id)] = facts;
}
