import type { TestRun } from '../generated/tests.js';
import type { Problem } from '../problems.js';
import { askCompiler, type CompilerRequest, type RegoTest } from './compiler.js';
import { besideBuiltin, inFirmsWords } from './own.js';
import type { RegoSource } from './packages.js';
import { builtinData, builtinHelpers, builtinSourcesWithTests, compileRequest } from './policies.js';

/** What OPA says of one file's coverage. */
interface FileReport {
  covered?: { start: { row: number }; end: { row: number } }[];
  not_covered?: { start: { row: number }; end: { row: number } }[];
  coverage?: number;
}

const TEST_LIMIT = 600_000;

/**
 * Runs the built-in rules' own tests.
 * @param coverage whether to say which lines they reach, which takes twice the time
 */
export async function testBuiltin({ coverage = true } = {}): Promise<TestRun | { problems: Problem[] }> {
  const modules = await builtinSourcesWithTests();
  return run(modules, (file) => !file.endsWith('_test.rego') && !file.endsWith('/testing.rego'), coverage);
}

/**
 * Runs the tests of a firm's own rules, with Privity's helpers at hand (those for tests among them). Nothing of the
 * firm's data: a test says what it needs.
 */
export async function testOwn(
  rules: readonly RegoSource[],
  tests: readonly RegoSource[],
): Promise<TestRun | { problems: Problem[] }> {
  const testing = 'policies/lib/testing.rego';
  const builtin = { ...(await builtinHelpers()), [testing]: (await builtinSourcesWithTests())[testing] ?? '' };
  const modules = besideBuiltin(builtin, [...rules, ...tests]);
  const own = new Set(rules.map(({ path }) => path));
  return run(modules, (file) => own.has(file));
}

/** All that the compiler is told where it runs tests: the default parameters and the tables, and nothing that a firm declared. */
export async function testRequest(modules: Record<string, string>): Promise<CompilerRequest> {
  const { parameters, tables } = await builtinData();
  const defaults = Object.fromEntries(Object.entries(parameters).map(([name, parameter]) => [name, parameter.default]));
  const data = { parameters: defaults, tables, inventory: {}, requests: {} };
  return { ...compileRequest(modules, Object.keys(parameters)), op: 'test', data };
}

async function run(
  modules: Record<string, string>,
  isCounted: (file: string) => boolean,
  coverage = true,
): Promise<TestRun | { problems: Problem[] }> {
  const response = await askCompiler({ ...(await testRequest(modules)), coverage }, TEST_LIMIT);
  if (response.problems) return { problems: response.problems.map(inFirmsWords) };
  const files = Object(Object(response.coverage).files) as Record<string, FileReport>;
  return {
    schema: 1,
    tests: (response.tests ?? []).map(testOf),
    coverage: Object.entries(files)
      .filter(([file]) => isCounted(file))
      .map(coverageOf),
  };
}

function testOf({
  passed,
  skipped,
  error,
  output,
  package: packageName,
  duration_ms,
  ...test
}: RegoTest): TestRun['tests'][number] {
  const result = skipped ? 'skip' : error !== undefined ? 'error' : passed ? 'pass' : 'fail';
  return {
    package: packageName.replace(/^data\./, ''),
    name: test.name,
    file: test.file,
    line: test.line,
    result,
    ...(error === undefined ? {} : { error }),
    ...(output === undefined || output === '' ? {} : { output }),
    duration_ms,
  };
}

function coverageOf([file, { coverage = 0, not_covered: uncovered = [] }]: [
  string,
  FileReport,
]): TestRun['coverage'][number] {
  const ranges = uncovered.map(({ start, end }) => ({ from: start.row, to: end.row }));
  return { file, percent: Math.round(coverage * 10) / 10, uncovered: ranges };
}
