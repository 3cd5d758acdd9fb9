import type { DuckDBConnection, DuckDBInstance } from '@duckdb/node-api';
import { literal } from './instance.js';
import type { KeyedRow } from './rows.js';

/** The rows of a query: key, number of the row, its text, and number and text of the row that was joined to it. */
export async function* stream(instance: DuckDBInstance, sql: string): AsyncGenerator<KeyedRow[]> {
  const connection: DuckDBConnection = await instance.connect();
  try {
    const result = await connection.stream(sql);
    for (;;) {
      const chunk = await result.fetchChunk();
      if (!chunk || chunk.rowCount === 0) return;
      const [keys, rows, texts] = [chunk.getColumnVector(0), chunk.getColumnVector(1), chunk.getColumnVector(2)];
      const [matterRows, matters] = [chunk.getColumnVector(3), chunk.getColumnVector(4)];
      const found: KeyedRow[] = [];
      for (let index = 0; index < chunk.rowCount; index += 1) {
        const matter = matters.getItem(index);
        found.push({
          key: keys.getItem(index) as string | null,
          row: Number(rows.getItem(index)),
          text: String(texts.getItem(index) ?? ''),
          ...(matter === null ? {} : { matter: { row: Number(matterRows.getItem(index)), text: String(matter) } }),
        });
      }
      yield found;
    }
  } finally {
    connection.closeSync();
  }
}

/** Fills a table of texts. */
export async function insertTexts(
  connection: DuckDBConnection,
  table: string,
  rows: readonly (readonly string[])[],
): Promise<void> {
  for (let at = 0; at < rows.length; at += 500) {
    const values = rows.slice(at, at + 500).map((row) => `(${row.map(literal).join(', ')})`);
    await connection.run(`INSERT INTO ${table} VALUES ${values.join(', ')}`);
  }
}
