/**
 * The lines of a text file in the order of their bytes, in chunks; what does not fit in memory goes to disk.
 * @param spill a directory for what does not fit
 */
export async function* sortedLines(file: string, spill: string): AsyncGenerator<string[]> {
  const { DuckDBInstance } = await import('@duckdb/node-api');
  const instance = await DuckDBInstance.create(':memory:', {
    autoinstall_known_extensions: 'false',
    autoload_known_extensions: 'false',
    memory_limit: '240MB',
    temp_directory: spill,
    threads: '2',
  });
  const connection = await instance.connect();
  try {
    const path = file.replaceAll("'", "''");
    const lines = `read_csv('${path}', columns = {'line': 'VARCHAR'}, header = false, auto_detect = false, delim = '\u0001', quote = '', escape = '')`;
    const result = await connection.stream(`SELECT line FROM ${lines} ORDER BY line`);
    for (let chunk = await result.fetchChunk(); chunk && chunk.rowCount > 0; chunk = await result.fetchChunk()) {
      const column = chunk.getColumnVector(0);
      yield Array.from({ length: chunk.rowCount }, (_, index) => String(column.getItem(index)));
    }
  } finally {
    connection.closeSync();
    instance.closeSync();
  }
}
