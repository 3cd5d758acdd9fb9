import { linesOf, sortingInstance } from './instance.js';

/**
 * The lines of a text file in the order of their bytes, in chunks; what does not fit in memory goes to disk.
 * @param spill a directory for what does not fit
 */
export async function* sortedLines(file: string, spill: string): AsyncGenerator<string[]> {
  const instance = await sortingInstance(spill);
  const connection = await instance.connect();
  try {
    const result = await connection.stream(`SELECT line FROM ${linesOf(file)} ORDER BY line`);
    for (let chunk = await result.fetchChunk(); chunk && chunk.rowCount > 0; chunk = await result.fetchChunk()) {
      const column = chunk.getColumnVector(0);
      yield Array.from({ length: chunk.rowCount }, (_, index) => String(column.getItem(index)));
    }
  } finally {
    connection.closeSync();
    instance.closeSync();
  }
}
