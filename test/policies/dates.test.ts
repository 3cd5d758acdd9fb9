import { readFile } from 'node:fs/promises';
import { isDeepStrictEqual } from 'node:util';
import { expect } from 'chai';
import { RUNTIME_BUILTINS } from '../../engine/compile/builtins.js';
import { askCompiler } from '../../engine/compile/compiler.js';
import { startEvaluator, warmStart } from '../../engine/evaluate/evaluator.js';
import { packageRoot } from '../../engine/root.js';

/** The calendar against a table that was computed in Python, in both engines: OPA's evaluator and WebAssembly. */
interface Table {
  cases: { function: string; args: unknown[]; expected: unknown }[];
}

const folder = `${packageRoot}test/policies/dates/`;
const table = JSON.parse(await readFile(`${folder}table.json`, 'utf8')) as Table;
const modules = {
  'policies/lib/dates.rego': await readFile(`${packageRoot}policies/lib/dates.rego`, 'utf8'),
  'dispatch.rego': await readFile(`${folder}dispatch.rego`, 'utf8'),
};

function compare(results: Record<string, unknown>): void {
  const wrong = table.cases
    .map((one, index) => ({ ...one, got: results[index] ?? null }))
    .filter(({ expected, got }) => !isDeepStrictEqual(expected, got));
  expect(wrong).to.deep.equal([]);
}

describe('policies/lib/dates', () => {
  it(`agrees with the table of ${table.cases.length} cases in OPA's own evaluator`, async () => {
    const { results, problems } = await askCompiler({
      op: 'evaluate',
      modules,
      query: 'data.test.dates.results',
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
      entrypoints: ['test/dates/results'],
    });
    expect(compiled.problems).to.equal(undefined);
    const wasm = Buffer.from(compiled.wasm as string, 'base64');
    const data = { inventory: {}, as_of: { day: 0, ms: 0 }, parameters: {}, tables: {}, requests: {} };
    const evaluator = startEvaluator(warmStart({ wasm }, 512), data, { seconds: 60, memoryMb: 512 });
    try {
      const reply = await evaluator.use((thread) => thread.evaluate('test/dates/results', table));
      compare((reply as { value: Record<string, unknown> }).value);
    } finally {
      await evaluator.close();
    }
  });
});
