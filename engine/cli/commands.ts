import type { Argv, CommandModule } from 'yargs';
import { FORMAT_NAMES } from '../../reports/formatNames.js';
import { PROFILES, SEVERITIES } from '../compile/scales.js';
import type { CheckArguments } from './check.js';
import type { CommandContext } from './context.js';
import type { ControlsArguments } from './controls.js';
import type { ExplainArguments } from './explain.js';
import type { FormatArguments } from './fmt.js';
import type { NewControlArguments } from './newControl.js';
import type { TestArguments } from './test.js';

/**
 * Every verb with its options. What a verb does is loaded when it is chosen, so that none costs the others their start.
 */

interface Command<Arguments> extends Pick<CommandModule<object, Arguments>, 'command' | 'describe'> {
  options: NonNullable<CommandModule['builder']>;
  run(args: Arguments, context: CommandContext): Promise<void>;
}

/** What every command that judges a firm can be told. */
const judgeOptions = {
  dir: { type: 'string', default: '.', describe: 'The directory of privity.yaml' },
  'as-of': {
    type: 'string',
    describe: 'Judge as of this date or instant (default: today in the firm’s time zone)',
  },
  profile: { choices: PROFILES, describe: 'Judge this profile instead of the firm’s' },
  registers: { type: 'string', array: true, describe: 'Directories outside the firm’s in which registers may lie' },
  key: { type: 'string', describe: 'A file with the firm’s key for ids of clients, matters and staff' },
  color: { type: 'boolean', describe: 'Use colour (also: NO_COLOR)' },
} as const;

const checkCommand: Command<CheckArguments> = {
  command: 'check [dir]',
  describe: 'Judge what the firm declares, and say what is wrong, where, and which law says so',
  options: {
    ...judgeOptions,
    format: {
      type: 'string',
      default: 'pretty',
      requiresArg: true,
      coerce: (given: string | string[]) => [given].flat(),
      describe: `How to show the result, and in which file: ${FORMAT_NAMES.join(', ')}; FORMAT=FILE; repeatable`,
    },
    detail: {
      type: 'boolean',
      default: false,
      describe: 'Name clients, matters and staff in outputs that leave this machine',
    },
    'fail-on': { choices: [...SEVERITIES, 'never'], describe: 'The lowest severity that makes the check fail' },
    only: { type: 'string', array: true, describe: 'Judge these controls alone' },
    quiet: { type: 'boolean', default: false, describe: 'Print nothing but errors' },
  },
  run: async (args, context) => (await import('./check.js')).check(args, context),
};

const explainCommand: Command<ExplainArguments> = {
  command: 'explain [what] [dir]',
  describe:
    'Say what a control asks and why, which facts were read and where they stand, and how to put it right; or which laws apply to the firm',
  options: {
    what: { type: 'string', describe: 'The id of a control (CONSENT-001), or of a finding' },
    ...judgeOptions,
    applicability: {
      type: 'boolean',
      default: false,
      describe: 'Say which laws apply to the firm and why, and which controls do not',
    },
    format: { choices: ['pretty', 'json'], default: 'pretty', describe: 'How to print the explanation' },
  },
  run: async (args, context) => (await import('./explain.js')).explain(args, context),
};

const controlsCommand: Command<ControlsArguments> = {
  command: 'controls [dir]',
  describe: 'List the controls, or the articles of a law that they cover and those that none covers',
  options: {
    dir: { type: 'string', default: '.', describe: 'A firm\u2019s directory: its own controls are listed as well' },
    framework: { type: 'string', describe: 'By article of this law or standard: GDPR' },
    domain: { type: 'string', describe: 'The controls of this domain alone: retention' },
    format: { choices: ['table', 'json', 'markdown'], default: 'table', describe: 'How to print them' },
    color: judgeOptions.color,
  },
  run: async (args, context) => (await import('./controls.js')).controls(args, context),
};

const testCommand: Command<TestArguments> = {
  command: 'test [dir]',
  describe: 'Run the tests of the firm\u2019s own rules (Rego), with the lines that they reach',
  options: {
    dir: judgeOptions.dir,
    builtin: { type: 'boolean', default: false, describe: 'The tests of the built-in rules instead' },
    format: { choices: ['pretty', 'json', 'junit'], default: 'pretty', describe: 'How to print the result' },
    color: judgeOptions.color,
  },
  run: async (args) => (await import('./test.js')).test(args),
};

const fmtCommand: Command<FormatArguments> = {
  command: 'fmt [dir]',
  describe: 'Format the firm\u2019s own rules (Rego)',
  options: {
    dir: judgeOptions.dir,
    check: { type: 'boolean', default: false, describe: 'Change nothing; exit 1 where a file would change' },
  },
  run: async (args) => (await import('./fmt.js')).fmt(args),
};

const newControlCommand: Command<NewControlArguments> = {
  command: 'new control <title> [dir]',
  describe: 'Write a control of the firm\u2019s own: a rule that works, its test and its page',
  options: {
    title: { type: 'string', describe: 'The duty, as met: "Systems sign people in without passwords"' },
    dir: judgeOptions.dir,
    fact: {
      type: 'string',
      default: 'system.mfa.passwordless',
      describe: 'The fact that it asks for: a record and its field',
    },
    wants: { type: 'string', describe: 'What the fact is to be (default: true, or the first choice)' },
    id: { type: 'string', describe: 'Its id (default: the next free of FIRM-001 to FIRM-999)' },
    name: { type: 'string', describe: 'The name of its files and its package (default: from the title)' },
  },
  run: async (args) => (await import('./newControl.js')).newControl(args),
};

/**
 * Makes the commands known to yargs.
 * @param choose is told what to do: it is done once all words have been read, because yargs draws up its help beside a
 * handler that takes its time
 */
export function withCommands(parser: Argv, choose: (run: (context: CommandContext) => Promise<void>) => void): Argv {
  const add = <Arguments>({ command, describe, options, run }: Command<Arguments>): void => {
    parser.command<Arguments>({
      command: command as string,
      describe: describe as string,
      builder: options as never,
      // yargs adds the same words in camel case: they are not used.
      handler: (args) => choose((context) => run(args as Arguments, context)),
    });
  };
  add(checkCommand);
  add(explainCommand);
  add(controlsCommand);
  add(testCommand);
  add(fmtCommand);
  add(newControlCommand);
  return parser;
}
