import { loadPolicy } from '@open-policy-agent/opa-wasm';
import { expect } from 'chai';
import { askCompiler } from '../../engine/compile/compiler.js';
import { builtinData, compileRequest } from '../../engine/compile/policies.js';
import { builtinTestParts } from '../../engine/compile/regoTests.js';
import { jsonBuffer } from '../../engine/evaluate/units.js';
import { untyped } from '../soak/engines.js';

/** The tests of a package, and the entrypoint that yields the names of those that hold. */
interface TestPackage {
  name: string;
  tests: Set<string>;
  entrypoint: string;
}

/** `rego.test.ts` runs every Rego test in OPA's own evaluator; here each is compiled to WebAssembly and must hold as well. */
describe('policies: Rego tests in WebAssembly', () => {
  it('hold there as they do in OPA', async function () {
    this.timeout(600_000);
    const { parameters, tables } = await builtinData();
    const defaults = Object.fromEntries(Object.entries(parameters).map(([name, one]) => [name, one.default]));
    const data = { parameters: defaults, tables, inventory: {}, requests: {} };
    const failed: string[] = [];
    let count = 0;
    for (const sources of (await builtinTestParts()).values()) {
      const packages = testPackages(Object.entries(sources).filter(([path]) => path.endsWith('_test.rego')));
      const { wasm, problems } = await askCompiler(
        {
          ...compileRequest({ ...untyped(sources), ...collectors(packages) }, Object.keys(parameters)),
          schemas: {},
          entrypoints: packages.map(({ entrypoint }) => entrypoint),
        },
        600_000,
      );
      expect(problems).to.equal(undefined);
      const module = await WebAssembly.compile(Buffer.from(wasm as string, 'base64'));
      const rules = await loadPolicy(module, { initial: 2_000 });
      rules.setData(jsonBuffer(data));
      for (const { name, tests, entrypoint } of packages) {
        const held = new Set(rules.evaluate(jsonBuffer({}), entrypoint)[0]?.result as string[]);
        failed.push(...[...tests].filter((test) => !held.has(test)).map((test) => `${name}.${test}`));
      }
      count += packages.length;
    }
    expect(count).to.be.greaterThan(100);
    expect(failed).to.deep.equal([]);
  });
});

function testPackages(files: readonly [string, string][]): TestPackage[] {
  return files.map(([path, text], index) => {
    const [, name] = /^package (\S+)/m.exec(text) ?? [];
    if (name === undefined) throw new Error(`${path} names no package`);
    const tests = new Set([...text.matchAll(/^(test_\w+)/gm)].map(([, test]) => test as string));
    return { name, tests, entrypoint: `collected/p${index}/held` };
  });
}

// A package cannot be an entrypoint itself: its functions would be asked for as well.
function collectors(packages: readonly TestPackage[]): Record<string, string> {
  return Object.fromEntries(
    packages.map(({ name, tests, entrypoint }) => {
      const [folder, part] = entrypoint.split('/') as [string, string];
      const held = [...tests].map((test) => `held contains "${test}" if data.${name}.${test}`);
      return [`${folder}/${part}.rego`, [`package ${folder}.${part}`, ...held, ''].join('\n')];
    }),
  );
}
