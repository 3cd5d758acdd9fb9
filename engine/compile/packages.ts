import type { Problem } from '../problems.js';

/** A Rego source: where it stands and its text, with `\n` line ends. */
export interface RegoSource {
  path: string;
  text: string;
}

/** The package that a source declares, where it does so plainly, and the line of that (from 1). */
export interface DeclaredPackage {
  name: string | undefined;
  line: number;
}

const CLAUSE = /^package[ \t]+([A-Za-z_][A-Za-z0-9_]*(?:\.[A-Za-z_][A-Za-z0-9_]*)*)[ \t]*(?:#.*)?$/;

/**
 * What the first line that is neither blank nor a comment says. Narrower than Rego itself on purpose
 * (`package privity["firm"]` has no name here): what stands where must be beyond doubt before sources of different trust
 * are compiled together.
 */
export function packageOf({ text }: RegoSource): DeclaredPackage {
  const lines = text.split('\n');
  const index = lines.findIndex((line) => !/^[ \t]*(#.*)?$/.test(line));
  return { name: CLAUSE.exec(lines[index] ?? '')?.[1], line: Math.max(1, index + 1) };
}

const CONTROL = /^privity\.([a-z][a-z0-9_]*)\.([a-z][a-z0-9_]*)$/;
const HELPERS = /^lib\.([a-z][a-z0-9_]*)(\.[a-z][a-z0-9_]*)*$/;

/** Whether a package holds a control (`privity.<domain>.<control>`) rather than helpers. */
export function holdsControl(name: string): boolean {
  return CONTROL.test(name);
}

/**
 * What is wrong with where a firm's own sources stand: packages of Rego are open, so one of a built-in name would add
 * to the built-in rules or contradict them.
 */
export function packageProblems(own: readonly RegoSource[], builtin: readonly RegoSource[]): Problem[] {
  const builtins = new Map<string | undefined, string>(builtin.map((source) => [packageOf(source).name, source.path]));
  const taken = new Map<string, string>();
  return own.flatMap((source) => {
    const { name, line } = packageOf(source);
    const message = complaint(name, source, builtins, taken) ?? readsBuiltin(source, builtins);
    if (name !== undefined) taken.set(name, source.path);
    return message === undefined ? [] : [{ place: { file: source.path, line }, message }];
  });
}

// Rules of a firm see the built-in helpers, and no built-in control: it would be undefined there, and silent.
function readsBuiltin({ text }: RegoSource, builtins: ReadonlyMap<string | undefined, string>): string | undefined {
  for (const [, name] of text.replace(/^[ \t]*#.*$/gm, '').matchAll(/\bdata\.(privity\.[a-z0-9_]+\.[a-z0-9_]+)/g)) {
    const holder = builtins.get(name);
    if (holder !== undefined)
      return `This rule reads the built-in control ${holder}. A control judges by the facts alone: read these instead.`;
  }
  return undefined;
}

const WHERE = 'A control stands in a package privity.<domain>.<control>, helpers in lib.<name>.';

function complaint(
  name: string | undefined,
  { text }: RegoSource,
  builtins: ReadonlyMap<string | undefined, string>,
  taken: ReadonlyMap<string, string>,
): string | undefined {
  if (text.trim() === '') return 'This file is empty. Write a rule in it, or remove it.';
  if (name === undefined) return `The first line of Rego must be "package" and a plain name. ${WHERE}`;
  const holder = builtins.get(name) ?? builtins.get(name.split('.').slice(0, 2).join('.'));
  if (holder !== undefined) {
    return `The package ${name} belongs to the built-in rules (${holder}), which cannot be changed or added to. Choose another name.`;
  }
  const control = CONTROL.exec(name)?.[2];
  if (control?.endsWith('_test')) {
    return `The package ${name} is named like a test. Tests stand in files whose name ends in _test.rego; give a control another name.`;
  }
  if (control === undefined && !HELPERS.test(name))
    return `The package ${name} is not one that a firm can use. ${WHERE}`;
  const other = taken.get(name);
  if (control !== undefined && other !== undefined) {
    return `The package ${name} stands in ${other} already. A control is one file.`;
  }
  return undefined;
}
