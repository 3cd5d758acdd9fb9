import { collections, type UnitName } from '../generated/model.js';
import type { Inventory } from '../load/inventory.js';
import type { RegisterFiles } from '../load/references.js';
import { partOf } from '../load/registers/partitions.js';
import type { KeyedRow, RawRow } from '../load/registers/rows.js';
import { type KeyedUnit, type UnitKind, unitsOf } from './units.js';

/** Rows of a file that belong to one unit of a batch, still as text: the worker reads them. */
export interface RawRows {
  /** The position of the unit in the batch. */
  unit: number;
  collection: string;
  rows: RawRow[];
}

/** Units that are judged in one evaluation: what is declared of them, and their rows from files. */
export interface Batch {
  units: KeyedUnit[];
  raw: RawRows[];
}

// Small batches are quicker than large ones in WebAssembly: see docs/decisions.md.
const UNITS = 20;
const ROWS = 200;

/** The units of a kind in batches: those of rows in files in the order of a hash of their keys. */
export async function* batchesOf(
  inventory: Inventory,
  files: RegisterFiles | undefined,
  kind: UnitKind,
): AsyncGenerator<Batch> {
  if (typeof kind === 'object' && files?.sources.has(kind.record)) {
    for await (const rows of files.reader.inOrder(kind.record)) yield* recordBatches(kind.record, rows);
    return;
  }
  const declared = unitsOf(inventory, kind);
  const streamed = typeof kind === 'string' && kind !== 'inventory' && files ? registersOf(files, kind) : [];
  if (streamed.length === 0) {
    for (let start = 0; start < declared.length; start += UNITS)
      yield { units: declared.slice(start, start + UNITS), raw: [] };
    return;
  }
  yield* unitBatches(declared, files as RegisterFiles, streamed, kind as UnitName);
}

/** Rows of one collection as batches of units of their own. */
export function* recordBatches(collection: string, rows: readonly RawRow[]): Generator<Batch> {
  for (let start = 0; start < rows.length; start += ROWS) {
    const part = rows.slice(start, start + ROWS);
    yield {
      units: part.map(({ row }) => ({ key: String(row), unit: {} })),
      raw: part.map((row, unit) => ({ unit, collection, rows: [withoutKey(row)] })),
    };
  }
}

function registersOf({ sources }: RegisterFiles, kind: UnitName): string[] {
  return [...sources.keys()].filter((collection) => collections[collection]?.units[kind] !== undefined);
}

/** What is known of a unit: as declared, and rows of files by collection. */
interface Gathered extends KeyedUnit {
  rows: Map<string, RawRow[]>;
}

async function* unitBatches(
  declared: readonly KeyedUnit[],
  { reader }: RegisterFiles,
  names: readonly string[],
  kind: UnitName,
): AsyncGenerator<Batch> {
  const parts = await reader.byUnit(names, kind);
  const declaredIn = new Map<number, KeyedUnit[]>();
  for (const unit of declared) {
    const part = partOf(unit.key, parts.count);
    declaredIn.set(part, [...(declaredIn.get(part) ?? []), unit]);
  }
  try {
    for (let part = 0; part < parts.count; part += 1)
      yield* inBatches(gathered(declaredIn.get(part) ?? [], names, (name) => parts.rows(name, part)));
  } finally {
    parts.close();
  }
}

function gathered(
  declared: readonly KeyedUnit[],
  names: readonly string[],
  rowsOf: (name: string) => readonly KeyedRow[],
): Iterable<Gathered> {
  const units = new Map<string, Gathered>(declared.map((unit) => [unit.key, { ...unit, rows: new Map() }]));
  for (const name of names) {
    for (const row of rowsOf(name)) {
      // A row that names no unit is judged all the same, by itself.
      const key = row.key ?? `\u0000${name}\u0000${row.row}`;
      const unit = units.get(key) ?? { key, unit: {}, rows: new Map() };
      units.set(key, unit);
      const known = unit.rows.get(name);
      if (known) known.push(withoutKey(row));
      else unit.rows.set(name, [withoutKey(row)]);
    }
  }
  return units.values();
}

function withoutKey({ row, text, matter }: RawRow): RawRow {
  return matter === undefined ? { row, text } : { row, text, matter };
}

function* inBatches(units: Iterable<Gathered>): Generator<Batch> {
  let batch: Batch = { units: [], raw: [] };
  let count = 0;
  for (const { key, unit, rows: found } of units) {
    for (const [collection, rows] of found) {
      batch.raw.push({ unit: batch.units.length, collection, rows });
      count += rows.length;
    }
    batch.units.push({ key, unit });
    if (batch.units.length >= UNITS || count >= ROWS) {
      yield batch;
      batch = { units: [], raw: [] };
      count = 0;
    }
  }
  if (batch.units.length > 0) yield batch;
}
