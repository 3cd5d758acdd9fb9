import type { CommandModule } from 'yargs';
import { json } from '../../reports/json.js';
import { pretty } from '../../reports/pretty.js';
import { SEVERITIES, type Severity } from '../compile/catalogue.js';
import type { Assessment } from '../generated/assessment.js';
import { configOf, type JudgeArguments, judge, judgeOptions, terminal } from './judge.js';

interface CheckArguments extends JudgeArguments {
  format: string[];
  'fail-on': Severity | 'never' | undefined;
  only: string[] | undefined;
  quiet: boolean;
}

export function checkCommand({ version }: { version: string }): CommandModule<object, CheckArguments> {
  return {
    command: 'check [dir]',
    describe: 'Judge what the firm declares, and say what is wrong, where, and which law says so',
    builder: {
      ...judgeOptions,
      format: {
        type: 'string',
        array: true,
        default: ['pretty'],
        choices: ['pretty', 'json'],
        describe: 'How to print the result',
      },
      'fail-on': { choices: [...SEVERITIES, 'never'], describe: 'The lowest severity that makes the check fail' },
      only: { type: 'string', array: true, describe: 'Judge these controls alone' },
      quiet: { type: 'boolean', default: false, describe: 'Print nothing but errors' },
    } as never,
    handler: (args) => check(args, version),
  };
}

async function check(args: CheckArguments, version: string): Promise<void> {
  const started = performance.now();
  const declared = await configOf(args);
  const { assessment, commit } = await judge(
    args,
    { ...declared, failOn: args['fail-on'] ?? declared.failOn },
    { engineVersion: version, ...(args.only ? { only: args.only } : {}) },
  );
  if (!args.quiet) {
    const seconds = process.stdout.isTTY ? (performance.now() - started) / 1000 : undefined;
    const shown = { ...terminal(args), commit, seconds };
    for (const format of args.format) {
      process.stdout.write(format === 'json' ? json(assessment) : pretty(assessment, shown));
    }
  }
  process.exitCode = exitCode(assessment);
}

/** 0 nothing at or above the gate, 1 findings at or above it, 2 a rule broke. */
export function exitCode({ summary, gate }: Assessment): number {
  if (summary.outcomes.error > 0) return 2;
  if (gate === 'never') return 0;
  const stopping = SEVERITIES.slice(0, SEVERITIES.indexOf(gate) + 1);
  return stopping.some((severity) => summary.fails[severity] > 0) ? 1 : 0;
}
