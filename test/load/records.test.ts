import { readdirSync, readFileSync } from 'node:fs';
import { expect } from 'chai';
import { validate } from '../../engine/generated/validate-inventory.js';
import { declaredFacts } from '../../engine/load/records.js';
import { type SchemaNode, schemaOf } from '../../engine/load/schema.js';
import { type Zone, zoneOf } from '../../engine/load/time.js';
import { parseSource } from '../../engine/load/yaml.js';
import { packageRoot } from '../../engine/root.js';

/**
 * The reader of records against the validator that Ajv makes of the same schema: on every record of the fixtures, and on
 * each of them with one thing spoilt, in every way that a schema can forbid.
 */
const zone = zoneOf('Europe/London') as Zone;
const asOf = { day: 20_779, ms: 1_795_391_999_999 };

type Fields = Record<string, unknown>;
interface Found {
  collection: string;
  record: Fields;
}

describe('the reader of records', () => {
  const records = recordsOfFixtures();

  it('knows every keyword that the schema uses', () => {
    const known = ['type', 'title', 'description', '$ref', 'format', 'pattern', 'enum', 'properties', 'items'].concat(
      ['additionalProperties', 'minimum', 'maximum', 'maxLength', 'minLength', 'minProperties', 'propertyNames'],
      ['required', '$schema', '$id', '$defs'],
    );
    expect([...keywordsOf(schemaOf('inventory'))].filter((name) => !known.includes(name))).to.deep.equal([]);
  });

  it('takes every record of the fixtures', () => {
    expect(records.length).to.be.greaterThan(400);
    for (const { collection, record } of records) expect(complaints(collection, record)).to.deep.equal([]);
  });

  it('refuses what the validator refuses, and nothing else but dates that do not exist', () => {
    let spoilt = 0;
    let refused = 0;
    for (const { collection, record } of samples(records)) {
      for (const { what, copy } of variants(record)) {
        spoilt += 1;
        const mine = complaints(collection, copy);
        const single = collection === 'firm' || collection === 'repository';
        const fits = validate({ [collection]: single ? copy : [copy] });
        if (!fits) refused += 1;
        const onlyDates = mine.length > 0 && mine.every((message) => DATES.test(message));
        if (fits !== (mine.length === 0) && !(fits && onlyDates))
          throw new Error(
            `${collection} ${what}: Ajv ${fits ? 'takes' : 'refuses'} it; the reader says ${mine.join('; ') || 'nothing'}`,
          );
      }
    }
    expect(spoilt).to.be.greaterThan(10_000);
    expect(refused).to.be.greaterThan(5_000);
  }).timeout(60_000);
});

const DATES = /is not a date|is not an instant|needs a time|does not say in which offset|is not a time that exists/;

function complaints(collection: string, record: unknown): string[] {
  const found: string[] = [];
  declaredFacts(collection, record, { zone, asOf }, (path, message) => found.push(`${path.join('.')} ${message}`));
  return found;
}

function recordsOfFixtures(): Found[] {
  const folder = `${packageRoot}fixtures/`;
  return readdirSync(folder, { recursive: true })
    .map(String)
    .filter((path) => /(inventory|registers)\/.*\.(yaml|json)$/.test(path))
    .flatMap((path) => {
      const parsed = parseSource({ path, text: readFileSync(folder + path, 'utf8') });
      const content = Object('value' in parsed ? parsed.value : {}) as Record<string, Fields | Fields[]>;
      return Object.entries(content).flatMap(([collection, value]) =>
        [value].flat().map((record) => ({ collection, record })),
      );
    });
}

// Ten records of each collection, those with the most fields: the rest say nothing new.
function samples(records: readonly Found[]): Found[] {
  const byCollection = new Map<string, Found[]>();
  for (const found of records)
    byCollection.set(found.collection, [...(byCollection.get(found.collection) ?? []), found]);
  const size = ({ record }: Found): number => JSON.stringify(record).length;
  return [...byCollection.values()].flatMap((list) => [...list].sort((a, b) => size(b) - size(a)).slice(0, 10));
}

/** A record with one thing spoilt: each value replaced in turn, each key dropped, an unknown key added to each group. */
function* variants(record: Fields): Generator<{ what: string; copy: Fields }> {
  for (const path of pathsIn(record)) {
    for (const wrong of WRONG) {
      const copy = structuredClone(record);
      at(copy, path.slice(0, -1))[path.at(-1) as string] = wrong;
      yield { what: `${path.join('.')} = ${JSON.stringify(wrong)?.slice(0, 40)}`, copy };
    }
    const without = structuredClone(record);
    const parent = at(without, path.slice(0, -1));
    if (Array.isArray(parent)) parent.splice(Number(path.at(-1)), 1);
    else delete parent[path.at(-1) as string];
    yield { what: `without ${path.join('.')}`, copy: without };
  }
}

// `💼` is one character of two code units: lengths are counted in characters.
const WRONG = [
  ...['', ' ', 'x', 'no such value', 'X'.repeat(5_000), '💼'.repeat(150), '2026-02-30', '2026-11-22', 'GB', 'a.b'],
  ...[-1, 0, 1.5, 400, 1e9, true],
  ...[[], ['x'], [1], [{}], {}, { x: 1 }, { 'No Key': 'x' }],
];

function pathsIn(value: unknown, path: (string | number)[] = []): (string | number)[][] {
  if (typeof value !== 'object' || value === null) return path.length === 0 ? [] : [path];
  const inner = Object.entries(value).flatMap(([key, item]) =>
    pathsIn(item, [...path, Array.isArray(value) ? Number(key) : key]),
  );
  const added = Array.isArray(value) ? [] : [[...path, 'surely_unknown']];
  return [...(path.length === 0 ? [] : [path]), ...inner, ...added];
}

function at(value: Fields, path: readonly (string | number)[]): Fields {
  return path.reduce<Fields>((inner, step) => inner[step] as Fields, value);
}

function keywordsOf(node: SchemaNode, found = new Set<string>()): Set<string> {
  for (const name of Object.keys(node)) if (!name.startsWith('x-')) found.add(name);
  const { properties, $defs, items, additionalProperties } = node;
  for (const inner of [...Object.values(properties ?? {}), ...Object.values($defs ?? {})]) keywordsOf(inner, found);
  if (items) keywordsOf(items, found);
  if (typeof additionalProperties === 'object') keywordsOf(additionalProperties, found);
  return found;
}
