import { createHmac } from 'node:crypto';
import { closeSync, fstatSync, openSync, readSync, realpathSync } from 'node:fs';
import { resolve } from 'node:path';
import type { LoadedConfig } from '../config.js';
import { isBelow, matchingFiles, type SourceText } from '../files.js';
import type { Inventory } from '../inventory.js';
import type { RowKey } from '../key.js';
import { offsetOf, type Path, pathAt } from '../places.js';
import { nodeAt, resolved, schemaOf } from '../schema.js';
import { type Bounded, bounded } from './bounded.js';
import { type Hit, hitsIn, type IsOther, type Kind, plain } from './looksLike.js';
import { textsAt } from './references.js';

/** A place in a file that everyone with access to the repository can read, and what stands there; never the text itself. */
export interface TrackedMatch {
  file: string;
  line: number;
  /** In a file of the inventory, the field: the way from the record, without positions in lists. */
  field?: string;
  looks_like: Kind;
  /** Which of several of its kind in the file (and field), from the second on: lines change, this seldom does. */
  nth?: number;
  /** The fingerprint with which the firm can permit it, where the firm's key is at hand. */
  hash?: string;
}

export type TrackedMatches = ReturnType<Bounded<TrackedMatch>['result']>;

/**
 * Looks through the text of a firm's files for what identifies people, names matters, or may not be recorded (PRIV-001).
 * @param tracked the files that git tracks below the root; undefined outside a repository, where all files of the firm's
 *   directory are looked through, apart from registers, because they are what would be shared
 */
export async function searchFiles(
  root: string,
  config: LoadedConfig,
  inventory: Inventory,
  tracked: readonly string[] | undefined,
  key: RowKey | undefined,
): Promise<TrackedMatches> {
  const registers = new Set(Object.values(config.registers).flatMap(({ file }) => file ?? []));
  const files =
    tracked && tracked.length > 0
      ? [...new Set(tracked)].sort()
      : (await matchingFiles(root, ['**/*'])).filter((file) => !registers.has(file));
  const sources = new Map(
    [...inventory.records.values()].flatMap((records) =>
      [...records.values()].map(({ source }) => [source.path, source]),
    ),
  );
  const titles = titlesOf(inventory);
  const isOther = others(inventory);
  const isAllowed = allowances(inventory, key);
  const found = bounded<TrackedMatch>(({ file, line, field, looks_like }) => [file, line, field ?? '', looks_like]);
  const inside = realpathSync.native(root);
  for (const file of files) {
    const source = sources.get(file);
    const counts = new Map<string, number>();
    const places = source
      ? placesIn(source, isOther, titles.get(file) ?? [])
      : placesOfFile(root, inside, file, isOther);
    for (const { line, field, hit } of places) {
      if (isAllowed(hit)) continue;
      const which = `${field ?? ''} ${hit.looksLike}`;
      const nth = (counts.get(which) ?? 0) + 1;
      counts.set(which, nth);
      found.add({
        file,
        line,
        ...(field === undefined ? {} : { field }),
        looks_like: hit.looksLike,
        ...(nth === 1 ? {} : { nth }),
        ...(key ? { hash: fingerprint(hit, key.bytes) } : {}),
      });
    }
  }
  return found.result();
}

interface Placed {
  line: number;
  field?: string;
  hit: Hit;
}

/** What stands in a file of the inventory: in its free text, its comments, and where a title tells more than a number. */
function placesIn(source: SourceText, isOther: IsOther, titles: readonly TitleAt[]): Placed[] {
  const { text } = source;
  const placed: Placed[] = [];
  const lines = lineCounter(text);
  for (const hit of hitsIn(text, isOther)) {
    if (isComment(text, hit.at)) {
      placed.push({ line: lines(hit.at), hit });
      continue;
    }
    const path = pathAt(source, hit.at);
    if (isFreeText(path)) placed.push({ line: lines(hit.at), field: fieldOf(path), hit });
  }
  for (const { path, hit } of titles) placed.push({ line: lines(offsetOf(source, path)), field: fieldOf(path), hit });
  return placed;
}

const LONGEST_COMMENT = 2_000;

function isComment(text: string, at: number): boolean {
  const before = text.slice(Math.max(0, at - LONGEST_COMMENT), at);
  return /(?:^|\s)#/.test(before.slice(before.lastIndexOf('\n') + 1));
}

function fieldOf(path: Path): string {
  return path
    .slice(1)
    .filter((step) => typeof step === 'string')
    .join('.');
}

// Identifiers, dates, digests and words of a list are no text in which somebody could write about a person.
function isFreeText(path: Path): boolean {
  const schema = schemaOf('inventory');
  const node = nodeAt(schema, path);
  if (!node) return true;
  const { type, format, pattern, enum: words, ...rest } = resolved(schema, node);
  if (type !== 'string') return false;
  if (format !== undefined || pattern !== undefined || words !== undefined) return false;
  return rest['x-references'] === undefined && path.at(-1) !== 'hash';
}

/** Any other file, a part at a time: however large it is, little of it is held. */
function* placesOfFile(root: string, inside: string, file: string, isOther: IsOther): Generator<Placed> {
  let linesBefore = 0;
  for (const text of partsOf(root, inside, file)) {
    const lines = lineCounter(text);
    for (const hit of hitsIn(text, isOther)) yield { line: linesBefore + lines(hit.at), hit };
    linesBefore += lines(text.length) - 1;
  }
}

const PART_BYTES = 1024 * 1024;

// Parts end at a line's end, so that nothing is cut in two. What is not text (it holds a zero byte at its beginning, by
// which git tells) is passed over, and so is a link that leads out of the directory.
function* partsOf(root: string, inside: string, file: string): Generator<string> {
  let descriptor: number;
  try {
    const target = realpathSync.native(resolve(root, file));
    if (!isBelow(inside, target)) return;
    descriptor = openSync(target, 'r');
  } catch {
    // Deleted, and still tracked.
    return;
  }
  try {
    if (!fstatSync(descriptor).isFile()) return;
    const buffer = Buffer.allocUnsafe(PART_BYTES);
    let kept = 0;
    for (let isFirst = true; ; isFirst = false) {
      const read = readSync(descriptor, buffer, kept, buffer.length - kept, null);
      const length = kept + read;
      if (isFirst && buffer.subarray(0, Math.min(length, 8000)).includes(0)) return;
      const last = read === 0 ? length : buffer.subarray(0, length).lastIndexOf(0x0a) + 1;
      const end = last === 0 && length === buffer.length ? length : last;
      if (end > 0) yield buffer.toString('utf8', 0, end);
      if (read === 0) return;
      buffer.copyWithin(0, end, length);
      kept = length - end;
    }
  } finally {
    closeSync(descriptor);
  }
}

/** The line (from 1) of offsets that are asked for in any order. */
function lineCounter(text: string): (at: number) => number {
  let line = 1;
  let seen = 0;
  return (at) => {
    if (at < seen) [line, seen] = [1, 0];
    for (let end = text.indexOf('\n', seen); end !== -1 && end < at; end = text.indexOf('\n', seen)) {
      line += 1;
      seen = end + 1;
    }
    return line;
  };
}

interface TitleAt {
  path: Path;
  hit: Hit;
}

// Clients and matters go by number: a title in words says who or what they are. So does that of a member of staff, where
// it is two names rather than a post.
function titlesOf({ records }: Inventory): Map<string, TitleAt[]> {
  const found = new Map<string, TitleAt[]>();
  for (const [collection, looksLike] of TITLED) {
    for (const { facts, source, path } of records.get(collection)?.values() ?? []) {
      const { title } = facts;
      if (typeof title !== 'string' || !/\p{L}{3}/u.test(title.replace(OPAQUE, ''))) continue;
      const value = plain(title);
      const known = found.get(source.path) ?? [];
      found.set(source.path, known);
      known.push({ path: [...path, 'title'], hit: { at: 0, looksLike, value } });
    }
  }
  return found;
}

const TITLED: readonly [string, Kind][] = [
  ['clients', 'client-or-matter-title'],
  ['matters', 'client-or-matter-title'],
];
const OPAQUE = /\b(?:client|matter|case|file|number|no|ref|[A-Za-z]{0,4}-?\d[\w/-]*)\b/gi;

// Identifiers of declared records that are no client, matter or file: what stands beside them is about them.
function others({ records }: Inventory): IsOther {
  const homes = [...records].filter(([collection]) => !SECRET.has(collection)).map(([, home]) => home);
  return (id) => homes.some((home) => home.has(id));
}

const SECRET = new Set(['clients', 'matters', 'client_files']);

/** The fingerprint of a text that was found: keyed, because the few texts of a kind could all be tried. */
export function fingerprint({ looksLike, value }: Hit, key: Uint8Array): string {
  return createHmac('sha256', key).update(`privity match\0${looksLike}\0${value}`).digest('hex').slice(0, 32);
}

/**
 * What may stand in the files: the firm's own name and contact, the contacts of its representatives, of suppliers and of
 * those whom it must notify, wherever they are repeated, and what the firm has permitted by its fingerprint. That needs
 * the firm's key: without it nothing is permitted that way.
 */
function allowances({ records }: Inventory, key: RowKey | undefined): (hit: Hit) => boolean {
  const offices = new Set(
    OFFICES.flatMap(([collection, fields]) =>
      [...(records.get(collection)?.values() ?? [])].flatMap(({ facts }) =>
        fields.flatMap((field) => [...textsAt(facts, field)].flatMap((text) => hitsIn(text).map(identityOf))),
      ),
    ),
  );
  const permitted = new Set(
    [...(records.get('repository')?.values() ?? [])].flatMap(({ facts }) =>
      [...textsAt(facts, 'allowed_matches.*.hash')].map((hash) => hash.toLowerCase()),
    ),
  );
  return (hit) =>
    offices.has(identityOf(hit)) ||
    (permitted.size > 0 && key !== undefined && permitted.has(fingerprint(hit, key.bytes)));
}

function identityOf({ looksLike, value }: Hit): string {
  return `${looksLike} ${value}`;
}

const OFFICES: readonly [string, readonly string[]][] = [
  ['firm', ['legal_name', 'contact.*', 'eu_representative.*', 'uk_representative.*']],
  ['vendors', ['contact', 'title']],
  ['incident_plans', ['notification_matrix.*.contact']],
];
