import { resolve } from 'node:path';
import { json } from '../../reports/json.js';
import { testsText } from '../../reports/tests.js';
import { testsJunit } from '../../reports/testsJunit.js';
import { builtinRegoSources } from '../compile/own.js';
import { packageProblems } from '../compile/packages.js';
import { testBuiltin, testOwn } from '../compile/regoTests.js';
import type { TestRun } from '../generated/tests.js';
import { loadConfig } from '../load/config.js';
import { loadRules } from '../load/rules.js';
import { UserError } from '../problems.js';
import { terminal } from './judge.js';
import { print } from './output.js';
import { withProgress } from './progress.js';

export interface TestArguments {
  dir: string;
  builtin: boolean;
  format: 'pretty' | 'json' | 'junit';
  color: boolean | undefined;
}

const NOT_TESTED = 'Nothing was tested.';

/** Runs Rego tests in the embedded compiler. Exit code 1 where one fails, 2 where none could be run. */
export async function test(args: TestArguments): Promise<void> {
  const run = await withProgress(false, (progress) => {
    progress('Running the tests of rules');
    return args.builtin ? testBuiltin() : testFirm(resolve(args.dir));
  });
  if ('problems' in run) throw new UserError(run.problems, NOT_TESTED);
  if (run.tests.length === 0) {
    throw new UserError(
      'There is no test: none of the rules\u2019 files ends in _test.rego, or none holds a rule whose name begins with test_.',
      NOT_TESTED,
    );
  }
  await print(rendered(run, args), process.stdout);
  process.exitCode = run.tests.some(({ result }) => result === 'fail' || result === 'error') ? 1 : 0;
}

async function testFirm(root: string): ReturnType<typeof testOwn> {
  const { rules, tests } = await loadRules(root, await loadConfig(root));
  const wrong = packageProblems(rules, await builtinRegoSources());
  if (wrong.length > 0) throw new UserError(wrong, NOT_TESTED);
  return testOwn(rules, tests);
}

function rendered(run: TestRun, args: TestArguments): string {
  if (args.format === 'json') return json(run);
  return args.format === 'junit' ? testsJunit(run) : testsText(run, terminal(args));
}
