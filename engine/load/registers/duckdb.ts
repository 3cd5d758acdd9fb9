import { statSync } from 'node:fs';
import type { DuckDBConnection } from '@duckdb/node-api';
import { collections, type UnitName } from '../../generated/model.js';
import { UserError } from '../../problems.js';
import { removeTemporary, temporaryDirectory } from '../../temporary.js';
import { body, listCell, scalarCell, scan } from './cells.js';
import { type Crossing, crossing } from './crossing.js';
import { literal, sortingInstance } from './instance.js';
import { type Partitions, partitioned, partsFor } from './partitions.js';
import { insertTexts, stream } from './query.js';
import type { KeyedRow, RawRow } from './rows.js';
import { matchHeader, type RegisterSource } from './source.js';

/** A row that could not be read as a record of the file's format. */
export interface Reject {
  row: number;
  reason: string;
}

export interface Inspection {
  /** Ids that stand in more than one row, with their rows; at most 50. */
  duplicates: { id: string; rows: number[] }[];
  /** Rows of a CSV file that cannot be read as such. */
  rejects: Reject[];
}

export interface RegisterReader {
  /** The rows of registers by the key of a unit; a row of several units comes once for each. */
  byUnit(names: readonly string[], unit: UnitName): Promise<Partitions>;
  /** The rows of a register in the order of the file, in chunks. */
  inOrder(collection: string): AsyncGenerator<KeyedRow[]>;
  /** The rows of the given ids: meant for few, because they are all held at once. */
  named(collection: string, ids: readonly string[]): Promise<RawRow[]>;
  /** What is wrong with a register's rows as such, before any is judged. */
  inspect(collection: string): Promise<Inspection>;
  /** What crosses rows. */
  crossing: Crossing;
  close(): Promise<void>;
}

/**
 * Opens DuckDB over the files of registers: nothing else can be read, nothing is downloaded.
 * @param declaredKeys the fields of declared rows that keys are looked up in, by collection, id and field
 * @param needsClosings whether files may need the closing of their matter: they are then joined
 */
export async function openRegisters(
  sources: ReadonlyMap<string, RegisterSource>,
  declaredKeys: (collection: string, field: string) => [id: string, key: string][],
  needsClosings: boolean,
): Promise<RegisterReader> {
  const spill = await temporaryDirectory('sort');
  const instance = await sortingInstance(spill);
  const setup = await instance.connect();
  const paths = [...sources.values()].map(({ path }) => literal(path)).join(', ');
  await setup.run(`SET allowed_paths = [${paths}]`);
  await setup.run(`SET allowed_directories = [${literal(spill)}]`);
  await setup.run('SET enable_external_access = false');
  await setup.run('SET lock_configuration = true');
  for (const source of sources.values()) if (source.format === 'parquet') await describeParquet(setup, source);
  const declaredTables = new Map<string, Promise<void>>();

  const fill = async (name: string, pairs: readonly (readonly [id: string, key: string])[]): Promise<void> => {
    await setup.run(`CREATE TABLE ${name} (id VARCHAR, key VARCHAR)`);
    await insertTexts(setup, name, pairs);
  };

  // Rows that stand in YAML, as a table, so that keys can be looked up in them.
  const declaredTable = async (collection: string, field: string): Promise<string> => {
    const name = `declared_${collection}_${field}`;
    // Registers are streamed side by side: whoever comes second waits until all rows are there.
    const filled = declaredTables.get(name) ?? fill(name, declaredKeys(collection, field));
    declaredTables.set(name, filled);
    await filled;
    return name;
  };

  const keysOf = async (
    source: RegisterSource,
    path: string,
    index: number,
  ): Promise<{ keys: string; join: string }> => {
    const [own, elsewhere] = path.split('>') as [string, string | undefined];
    if (elsewhere === undefined) return { keys: listCell(source, own), join: '' };
    const [collection, field] = elsewhere.split('.') as [string, string];
    const target = sources.get(collection);
    const table = target
      ? `(SELECT ${scalarCell(target, 'id')} AS id, unnest(${listCell(target, field)}) AS key FROM ${scan(target, `${source.collection}_${collection}`)})`
      : await declaredTable(collection, field);
    const name = `lookup_${index}`;
    return {
      keys: `${name}.${name}_keys`,
      join: `LEFT JOIN (SELECT id AS ${name}_id, list(key) AS ${name}_keys FROM ${table} GROUP BY id) ${name} ON ${name}.${name}_id = ${scalarCell(source, own)}`,
    };
  };

  const sourceOf = (collection: string): RegisterSource => sources.get(collection) as RegisterSource;

  // The rows of a register with their numbers, under a name that no column of a firm's has; a file that may need the
  // closing of its matter comes with it.
  const numbered = (source: RegisterSource, purpose: string): { rows: string; matter: string; matterRow: string } => {
    const rows = `(SELECT row_number() OVER () AS privity_row, * FROM ${scan(source, purpose)}) source`;
    const matters = needsClosings && source.collection === 'client_files' ? sources.get('matters') : undefined;
    if (!matters) return { rows, matter: 'NULL::VARCHAR', matterRow: 'NULL::BIGINT' };
    return {
      rows: `${rows} LEFT JOIN (${closings(matters)}) closing ON closing.privity_closing = ${matterAsked(source)}`,
      matter: 'closing.privity_body',
      matterRow: 'closing.privity_rn',
    };
  };

  async function* keyedRows(collection: string, unit: UnitName): AsyncGenerator<KeyedRow[]> {
    const source = sourceOf(collection);
    const parts = await Promise.all(
      (collections[collection]?.units[unit] ?? []).map((path, index) => keysOf(source, path, index)),
    );
    const all =
      parts.length === 1
        ? (parts[0] as { keys: string }).keys
        : parts.map(({ keys }) => `coalesce(${keys}, [])`).reduce((a, b) => `list_concat(${a}, ${b})`);
    const { rows, matter, matterRow } = numbered(source, 'unit');
    const keyed = `SELECT privity_row AS rn, ${body(source)} AS body, ${matterRow} AS matter_rn, ${matter} AS matter, list_filter(${all}, lambda k: k IS NOT NULL AND k <> '') AS keys FROM ${rows} ${parts.map(({ join: on }) => on).join(' ')}`;
    yield* stream(
      instance,
      `SELECT unnest(CASE WHEN keys IS NULL OR len(keys) = 0 THEN [NULL] ELSE list_distinct(keys) END) AS key, rn, body, matter_rn, matter FROM (${keyed})`,
    );
  }

  return {
    byUnit(names, unit) {
      const bytes = names.reduce((sum, name) => sum + statSync(sourceOf(name).path).size, 0);
      return partitioned(new Map(names.map((name) => [name, keyedRows(name, unit)])), partsFor(bytes), spill);
    },
    async *inOrder(collection) {
      const source = sourceOf(collection);
      const { rows, matter, matterRow } = numbered(source, 'order');
      yield* stream(
        instance,
        `SELECT NULL::VARCHAR AS key, privity_row, ${body(source)} AS body, ${matterRow}, ${matter} FROM ${rows}`,
      );
    },
    async named(collection, ids) {
      const source = sourceOf(collection);
      const { rows, matter, matterRow } = numbered(source, 'named');
      const table = `named_${collection}`;
      await setup.run(`CREATE OR REPLACE TABLE ${table} (id VARCHAR)`);
      await insertTexts(
        setup,
        table,
        ids.map((id) => [id]),
      );
      const found: RawRow[] = [];
      const sql = `SELECT NULL::VARCHAR AS key, privity_row, ${body(source)} AS body, ${matterRow}, ${matter} FROM ${rows} WHERE ${scalarCell(source, 'id')} IN (SELECT id FROM ${table})`;
      for await (const chunk of stream(instance, sql)) found.push(...chunk);
      await setup.run(`DROP TABLE ${table}`);
      return found;
    },
    async inspect(collection) {
      const source = sourceOf(collection);
      const connection = await instance.connect();
      try {
        // A column that is not asked for is not read, and what is wrong in it not seen: the size asks for all of them.
        const numbered = `SELECT ${scalarCell(source, 'id')} AS id, row_number() OVER () AS rn, length(${body(source)}) AS size FROM ${scan(source, 'ids')} source`;
        await connection.run(`CREATE TEMP TABLE ids AS ${numbered}`);
        const twice = await connection.runAndReadAll(
          'SELECT id, list(rn ORDER BY rn)::VARCHAR FROM ids WHERE id IN (SELECT id FROM ids GROUP BY id HAVING count(*) > 1) GROUP BY id ORDER BY id LIMIT 50',
        );
        const duplicates = twice
          .getRowsJson()
          .map(([id, rows]) => ({ id: String(id), rows: JSON.parse(String(rows)) as number[] }));
        const [[rows]] = (await connection.runAndReadAll('SELECT count(*) FROM ids')).getRowsJson() as [[string]];
        source.rows = Number(rows);
        await connection.run('DROP TABLE ids');
        return { duplicates, rejects: source.format === 'csv' ? await rejectsOf(connection, source) : [] };
      } finally {
        connection.closeSync();
      }
    },
    crossing: crossing(instance, setup, sources),
    async close() {
      setup.closeSync();
      instance.closeSync();
      await removeTemporary(spill);
    },
  };
}

const REJECTS: Record<string, string> = {
  'MISSING COLUMNS': 'has fewer cells than the first row names, or is cut off',
  'TOO MANY COLUMNS': 'has more cells than the first row names',
  'UNQUOTED VALUE': 'has a quotation mark that is never closed, or stands in the wrong place',
  'INVALID ENCODING': 'is not UTF-8 text',
  'LINE SIZE OVER MAXIMUM': 'is too long',
};

/** Closed matters: id, number of the row, and the fields from which days are derived. */
function closings(matters: RegisterSource): string {
  const numbered = `SELECT row_number() OVER () AS privity_row, * FROM ${scan(matters, 'closing')}`;
  return `SELECT ${scalarCell(matters, 'id')} AS privity_closing, privity_row AS privity_rn, ${body(matters, CLOSING)} AS privity_body FROM (${numbered}) WHERE ${scalarCell(matters, 'status')} = 'closed'`;
}

const CLOSING: readonly string[] = ['id', 'title', 'status', 'closed_on', 'evidence'];

/** The id of a file's one matter, where the file gives no day itself: what is then derived is decided where it is read. */
function matterAsked(files: RegisterSource): string {
  const matters = listCell(files, 'matter_ids');
  return `CASE WHEN ${scalarCell(files, 'retention_trigger_on')} IS NULL AND len(list_distinct(${matters})) = 1 THEN (${matters})[1] END`;
}

// The rows that the scan just made set aside: DuckDB keeps them in a table of the connection.
async function rejectsOf(connection: DuckDBConnection, { collection }: RegisterSource): Promise<Reject[]> {
  const result = await connection.runAndReadAll(
    `SELECT DISTINCT line, error_type FROM rejects_${collection}_ids ORDER BY line`,
  );
  return result.getRowsJson().map(([line, type]) => ({
    row: Number(line) - 1,
    reason: REJECTS[String(type)] ?? String(type).toLowerCase(),
  }));
}

async function describeParquet(connection: DuckDBConnection, source: RegisterSource): Promise<void> {
  let columns: string[][];
  try {
    const result = await connection.runAndReadAll(`DESCRIBE SELECT * FROM read_parquet(${literal(source.path)})`);
    columns = result.getRowsJson().map((row) => row.map(String));
  } catch {
    throw new UserError([
      {
        place: { file: source.file },
        message: 'This is not a Parquet file, or it is cut off. Export the register again.',
      },
    ]);
  }
  source.types = Object.fromEntries(columns.map(([name, type]) => [name, type]));
  const problems = matchHeader(
    source,
    columns.map(([name]) => name as string),
  );
  if (problems.length > 0) throw new UserError(problems);
}
