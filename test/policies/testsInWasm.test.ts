import { loadPolicy } from '@open-policy-agent/opa-wasm';
import { expect } from 'chai';
import { askCompiler } from '../../engine/compile/compiler.js';
import { builtinData, builtinSourcesWithTests, compileRequest } from '../../engine/compile/policies.js';
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
    const sources = await builtinSourcesWithTests();
    const packages = testPackages(Object.entries(sources).filter(([path]) => path.endsWith('_test.rego')));
    const { parameters, tables } = await builtinData();
    const { wasm, problems } = await askCompiler(
      {
        ...compileRequest({ ...untyped(sources), ...collectors(packages) }, Object.keys(parameters)),
        schemas: {},
        entrypoints: packages.map(({ entrypoint }) => entrypoint),
      },
      600_000,
    );
    expect(problems).to.equal(undefined);
    const rules = await loadPolicy(await WebAssembly.compile(Buffer.from(wasm as string, 'base64')), {
      initial: 2_000,
    });
    const defaults = Object.fromEntries(Object.entries(parameters).map(([name, one]) => [name, one.default]));
    rules.setData(jsonBuffer({ parameters: defaults, tables, inventory: {}, requests: {} }));
    const failed = packages.flatMap(({ name, tests, entrypoint }) => {
      const held = new Set(rules.evaluate(jsonBuffer({}), entrypoint)[0]?.result as string[]);
      return [...tests].filter((test) => !held.has(test)).map((test) => `${name}.${test}`);
    });
    expect(packages.length).to.be.greaterThan(100);
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
