import { readFile } from 'node:fs/promises';
import { isDeepStrictEqual } from 'node:util';
import { expect } from 'chai';
import { RUNTIME_BUILTINS } from '../../engine/compile/builtins.js';
import { askCompiler } from '../../engine/compile/compiler.js';
import { builtinData } from '../../engine/compile/policies.js';
import { startEvaluator, warmStart } from '../../engine/evaluate/evaluator.js';
import { packageRoot } from '../../engine/root.js';

/** Deadlines of requests against a table that was computed in Python, in both engines: OPA's evaluator and WebAssembly. */
interface Table {
  years: [number, number];
  calendars: Record<string, string[]>;
  cases: { request: unknown; as_of: number; expected: unknown; says: string }[];
}

const folder = `${packageRoot}test/policies/deadlines/`;
const table = JSON.parse(await readFile(`${folder}table.json`, 'utf8')) as Table;
const sources = ['policies/lib/dates.rego', 'policies/lib/facts.rego', 'policies/lib/deadlines.rego'];
const modules = Object.fromEntries(
  await Promise.all(
    [...sources, 'test/policies/deadlines/dispatch.rego'].map(
      async (path) => [path, await readFile(packageRoot + path, 'utf8')] as const,
    ),
  ),
);

function compare(results: Record<string, unknown>): void {
  const wrong = table.cases
    .map((one, index) => ({ ...one, got: results[index] ?? null }))
    .filter(({ expected, got }) => !isDeepStrictEqual(expected, got));
  expect(wrong).to.deep.equal([]);
}

describe('policies/lib/deadlines', () => {
  it(`agrees with the table of ${table.cases.length} cases in OPA's own evaluator`, async () => {
    const { results, problems } = await askCompiler({
      op: 'evaluate',
      modules,
      query: 'data.test.deadlines.results',
      cases: [{ input: table }],
    });
    expect(problems).to.equal(undefined);
    compare(results?.[0]?.value as Record<string, unknown>);
  });

  it('agrees with it in WebAssembly', async () => {
    const compiled = await askCompiler({
      op: 'compile',
      modules,
      builtins: RUNTIME_BUILTINS,
      entrypoints: ['test/deadlines/results'],
    });
    expect(compiled.problems).to.equal(undefined);
    const wasm = Buffer.from(compiled.wasm as string, 'base64');
    const data = { inventory: {}, as_of: { day: 0, ms: 0 }, parameters: {}, tables: {}, requests: {} };
    const evaluator = startEvaluator(warmStart({ wasm }, 512), data, { seconds: 60, memoryMb: 512 });
    try {
      const reply = await evaluator.use((thread) => thread.evaluate('test/deadlines/results', table));
      compare((reply as { value: Record<string, unknown> }).value);
    } finally {
      await evaluator.close();
    }
  });

  it('counts with the holidays that follow from the rules of each calendar', async () => {
    const { tables } = await builtinData();
    const calendars = tables['calendars'] as Record<string, { years: [number, number]; holidays: string[] }>;
    const listed = Object.entries(calendars).map(([id, { holidays }]) => [id, [...holidays].sort()]);
    expect(Object.fromEntries(listed)).to.deep.equal(table.calendars);
    for (const { years } of Object.values(calendars)) {
      expect(years).to.deep.equal(table.years);
    }
  });
});
