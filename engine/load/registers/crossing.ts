import type { DuckDBConnection, DuckDBInstance } from '@duckdb/node-api';
import { body, listCell, scalarCell, scan, textsCell } from './cells.js';
import { literal } from './instance.js';
import { insertTexts, stream } from './query.js';
import type { KeyedRow, RawRow } from './rows.js';
import type { RegisterSource } from './source.js';

/**
 * What crosses rows: whether what they refer to exists, and whether what they repeat stands there in the same way. DuckDB
 * brings the two sides together, because neither need fit in memory; what they mean is decided where rows are read.
 */
export interface Crossing {
  /**
   * Says which ids there are, before anything is asked of them.
   * @param declared the ids that stand in YAML, by collection
   */
  know(groups: readonly TargetGroup[], declared: (collection: string) => Iterable<string>): Promise<void>;
  /** The references in a register's rows that lead to nothing that is known. */
  deadLinks(collection: string, references: readonly RowReference[]): AsyncGenerator<DeadRowLink[]>;
  /** Those of the given ids that are not known. */
  unknown(group: string, ids: readonly string[]): Promise<Set<string>>;
  /** Rows that repeat a fact (some of `repeated`), as far as `fields` go, each with the row of `from` that it names. */
  copies(collection: string, asked: CopiesAsked): AsyncGenerator<RawRow[]>;
  /** The different texts of a field, sorted; a list counts by its entries. */
  distinct(collection: string, field: string, limit: number): Promise<string[]>;
  /** Those of the given texts that stand in a field of some row, sorted; a list counts by its entries. */
  named(collection: string, field: string, texts: readonly string[]): Promise<string[]>;
}

/** Collections in one of which a reference must lead. */
export interface TargetGroup {
  name: string;
  collections: readonly string[];
}

export interface RowReference {
  /** The way to it, `*` for any entry of a list. */
  field: string;
  group: string;
}

export interface DeadRowLink {
  row: number;
  id: string;
  field: string;
  value: string;
}

export interface CopiesAsked {
  repeated: readonly string[];
  fields: readonly string[];
  /** Where what is repeated comes from, unless that stands in YAML. `key` names the one row; of a list, its only entry. */
  from?: { collection: string; key: string; fields: readonly string[] };
}

/** @param setup a connection whose tables all others see */
export function crossing(
  instance: DuckDBInstance,
  setup: DuckDBConnection,
  sources: ReadonlyMap<string, RegisterSource>,
): Crossing {
  const sourceOf = (collection: string): RegisterSource => sources.get(collection) as RegisterSource;
  const textsFrom = async (sql: string): Promise<string[]> => {
    const connection = await instance.connect();
    try {
      return (await connection.runAndReadAll(sql)).getRowsJson().map(([text]) => String(text));
    } finally {
      connection.closeSync();
    }
  };
  // Groups by number, ids by a hash of 64 bits: a million ids take 16 MB, and in texts as many as stand in the files.
  let numbers = new Map<string, number>();
  const numberOf = (group: string): number => numbers.get(group) ?? -1;
  const ask = async (texts: readonly string[]): Promise<void> => {
    await setup.run('CREATE OR REPLACE TABLE asked (id VARCHAR)');
    await insertTexts(
      setup,
      'asked',
      texts.map((text) => [text]),
    );
  };
  return {
    async know(groups, declared) {
      numbers = new Map(groups.map(({ name }, index) => [name, index]));
      await setup.run('CREATE OR REPLACE TABLE known (target INTEGER, id UBIGINT)');
      for (const { name, collections } of groups) {
        for (const collection of collections) {
          const source = sources.get(collection);
          if (!source) {
            await ask([...declared(collection)]);
            await setup.run(`INSERT INTO known SELECT ${numberOf(name)}, hash(id) FROM asked`);
          } else {
            const ids = `SELECT ${scalarCell(source, 'id')} AS id FROM ${scan(source, 'known')}`;
            await setup.run(`INSERT INTO known SELECT ${numberOf(name)}, hash(id) FROM (${ids}) WHERE id IS NOT NULL`);
            if (source.format === 'csv') await forgetRejects(setup, source, 'known');
          }
        }
      }
    },

    async *deadLinks(collection, references) {
      const source = sourceOf(collection);
      const pairs = references.flatMap(({ field, group }) => {
        const texts = textsCell(source, field);
        if (texts === undefined) return [];
        return `list_transform(${texts}, lambda item: {'f': ${literal(field)}, 't': ${numberOf(group)}, 'v': item})`;
      });
      if (pairs.length === 0) return;
      const all = pairs.reduce((a, b) => `list_concat(${a}, ${b})`);
      const numbered = `SELECT row_number() OVER () AS privity_row, * FROM ${scan(source, 'links')}`;
      const linked = `SELECT privity_row, ${scalarCell(source, 'id')} AS privity_id, unnest(list_distinct(${all})) AS link FROM (${numbered})`;
      const flat = `SELECT privity_row, privity_id, link.f AS f, link.t AS t, link.v AS v FROM (${linked})`;
      const rows = stream(
        instance,
        `SELECT v, privity_row, json_object('id', privity_id, 'field', f)::VARCHAR, NULL::BIGINT, NULL::VARCHAR FROM (${flat}) links WHERE privity_id IS NOT NULL AND v IS NOT NULL AND v <> '' AND NOT EXISTS (SELECT 1 FROM known WHERE known.target = links.t AND known.id = hash(links.v))`,
      );
      for await (const chunk of rows) yield chunk.map(deadLink);
    },

    async unknown(group, ids) {
      await ask(ids);
      const sql = `SELECT id FROM asked WHERE NOT EXISTS (SELECT 1 FROM known WHERE known.target = ${numberOf(group)} AND known.id = hash(asked.id))`;
      return new Set(await textsFrom(sql));
    },

    async *copies(collection, { repeated, fields, from }) {
      const source = sourceOf(collection);
      const numbered = `SELECT row_number() OVER () AS privity_row, * FROM ${scan(source, 'copies')}`;
      const given = repeated.map((field) => `${scalarCell(source, field)} IS NOT NULL`).join(' OR ');
      const target = from === undefined ? undefined : sources.get(from.collection);
      if (!from || !target) {
        yield* stream(
          instance,
          `SELECT NULL::VARCHAR, privity_row, ${body(source, fields)}, NULL::BIGINT, NULL::VARCHAR FROM (${numbered}) source WHERE ${given}`,
        );
        return;
      }
      const keys = `list_distinct(${listCell(source, from.key)})`;
      const own = `SELECT privity_row AS rn, ${body(source, fields)} AS privity_body, CASE WHEN len(${keys}) = 1 THEN (${keys})[1] END AS privity_key FROM (${numbered}) source WHERE ${given}`;
      const theirNumbered = `SELECT row_number() OVER () AS privity_row, * FROM ${scan(target, 'copied')}`;
      const theirs = `SELECT ${scalarCell(target, 'id')} AS privity_target, privity_row AS target_rn, ${body(target, from.fields)} AS target_body FROM (${theirNumbered}) target`;
      yield* stream(
        instance,
        `SELECT NULL::VARCHAR, rn, privity_body, target_rn, target_body FROM (${own}) own LEFT JOIN (${theirs}) theirs ON own.privity_key = theirs.privity_target`,
      );
    },

    async distinct(collection, field, limit) {
      const source = sourceOf(collection);
      const texts = `SELECT DISTINCT unnest(${listCell(source, field)}) AS text FROM ${scan(source, 'distinct')}`;
      const sql = `SELECT text FROM (${texts}) WHERE text IS NOT NULL AND text <> '' ORDER BY text LIMIT ${limit}`;
      return textsFrom(sql);
    },

    async named(collection, field, texts) {
      const source = sourceOf(collection);
      await ask(texts);
      const all = `SELECT unnest(${listCell(source, field)}) AS text FROM ${scan(source, 'named_texts')}`;
      const sql = `SELECT DISTINCT text FROM (${all}) WHERE text IN (SELECT id FROM asked) ORDER BY text`;
      return textsFrom(sql);
    },
  };
}

function deadLink({ key, row, text }: KeyedRow): DeadRowLink {
  const { id, field } = JSON.parse(text) as { id: string; field: string };
  return { row, id, field, value: String(key) };
}

// What a scan sets aside stands in tables of the connection: one that goes on being used must not gather them.
async function forgetRejects(connection: DuckDBConnection, { collection }: RegisterSource, purpose: string) {
  for (const table of ['rejects', 'scans'])
    await connection.run(`DROP TABLE IF EXISTS ${table}_${collection}_${purpose}`);
}
