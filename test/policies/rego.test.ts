import { testBuiltin } from '../../engine/compile/regoTests.js';
import type { TestRun } from '../../engine/generated/tests.js';
import { placeText } from '../../engine/problems.js';

/** Every Rego test of the built-in rules, in the embedded compiler: one test here for each there. */
const run = await testBuiltin({ coverage: false });

describe('policies: Rego tests', () => {
  it('compile', () => {
    if ('problems' in run)
      throw new Error(
        run.problems.map(({ place, message }) => `${place ? placeText(place) : ''} ${message}`).join('\n'),
      );
  });
  for (const [name, tests] of byPackage('problems' in run ? [] : run.tests)) {
    describe(name, () => {
      for (const test of tests) {
        it(test.name.replace(/^test_/, '').replaceAll('_', ' '), () => {
          if (test.result !== 'pass')
            throw new Error(`${test.file}:${test.line} ${test.error ?? 'is not true'} ${test.output ?? ''}`);
        });
      }
    });
  }
});

function byPackage(tests: TestRun['tests']): Map<string, TestRun['tests']> {
  const groups = new Map<string, TestRun['tests']>();
  for (const test of tests) groups.set(test.package, [...(groups.get(test.package) ?? []), test]);
  return groups;
}
