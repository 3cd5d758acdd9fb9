import { writeFile } from 'node:fs/promises';
import { DuckDBInstance } from '@duckdb/node-api';

export type Row = Record<string, unknown>;

/** Rows as CSV: groups of fields as dotted columns, lists of texts joined by `;`, lists of groups as JSON. */
export function csv(rows: readonly Row[]): string {
  const flat = rows.map((row) => flattened(row, ''));
  const header = [...new Set(flat.flatMap((row) => Object.keys(row)))];
  const lines = flat.map((row) => header.map((name) => cell(row[name])).join(','));
  return `${[header.map(cell).join(','), ...lines].join('\n')}\n`;
}

function flattened(value: Row, prefix: string): Record<string, string> {
  const flat: Record<string, string> = {};
  for (const [name, item] of Object.entries(value)) {
    if (Array.isArray(item)) {
      flat[prefix + name] =
        item.every((entry) => typeof entry === 'string') && item.length > 0 ? item.join(';') : JSON.stringify(item);
    } else if (typeof item === 'object' && item !== null)
      Object.assign(flat, flattened(item as Row, `${prefix}${name}.`));
    else flat[prefix + name] = String(item);
  }
  return flat;
}

function cell(text: string | undefined): string {
  return text === undefined ? '' : `"${text.replaceAll('"', '""')}"`;
}

export function ndjson(rows: readonly Row[]): string {
  return rows.map((row) => `${JSON.stringify(row)}\n`).join('');
}

/** Writes a Parquet file with typed columns: DATE, TIMESTAMP WITH TIME ZONE, lists and structs. */
export async function writeParquet(path: string, rows: readonly Row[]): Promise<void> {
  await writeFile(`${path}.ndjson`, ndjson(rows));
  const instance = await DuckDBInstance.create(':memory:');
  const connection = await instance.connect();
  const read = `read_json('${path}.ndjson', sample_size = -1, timestampformat = 'never')`;
  const described = await connection.runAndReadAll(`DESCRIBE SELECT * FROM ${read}`);
  const instants = described
    .getRowsJson()
    .map(([name]) => String(name))
    .filter((name) => name.endsWith('_at'));
  const replaced = instants.map((name) => `${name}::TIMESTAMPTZ AS ${name}`).join(', ');
  await connection.run(
    `COPY (SELECT *${instants.length > 0 ? ` REPLACE (${replaced})` : ''} FROM ${read}) TO '${path}' (FORMAT parquet)`,
  );
  connection.closeSync();
  instance.closeSync();
}
