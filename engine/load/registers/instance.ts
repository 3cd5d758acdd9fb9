import type { DuckDBInstance } from '@duckdb/node-api';

/** Memory for joins, for finding ids that stand twice, and for sorting, in MB: what does not fit goes to disk. */
const SORT_MEMORY_MB = 384;

/**
 * DuckDB in memory, without extensions from elsewhere. Loaded only where it is needed: it costs more than a small firm's
 * whole run.
 * @param spill a directory for what does not fit in memory
 */
export async function sortingInstance(spill: string): Promise<DuckDBInstance> {
  const { DuckDBInstance: Instance } = await import('@duckdb/node-api');
  return Instance.create(':memory:', {
    autoinstall_known_extensions: 'false',
    autoload_known_extensions: 'false',
    memory_limit: `${SORT_MEMORY_MB}MB`,
    temp_directory: spill,
    threads: '2',
  });
}

/** A table of one column, `line`: the lines of a text file, whatever they hold. */
export function linesOf(path: string): string {
  return `read_csv(${literal(path)}, columns = {'line': 'VARCHAR'}, header = false, auto_detect = false, delim = '\u0001', quote = '', escape = '')`;
}

/** A text of SQL. */
export function literal(text: string): string {
  return `'${text.replaceAll("'", "''")}'`;
}
