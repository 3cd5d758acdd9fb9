import { closeSync, openSync, readSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { UserError } from '../../problems.js';
import type { KeyedRow } from './duckdb.js';

/**
 * Rows grouped by key on disk. A register's rows come in the order of its file; those of one key are wanted together, and
 * may not fit in memory. They are dealt out by a hash of the key into parts small enough to be read one at a time; rows of
 * one key, whatever their register, are in the same part.
 */
export interface Partitions {
  readonly count: number;
  /** The rows of a register that fell into a part, in no order. */
  rows(collection: string, part: number): KeyedRow[];
  close(): void;
}

/** How much of the files' text makes one part, in bytes: as facts of the rules it takes some ten times the room. */
const PART_BYTES = 2 * 1024 * 1024;
const MOST_PARTS = 2_048;
/** Of each part as much is gathered before it is written, in bytes. */
const BLOCK_BYTES = 16 * 1024;

/** Into how many parts rows are dealt whose files have so many bytes in all. */
export function partsFor(bytes: number): number {
  return Math.min(MOST_PARTS, Math.max(1, Math.ceil(bytes / PART_BYTES)));
}

/** The part of a key (FNV-1a). */
export function partOf(key: string, count: number): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < key.length; at += 1) hash = Math.imul(hash ^ key.charCodeAt(at), 0x01000193);
  return (hash >>> 0) % count;
}

/**
 * Deals out the rows of registers.
 * @param directory where what does not fit in memory is written
 * @throws UserError where the disk is full
 */
export async function partitioned(
  registers: ReadonlyMap<string, AsyncIterable<readonly KeyedRow[]>>,
  count: number,
  directory: string,
): Promise<Partitions> {
  const spills = new Map<string, Spill>();
  const close = (): void => {
    for (const spill of spills.values()) spill.close();
  };
  try {
    for (const [collection, chunks] of registers) {
      const spill = new Spill(join(directory, `rows-${collection}`), count);
      spills.set(collection, spill);
      for await (const rows of chunks) {
        for (const row of rows) spill.add(row.key === null ? row.row % count : partOf(row.key, count), row);
      }
    }
  } catch (error) {
    close();
    if ((error as NodeJS.ErrnoException).code !== 'ENOSPC') throw error;
    throw new UserError(
      `There is no room left in ${directory} for what the registers need while they are sorted. Free some, or name another place in TMPDIR.`,
    );
  }
  return { count, rows: (collection, part) => spills.get(collection)?.rows(part) ?? [], close };
}

/** A row's head: lengths of key and text in bytes, and its number. */
const HEAD_BYTES = 12;
const NO_KEY = 0xffffffff;

interface Part {
  /** What is not written yet. */
  open: Buffer | undefined;
  used: number;
  /** Where the rest stands in the file. */
  blocks: { position: number; length: number }[];
}

/** The rows of one register: a file of blocks, each of one part. */
class Spill {
  readonly #file: number;
  readonly #parts: Part[];
  #end = 0;

  constructor(path: string, count: number) {
    this.#file = openSync(path, 'w+', 0o600);
    this.#parts = Array.from({ length: count }, () => ({ open: undefined, used: 0, blocks: [] }));
  }

  add(index: number, { key, row, text }: KeyedRow): void {
    const part = this.#parts[index] as Part;
    // A code unit takes three bytes at most.
    const most = HEAD_BYTES + ((key?.length ?? 0) + text.length) * 3;
    if (part.open && part.used + most > part.open.length) this.#write(part);
    if (!part.open || most > part.open.length) part.open = Buffer.allocUnsafe(Math.max(BLOCK_BYTES, most));
    const { open, used } = part;
    const keyBytes = key === null ? 0 : open.write(key, used + HEAD_BYTES);
    const textBytes = open.write(text, used + HEAD_BYTES + keyBytes);
    open.writeUInt32LE(key === null ? NO_KEY : keyBytes, used);
    open.writeUInt32LE(textBytes, used + 4);
    open.writeUInt32LE(row, used + 8);
    part.used += HEAD_BYTES + keyBytes + textBytes;
  }

  #write(part: Part): void {
    const { open, used } = part;
    if (!open) return;
    for (let done = 0; done < used; ) done += writeSync(this.#file, open, done, used - done, this.#end + done);
    part.blocks.push({ position: this.#end, length: used });
    this.#end += used;
    // What has been written may be written over; a block for one long row is not kept.
    if (open.length > BLOCK_BYTES) part.open = undefined;
    part.used = 0;
  }

  rows(index: number): KeyedRow[] {
    const part = this.#parts[index] as Part;
    const rows: KeyedRow[] = [];
    for (const { position, length } of part.blocks) {
      const block = Buffer.allocUnsafe(length);
      readSync(this.#file, block, 0, length, position);
      readRows(block, rows);
    }
    if (part.open) readRows(part.open.subarray(0, part.used), rows);
    part.open = undefined;
    return rows;
  }

  close(): void {
    closeSync(this.#file);
  }
}

function readRows(block: Buffer, rows: KeyedRow[]): void {
  for (let at = 0; at < block.length; ) {
    const keyBytes = block.readUInt32LE(at);
    const textAt = at + HEAD_BYTES + (keyBytes === NO_KEY ? 0 : keyBytes);
    const end = textAt + block.readUInt32LE(at + 4);
    rows.push({
      key: keyBytes === NO_KEY ? null : block.toString('utf8', at + HEAD_BYTES, textAt),
      row: block.readUInt32LE(at + 8),
      text: block.toString('utf8', textAt, end),
    });
    at = end;
  }
}
