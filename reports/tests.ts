import type { TestRun } from '../engine/generated/tests.js';
import { type Page, type PageOptions, pageOf, pageText } from './page.js';
import { plural } from './words.js';

/** The outcome of Rego tests on a terminal: what failed and where, then which lines of the rules no test reaches. */
export function testsText(run: TestRun, options: PageOptions): string {
  const page = pageOf(options);
  const failed = run.tests.filter(({ result }) => result === 'fail' || result === 'error');
  return pageText([
    ...page.title('Tests of rules', countsOf(run)),
    ...failed.flatMap((test) => failure(test, page)),
    ...(run.coverage.length === 0 ? [] : ['', page.strong('Lines of the rules that tests reach')]),
    ...run.coverage.flatMap((file) => coverage(file, page)),
  ]);
}

/** `12 passed, 1 failed`. */
export function countsOf({ tests }: TestRun): string {
  const count = (result: string): number => tests.filter((test) => test.result === result).length;
  const broken = count('error') === 0 ? [] : [`${count('error')} broke`];
  const left = count('skip') === 0 ? [] : [`${count('skip')} left out (todo_)`];
  return [`${plural(count('pass'), 'test')} passed`, `${count('fail')} failed`, ...broken, ...left].join(', ');
}

function failure({ name, package: rules, file, line, error, output }: TestRun['tests'][number], page: Page): string[] {
  return [
    '',
    ...page.stack({ text: testTitle(name), indent: 4, mark: page.marks.cross, paint: page.bad }),
    ...page.prose(`${file}:${line} in ${rules}`, 4, 2, page.faint),
    ...page.prose(error === undefined ? 'It is not true.' : `It broke: ${error}`, 4, 2),
    ...(output === undefined ? [] : page.verbatim(output.trimEnd(), 6)),
  ];
}

/** `test_the_last_day_is_in_time` in words. */
export function testTitle(name: string): string {
  return name.replace(/^(todo_)?test_/, '').replaceAll('_', ' ');
}

function coverage({ file, percent, uncovered }: TestRun['coverage'][number], page: Page): string[] {
  const lines = uncovered.map(({ from, to }) => (from === to ? String(from) : `${from}-${to}`));
  return [
    ...page.prose(`${percent} % ${file}`, 2, 4),
    ...(lines.length === 0
      ? []
      : page.prose(
          `no test reaches ${lines.length === 1 && !lines[0]?.includes('-') ? 'line' : 'lines'} ${lines.join(', ')}`,
          4,
          2,
          page.doubtful,
        )),
  ];
}
