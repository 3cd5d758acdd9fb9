import type { Random } from 'fast-check';
import { resolved, type SchemaNode, schemaOf } from '../../engine/load/schema.js';
import { dateText } from '../../engine/load/time.js';

/** What values are drawn with: for one firm, or for one of its records. */
export interface Drawing {
  random: Random;
  /** The day around which dates lie. */
  asOfDay: number;
  /** The ids of every collection. */
  ids: ReadonlyMap<string, readonly string[]>;
  /** Texts that stand at a field of the fixture firms, by collection and path without indexes. */
  texts: ReadonlyMap<string, readonly string[]>;
  /** How likely it is that an optional fact is given, in per cent. */
  given: number;
  /** How likely a value is odd where it may be, in per cent. */
  odd: number;
}

/** Whether something happens that is as likely as `percent`. */
export function happens(random: Random, percent: number): boolean {
  return random.nextInt(1, 100) <= percent;
}

export function pick<T>(random: Random, items: readonly T[]): T {
  return items[random.nextInt(0, items.length - 1)] as T;
}

/** Some of the items, in their order; now and then none or all of them. */
export function some<T>(random: Random, items: readonly T[]): T[] {
  const share = pick(random, [0, 25, 50, 50, 75, 100, 100]);
  return items.filter(() => happens(random, share));
}

/** A value that the schema allows, or undefined where there is none to give. `path`: its collection and fields. */
export function valueOf(node: SchemaNode, path: string, drawing: Drawing): unknown {
  const schema = schemaOf('inventory');
  const references = node['x-references'];
  if (references) return referenceOf(references, node['x-not-reference'], drawing);
  const { random } = drawing;
  const plain = resolved(schema, node);
  if (plain.enum) return pick(random, plain.enum);
  switch (plain.type) {
    case 'object':
      return objectOf(plain, path, drawing);
    case 'array':
      return listOf(plain.items ?? {}, path, drawing);
    case 'boolean':
      return random.nextInt(0, 1) === 1;
    case 'integer':
    case 'number':
      return numberOf(plain, drawing);
    default:
      return plain.format === undefined ? textOf(plain, path, drawing) : timeOf(plain.format, drawing);
  }
}

function objectOf(node: SchemaNode, path: string, drawing: Drawing): Record<string, unknown> {
  const { random, given } = drawing;
  if (typeof node.additionalProperties === 'object') return mapOf(node.additionalProperties, node, path, drawing);
  const object: Record<string, unknown> = {};
  const { required = [], minProperties = 0 } = node;
  for (const [name, property] of fieldsOf(node)) {
    const isRequired = required.includes(name);
    if (!isRequired && !happens(random, given)) continue;
    // A fact without a value is an absent one.
    const value = !isRequired && happens(random, 2) ? null : valueOf(property, `${path}.${name}`, drawing);
    if (value !== undefined) object[name] = value;
  }
  if (Object.values(object).filter((value) => value !== null).length < minProperties) {
    const [name, property] = pick(random, fieldsOf(node));
    object[name] = valueOf(property, `${path}.${name}`, drawing);
  }
  return object;
}

/** The fields that a firm may declare: not those that loading finds. */
export function fieldsOf(node: SchemaNode): [string, SchemaNode][] {
  return Object.entries(node.properties ?? {}).filter(([, property]) => property['x-computed'] !== true);
}

function mapOf(values: SchemaNode, node: SchemaNode, path: string, drawing: Drawing): Record<string, unknown> {
  const { random, texts } = drawing;
  const known = texts.get(`${path}#`) ?? [];
  const pattern = node.propertyNames?.pattern;
  const others = ['CA', 'NY', 'TX', 'ZZ', 'review', 'other.section_1'];
  const keys = [...known, ...others].filter((key) => pattern === undefined || new RegExp(pattern, 'u').test(key));
  return Object.fromEntries(some(random, keys).map((key) => [key, valueOf(values, `${path}.*`, drawing)]));
}

function listOf(items: SchemaNode, path: string, drawing: Drawing): unknown[] {
  const { random } = drawing;
  const { enum: allowed } = resolved(schemaOf('inventory'), items);
  if (allowed) return some(random, allowed);
  const length = pick(random, [0, 1, 1, 2, 2, 3]);
  const list: unknown[] = [];
  for (let index = 0; index < length; index += 1) {
    const value = valueOf(items, path, drawing);
    if (value !== undefined) list.push(value);
  }
  return list;
}

/** Mostly an id that is declared; now and then a dead link, or a word that stands in place of an id. */
function referenceOf(collections: readonly string[], other: string | undefined, { random, ids }: Drawing): string {
  if (other !== undefined && happens(random, 25)) return other === '^all$' ? 'all' : 'group:everyone';
  const declared = collections.flatMap((name) => ids.get(name) ?? []);
  if (declared.length === 0 || happens(random, 6)) return pick(random, ['nobody', 'Nowhere-1', 'gone']);
  return pick(random, declared);
}

/** Numbers on which rules turn: bounds of the schema, bounds of parameters, and what lies beside them. */
const NUMBERS = [0, 1, 2, 3, 5, 10, 12, 24, 30, 72, 90, 100, 180, 250, 365, 500, 501, 1000, 2190, 10_000, 26_625_000];

function numberOf({ type, minimum = 0, maximum = 1_000_000 }: SchemaNode, { random, odd }: Drawing): number {
  if (happens(random, odd)) return pick(random, [minimum, maximum]);
  const near =
    pick(random, NUMBERS) + pick(random, [-1, 0, 0, 0, 1]) + (type === 'number' ? pick(random, [0, 0, 0.5]) : 0);
  return Math.min(Math.max(near, minimum), maximum);
}

/** Spans after which duties fall due, in days. */
const SPANS = [
  0, 0, 1, 2, 3, 7, 10, 14, 20, 30, 31, 45, 60, 90, 180, 270, 330, 365, 366, 400, 730, 1095, 1826, 2192, 3000, 8000,
];
const EXTREME_DATES = [
  '0001-01-01',
  '0004-02-29',
  '1582-10-10',
  '1899-12-31',
  '1969-12-31',
  '1970-01-01',
  '2000-02-29',
];
const FAR_DATES = ['2024-02-29', '2026-03-29', '2026-10-25', '2028-02-29', '2038-01-19', '2100-02-28', '9999-12-31'];
/** Midnights, and where clocks change in Europe and America. */
const CLOCKS = [
  '00:00:00Z',
  '23:59:59.999Z',
  '01:00:00Z',
  '00:30:00+01:00',
  '23:30:00-08:00',
  '12:00:00+14:00',
  '09:15:00Z',
];
const CHANGES = [
  '2026-03-29T00:59:59Z',
  '2026-03-29T01:00:00Z',
  '2026-10-25T00:30:00Z',
  '2026-10-25T01:30:00Z',
  '2026-03-08T10:00:00Z',
  '2026-11-01T05:30:00-04:00',
];

export function dateNear({ random, asOfDay, odd }: Drawing): string {
  if (happens(random, odd)) return pick(random, [...EXTREME_DATES, ...FAR_DATES]);
  const span = pick(random, SPANS) + pick(random, [-1, 0, 0, 0, 0, 1]);
  return dateWithin(asOfDay + (happens(random, 80) ? -span : span));
}

/** The date of a day number, within the years that four digits hold. */
export function dateWithin(day: number): string {
  const first = -719_162;
  const last = 2_932_896;
  return dateText(Math.min(Math.max(day, first), last));
}

function timeOf(format: string, drawing: Drawing): string {
  const { random, odd } = drawing;
  if (format === 'date' || (format === 'date-or-date-time' && happens(random, 30))) return dateNear(drawing);
  if (happens(random, odd)) return pick(random, CHANGES);
  return `${dateNear(drawing)}T${pick(random, CLOCKS)}`;
}

const PLACES = ['GB', 'DE', 'FR', 'IE', 'US', 'US-CA', 'US-NY', 'US-TX', 'CH', 'IN', 'CN', 'JP', 'CA', 'XX'];
const ZONES = [
  'Europe/London',
  'Europe/Berlin',
  'America/New_York',
  'America/Los_Angeles',
  'Asia/Kolkata',
  'Pacific/Apia',
  'Pacific/Auckland',
  'Africa/Casablanca',
  'UTC',
];
const WORDS = [
  'p-1',
  'p-2',
  'r-1',
  'r-2',
  '1',
  '2',
  'client work',
  'see the file note of the review',
  'family',
  'other',
];
const PATTERNED = ['A', 'L', 'CA', 'NY', 'england-and-wales', 'x.y_z-1', 'https://firm.example/doc', 'DMS://vault/17'];

const ODD_TEXTS = [
  '',
  ' ',
  'null',
  'true',
  '010',
  '~',
  '"',
  "'",
  '\\',
  '{{subject}}',
  '${x}',
  '<b>&amp;</b>',
  '=1+1',
  '::warning::x',
  'e\u0301',
  '\u00e9',
  '\u05e9\u05dc\u05d5\u05dd',
  '\u202eevil\u202c',
  '\u200b',
  '\ufeff',
  '👩\u200d⚖️',
  '𝒳'.repeat(3),
  '\u0130stanbul',
  'STRASSE ß ẞ',
  'line\nbreak',
  'tab\tstop',
  '\u0085\u2028',
  '\u007f',
  '\u0000',
  '\u0007bell',
  '__proto__',
  'constructor',
  '2026-11-22',
  '0',
  '-0',
  '1e400',
];
const ODD_IDS = ['💼-1', '\u05d0-1', 'a.b/c d', 'A', 'a', "o'neil", '__proto__x', 'toString', 'e\u0301'];

function textOf(node: SchemaNode, path: string, drawing: Drawing): string {
  const { random, texts, odd } = drawing;
  if (path === 'firm.timezone') return pick(random, ZONES);
  const pools: readonly string[][] = [[...(texts.get(path) ?? [])], WORDS, PLACES, PATTERNED];
  const [known = [], words = []] = pools;
  if (happens(random, odd)) {
    const text = happens(random, 10)
      ? 'very long '.repeat(Math.floor((node.maxLength ?? 500) / 10))
      : pick(random, [...ODD_TEXTS, ...ODD_IDS]);
    if (fits(node, text)) return text;
  }
  const usual = known.length > 0 && happens(random, 75) ? known : words;
  const chosen = pick(random, usual);
  if (fits(node, chosen)) return chosen;
  const fitting = pools.flat().filter((text) => fits(node, text));
  if (fitting.length === 0) throw new Error(`No text is known for ${path} (${node.pattern}): add one here.`);
  return pick(random, fitting);
}

function fits({ pattern, minLength = 0, maxLength = Number.POSITIVE_INFINITY }: SchemaNode, text: string): boolean {
  const { length } = [...text];
  return length >= minLength && length <= maxLength && (pattern === undefined || new RegExp(pattern, 'u').test(text));
}

/** An id for a record: mostly plain, now and then one that is hard to carry. */
export function idFor(collection: string, index: number, { random, odd }: Pick<Drawing, 'random' | 'odd'>): string {
  return happens(random, odd) ? `${pick(random, ODD_IDS)}${index}` : `${collection.slice(0, 4)}-${index}`;
}
