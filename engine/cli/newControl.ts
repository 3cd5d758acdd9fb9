import { existsSync, realpathSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { dirname, join, posix, relative, resolve } from 'node:path';
import { legible } from '../../reports/legible.js';
import { askedFact, controlFiles } from '../compile/newControl.js';
import { packageOf } from '../compile/packages.js';
import { builtinPolicies } from '../compile/policies.js';
import { CONFIG_FILE, loadConfig } from '../load/config.js';
import { isBelow, matchingFiles } from '../load/files.js';
import { loadRules, type OwnSources } from '../load/rules.js';
import { UserError } from '../problems.js';
import { orProblem, print, writeFiles } from './output.js';

export interface NewControlArguments {
  title: string;
  dir: string;
  id: string | undefined;
  name: string | undefined;
  fact: string;
  wants: string | undefined;
}

const NOTHING_WRITTEN = 'Nothing was written.';

/**
 * Writes a firm's own control: a rule that works as it stands, its test and its page. Nothing is overwritten.
 * @throws UserError for a name or an id that is taken, a fact that is not in the inventory, a directory that is no firm's
 */
export async function newControl({ dir, title, ...given }: NewControlArguments): Promise<void> {
  const root = resolve(dir);
  const config = await loadConfig(root);
  const sources = await loadRules(root, { ...config, policiesNamed: false });
  const fact = askedFact(given.fact, given.wants);
  const id = await freeId(given.id, sources);
  const name = freeName(given.name ?? nameOf(checkedTitle(title), id), sources);
  const folder = folderOf(config.policies[0] ?? 'policies');
  const files = Object.values(controlFiles({ id, title: title.trim(), name, fact })).map(({ file, text }) => ({
    path: posix.join(folder, file),
    file: join(root, folder, file),
    text,
  }));
  const taken = files.find(({ file }) => existsSync(file));
  if (taken) {
    throw refused(`The file ${taken.path} is there already, and is not overwritten. Give --name another name.`);
  }
  staysInside(root, join(root, folder));
  await orProblem(join(root, folder), async () => void (await mkdir(join(root, folder), { recursive: true })));
  await writeFiles(files);
  const read = await matchingFiles(root, config.policies);
  const unread = read.includes(files[0]?.path as string)
    ? ''
    : `\nNo pattern under \`policies\` in ${CONFIG_FILE} finds these files: add one, such as "${folder}/**/*.rego".`;
  await print(
    `${files.map(({ path }) => legible(path)).join('\n')}

${id} is judged by privity check from now on. Change the rule to what the firm means, say who asks for it (citations),
run privity test, and show the page to whoever will meet its findings.${unread}\n`,
    process.stdout,
  );
}

function refused(message: string): UserError {
  return new UserError(message, NOTHING_WRITTEN);
}

function checkedTitle(title: string): string {
  const text = title.trim();
  if (text.length < 10 || text.length > 150) {
    throw refused(
      'The title must be a sentence of 10 to 150 characters: the duty met, such as "Every system has an owner".',
    );
  }
  if (/[\u0000-\u001f\u007f{}]/.test(text)) throw refused('The title must be one line of plain text, without braces.');
  return text;
}

const LAST = 999;

/** The id that is asked for, if nobody has it; else the first of FIRM-001 to FIRM-999 that is free. */
async function freeId(given: string | undefined, { rules }: OwnSources): Promise<string> {
  const { controls } = await builtinPolicies();
  const taken = new Map(controls.map((control) => [control.id, control.file]));
  for (const { path, text } of rules) {
    for (const [, id] of text.matchAll(/^[ \t]*#[ \t]+id:[ \t]*["']?([A-Z][A-Z0-9]+-\d{3})\b/gm))
      taken.set(id as string, path);
  }
  if (given !== undefined) {
    if (!/^[A-Z][A-Z0-9]{1,20}-[0-9]{3}$/.test(given)) {
      throw refused(
        `--id: "${given}" is not written as an id is: capitals and digits, a hyphen and three digits, such as FIRM-001.`,
      );
    }
    const holder = taken.get(given);
    if (holder !== undefined)
      throw refused(`The id ${given} is taken by ${holder}. Choose another, or leave out --id.`);
    return given;
  }
  for (let number = 1; number <= LAST; number += 1) {
    const id = `FIRM-${String(number).padStart(3, '0')}`;
    if (!taken.has(id)) return id;
  }
  throw refused('FIRM-001 to FIRM-999 are all taken. Give an id with --id.');
}

const LONGEST_NAME = 48;

/** A name for files and a package, from the words of a title. */
function nameOf(title: string, id: string): string {
  const words =
    title
      .normalize('NFKD')
      .replace(/\p{M}/gu, '')
      .toLowerCase()
      .match(/[a-z0-9]+/g) ?? [];
  let name = '';
  for (const word of words) {
    const longer = name === '' ? word : `${name}_${word}`;
    if (longer.length > LONGEST_NAME) break;
    name = longer;
  }
  return /^[a-z]/.test(name) ? name : `rule_${id.toLowerCase().replaceAll('-', '_')}`;
}

function freeName(name: string, { rules }: OwnSources): string {
  if (!/^[a-z][a-z0-9_]*$/.test(name) || name.endsWith('_test')) {
    throw refused(
      `--name: "${name}" must be small letters, digits and underscores, begin with a letter, and not end in _test.`,
    );
  }
  const holder = rules.find((source) => packageOf(source).name === `privity.firm.${name}`);
  if (holder)
    throw refused(`The package privity.firm.${name} stands in ${holder.path} already. Give --name another name.`);
  return name;
}

/** The directory that a pattern such as `policies/**\/*.rego` begins with. */
function folderOf(pattern: string): string {
  const steps = pattern.split('/');
  const first = steps.findIndex((step) => /[*?[\]{}()!+@]/.test(step));
  return steps.slice(0, first === -1 ? -1 : first).join('/') || 'policies';
}

/** A link below the firm's directory is no permission to write elsewhere. */
function staysInside(root: string, folder: string): void {
  let known = folder;
  while (!existsSync(known)) known = dirname(known);
  if (!isBelow(realpathSync.native(root), realpathSync.native(known))) {
    throw refused(`${relative(root, folder)} is a link that leads outside the firm's directory. Make it a directory.`);
  }
}
