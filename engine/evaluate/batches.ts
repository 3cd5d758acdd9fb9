import { collections, type UnitName } from '../generated/model.js';
import type { Inventory } from '../load/inventory.js';
import type { KeyedRow, RawRow, RegisterReader } from '../load/registers/duckdb.js';
import { byUtf8, type KeyedUnit, type UnitKind, unitsOf } from './units.js';

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

/** The registers that are read from files. */
export interface FileRegisters {
  reader: RegisterReader;
  collections: ReadonlySet<string>;
}

// Small batches are quicker than large ones in WebAssembly: see docs/decisions.md.
const UNITS = 20;
const ROWS = 200;

/** The units of a kind in batches, in the order of their keys. */
export async function* batchesOf(
  inventory: Inventory,
  files: FileRegisters | undefined,
  kind: UnitKind,
): AsyncGenerator<Batch> {
  if (typeof kind === 'object' && files?.collections.has(kind.record)) {
    for await (const rows of files.reader.inOrder(kind.record)) yield* recordBatches(kind.record, rows);
    return;
  }
  const declared = unitsOf(inventory, kind);
  const streamed = typeof kind === 'string' && kind !== 'inventory' && files ? streamsOf(files, kind) : [];
  if (streamed.length === 0) {
    for (let start = 0; start < declared.length; start += UNITS)
      yield { units: declared.slice(start, start + UNITS), raw: [] };
    return;
  }
  yield* mergedBatches(declared, streamed);
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

interface Stream {
  collection: string;
  /** The rows of the next key. */
  next(): Promise<{ key: string | null; rows: RawRow[] } | undefined>;
}

function streamsOf({ reader, collections: files }: FileRegisters, kind: UnitName): Stream[] {
  return [...files]
    .filter((collection) => collections[collection]?.units[kind] !== undefined)
    .map((collection) => ({ collection, next: groupedByKey(reader.byUnit(collection, kind)) }));
}

// Gathers adjacent rows of one key: list aggregates do not spill to disk, sorted rows do. A row without a key is a
// group of its own.
function groupedByKey(chunks: AsyncGenerator<KeyedRow[]>): Stream['next'] {
  let chunk: KeyedRow[] = [];
  let at = 0;
  const peek = async (): Promise<KeyedRow | undefined> => {
    while (at >= chunk.length) {
      const { value, done } = await chunks.next();
      if (done) return undefined;
      chunk = value;
      at = 0;
    }
    return chunk[at];
  };
  return async () => {
    const first = await peek();
    if (!first) return undefined;
    at += 1;
    const rows: RawRow[] = [withoutKey(first)];
    if (first.key === null) return { key: null, rows };
    for (let row = chunk[at] ?? (await peek()); row?.key === first.key; row = chunk[at] ?? (await peek())) {
      rows.push(withoutKey(row));
      at += 1;
    }
    return { key: first.key, rows };
  };
}

function withoutKey({ row, text, matter }: RawRow): RawRow {
  return matter === undefined ? { row, text } : { row, text, matter };
}

async function* mergedBatches(declared: readonly KeyedUnit[], streams: readonly Stream[]): AsyncGenerator<Batch> {
  const heads = await Promise.all(streams.map(async (stream) => ({ stream, head: await stream.next() })));
  let declaredAt = 0;
  let batch: Batch = { units: [], raw: [] };
  let rows = 0;
  for (;;) {
    const smallest = heads.reduce<string | null | undefined>(
      (least, { head }) => (head && (least === undefined || precedes(head.key, least)) ? head.key : least),
      undefined,
    );
    const unit = declared[declaredAt];
    if (unit === undefined && smallest === undefined) break;
    const fromDeclared = unit !== undefined && (smallest === undefined || !precedes(smallest, unit.key));
    const key = fromDeclared ? unit.key : (smallest as string | null);
    const position = batch.units.length;
    let used: KeyedUnit | undefined;
    if (unit !== undefined && unit.key === key) {
      used = unit;
      declaredAt += 1;
    }
    for (const entry of heads) {
      if (entry.head === undefined || entry.head.key !== key) continue;
      const { rows: found } = entry.head;
      used ??= { key: key ?? `\u0000${entry.stream.collection}\u0000${found[0]?.row}`, unit: {} };
      batch.raw.push({ unit: position, collection: entry.stream.collection, rows: found });
      rows += found.length;
      entry.head = await entry.stream.next();
      if (key === null) break;
    }
    batch.units.push(used as KeyedUnit);
    if (batch.units.length >= UNITS || rows >= ROWS) {
      yield batch;
      batch = { units: [], raw: [] };
      rows = 0;
    }
  }
  if (batch.units.length > 0) yield batch;
}

// The order of the database: rows without a key first, then bytes of UTF-8. Code units differ from it only where
// surrogates stand.
function precedes(a: string | null, b: string | null): boolean {
  if (a === null || b === null) return a === null && b !== null;
  return byUtf8(a, b) < 0;
}
