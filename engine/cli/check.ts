import { availableParallelism } from 'node:os';
import { resolve } from 'node:path';
import type { CommandModule } from 'yargs';
import { type Circumstances, type FormatName, formats } from '../../reports/formats.js';
import { SEVERITIES, type Severity } from '../compile/catalogue.js';
import { builtinPolicies } from '../compile/policies.js';
import { assess } from '../evaluate/assess.js';
import { withoutNames } from '../evaluate/confidential.js';
import type { Assessment } from '../generated/assessment.js';
import { commitOf } from '../git/commit.js';
import { prefixOf } from '../git/prefix.js';
import { loadConfig } from '../load/config.js';
import { loadInventory } from '../load/inventory.js';
import { openFirmRegisters } from '../load/registers/open.js';
import { UserError } from '../problems.js';
import { type Output, outputsOf, print, writeFiles } from './output.js';

interface CheckArguments {
  dir: string;
  'as-of': string | undefined;
  format: string[];
  detail: boolean;
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
        default: 'pretty',
        requiresArg: true,
        coerce: (given: string | string[]) => [given].flat(),
        describe: `How to show the result, and in which file: ${Object.keys(formats).join(', ')}; FORMAT=FILE; repeatable`,
      },
      detail: {
        type: 'boolean',
        default: false,
        describe: 'Name clients, matters and staff in outputs that leave this machine',
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
  const outputs = outputsOf(args.format, process.cwd());
  const inCi = isCi(process.env);
  const root = resolve(args.dir);
  const declared = await loadConfig(root);
  if (args.detail && inCi && !declared.detailInCi) {
    throw new UserError(
      '--detail would name clients, matters and staff in what a CI run publishes. Leave it out, or set "outputs: { detail_in_ci: true }" in privity.yaml.',
    );
  }
  const config = { ...declared, profile: args.profile ?? declared.profile, failOn: args['fail-on'] ?? declared.failOn };
  const [policies, inventory, commit, prefix] = await Promise.all([
    builtinPolicies(),
    loadInventory(root, config, { asOf: args['as-of'], now: Date.now() }),
    commitOf(root),
    prefixOf(root),
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
  const hides = !args.detail && outputs.some(({ format }) => leavesMachine(format, inCi));
  const opaque = hides ? withoutNames(assessment, { inventory, controls: policies.controls }) : assessment;
  const circumstances = { commit, prefix, opaque: !args.detail, ...terminal(args, inCi, started) };
  await deliver(outputs, { assessment, opaque, circumstances, inCi, quiet: args.quiet });
  process.exitCode = exitCode(assessment);
}

interface Delivery {
  assessment: Assessment;
  /** The assessment for what leaves the machine. */
  opaque: Assessment;
  circumstances: Circumstances;
  inCi: boolean;
  quiet: boolean;
}

async function deliver(outputs: readonly Output[], delivery: Delivery): Promise<void> {
  const texts = outputs.map(({ format, file }) => ({ file, text: shown(format, delivery) }));
  await writeFiles(texts.flatMap(({ file, text }) => (file === undefined ? [] : [{ file, text }])));
  const printed = texts.find(({ file }) => file === undefined);
  if (printed && !delivery.quiet) await print(printed.text, process.stdout);
}

function shown(format: FormatName, { assessment, opaque, circumstances, inCi }: Delivery): string {
  return formats[format].render(leavesMachine(format, inCi) ? opaque : assessment, circumstances);
}

function leavesMachine(format: FormatName, inCi: boolean): boolean {
  const leaves = formats[format].leavesMachine;
  return leaves === 'always' || (leaves === 'in-ci' && inCi);
}

/** Whether this is a run of a CI server, whose log others read. */
function isCi({ CI = '' }: NodeJS.ProcessEnv): boolean {
  return CI !== '' && CI !== 'false' && CI !== '0';
}

function terminal({ color }: CheckArguments, inCi: boolean, started: number) {
  const { stdout, env } = process;
  const canColour = stdout.isTTY === true && !inCi && (env.NO_COLOR ?? '') === '' && env.TERM !== 'dumb';
  const seconds = stdout.isTTY ? (performance.now() - started) / 1000 : undefined;
  return { width: stdout.columns ?? 100, colour: color ?? canColour, seconds };
}

/** 0 nothing at or above the gate, 1 findings at or above it, 2 a rule broke. */
export function exitCode({ summary, gate }: Assessment): number {
  if (summary.outcomes.error > 0) return 2;
  if (gate === 'never') return 0;
  const stopping = SEVERITIES.slice(0, SEVERITIES.indexOf(gate) + 1);
  return stopping.some((severity) => summary.fails[severity] > 0) ? 1 : 0;
}
