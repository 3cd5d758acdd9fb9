#!/usr/bin/env node
import { readFileSync } from 'node:fs';
import { setFlagsFromString } from 'node:v8';
import yargs from 'yargs';
import { legible } from '../../reports/legible.js';
import { problemText, UserError } from '../problems.js';
import { packageRoot } from '../root.js';
import { withCommands } from './commands.js';
import type { CommandContext } from './context.js';

/** Exit codes: 0 nothing at or above the gate, 1 findings at or above it, 2 could not judge. */
const COULD_NOT_JUDGE = 2;
const SHOWN_PROBLEMS = 50;

// Rows pass through in batches and are gone: a small young generation is as quick, and keeps memory flat.
setFlagsFromString('--max-semi-space-size=4');

// Ctrl-C: what was set aside is removed, files that were being written are what they were before.
for (const [signal, code] of [
  ['SIGINT', 130],
  ['SIGTERM', 143],
] as const) {
  process.on(signal, () => {
    process.stderr.write('privity: stopped. Nothing was written.\n');
    process.exit(code);
  });
}

const { version } = JSON.parse(readFileSync(`${packageRoot}package.json`, 'utf8')) as { version: string };

let chosen: ((context: CommandContext) => Promise<void>) | undefined;

try {
  const parser = yargs(process.argv.slice(2))
    .scriptName('privity')
    .usage('$0 <command> [dir]\n\nKeeps what a law firm promises about client data true.')
    .version(version)
    .demandCommand(1, 'Say what to do: privity check')
    .strict()
    .recommendCommands()
    .help()
    .alias('h', 'help')
    .locale('en')
    .wrap(100)
    .exitProcess(false)
    .fail((message, error) => {
      throw error ?? new UserError(`${message.replace(/[.?]?$/, (end) => end || '.')} See privity --help.`);
    });
  withCommands(parser, (run) => {
    chosen = run;
  }).parse();
  await chosen?.({ version });
} catch (error) {
  process.exitCode = COULD_NOT_JUDGE;
  if (error instanceof UserError) report(error);
  else {
    process.stderr.write(`privity: this is a fault of Privity, not yours. Please report it with these lines.\n`);
    process.stderr.write(`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
  }
}

function report({ problems, consequence }: UserError): void {
  for (const problem of problems.slice(0, SHOWN_PROBLEMS)) {
    process.stderr.write(`privity: ${legible(problemText(problem))}\n`);
  }
  const left = problems.length - SHOWN_PROBLEMS;
  if (left > 0) process.stderr.write(`privity: … and ${left} more.\n`);
  const count = problems.length === 1 ? '' : `${problems.length} problems. `;
  process.stderr.write(`privity: ${count}${consequence} (exit ${COULD_NOT_JUDGE})\n`);
}
