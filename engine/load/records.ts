import { type Facts, gradeOf } from './facts.js';
import type { Path } from './places.js';
import { resolved, type SchemaNode, schemaOf } from './schema.js';
import { dayNumber, instantMs, type Moment, type Zone } from './time.js';

/**
 * The one reader of records: YAML, JSON and rows of registers become facts here, and whatever does not fit the
 * inventory's schema is refused. It is made from the schema itself, a collection at a time, when one is first read.
 */

/** What is wrong with a field of a row. */
export interface RowComplaint {
  field: string;
  message: string;
}

/** A row's facts, or why it is a bad row. */
export type ConvertedRow = { facts: Facts } | { complaint: RowComplaint };

export interface RowContext {
  zone: Zone;
  asOf: Required<Moment>;
  /** For CSV: what separates the entries of a list within a cell. Absent: values are typed already. */
  listSeparator?: string;
}

/** A way through one record. */
interface Reading extends RowContext {
  /** Where the reader stands. */
  path: (string | number)[];
  refuse(message: string): void;
}

/** The facts of a value; undefined where it has none, or was refused. */
type Reader = (value: unknown, reading: Reading) => unknown;

const readers = new Map<string, Reader>();

/** The reader of one record of a collection. */
function readerFor(collection: string): Reader {
  const known = readers.get(collection);
  if (known) return known;
  const schema = schemaOf('inventory');
  const property = schema.properties?.[collection] ?? {};
  const reader = readerOf(schema, property.items ?? property);
  readers.set(collection, reader);
  return reader;
}

/** The facts of a record as YAML or JSON declares it, without nulls. `refuse` is told of every field that does not fit. */
export function declaredFacts(
  collection: string,
  record: unknown,
  { zone, asOf }: RowContext,
  refuse: (path: Path, message: string) => void,
): Facts {
  const path: (string | number)[] = [];
  const reading: Reading = { zone, asOf, path, refuse: (message) => refuse([...path], message) };
  const facts = (readerFor(collection)(record, reading) ?? {}) as Facts;
  facts.grade = gradeOf(facts, asOf.day);
  return facts;
}

/**
 * The facts of one row of a register: the same facts that the row would give if it stood in YAML. `raw` is nested as the
 * record is; texts are read as numbers, dates and lists where the source is CSV.
 */
export function convertRow(collection: string, raw: unknown, context: RowContext): ConvertedRow {
  let complaint: RowComplaint | undefined;
  const path: (string | number)[] = [];
  const { zone, asOf, listSeparator } = context;
  const reading: Reading = {
    zone,
    asOf,
    ...(listSeparator === undefined ? {} : { listSeparator }),
    path,
    refuse(message) {
      complaint ??= { field: path.filter((step) => typeof step === 'string').join('.'), message };
    },
  };
  const facts = readerFor(collection)(raw ?? '', reading) as Facts | undefined;
  if (complaint || !facts) return { complaint: complaint ?? { field: 'id', message: MISSING } };
  facts.grade = facts.evidence === undefined ? 0 : gradeOf(facts, asOf.day);
  return { facts };
}

const MISSING = 'is missing: every record needs one';

function readerOf(schema: SchemaNode, unresolved: SchemaNode): Reader {
  const node = resolved(schema, unresolved);
  if (node['x-computed'] === true) return computedReader;
  switch (node.type) {
    case 'object':
      return objectReader(schema, node);
    case 'array':
      return listReader(readerOf(schema, node.items ?? {}));
    case 'boolean':
      return booleanOf;
    case 'integer':
    case 'number':
      return numberReader(node);
    default:
      return node.format === undefined ? textReader(node) : momentReader(node.format);
  }
}

// What a firm says about its own repository could hide what stands there.
const computedReader: Reader = (_value, reading) =>
  reading.refuse('cannot be declared, because it is found while the files are loaded: remove it');

function objectReader(schema: SchemaNode, node: SchemaNode): Reader {
  const known = new Map(
    Object.entries(node.properties ?? {}).map(([name, property]) => [name, readerOf(schema, property)]),
  );
  const others =
    typeof node.additionalProperties === 'object' ? readerOf(schema, node.additionalProperties) : undefined;
  const names = node.propertyNames?.pattern === undefined ? undefined : new RegExp(node.propertyNames.pattern, 'u');
  const { required = [], minProperties = 0 } = node;
  return (value, reading) => {
    const { path, listSeparator } = reading;
    const object = listSeparator !== undefined && typeof value === 'string' ? parsedCell(value, reading) : value;
    if (typeof object !== 'object' || object === null || Array.isArray(object))
      return reading.refuse('must be a group of fields');
    const facts: Facts = {};
    let isEmpty = true;
    for (const [name, item] of Object.entries(object)) {
      if (item === null || item === undefined) continue;
      path.push(name);
      const reader = known.get(name) ?? others;
      if (!reader || name === '__proto__') reading.refuse('is not a field of this register');
      else {
        if (names && !names.test(name)) reading.refuse(`${shown(name)} is not written as it must be`);
        const fact = reader(item, reading);
        if (fact !== undefined) {
          facts[name] = fact;
          isEmpty = false;
        }
      }
      path.pop();
    }
    // In CSV the fields of a group are columns: where all of its cells are empty, the group is absent.
    if (isEmpty && path.length > 0 && listSeparator !== undefined) return undefined;
    for (const name of required) {
      if (facts[name] === undefined) refuseAt(reading, name, MISSING);
    }
    if (isEmpty && minProperties > 0) reading.refuse('must not be empty');
    return facts;
  };
}

function refuseAt(reading: Reading, name: string, message: string): void {
  reading.path.push(name);
  reading.refuse(message);
  reading.path.pop();
}

function listReader(reader: Reader): Reader {
  return (value, reading) => {
    const { path, listSeparator } = reading;
    const items =
      typeof value === 'string' && listSeparator !== undefined ? listCell(value, listSeparator, reading) : value;
    if (!Array.isArray(items)) return reading.refuse('must be a list');
    return items.map((item, index) => {
      path.push(index);
      const fact = item === null ? reading.refuse('holds an empty entry') : reader(item, reading);
      path.pop();
      return fact;
    });
  };
}

// A cell holds a list as JSON, or as texts between separators.
function listCell(text: string, separator: string, reading: Reading): unknown {
  const trimmed = text.trim();
  if (trimmed.startsWith('[')) return parsedCell(trimmed, reading);
  return trimmed === '' ? [] : trimmed.split(separator).map((item) => item.trim());
}

function parsedCell(text: string, reading: Reading): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return reading.refuse('is not valid JSON');
  }
}

const booleanOf: Reader = (value, reading) => {
  if (typeof value === 'boolean') return value;
  if (reading.listSeparator !== undefined && typeof value === 'string') {
    const word = value.trim().toLowerCase();
    if (word === 'true') return true;
    if (word === 'false') return false;
  }
  return reading.refuse(`${shown(value)} is neither true nor false`);
};

function numberReader({ type, minimum, maximum, enum: allowed }: SchemaNode): Reader {
  return (value, reading) => {
    const isText = reading.listSeparator !== undefined && typeof value === 'string' && NUMBER.test(value.trim());
    const number = isText ? Number(value) : value;
    if (typeof number !== 'number' || !Number.isFinite(number))
      return reading.refuse(`${shown(value)} is not a number`);
    if (type === 'integer' && !Number.isSafeInteger(number))
      return reading.refuse(`${shown(value)} is not a whole number that can be kept exactly`);
    if (minimum !== undefined && number < minimum) return reading.refuse(`${number} is less than ${minimum}`);
    if (maximum !== undefined && number > maximum) return reading.refuse(`${number} is more than ${maximum}`);
    if (allowed && !allowed.includes(number)) return reading.refuse(`${number} is not one of ${allowed.join(', ')}`);
    return number;
  };
}

const NUMBER = /^-?\d+(\.\d+)?$/;

function textReader(node: SchemaNode): Reader {
  const allowed = node.enum === undefined ? undefined : new Set(node.enum.map(String));
  const pattern = node.pattern === undefined ? undefined : new RegExp(node.pattern, 'u');
  const { maxLength = Number.POSITIVE_INFINITY, minLength = 0 } = node;
  return (value, reading) => {
    if (typeof value !== 'string') return reading.refuse(`${shown(value)} is not text`);
    if (allowed && !allowed.has(value))
      return reading.refuse(`${shown(value)} is not one of ${[...allowed].join(', ')}`);
    // Lengths are counted in characters, as JSON Schema does; a text has never fewer code units than characters.
    if (value.length > maxLength && [...value].length > maxLength)
      return reading.refuse(`is longer than ${maxLength} characters`);
    if (value.length < minLength * 2 && [...value].length < minLength) return reading.refuse('is empty or too short');
    if (pattern && !pattern.test(value)) return reading.refuse(`${shown(value)} is not written as it must be`);
    return value;
  };
}

function momentReader(format: string): Reader {
  return (value, reading) => {
    if (typeof value !== 'string') return reading.refuse(`${shown(value)} is not a date`);
    const day = format === 'date-time' ? undefined : dayNumber(value);
    if (day !== undefined) return format === 'date' ? day : { day };
    const ms = format === 'date' ? undefined : instantMs(value);
    if (ms !== undefined) return { day: reading.zone.dayOf(ms), ms };
    return reading.refuse(momentComplaint(value, format));
  };
}

function momentComplaint(text: string, format: string): string {
  const what = shown(text);
  const mayBeInstant = format !== 'date';
  if (/^\d{4}-\d{2}-\d{2}$/.test(text)) {
    if (dayNumber(text) === undefined) return `${what} is not a date that exists`;
    return `${what} needs a time and an offset, such as ${text}T10:00:00+01:00`;
  }
  if (mayBeInstant && /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d+)?)?$/.test(text))
    return `${what} does not say in which offset from UTC: add Z or +01:00`;
  if (mayBeInstant && /^\d{4}-\d{2}-\d{2}T/.test(text)) return `${what} is not a time that exists`;
  const [kind, example] = mayBeInstant ? ['an instant', '2026-11-22T10:00:00+00:00'] : ['a date', '2026-11-22'];
  return `${what} is not ${kind}; write it as ${example}`;
}

function shown(value: unknown): string {
  const text = typeof value === 'string' ? value : JSON.stringify(value);
  return `"${text.length > 40 ? `${text.slice(0, 40)}…` : text}"`;
}
