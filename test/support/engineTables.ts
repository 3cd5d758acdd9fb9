import { isDeepStrictEqual } from 'node:util';
import { expect } from 'chai';
import { RUNTIME_BUILTINS } from '../../engine/compile/builtins.js';
import { askCompiler } from '../../engine/compile/compiler.js';
import { startEvaluator, warmStart } from '../../engine/evaluate/evaluator.js';

/** Cases whose outcomes were computed apart from the rules. */
interface Table {
  cases: readonly { expected: unknown }[];
}

/**
 * Two tests: a package of Rego answers every case of a table as it says, in OPA's own evaluator and in WebAssembly.
 * @param name the package below `test`; its `results` yields an answer for each position in `input.cases`
 */
export function itAgreesInBothEngines(name: string, modules: Record<string, string>, table: Table): void {
  const compare = (results: Record<string, unknown>): void => {
    const wrong = table.cases
      .map((one, index) => ({ ...one, got: results[index] ?? null }))
      .filter(({ expected, got }) => !isDeepStrictEqual(expected, got));
    expect(wrong).to.deep.equal([]);
  };

  it(`agrees with the table of ${table.cases.length} cases in OPA's own evaluator`, async () => {
    const { results, problems } = await askCompiler({
      op: 'evaluate',
      modules,
      query: `data.test.${name}.results`,
      cases: [{ input: table }],
    });
    expect(problems).to.equal(undefined);
    compare(results?.[0]?.value as Record<string, unknown>);
  });

  it('agrees with it in WebAssembly', async () => {
    const entrypoint = `test/${name}/results`;
    const compiled = await askCompiler({
      op: 'compile',
      modules,
      builtins: RUNTIME_BUILTINS,
      entrypoints: [entrypoint],
    });
    expect(compiled.problems).to.equal(undefined);
    const wasm = Buffer.from(compiled.wasm as string, 'base64');
    const data = { inventory: {}, as_of: { day: 0, ms: 0 }, parameters: {}, tables: {}, requests: {} };
    const evaluator = startEvaluator(warmStart({ wasm }, 512), data, { seconds: 60, memoryMb: 512 });
    try {
      const reply = await evaluator.use((thread) => thread.evaluate(entrypoint, table));
      compare((reply as { value: Record<string, unknown> }).value);
    } finally {
      await evaluator.close();
    }
  });
}
