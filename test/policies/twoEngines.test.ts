import { expect } from 'chai';
import { askCompiler } from '../../engine/compile/compiler.js';
import { builtinSources } from '../../engine/compile/policies.js';
import { ruleSchemas } from '../../engine/compile/shapes.js';
import { startEvaluator, warmStart } from '../../engine/evaluate/evaluator.js';
import type { Yielded } from '../../engine/evaluate/protocol.js';
import { inOrder, ruleInputs } from '../support/judging.js';

/** Every fixture is judged by the WebAssembly build and by OPA's own evaluator: they must agree to the letter. */
describe('policies: two engines agree', () => {
  for (const fixture of [
    'harbour-family-law',
    'northgate-commercial',
    'quill-probate',
    'first-week',
    'sequoia-estates',
  ]) {
    it(fixture, async () => {
      const { policies, data, batches } = await ruleInputs(fixture, '2026-11-22');
      const inputs = batches.map(({ units, controls }) => ({
        units: Object.fromEntries(units.map(({ key, unit }) => [key, unit])),
        controls,
      }));
      const { results, problems } = await askCompiler(
        {
          op: 'evaluate',
          modules: await builtinSources(),
          schemas: ruleSchemas(Object.keys(policies.parameters)),
          query: 'data.main.judged',
          data,
          cases: inputs.map((input) => ({ input })),
        },
        300_000,
      );
      expect(problems).to.equal(undefined);
      const evaluator = startEvaluator(warmStart(policies, 512), data, { seconds: 60, memoryMb: 512 });
      try {
        for (const [index, { kind, units }] of batches.entries()) {
          const reply = await evaluator.use((thread) => thread.evaluate('main/judged', inputs[index]));
          if (!('value' in reply)) throw new Error(`${kind}: ${reply.failure.detail}`);
          const native = results?.[index];
          expect(native?.error, kind).to.equal(undefined);
          expect(inOrder(reply.value as Yielded), kind).to.deep.equal(inOrder(native?.value as Yielded));
          expect(Object.keys(reply.value as Yielded).length, kind).to.equal(units.length);
        }
      } finally {
        await evaluator.close();
      }
    });
  }
});
