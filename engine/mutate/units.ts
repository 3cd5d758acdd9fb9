import { UserError } from '../problems.js';

/** What is mutated by itself: a control, or a file of helpers. */
export interface Unit {
  /** `ACC-005`, or `lib/dates`. */
  id: string;
  domain: string;
  file: string;
  /** Everything that its own tests are compiled with. */
  modules: string[];
  /** For helpers: the tests of the helpers and controls that name them, which have their say where the own test is silent. */
  users: string[];
}

const FOR_TESTS = 'policies/lib/testing.rego';
// What makes the compiler check every control against the schemas.
const SHAPES = 'policies/privity.rego';

/** Controls and helpers of the sources below `policies/`, tests included. */
export function unitsOf(sources: Readonly<Record<string, string>>): Unit[] {
  const files = Object.keys(sources).sort();
  const packages = new Map(files.map((file) => [packageOf(sources[file] as string), file]));
  const needs = new Map(files.map((file) => [file, neededBy(sources[file] as string, packages)]));
  const tests = files.filter((file) => file.endsWith('_test.rego'));
  return files.flatMap((file): Unit[] => {
    const [, domain = '', ...rest] = file.split('/');
    if (rest.length === 0 || tests.includes(file) || file === FOR_TESTS) return [];
    if (domain !== 'lib') {
      const id = /^# {3}id: (\S+)$/m.exec(sources[file] as string)?.[1];
      const test = file.replace(/\.rego$/, '_test.rego');
      if (id === undefined) return [];
      return [
        {
          id,
          domain,
          file,
          modules: together(
            [file, test].filter((one) => one in sources),
            needs,
          ),
          users: [],
        },
      ];
    }
    const own = file.replace(/\.rego$/, '_test.rego');
    // Through helpers for tests every control rests on some: those count that name the helper themselves.
    const users = tests.filter((test) => test !== own && needs.get(ruleOf(test))?.includes(file));
    return [
      {
        id: `lib/${(rest[0] as string).replace(/\.rego$/, '')}`,
        domain,
        file,
        modules: together([file, own], needs),
        users,
      },
    ];
  });
}

/**
 * The units of the names: of a control, of a domain, or of a file of helpers; all where there is no name.
 * @throws UserError for a name that is none of them
 */
export function namedUnits(units: readonly Unit[], names: readonly string[]): Unit[] {
  const unknown = names.filter((name) => !units.some((unit) => isNamed(unit, name)));
  if (unknown.length > 0)
    throw new UserError(`There is no control, domain or helper ${unknown.join(', ')}.`, 'Nothing was mutated.');
  return units.filter((unit) => names.length === 0 || names.some((name) => isNamed(unit, name)));
}

function isNamed({ id, domain }: Unit, name: string): boolean {
  return id.toLowerCase() === name.toLowerCase() || domain === name;
}

/** The units whose rule or test is among the changed files. */
export function changedUnits(units: readonly Unit[], changed: readonly string[]): Unit[] {
  const files = new Set(changed.map(ruleOf));
  return units.filter(({ file }) => files.has(file));
}

/** The files with all that they rest on, and what every compilation needs. */
export function modulesFor(files: readonly string[], sources: Readonly<Record<string, string>>): string[] {
  const packages = new Map(Object.keys(sources).map((file) => [packageOf(sources[file] as string), file]));
  return together(
    files,
    new Map(Object.keys(sources).map((file) => [file, neededBy(sources[file] as string, packages)])),
  );
}

/** The file that a test is of. */
export function ruleOf(test: string): string {
  return test.replace(/_test\.rego$/, '.rego');
}

function together(files: readonly string[], needs: ReadonlyMap<string, readonly string[]>): string[] {
  const found = new Set<string>();
  const waiting = [...files, SHAPES];
  for (let file = waiting.pop(); file !== undefined; file = waiting.pop()) {
    if (found.has(file) || !needs.has(file)) continue;
    found.add(file);
    waiting.push(...(needs.get(file) ?? []));
  }
  return [...found].sort();
}

function packageOf(source: string): string {
  return `data.${/^package (\S+)$/m.exec(source)?.[1]}`;
}

function neededBy(source: string, packages: ReadonlyMap<string, string>): string[] {
  const references = source.replace(/^\s*#.*$/gm, '').match(/\bdata\.(?:lib|privity)\.\w+(?:\.\w+)*/g) ?? [];
  return [...new Set(references)].flatMap((reference) => {
    const parts = reference.split('.');
    for (let length = parts.length; length > 1; length -= 1) {
      const file = packages.get(parts.slice(0, length).join('.'));
      if (file !== undefined) return [file];
    }
    return [];
  });
}
