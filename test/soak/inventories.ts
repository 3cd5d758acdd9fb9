import fc from 'fast-check';
import { collections } from '../../engine/generated/model.js';
import { resolved, type SchemaNode, schemaOf } from '../../engine/load/schema.js';
import { dayNumber } from '../../engine/load/time.js';
import type { Declarations, Examples, PlainRecord } from './examples.js';
import { smaller } from './shrink.js';
import { type Drawing, dateWithin, fieldsOf, happens, idFor, pick, valueOf } from './values.js';

/** A firm as it stands in its repository, and how it is judged. */
export interface Firm {
  /** A date or an instant. */
  asOf: string;
  /** Written as YAML, else as JSON: both are read. */
  yaml: boolean;
  /** Whether subjects are listed, as they are where rows stand in several units; else they are counted. */
  listed: boolean;
  parameters: Record<string, number>;
  declared: Declarations;
}

/** The day as of which the fixture firms stand. */
const EXAMPLES_DAY = dayNumber('2026-11-22') as number;
const DAYS = [
  '2026-11-22',
  '2026-11-22',
  '2026-11-22',
  '2026-11-22T10:00:00Z',
  '2024-02-29',
  '2026-03-29',
  '2026-10-25T00:30:00Z',
  '2027-12-02',
  '2025-12-31',
];
const EXTREME_DAYS = ['0001-01-01', '1970-01-01', '2100-02-28', '9999-12-31', '9999-12-31T23:59:59Z'];

/** Firms of every kind that the schema of the inventory allows. They shrink to what a failure needs. */
export function inventories(
  examples: Examples,
  parameters: ReadonlyMap<string, { min: number; max: number }>,
): fc.Arbitrary<Firm> {
  return new Inventories(examples, parameters);
}

// fast-check asks for a class. Drawing by hand, from the schema, is quicker than a tree of a thousand arbitraries, and
// shrinking whole collections and records first needs fewer steps.
class Inventories extends fc.Arbitrary<Firm> {
  constructor(
    private readonly examples: Examples,
    private readonly parameters: ReadonlyMap<string, { min: number; max: number }>,
  ) {
    super();
  }

  generate(random: fc.Random): fc.Value<Firm> {
    return new fc.Value(firmOf(random, this.examples, this.parameters), undefined);
  }

  canShrinkWithoutContext(value: unknown): value is Firm {
    return value instanceof Object;
  }

  shrink(value: Firm): fc.Stream<fc.Value<Firm>> {
    return fc.stream(smaller(value)).map((firm) => new fc.Value(firm, undefined));
  }
}

function firmOf(
  random: fc.Random,
  examples: Examples,
  parameters: ReadonlyMap<string, { min: number; max: number }>,
): Firm {
  const asOf = happens(random, 4) ? pick(random, EXTREME_DAYS) : pick(random, DAYS);
  const set = happens(random, 30)
    ? [...parameters].filter(() => happens(random, 20)).map(([name, { min, max }]) => [name, pick(random, [min, max])])
    : [];
  const firm: Firm = {
    asOf,
    yaml: happens(random, 50),
    listed: happens(random, 50),
    parameters: Object.fromEntries(set),
    declared: {},
  };
  const example = happens(random, 75) ? pick(random, examples.firms) : undefined;
  const given = pick(random, [95, 90, 80, 70, 50]);
  const odd = pick(random, [0, 2, 5, 15]);
  // How much of an example is left as it is.
  const kept = pick(random, [98, 92, 80]);
  const declaredShare = pick(random, [100, 97, 85]);
  const ids = new Map<string, string[]>();
  const templates = new Map<string, PlainRecord>();
  const declarable = new Set(fieldsOf(schemaOf('inventory')).map(([name]) => name));
  for (const [name, { single }] of Object.entries(collections)) {
    if (single || !declarable.has(name) || !happens(random, declaredShare)) continue;
    const list: string[] = [];
    for (const record of chosenFrom(example?.[name], random)) {
      list.push(String(record.id));
      templates.set(`${name} ${record.id}`, record);
    }
    const fresh = pick(random, example ? [0, 0, 1, 1, 2] : [0, 1, 2, 3, 4]);
    for (let index = 0; index < fresh; index += 1) list.push(idFor(name, index, { random, odd }));
    ids.set(name, [...new Set(list)]);
  }
  const asOfDay = dayNumber(asOf.slice(0, 10)) as number;
  const drawing: Drawing = { random, asOfDay, ids, texts: examples.texts, given, odd };
  const schema = schemaOf('inventory');
  for (const [name, { single }] of Object.entries(collections)) {
    const property = schema.properties?.[name] ?? {};
    if (single) {
      const template = example?.[name];
      const absent = name === 'firm' ? 2 : 15;
      if (happens(random, absent)) continue;
      firm.declared[name] = recordOf(property, name, template as PlainRecord | undefined, kept, drawing);
      continue;
    }
    const list = ids.get(name);
    if (!list) continue;
    firm.declared[name] = list.map((id) => ({
      ...recordOf(property.items ?? {}, name, templates.get(`${name} ${id}`), kept, drawing),
      id,
    }));
  }
  return firm;
}

/** A few neighbours in an example's collection: they are likelier to have to do with each other. */
function chosenFrom(content: unknown, random: fc.Random): PlainRecord[] {
  if (!Array.isArray(content) || content.length === 0) return [];
  const count = pick(random, [1, 2, 3, 4, 6]);
  const start = content.length <= count ? 0 : random.nextInt(0, content.length - count);
  return content.slice(start, start + count) as PlainRecord[];
}

function recordOf(
  node: SchemaNode,
  path: string,
  template: PlainRecord | undefined,
  kept: number,
  drawing: Drawing,
): PlainRecord {
  if (template === undefined) return valueOf(node, path, drawing) as PlainRecord;
  return adapted(template, node, path, kept, drawing) as PlainRecord;
}

/** An example's value, moved to the day of the firm, with some of what it says changed, left out or added. */
function adapted(value: unknown, unresolved: SchemaNode, path: string, kept: number, drawing: Drawing): unknown {
  const { random, asOfDay, ids, given } = drawing;
  const node = resolved(schemaOf('inventory'), unresolved);
  if (Array.isArray(value)) {
    return value
      .filter(() => happens(random, kept))
      .map((item) => adapted(item, node.items ?? {}, path, kept, drawing));
  }
  if (typeof value === 'object' && value !== null) {
    const object: PlainRecord = {};
    for (const [name, item] of Object.entries(value)) {
      const property = node.properties?.[name] ?? (node.additionalProperties as SchemaNode);
      if (node.required?.includes(name) || happens(random, kept))
        object[name] = adapted(item, property, `${path}.${name}`, kept, drawing);
    }
    for (const [name, property] of fieldsOf(node)) {
      // Somebody else's facts make little sense beside those of the example: few of them.
      if (value && !(name in value) && happens(random, (100 - kept) / 2) && happens(random, given)) {
        const added = valueOf(property, `${path}.${name}`, drawing);
        if (added !== undefined) object[name] = added;
      }
    }
    return Object.keys(object).length < (node.minProperties ?? 0) ? value : object;
  }
  const references = unresolved['x-references'];
  if (references && typeof value === 'string') {
    const known = references.flatMap((name) => ids.get(name) ?? []);
    return known.includes(value) && happens(random, kept) ? value : valueOf(unresolved, path, drawing);
  }
  if (!happens(random, kept)) return valueOf(unresolved, path, drawing);
  if (node.format !== undefined && typeof value === 'string') {
    const day = dayNumber(value.slice(0, 10)) as number;
    return dateWithin(asOfDay + day - EXAMPLES_DAY) + value.slice(10);
  }
  return value;
}
