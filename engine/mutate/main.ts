import { writeFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { builtinData, builtinSourcesWithTests } from '../compile/policies.js';
import { changedSince } from '../git/changed.js';
import { UserError } from '../problems.js';
import { packageRoot } from '../root.js';
import { agreed } from './accepted.js';
import { engine } from './judge.js';
import { mutate, type Run } from './run.js';
import { failures } from './tally.js';
import { reportMarkdown, runText } from './texts.js';
import { changedUnits, namedUnits, type Unit, unitsOf } from './units.js';

/** `npm run mutate -- [control, domain or lib/…]…`: plants faults in the rules and sees whether their tests notice. */
const USAGE = `npm run mutate -- [ACC-005 retention lib/dates …] [options]
  --changed REF  only what differs from REF (a commit or branch)
  --sample N     no more than N mutants, drawn at random
  --seed TEXT    of the draw
  --minutes N    as many mutants as N minutes allow
  --embedded     in the embedded compiler, although Go is here
  --afresh       without what earlier runs found out about unchanged rules
  --report       writes docs/mutation.md (of all rules)
Exit codes: 0 the goal is met, 1 it is not, 2 nothing could be judged.`;

// Per lane and minute, on a machine with two cores that does other work beside it; one that is faster is done earlier.
const MUTANTS_A_MINUTE = { 'the compiler built with Go': 250, 'the embedded compiler': 40 } as const;

async function main(): Promise<void> {
  const { values, positionals } = parsed();
  const sources = await builtinSourcesWithTests();
  const units = await chosen(unitsOf(sources), positionals, values.changed);
  if (units === undefined || units.length === 0) return;
  const chosenEngine = engine({ embedded: values.embedded });
  const minutes = numberOf('minutes', values.minutes);
  const bounds = [
    numberOf('sample', values.sample),
    minutes && Math.floor(minutes * MUTANTS_A_MINUTE[chosenEngine.name] * chosenEngine.lanes),
  ].filter((bound) => bound !== undefined);
  const { accepted, floors } = await agreed();
  const run = await mutate(units, sources, {
    engine: chosenEngine,
    accepted,
    sample: bounds.length > 0 ? Math.min(...bounds) : undefined,
    seed: values.seed,
    limitMs: minutes && minutes * 60_000,
    remember: !values.afresh,
    progress: (text) => process.stderr.isTTY && process.stderr.write(`\r\u001b[K${text}`),
  });
  if (process.stderr.isTTY) process.stderr.write('\r\u001b[K');
  const sampled = run.judged < run.written;
  console.log(runText(run.tallies, floors, sampled) + scope(run, units, chosenEngine.name, values.seed));
  if (values.report) {
    if (sampled || positionals.length > 0 || values.changed !== undefined)
      throw new UserError('A report is of all rules: leave out what narrows the run.');
    await writeFile(`${packageRoot}docs/mutation.md`, reportMarkdown(run.tallies, (await builtinData()).version));
  }
  if (failures(run.tallies, floors, sampled).length > 0) process.exitCode = 1;
}

function parsed() {
  try {
    return parseArgs({
      allowPositionals: true,
      options: {
        changed: { type: 'string' },
        sample: { type: 'string' },
        seed: { type: 'string', default: 'privity' },
        minutes: { type: 'string' },
        embedded: { type: 'boolean', default: false },
        afresh: { type: 'boolean', default: false },
        report: { type: 'boolean', default: false },
      },
    });
  } catch (error) {
    throw new UserError(`${(error as Error).message}\n${USAGE}`);
  }
}

function numberOf(name: string, text: string | undefined): number | undefined {
  if (text === undefined) return undefined;
  const number = Number(text);
  if (!(number > 0)) throw new UserError(`--${name} takes a number above 0, not ${text}.`);
  return number;
}

async function chosen(units: Unit[], names: string[], ref: string | undefined): Promise<Unit[] | undefined> {
  const named = namedUnits(units, names);
  if (ref === undefined) return named;
  const changed = await changedSince(packageRoot, ref);
  if (changed === undefined) {
    console.log(
      `This clone does not hold ${ref}: there is nothing to compare the rules with, and no control was mutated.`,
    );
    return undefined;
  }
  const found = changedUnits(named, changed);
  if (found.length === 0) console.log(`No rule and no test of a rule differs from ${ref}: no control was mutated.`);
  return found;
}

function scope({ written, drawn, judged }: Run, units: readonly Unit[], name: string, seed: string): string {
  const of = `${count(written, 'mutant')} of ${count(units.length, 'control or helper', 'controls and helpers')}, in ${name}`;
  if (judged === written) return `${of}.`;
  const late = judged < drawn ? `; the time was over after ${judged}` : '';
  return `A sample: ${drawn} drawn (seed ${seed}) of ${of}${late}. What was not drawn was not judged.`;
}

function count(number: number, one: string, many = `${one}s`): string {
  return `${number} ${number === 1 ? one : many}`;
}

try {
  await main();
} catch (error) {
  if (!(error instanceof UserError)) throw error;
  console.error(error.message);
  process.exitCode = 2;
}
