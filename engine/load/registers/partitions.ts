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
const PART_BYTES = 1024 * 1024;
const MOST_PARTS = 2_048;
/** How much of all parts together is gathered before it is written, in bytes. */
const OPEN_BYTES = 8 * 1024 * 1024;
const BLOCK_BYTES = { least: 2 * 1024, most: 64 * 1024 };

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
  const share = Math.floor(OPEN_BYTES / (count * registers.size));
  const blockBytes = Math.min(BLOCK_BYTES.most, Math.max(BLOCK_BYTES.least, share));
  const close = (): void => {
    for (const spill of spills.values()) spill.close();
  };
  try {
    for (const [collection, chunks] of registers) {
      const spill = new Spill(join(directory, `rows-${collection}`), count, blockBytes);
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

/** A row's head: the lengths of its key, its text and its matter's text in bytes, its number and its matter's. */
const HEAD_BYTES = 20;
/** The length of what a row does not have. */
const NONE = 0xffffffff;

interface Part {
  /** What is not written yet. */
  open: Buffer | undefined;
  used: number;
  /** Where the rest stands in the file: position and length of each block in turn. */
  blocks: number[];
}

/** The rows of one register: a file of blocks, each of one part. */
class Spill {
  readonly #file: number;
  readonly #parts: Part[];
  readonly #blockBytes: number;
  #end = 0;

  constructor(path: string, count: number, blockBytes: number) {
    this.#blockBytes = blockBytes;
    this.#file = openSync(path, 'w+', 0o600);
    this.#parts = Array.from({ length: count }, () => ({ open: undefined, used: 0, blocks: [] }));
  }

  add(index: number, { key, row, text, matter }: KeyedRow): void {
    const part = this.#parts[index] as Part;
    // A code unit takes three bytes at most.
    const most = HEAD_BYTES + ((key?.length ?? 0) + text.length + (matter?.text.length ?? 0)) * 3;
    if (part.open && part.used + most > part.open.length) this.#write(part);
    if (!part.open || most > part.open.length) part.open = Buffer.allocUnsafeSlow(Math.max(this.#blockBytes, most));
    const { open, used } = part;
    let end = used + HEAD_BYTES;
    const lengths = [key, text, matter?.text].map((each) => {
      if (each === null || each === undefined) return NONE;
      const bytes = open.write(each, end);
      end += bytes;
      return bytes;
    });
    for (const [at, number] of [...lengths, row, matter?.row ?? 0].entries()) open.writeUInt32LE(number, used + at * 4);
    part.used = end;
  }

  #write(part: Part): void {
    const { open, used } = part;
    if (!open) return;
    for (let done = 0; done < used; ) done += writeSync(this.#file, open, done, used - done, this.#end + done);
    part.blocks.push(this.#end, used);
    this.#end += used;
    // What has been written may be written over; a block for one long row is not kept.
    if (open.length > this.#blockBytes) part.open = undefined;
    part.used = 0;
  }

  rows(index: number): KeyedRow[] {
    const part = this.#parts[index] as Part;
    const rows: KeyedRow[] = [];
    for (let at = 0; at < part.blocks.length; at += 2) {
      const [position, length] = part.blocks.slice(at, at + 2) as [number, number];
      const block = Buffer.allocUnsafe(length);
      readSync(this.#file, block, 0, length, position);
      readRows(block, rows);
    }
    part.blocks = [];
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
    const head = at;
    at += HEAD_BYTES;
    const next = (position: number): string | undefined => {
      const bytes = block.readUInt32LE(head + position * 4);
      if (bytes === NONE) return undefined;
      at += bytes;
      return block.toString('utf8', at - bytes, at);
    };
    const key = next(0) ?? null;
    const text = next(1) ?? '';
    const matter = next(2);
    rows.push({
      key,
      row: block.readUInt32LE(head + 12),
      text,
      ...(matter === undefined ? {} : { matter: { row: block.readUInt32LE(head + 16), text: matter } }),
    });
  }
}
