import type { TestRun } from '../engine/generated/tests.js';
import { attributes, xmlText } from './junit.js';
import { legible } from './legible.js';
import { testTitle } from './tests.js';

/** JUnit XML of Rego tests: a suite for each package, a case for each test. */
export function testsJunit({ tests }: TestRun): string {
  const packages = [...new Set(tests.map((test) => test.package))];
  const suites = packages.map((name) => {
    const inside = tests.filter((test) => test.package === name);
    return `  <testsuite${attributes({ name, ...counts(inside) })}>\n${inside.map(testCase).join('')}  </testsuite>\n`;
  });
  return `<?xml version="1.0" encoding="UTF-8"?>\n<testsuites${attributes({ name: 'privity test', ...counts(tests) })}>\n${suites.join('')}</testsuites>\n`;
}

function counts(tests: TestRun['tests']): Record<string, number> {
  const count = (result: string): number => tests.filter((test) => test.result === result).length;
  return { tests: tests.length, failures: count('fail'), errors: count('error'), skipped: count('skip') };
}

function testCase({
  name,
  package: suite,
  file,
  line,
  result,
  error = '',
  output = '',
  duration_ms,
}: TestRun['tests'][number]): string {
  const named = attributes({
    name: testTitle(name),
    classname: suite,
    file,
    line,
    time: (duration_ms / 1000).toFixed(6),
  });
  const message = attributes({ message: legible(error === '' ? `Not true: ${file}:${line}` : error) });
  const inner = {
    pass: '',
    fail: `      <failure${message}>${xmlText(legible(output))}</failure>\n`,
    error: `      <error${message}>${xmlText(legible(output))}</error>\n`,
    skip: '      <skipped/>\n',
  }[result];
  return inner === '' ? `    <testcase${named}/>\n` : `    <testcase${named}>\n${inner}    </testcase>\n`;
}
