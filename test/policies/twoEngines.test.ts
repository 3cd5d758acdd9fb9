import { expect } from 'chai';
import { builtinPolicies } from '../../engine/compile/policies.js';
import { packageRoot } from '../../engine/root.js';
import { type Case, caseOfInputs, secondEngine, startEngines } from '../soak/engines.js';
import { startMeasure } from '../soak/measure.js';
import { counterexampleText, firmsFor, search, shrunk } from '../soak/search.js';
import { ruleInputs } from '../support/judging.js';

const FIXTURES = ['harbour-family-law', 'northgate-commercial', 'quill-probate', 'first-week', 'sequoia-estates'];

/** Other inventories each time: `npm run soak`. */
const SEED = 20_261_122;
const { second, isNative } = secondEngine();
/** The embedded compiler takes five times as long: where Go is missing, these are the first of the 300. */
const COUNT = isNative ? 300 : 50;
const BATCH = 50;

/** What the WebAssembly build says and what OPA's own evaluator says must agree to the letter. */
describe('policies: two engines agree', () => {
  it('on the fixture firms', async function () {
    this.timeout(300_000);
    const policies = await builtinPolicies();
    const engines = await startEngines(policies);
    const cases: Case[] = [];
    for (const fixture of FIXTURES)
      cases.push(caseOfInputs(await ruleInputs(`${packageRoot}fixtures/${fixture}`, '2026-11-22', policies), true));
    const { judged, differences } = await engines.compare(cases, second);
    expect(differences).to.deep.equal([]);
    const units = (index: number): number[] =>
      cases[index]?.batches.map(({ input }) => Object.keys(input.units).length) ?? [];
    expect(judged.map((batches) => batches.map((batch) => Object.keys(batch).length))).to.deep.equal(
      FIXTURES.map((_, index) => units(index)),
    );
  });

  it(`on ${COUNT} generated inventories`, async function () {
    this.timeout(900_000);
    const policies = await builtinPolicies();
    const by = { firms: await firmsFor(policies), seed: SEED, engines: await startEngines(policies), second };
    const measure = startMeasure(policies.controls);
    for (let start = 0; start < COUNT; start += BATCH) {
      const [found] = await search(by, String(start), BATCH, measure);
      if (found) throw new Error(counterexampleText(await shrunk(found, by)));
    }
    expect(measure.idle(), `These controls had nothing to do.\n${measure.report()}`).to.deep.equal([]);
  });
});
