import { availableParallelism } from 'node:os';
import { resolve } from 'node:path';
import type { CommandModule } from 'yargs';
import { json } from '../../reports/json.js';
import { pretty } from '../../reports/pretty.js';
import { SEVERITIES, type Severity } from '../compile/catalogue.js';
import { builtinPolicies } from '../compile/policies.js';
import { assess } from '../evaluate/assess.js';
import type { Assessment } from '../generated/assessment.js';
import { commitOf } from '../git/commit.js';
import { loadConfig } from '../load/config.js';
import { loadInventory } from '../load/inventory.js';
import { openFirmRegisters } from '../load/registers/open.js';

interface CheckArguments {
  dir: string;
  'as-of': string | undefined;
  format: string[];
  'fail-on': Severity | 'never' | undefined;
  only: string[] | undefined;
  profile: 'essentials' | 'standard' | 'full' | undefined;
  color: boolean | undefined;
  quiet: boolean;
  registers: string[] | undefined;
}

export function checkCommand({ version }: { version: string }): CommandModule<object, CheckArguments> {
  return {
    command: 'check [dir]',
    describe: 'Judge what the firm declares, and say what is wrong, where, and which law says so',
    builder: {
      dir: { type: 'string', default: '.', describe: 'The directory of privity.yaml' },
      'as-of': {
        type: 'string',
        describe: 'Judge as of this date or instant (default: today in the firm’s time zone)',
      },
      format: {
        type: 'string',
        array: true,
        default: ['pretty'],
        choices: ['pretty', 'json'],
        describe: 'How to print the result',
      },
      'fail-on': { choices: [...SEVERITIES, 'never'], describe: 'The lowest severity that makes the check fail' },
      only: { type: 'string', array: true, describe: 'Judge these controls alone' },
      profile: { choices: ['essentials', 'standard', 'full'], describe: 'Judge this profile instead of the firm’s' },
      registers: { type: 'string', array: true, describe: 'Directories outside the firm’s in which registers may lie' },
      color: { type: 'boolean', describe: 'Use colour (also: NO_COLOR)' },
      quiet: { type: 'boolean', default: false, describe: 'Print nothing but errors' },
    } as never,
    handler: (args) => check(args, version),
  };
}

async function check(args: CheckArguments, version: string): Promise<void> {
  const started = performance.now();
  const root = resolve(args.dir);
  const declared = await loadConfig(root);
  const config = { ...declared, profile: args.profile ?? declared.profile, failOn: args['fail-on'] ?? declared.failOn };
  const [policies, inventory, commit] = await Promise.all([
    builtinPolicies(),
    loadInventory(root, config, { asOf: args['as-of'], now: Date.now() }),
    commitOf(root),
  ]);
  const registers = await openFirmRegisters(
    config,
    [root, ...(args.registers ?? []).map((directory) => resolve(directory))],
    inventory,
  );
  const assessment = await assess(inventory, policies, config, {
    engineVersion: version,
    registers,
    threads: Math.min(availableParallelism(), 8),
    ...(args.only ? { only: args.only } : {}),
  }).finally(() => registers?.reader.close());
  if (!args.quiet) {
    for (const format of args.format) {
      process.stdout.write(format === 'json' ? json(assessment) : pretty(assessment, terminal(args, commit, started)));
    }
  }
  process.exitCode = exitCode(assessment);
}

function terminal({ color }: CheckArguments, commit: string | undefined, started: number) {
  const { stdout, env } = process;
  const colour = color ?? (stdout.isTTY === true && (env.NO_COLOR ?? '') === '' && env.TERM !== 'dumb');
  const seconds = stdout.isTTY ? (performance.now() - started) / 1000 : undefined;
  return { width: stdout.columns ?? 100, colour, commit, seconds };
}

/** 0 nothing at or above the gate, 1 findings at or above it, 2 a rule broke. */
export function exitCode({ summary, gate }: Assessment): number {
  if (summary.outcomes.error > 0) return 2;
  if (gate === 'never') return 0;
  const stopping = SEVERITIES.slice(0, SEVERITIES.indexOf(gate) + 1);
  return stopping.some((severity) => summary.fails[severity] > 0) ? 1 : 0;
}
