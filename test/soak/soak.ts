import { builtinPolicies } from '../../engine/compile/policies.js';
import { secondEngine, startEngines } from './engines.js';
import { startMeasure } from './measure.js';
import { counterexampleText, firmsFor, search, shrunk } from './search.js';

/**
 * `npm run soak`: judges many generated inventories by both engines; exits 1 where they differ.
 * SEED: which inventories (default: by chance); COUNT: how many; CASE: one of them alone, by its path; OPA=embedded:
 * the embedded compiler is the second engine even where Go is at hand.
 */
const { SEED, CASE, COUNT = '5000' } = process.env;
const seed = SEED === undefined ? Math.floor(Math.random() * 2 ** 31) : Number(SEED);
const count = CASE === undefined ? Number(COUNT) : 1;
/** Inventories a call of the second engine. */
const BATCH = 50;
const SHOWN = 5;

const policies = await builtinPolicies();
const { second, isNative } = secondEngine();
const by = { firms: await firmsFor(policies), seed, engines: await startEngines(policies), second };
const measure = startMeasure(policies.controls);
const where = isNative ? 'built for this machine' : 'in the embedded compiler';
console.log(`SEED=${seed}: ${count} inventories, by WebAssembly and by OPA ${where}`);

const failed = new Set<string>();
for (let start = 0; start < count && failed.size < SHOWN; start += BATCH) {
  const found = await search(by, CASE ?? String(start), Math.min(BATCH, count - start), measure);
  for (const counterexample of found.filter(({ difference }) => !failed.has(difference.control))) {
    failed.add(counterexample.difference.control);
    if (failed.size > SHOWN) break;
    if (CASE === undefined)
      console.log(
        `They differ on ${counterexample.difference.control} (CASE=${counterexample.path}); looking for a smaller case …`,
      );
    console.log(counterexampleText(CASE === undefined ? await shrunk(counterexample, by) : counterexample));
  }
  console.log(`${Math.min(start + BATCH, count)} judged`);
}
console.log(measure.report());
process.exitCode = failed.size > 0 ? 1 : 0;
