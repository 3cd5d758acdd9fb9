import { collections } from '../generated/model.js';
import { resolved, type SchemaNode, schemaOf } from '../load/schema.js';

/**
 * The schemas that rules are type-checked against: the inventory's, as the rules see it (collections keyed by id,
 * registers left out, dates as day numbers, instants as `{day, ms}`), and what one unit's input may hold.
 */
export function ruleSchemas(parameters: readonly string[]): Record<string, unknown> {
  const inventory = schemaOf('inventory');
  const definitions = mapValues(inventory.$defs ?? {}, (node) => asFacts(node, true));
  const definitionOf = (collection: string): string => {
    const property = inventory.properties?.[collection];
    return (property?.items ?? property)?.$ref?.split('/').at(-1) as string;
  };
  const declared: Record<string, unknown> = {};
  const unit: Record<string, unknown> = { collection: { type: 'string' } };
  for (const [name, { single, register }] of Object.entries(collections)) {
    const record = { $ref: `#/$defs/${definitionOf(name)}` };
    if (!register) declared[name] = single ? record : keyedBy(record);
    unit[inputName(name)] = record;
    if (register) unit[name] = keyedBy(record);
  }
  const object = (properties: Record<string, unknown>): unknown => ({
    type: 'object',
    additionalProperties: false,
    properties,
    $defs: definitions,
  });
  return {
    inventory: object(declared),
    unit: object(unit),
    requests: { ...(keyedBy({ $ref: '#/$defs/RightsRequest' }) as object), $defs: definitions },
    moment: MOMENT,
    parameters: object(Object.fromEntries(parameters.map((name) => [name, {}]))),
  };
}

/** What a single record of a collection is called in a unit's input. */
export function inputName(collection: string): string {
  return collection === 'staff' ? 'staff_member' : (collections[collection]?.entity ?? collection);
}

// By field: the grade of the record from which its value was derived while loading.
const DERIVED = { type: 'object', additionalProperties: { type: 'integer' } };

const MOMENT = {
  type: 'object',
  additionalProperties: false,
  properties: { day: { type: 'integer' }, ms: { type: 'integer' } },
};

function keyedBy(record: unknown): unknown {
  return { type: 'object', additionalProperties: record };
}

function asFacts(node: SchemaNode, isRecord = false): unknown {
  if (node.$ref !== undefined) return { $ref: node.$ref };
  if (node.format === 'date') return { type: 'integer' };
  if (node.format === 'date-time' || node.format === 'date-or-date-time') return MOMENT;
  const copy: Record<string, unknown> = { type: node.type };
  if (node.properties) {
    copy.properties = {
      ...mapValues(node.properties, (property) => asFacts(property)),
      ...(isRecord ? { grade: { type: 'integer' }, derived: DERIVED } : {}),
    };
    copy.additionalProperties = false;
  }
  if (typeof node.additionalProperties === 'object') copy.additionalProperties = asFacts(node.additionalProperties);
  if (node.items) copy.items = asFacts(node.items);
  return copy;
}

/**
 * What the lint of rules knows: the names of all fields, and for every field with an enum the values that it takes in
 * any record.
 */
export function vocabulary(): { fields: string[]; enums: Record<string, string[]> } {
  const schema = schemaOf('inventory');
  // Parts of moments, what loading adds to records, and what the driver is given for each control.
  const fields = new Set<string>(['day', 'ms', 'grade', 'derived', 'collection', 'path', 'list']);
  const enums = new Map<string, Set<string>>();
  const open = new Set<string>();
  const visit = (node: SchemaNode): void => {
    for (const [name, property] of Object.entries(node.properties ?? {})) {
      fields.add(name);
      const values = resolved(schema, property).enum ?? property.items?.enum;
      if (values) enums.set(name, new Set([...(enums.get(name) ?? []), ...values.map(String)]));
      else if (property.type === 'string') open.add(name);
      visit(property);
    }
    if (node.items) visit(node.items);
    if (typeof node.additionalProperties === 'object') visit(node.additionalProperties);
  };
  visit(schema);
  for (const definition of Object.values(schema.$defs ?? {})) visit(definition);
  for (const name of Object.keys(collections)) fields.add(name).add(inputName(name));
  // A field that is free text in one record and an enum in another cannot be told apart by its name.
  const checked = [...enums].filter(([name]) => !open.has(name));
  return {
    fields: [...fields].sort(),
    enums: Object.fromEntries(checked.map(([name, values]) => [name, [...values].sort()])),
  };
}

function mapValues<T, U>(object: Record<string, T>, transform: (value: T) => U): Record<string, U> {
  return Object.fromEntries(Object.entries(object).map(([key, value]) => [key, transform(value)]));
}
