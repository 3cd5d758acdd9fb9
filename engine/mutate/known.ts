import { createHash } from 'node:crypto';
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { COMPILER_DIGEST, type MutantOutcome } from '../compile/compiler.js';
import { packageRoot } from '../root.js';
import type { Mutant } from './mutants.js';
import { modulesFor, type Unit } from './units.js';

const FOLDER = `${packageRoot}node_modules/.cache/privity-mutate/`;

/** What was found out earlier about a unit whose rules, tests and helpers are the same; safe to delete. */
export async function knownOutcomes(digest: string): Promise<MutantOutcome[] | undefined> {
  try {
    return JSON.parse(await readFile(`${FOLDER}${digest}.json`, 'utf8')) as MutantOutcome[];
  } catch {
    return undefined;
  }
}

export async function keepOutcomes(digest: string, outcomes: readonly MutantOutcome[]): Promise<void> {
  await mkdir(FOLDER, { recursive: true });
  const unfinished = `${FOLDER}${digest}.${process.pid}`;
  await writeFile(unfinished, JSON.stringify(outcomes));
  await rename(unfinished, `${FOLDER}${digest}.json`);
}

/** Of everything that the outcomes of a unit's mutants depend on. data: the parameters and tables of the tests. */
export async function digestOf(
  unit: Unit,
  mutants: readonly Mutant[],
  sources: Readonly<Record<string, string>>,
  data: unknown,
): Promise<string> {
  const hash = createHash('sha256')
    .update(await readFile(COMPILER_DIGEST, 'utf8'))
    .update(JSON.stringify(data));
  const users = unit.users.flatMap((test) => [test, test.replace('_test.rego', '.rego')]);
  for (const file of modulesFor([...unit.modules, ...users], sources)) hash.update(`${file}\0${sources[file]}\0`);
  for (const { text } of mutants) hash.update(createHash('sha256').update(text).digest());
  return hash.digest('hex');
}
