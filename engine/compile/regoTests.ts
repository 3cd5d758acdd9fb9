import type { TestRun } from '../generated/tests.js';
import { byCodeUnits } from '../load/files.js';
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

/** The built-in sources with their tests, in parts that the compiler holds in its memory: the helpers, and each domain with them. */
export async function builtinTestParts(): Promise<Map<string, Record<string, string>>> {
  const sources = Object.entries(await builtinSourcesWithTests());
  const partOf = (path: string): string => /^policies\/([^/]+)\//.exec(path)?.[1] ?? HELPERS;
  const helpers = sources.filter(([path]) => partOf(path) === HELPERS);
  const beside = helpers.filter(([path]) => !path.endsWith('_test.rego'));
  const parts = new Map([[HELPERS, Object.fromEntries(helpers)]]);
  for (const part of new Set(sources.map(([path]) => partOf(path)))) {
    if (part === HELPERS) continue;
    parts.set(part, Object.fromEntries([...beside, ...sources.filter(([path]) => partOf(path) === part)]));
  }
  return parts;
}

const HELPERS = 'lib';
// Each needs up to a gigabyte.
const AT_ONCE = 2;

/**
 * Runs the built-in rules' own tests, part by part.
 * @param coverage whether to say which lines they reach, which takes twice the time
 */
export async function testBuiltin({ coverage = true } = {}): Promise<TestRun | { problems: Problem[] }> {
  const parts = [...(await builtinTestParts())];
  const runs: (TestRun | { problems: Problem[] })[] = [];
  const next = async (): Promise<void> => {
    for (let part = parts.shift(); part; part = parts.shift()) {
      const [name, modules] = part;
      const isCounted = (file: string): boolean =>
        file.startsWith(`policies/${name}/`) && !file.endsWith('_test.rego') && !file.endsWith('/testing.rego');
      runs.push(await run(modules, isCounted, coverage));
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, next));
  const problems = runs.flatMap((one) => ('problems' in one ? one.problems : []));
  if (problems.length > 0) return { problems };
  const whole = runs.filter((one): one is TestRun => !('problems' in one));
  const byFile = (a: { file: string; line?: number }, b: { file: string; line?: number }): number =>
    byCodeUnits(a.file, b.file) || (a.line ?? 0) - (b.line ?? 0);
  return {
    schema: 1,
    tests: whole.flatMap(({ tests }) => tests).sort(byFile),
    coverage: whole.flatMap((one) => one.coverage).sort(byFile),
  };
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
