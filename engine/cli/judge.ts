import { availableParallelism } from 'node:os';
import { resolve } from 'node:path';
import type { PolicySet } from '../compile/policies.js';
import { type AssessOptions, assess } from '../evaluate/assess.js';
import { warmStart } from '../evaluate/evaluator.js';
import { withTables } from '../evaluate/tables.js';
import type { Assessment } from '../generated/assessment.js';
import { type Standing, standingOf } from '../git/standing.js';
import { type LoadedConfig, loadConfig } from '../load/config.js';
import { type Inventory, loadInventory } from '../load/inventory.js';
import { type RowKey, readRowKey } from '../load/key.js';
import { openFirmRegisters } from '../load/registers/open.js';
import { searchFiles } from '../load/repository/search.js';
import type { Progress } from '../progress.js';
import { firmPolicies } from './policies.js';

/** What every command that judges a firm can be told. */
export interface JudgeArguments {
  dir: string;
  'as-of': string | undefined;
  profile: LoadedConfig['profile'] | undefined;
  color: boolean | undefined;
  registers: string[] | undefined;
  key: string | undefined;
}

/** A firm's configuration as the command line changes it. */
export async function configOf({ dir, profile }: JudgeArguments): Promise<LoadedConfig> {
  const declared = await loadConfig(resolve(dir));
  return { ...declared, profile: profile ?? declared.profile };
}

export interface JudgedFirm extends Standing {
  config: LoadedConfig;
  policies: PolicySet;
  /** What is declared, and what Privity adds to it. */
  inventory: Inventory;
  assessment: Assessment;
  key: RowKey | undefined;
}

/**
 * Loads what a firm declares and judges it.
 * @param rules where they have been loaded already
 */
export async function judge(
  { dir, 'as-of': asOf, registers: elsewhere = [], key: keyFile }: JudgeArguments,
  config: LoadedConfig,
  options: Omit<AssessOptions, 'registers' | 'threads' | 'warm'> & { progress: Progress },
  rules?: PolicySet,
): Promise<JudgedFirm> {
  const root = resolve(dir);
  const key = keyFile === undefined ? undefined : readRowKey(resolve(keyFile));
  const compiled = rules ? Promise.resolve(rules) : firmPolicies(root, config, options.engineVersion, options.progress);
  const warm = warmStart(compiled, config.memoryMb);
  const [policies, loaded, standing] = await Promise.all([
    compiled,
    loadInventory(root, config, { asOf, now: Date.now(), progress: options.progress }),
    standingOf(root),
  ]);
  const matches = await searchFiles(root, config, loaded, standing.tracked, key);
  const inventory = { ...loaded, matches };
  const roots = [root, ...elsewhere.map((directory) => resolve(directory))];
  const registers = await openFirmRegisters(config, roots, inventory, options.progress);
  const threads = Math.min(availableParallelism(), 8);
  const assessment = await assess(inventory, policies, config, { ...options, registers, threads, key, warm }).finally(
    () => registers?.reader.close(),
  );
  return { config, policies, inventory: withTables(inventory, policies, config.source), ...standing, assessment, key };
}

/** Whether this is a run of a CI server, whose log others read. */
export function isCi({ CI = '' }: NodeJS.ProcessEnv): boolean {
  return CI !== '' && CI !== 'false' && CI !== '0';
}

/** How the terminal shows things: colour only where it is one, and nobody asked for none. */
export function terminal({ color }: { color: boolean | undefined }): { width: number; colour: boolean } {
  const { stdout, env } = process;
  const canColour = stdout.isTTY === true && !isCi(env) && (env.NO_COLOR ?? '') === '' && env.TERM !== 'dumb';
  return { width: stdout.columns ?? 100, colour: color ?? canColour };
}
