import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';
import type { KeyedRow } from '../../engine/load/registers/duckdb.js';
import { partitioned, partOf, partsFor } from '../../engine/load/registers/partitions.js';

describe('load/registers: rows dealt out by key', () => {
  let directory: string;
  beforeEach(async () => {
    directory = await mkdtemp(join(tmpdir(), 'privity-test-'));
  });
  afterEach(() => rm(directory, { recursive: true, force: true }));

  // Keys of every width in UTF-8, texts longer than a block, a row without key.
  const rows: KeyedRow[] = Array.from({ length: 5_000 }, (_, index) => ({
    key: index % 100 === 7 ? null : `${['K', 'Ł', '案', '💼'][index % 4]}-${index % 300}`,
    row: index + 1,
    ...(index % 40 === 3 ? { matter: { row: index * 2, text: `{"id":"M-${index}"}` } } : {}),
    text: JSON.stringify({ id: `R-${index}`, text: '案💼 '.repeat(index % 1_000 === 0 ? 20_000 : index % 50) }),
  }));

  async function* inChunks(): AsyncGenerator<KeyedRow[]> {
    for (let start = 0; start < rows.length; start += 97) yield rows.slice(start, start + 97);
  }

  for (const count of [1, 2, 37, 2_048]) {
    it(`gives back every row as it was, those of one key in one part: ${count} parts`, async () => {
      const parts = await partitioned(new Map([['matters', inChunks()]]), count, directory);
      const found: KeyedRow[] = [];
      for (let part = 0; part < count; part += 1) {
        const here = parts.rows('matters', part);
        for (const { key } of here) if (key !== null) expect(partOf(key, count)).to.equal(part);
        found.push(...here);
      }
      parts.close();
      expect(found.sort((a, b) => a.row - b.row)).to.deep.equal(rows);
    });
  }

  it('deals keys out evenly', () => {
    const counts = Array.from({ length: 64 }, () => 0);
    for (let index = 0; index < 64_000; index += 1) {
      const part = partOf(`M-2026-${index}`, 64);
      counts[part] = (counts[part] ?? 0) + 1;
    }
    expect(Math.max(...counts)).to.be.lessThan(1_250);
    expect(Math.min(...counts)).to.be.greaterThan(750);
  });

  it('takes as many parts as the size of the files asks for, within bounds', () => {
    expect([0, 1, 2 ** 20, 2 ** 20 + 1, 2 ** 30, 2 ** 50].map(partsFor)).to.deep.equal([1, 1, 1, 2, 1_024, 2_048]);
  });
});
