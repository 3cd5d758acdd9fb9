import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { load } from 'js-yaml';
import type { Verification } from '../generated/control.js';
import { type Problem, UserError } from '../problems.js';
import { packageRoot } from '../root.js';
import { RUNTIME_BUILTINS } from './builtins.js';
import { type Control, catalogueOf } from './catalogue.js';
import { askCompiler, type CompilerRequest, type RegoProblem } from './compiler.js';
import type { ArticleList } from './coverage.js';
import { takenIds } from './ids.js';
import { ruleSchemas, vocabulary } from './shapes.js';
import { builtinTable, type OwnTable, type TableHead } from './tables.js';

/** A parameter of controls, with its bounds. */
export interface Parameter {
  title: string;
  default: unknown;
  default_in_full?: unknown;
  min?: number;
  max?: number;
  unit: string;
  kind: 'firm-policy' | 'tighten-only' | 'legal-fixed' | 'legal-reference';
  note?: string;
}

/** What citations belong to: see `policies/frameworks.yaml`. */
export interface Framework {
  name: string;
  kind: 'law' | 'guidance' | 'standard';
  /** The regimes of which it is a part; none: every firm's. */
  regimes?: string[];
  /** Regimes under which it does not bind, and may be cited all the same. */
  persuasive_under?: string[];
}

/** What stands in the UK GDPR where it differs from an article of the GDPR. */
export interface UkEquivalent {
  gdpr: string;
  uk: string;
  note: string;
  status: Verification;
}

export interface Frameworks {
  frameworks: Framework[];
  uk_equivalents: UkEquivalent[];
}

/** Rules compiled to WebAssembly, with their catalogue and the data that they rest on. */
export interface PolicySet {
  wasm: Uint8Array;
  /** The firm's own rules, compiled apart from the built-in ones with the helpers alone. */
  ownWasm?: Uint8Array;
  controls: Control[];
  parameters: Record<string, Parameter>;
  /** The entries of reference tables by name, as `data.tables`: the firm's own in the place of the built-in ones. */
  tables: Record<string, unknown>;
  /** What is known of each table beside its entries. */
  tableHeads: TableHead[];
  /** The tables of which the firm has entries of its own. */
  ownTables: OwnTable[];
  /** Which law belongs to which regime. */
  frameworks: Frameworks;
  /** The articles of laws, for coverage; the rules do not rest on them. */
  articles: ArticleList[];
  /** sha-256 of every source, table and parameter. */
  digest: string;
  /** The version of the built-in rules, by date. */
  version: string;
}

/** Where one evaluation enters: each yields what `policies/main.rego` says. */
export const ENTRYPOINTS = ['main/judged', 'main/not_applicable'] as const;

/** The sources of the built-in rules below `policies/`, tests left out, by path. */
export async function builtinSources(): Promise<Record<string, string>> {
  return sourcesBelow(
    `${packageRoot}policies/`,
    (path) => path.endsWith('.rego') && !path.endsWith('_test.rego') && !path.endsWith('lib/testing.rego'),
  );
}

/** The driver and the helpers, without any control: what a firm's own rules are compiled with. */
export async function builtinHelpers(): Promise<Record<string, string>> {
  const sources = Object.entries(await builtinSources());
  return Object.fromEntries(sources.filter(([path]) => /^policies\/(lib\/.*|main|privity)\.rego$/.test(path)));
}

/** Sources with their tests and the helpers of tests. */
export async function builtinSourcesWithTests(): Promise<Record<string, string>> {
  return sourcesBelow(`${packageRoot}policies/`, (path) => path.endsWith('.rego'));
}

async function sourcesBelow(root: string, wanted: (path: string) => boolean): Promise<Record<string, string>> {
  const paths = (await readdir(root, { recursive: true }))
    .map((path) => path.replaceAll('\\', '/'))
    .filter(wanted)
    .sort();
  const sources: Record<string, string> = {};
  for (const path of paths)
    sources[`policies/${path}`] = (await readFile(root + path, 'utf8')).replaceAll('\r\n', '\n');
  return sources;
}

/**
 * The built-in parameters, reference tables, and which law belongs to which regime.
 * @throws UserError where a table does not meet its schema
 */
export async function builtinData(): Promise<{
  parameters: Record<string, Parameter>;
  tables: Record<string, unknown>;
  tableHeads: TableHead[];
  frameworks: Frameworks;
  version: string;
}> {
  const parameters = load(await readFile(`${packageRoot}policies/parameters.yaml`, 'utf8')) as Record<
    string,
    Parameter
  >;
  const folder = 'policies/tables';
  const read = (await readdir(packageRoot + folder))
    .sort()
    .map((file) => builtinTable(packageRoot, `${folder}/${file}`));
  const tables = Object.fromEntries(read.map(({ head, entries }) => [head.table, entries]));
  const frameworks = load(await readFile(`${packageRoot}policies/frameworks.yaml`, 'utf8')) as Frameworks;
  const version = (await readFile(`${packageRoot}policies/VERSION`, 'utf8')).trim();
  return { parameters, tables, tableHeads: read.map(({ head }) => head), frameworks, version };
}

/** In milliseconds. The whole catalogue takes some ten seconds; whoever builds it waits for as long as a busy machine takes. */
const BUILD_LIMIT = 600_000;

/**
 * Compiles the built-in rules.
 * @throws UserError with the compiler's words and places
 */
export async function compilePolicies(sources: Record<string, string>): Promise<PolicySet> {
  const data = await builtinData();
  const parameters = Object.keys(data.parameters);
  const response = await askCompiler(compileRequest(sources, parameters), BUILD_LIMIT);
  if (response.problems) throw new UserError(response.problems.map(asProblem));
  const list = Object.entries(sources).map(([path, text]) => ({ path, text }));
  const { controls, problems } = catalogueOf(response.annotations ?? [], list, { own: false, parameters });
  problems.push(...takenIds(controls, list));
  if (problems.length > 0) throw new UserError(problems);
  const hash = createHash('sha256');
  for (const [path, text] of Object.entries(sources)) hash.update(`${path}\n${text}\n`);
  hash.update(JSON.stringify(data));
  const { frameworks: articles } = load(await readFile(`${packageRoot}policies/articles.yaml`, 'utf8')) as {
    frameworks: ArticleList[];
  };
  return {
    wasm: Buffer.from(response.wasm as string, 'base64'),
    controls,
    ...data,
    ownTables: [],
    articles,
    digest: hash.digest('hex'),
  };
}

/** All that the compiler is told, whoever's the rules are. */
export function compileRequest(sources: Record<string, string>, parameters: readonly string[]): CompilerRequest {
  return {
    op: 'compile',
    modules: sources,
    schemas: ruleSchemas(parameters),
    builtins: RUNTIME_BUILTINS,
    entrypoints: ENTRYPOINTS,
    vocabulary: vocabulary(),
  };
}

export function asProblem({ file, line, column, message }: RegoProblem): Problem {
  return { place: { file, line, column }, message };
}

/** What law firms are told to do with client data, and the ids of the controls that answer it. */
export interface Practices {
  practices: { asks: string; controls: string[] }[];
  /** Controls that the law or the profession asks for beyond these practices. */
  beyond: string[];
}

/** The practices of `policies/coverage.yaml`: they document the controls, and no rule rests on them. */
export async function builtinPractices(): Promise<Practices> {
  return load(await readFile(`${packageRoot}policies/coverage.yaml`, 'utf8')) as Practices;
}

const BUILT = `${packageRoot}dist/policies/`;

/** The built-in rules as compiled when the package was built: a normal run never starts the compiler. */
export async function builtinPolicies(): Promise<PolicySet> {
  const [wasm, rest] = await Promise.all([
    readFile(`${BUILT}policies.wasm`),
    readFile(`${BUILT}policies.json`, 'utf8'),
  ]);
  return { wasm, ...(JSON.parse(rest) as Omit<PolicySet, 'wasm'>) };
}
