import { createHash } from 'node:crypto';
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { COMPILER_DIGEST, type MutantOutcome } from '../compile/compiler.js';
import { packageRoot } from '../root.js';
import type { Mutant } from './mutants.js';
import { modulesFor, ruleOf, type Unit } from './units.js';

const FOLDER = `${packageRoot}node_modules/.cache/privity-mutate/`;

/** What became of mutants of one unit, by their digest. */
export type Known = Map<string, MutantOutcome>;

/** What earlier runs found out about a unit whose rules, tests and helpers are the same; safe to delete. */
export async function knownOutcomes(digest: string): Promise<Known> {
  try {
    return new Map(Object.entries(JSON.parse(await readFile(`${FOLDER}${digest}.json`, 'utf8')) as object));
  } catch {
    return new Map();
  }
}

export async function keepOutcomes(digest: string, known: Known): Promise<void> {
  await mkdir(FOLDER, { recursive: true });
  const unfinished = `${FOLDER}${digest}.${process.pid}`;
  await writeFile(unfinished, JSON.stringify(Object.fromEntries(known)));
  await rename(unfinished, `${FOLDER}${digest}.json`);
}

/** Of everything that the outcomes of a unit's mutants depend on. data: the parameters and tables of the tests. */
export async function digestOf(unit: Unit, sources: Readonly<Record<string, string>>, data: unknown): Promise<string> {
  const hash = createHash('sha256')
    .update(await readFile(COMPILER_DIGEST, 'utf8'))
    .update(JSON.stringify(data));
  const users = unit.users.flatMap((test) => [test, ruleOf(test)]);
  for (const file of modulesFor([...unit.modules, ...users], sources)) hash.update(`${file}\0${sources[file]}\0`);
  return hash.digest('hex');
}

export function digestOfMutant({ text }: Mutant): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 32);
}
