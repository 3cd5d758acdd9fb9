import { askCompiler, type RegoTest } from '../../engine/compile/compiler.js';
import { builtinData, builtinSourcesWithTests } from '../../engine/compile/policies.js';
import { ruleSchemas } from '../../engine/compile/shapes.js';

/** Every Rego test of the built-in rules, in the embedded compiler: one test here for each there. */
const { parameters, tables } = await builtinData();
const defaults = Object.fromEntries(Object.entries(parameters).map(([name, parameter]) => [name, parameter.default]));
const response = await askCompiler(
  {
    op: 'test',
    modules: await builtinSourcesWithTests(),
    schemas: ruleSchemas(Object.keys(parameters)),
    data: { parameters: defaults, tables, inventory: {}, requests: {} },
  },
  600_000,
);

describe('policies: Rego tests', () => {
  it('compile', () => {
    if (response.problems)
      throw new Error(response.problems.map(({ file, line, message }) => `${file}:${line} ${message}`).join('\n'));
  });
  for (const [name, tests] of byPackage(response.tests ?? [])) {
    describe(name.replace(/^data\./, ''), () => {
      for (const test of tests) {
        it(test.name.replace(/^test_/, '').replaceAll('_', ' '), () => {
          if (!test.passed)
            throw new Error(`${test.file}:${test.line} ${test.error ?? 'is not true'} ${test.output ?? ''}`);
        });
      }
    });
  }
});

function byPackage(tests: readonly RegoTest[]): Map<string, RegoTest[]> {
  const groups = new Map<string, RegoTest[]>();
  for (const test of tests) groups.set(test.package, [...(groups.get(test.package) ?? []), test]);
  return groups;
}
