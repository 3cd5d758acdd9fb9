import { availableParallelism } from 'node:os';
import { resolve } from 'node:path';
import type { PolicySet } from '../compile/policies.js';
import { type AssessOptions, assess } from '../evaluate/assess.js';
import type { Assessment } from '../generated/assessment.js';
import { commitOf } from '../git/commit.js';
import { prefixOf } from '../git/prefix.js';
import { type LoadedConfig, loadConfig } from '../load/config.js';
import { type Inventory, loadInventory } from '../load/inventory.js';
import { type RowKey, readRowKey } from '../load/key.js';
import { openFirmRegisters } from '../load/registers/open.js';
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

export const judgeOptions = {
  dir: { type: 'string', default: '.', describe: 'The directory of privity.yaml' },
  'as-of': {
    type: 'string',
    describe: 'Judge as of this date or instant (default: today in the firm’s time zone)',
  },
  profile: { choices: ['essentials', 'standard', 'full'], describe: 'Judge this profile instead of the firm’s' },
  registers: { type: 'string', array: true, describe: 'Directories outside the firm’s in which registers may lie' },
  key: { type: 'string', describe: 'A file with the firm’s key for ids of clients, matters and staff' },
  color: { type: 'boolean', describe: 'Use colour (also: NO_COLOR)' },
} as const;

/** A firm's configuration as the command line changes it. */
export async function configOf({ dir, profile }: JudgeArguments): Promise<LoadedConfig> {
  const declared = await loadConfig(resolve(dir));
  return { ...declared, profile: profile ?? declared.profile };
}

export interface JudgedFirm {
  config: LoadedConfig;
  policies: PolicySet;
  inventory: Inventory;
  assessment: Assessment;
  commit: string | undefined;
  key: RowKey | undefined;
  /** Where the firm's directory stands in its repository. */
  prefix: Awaited<ReturnType<typeof prefixOf>>;
}

/**
 * Loads what a firm declares and judges it.
 * @param rules where they have been loaded already
 */
export async function judge(
  { dir, 'as-of': asOf, registers: elsewhere = [], key: keyFile }: JudgeArguments,
  config: LoadedConfig,
  options: Omit<AssessOptions, 'registers' | 'threads'> & { progress: Progress },
  rules?: PolicySet,
): Promise<JudgedFirm> {
  const root = resolve(dir);
  const key = keyFile === undefined ? undefined : readRowKey(resolve(keyFile));
  const [policies, inventory, commit, prefix] = await Promise.all([
    rules ?? firmPolicies(root, config, options.engineVersion, options.progress),
    loadInventory(root, config, { asOf, now: Date.now(), progress: options.progress }),
    commitOf(root),
    prefixOf(root),
  ]);
  const roots = [root, ...elsewhere.map((directory) => resolve(directory))];
  const registers = await openFirmRegisters(config, roots, inventory, options.progress);
  const threads = Math.min(availableParallelism(), 8);
  const assessment = await assess(inventory, policies, config, { ...options, registers, threads, key }).finally(() =>
    registers?.reader.close(),
  );
  return { config, policies, inventory, commit, prefix, assessment, key };
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
