import { type Facts, gradeOf } from '../facts.js';
import { nodeAt, resolved, type SchemaNode, schemaOf } from '../schema.js';
import { dayNumber, instantMs, type Moment, type Zone } from '../time.js';

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

type Convert = (value: unknown, context: RowContext, field: string) => unknown;

class BadField extends Error {
  readonly complaint: RowComplaint;

  constructor(field: string, message: string) {
    super(message);
    this.complaint = { field, message };
  }
}

const converters = new Map<string, Convert>();

/**
 * The facts of one row of a register, checked against the inventory's schema: the same facts that the row would give if
 * it stood in YAML. `raw` is nested as the record is; texts are read as numbers, dates and lists where the source is CSV.
 */
export function convertRow(collection: string, raw: unknown, context: RowContext): ConvertedRow {
  let convert = converters.get(collection);
  if (!convert) {
    const schema = schemaOf('inventory');
    convert = converterOf(schema, nodeAt(schema, [collection, 0]) ?? {});
    converters.set(collection, convert);
  }
  try {
    const facts = convert(raw ?? '', context, '') as Facts | undefined;
    if (facts === undefined || typeof facts.id !== 'string')
      throw new BadField('id', 'is missing: every record needs one');
    const { evidence } = raw as Record<string, unknown>;
    facts.grade = evidence === undefined ? 0 : gradeOf(raw as Record<string, unknown>, context.asOf.day);
    return { facts };
  } catch (error) {
    if (!(error instanceof BadField)) throw error;
    return { complaint: error.complaint };
  }
}

function converterOf(schema: SchemaNode, unresolved: SchemaNode): Convert {
  const node = resolved(schema, unresolved);
  switch (node.type) {
    case 'object':
      return objectConverter(schema, node);
    case 'array':
      return listConverter(converterOf(schema, node.items ?? {}));
    case 'boolean':
      return booleanOf;
    case 'integer':
    case 'number':
      return numberConverter(node);
    default:
      return node.format === undefined ? textConverter(node) : momentConverter(node.format);
  }
}

function objectConverter(schema: SchemaNode, node: SchemaNode): Convert {
  const known = new Map(
    Object.entries(node.properties ?? {}).map(([name, property]) => [name, converterOf(schema, property)]),
  );
  const others =
    typeof node.additionalProperties === 'object' ? converterOf(schema, node.additionalProperties) : undefined;
  return (value, context, field) => {
    const object = context.listSeparator !== undefined && typeof value === 'string' ? parsedCell(value, field) : value;
    if (typeof object !== 'object' || object === null || Array.isArray(object))
      throw new BadField(field, 'must be a group of fields');
    const facts: Facts = {};
    for (const [name, item] of Object.entries(object)) {
      if (item === null || item === undefined) continue;
      const inner = field === '' ? name : `${field}.${name}`;
      const convert = known.get(name) ?? others;
      if (!convert || name === '__proto__') throw new BadField(inner, 'is not a field of this register');
      const fact = convert(item, context, inner);
      if (fact !== undefined) facts[name] = fact;
    }
    // In CSV the fields of a group are columns: where all of its cells are empty, the group is absent.
    return field !== '' && context.listSeparator !== undefined && Object.keys(facts).length === 0 ? undefined : facts;
  };
}

function listConverter(convert: Convert): Convert {
  return (value, context, field) => {
    const items =
      typeof value === 'string' && context.listSeparator !== undefined
        ? listCell(value, context.listSeparator, field)
        : value;
    if (!Array.isArray(items)) throw new BadField(field, 'must be a list');
    return items.map((item) => {
      if (item === null) throw new BadField(field, 'holds an empty entry');
      return convert(item, context, field);
    });
  };
}

// A cell holds a list as JSON, or as texts between separators.
function listCell(text: string, separator: string, field: string): unknown {
  const trimmed = text.trim();
  if (trimmed.startsWith('[')) return parsedCell(trimmed, field);
  return trimmed === '' ? [] : trimmed.split(separator).map((item) => item.trim());
}

function parsedCell(text: string, field: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new BadField(field, 'is not valid JSON');
  }
}

const booleanOf: Convert = (value, { listSeparator }, field) => {
  if (typeof value === 'boolean') return value;
  if (listSeparator !== undefined && typeof value === 'string') {
    const word = value.trim().toLowerCase();
    if (word === 'true') return true;
    if (word === 'false') return false;
  }
  throw new BadField(field, `${shown(value)} is neither true nor false`);
};

function numberConverter({ type, minimum, maximum }: SchemaNode): Convert {
  return (value, { listSeparator }, field) => {
    const isText = listSeparator !== undefined && typeof value === 'string' && /^-?\d+(\.\d+)?$/.test(value.trim());
    const number = isText ? Number(value) : value;
    if (typeof number !== 'number' || !Number.isFinite(number))
      throw new BadField(field, `${shown(value)} is not a number`);
    if (type === 'integer' && !Number.isSafeInteger(number))
      throw new BadField(field, `${shown(value)} is not a whole number that can be kept exactly`);
    if (minimum !== undefined && number < minimum) throw new BadField(field, `${number} is less than ${minimum}`);
    if (maximum !== undefined && number > maximum) throw new BadField(field, `${number} is more than ${maximum}`);
    return number;
  };
}

function textConverter(node: SchemaNode): Convert {
  const allowed = node.enum === undefined ? undefined : new Set(node.enum.map(String));
  const pattern = node.pattern === undefined ? undefined : new RegExp(node.pattern, 'u');
  const longest = node.maxLength;
  return (value, _, field) => {
    if (typeof value !== 'string') throw new BadField(field, `${shown(value)} is not text`);
    if (allowed && !allowed.has(value))
      throw new BadField(field, `${shown(value)} is not one of ${[...allowed].join(', ')}`);
    if (longest !== undefined && value.length > longest)
      throw new BadField(field, `is longer than ${longest} characters`);
    if (pattern && !pattern.test(value)) throw new BadField(field, `${shown(value)} is not written as it must be`);
    return value;
  };
}

function momentConverter(format: string): Convert {
  return (value, { zone }, field) => {
    if (typeof value !== 'string') throw new BadField(field, `${shown(value)} is not a date`);
    const day = format === 'date-time' ? undefined : dayNumber(value);
    if (day !== undefined) return format === 'date' ? day : { day };
    const ms = format === 'date' ? undefined : instantMs(value);
    if (ms !== undefined) return { day: zone.dayOf(ms), ms };
    throw new BadField(
      field,
      `${shown(value)} is not ${format === 'date' ? 'a date that exists' : 'an instant with an offset, such as 2026-11-22T10:00:00Z'}`,
    );
  };
}

function shown(value: unknown): string {
  const text = typeof value === 'string' ? value : JSON.stringify(value);
  return `"${text.length > 40 ? `${text.slice(0, 40)}…` : text}"`;
}
