import { relative } from 'node:path';
import type { FormatName } from '../../reports/formatNames.js';
import { type Circumstances, formats } from '../../reports/formats.js';
import { SEVERITIES, type Severity } from '../compile/scales.js';
import { withoutNames } from '../evaluate/confidential.js';
import type { Assessment, Outcome } from '../generated/assessment.js';
import { UserError } from '../problems.js';
import { collectFindings } from './allFindings.js';
import type { CommandContext } from './context.js';
import { configOf, isCi, type JudgeArguments, type JudgedFirm, judge, terminal } from './judge.js';
import { type Output, orProblem, outputsOf, print, writeFiles } from './output.js';
import { withProgress } from './progress.js';

export interface CheckArguments extends JudgeArguments {
  format: string[];
  detail: boolean;
  'fail-on': Severity | 'never' | undefined;
  only: string[] | undefined;
  quiet: boolean;
}

export async function check(args: CheckArguments, { version }: CommandContext): Promise<void> {
  const started = performance.now();
  const outputs = outputsOf(args.format, process.cwd());
  const inCi = isCi(process.env);
  const declared = await configOf(args);
  if (args.detail && inCi && !declared.detailInCi) {
    throw new UserError(
      '--detail would name clients, matters and staff in what a CI run publishes. Leave it out, or set "outputs: { detail_in_ci: true }" in privity.yaml.',
    );
  }
  const everyFinding = outputs.find(({ format, file }) => format === 'ndjson' && file !== undefined)?.file;
  const all = everyFinding === undefined ? undefined : await collectFindings();
  try {
    const judged = await withProgress(args.quiet, (progress) =>
      judge(
        args,
        { ...declared, failOn: args['fail-on'] ?? declared.failOn },
        {
          engineVersion: version,
          progress,
          ...(args.only ? { only: args.only } : {}),
          ...(all ? { each: all.each } : {}),
        },
      ),
    );
    // Where the assessment keeps only the first findings of a control, the file holds all of them, and is named.
    const { outcomes, findings } = judged.assessment;
    const isCut = outcomes.reduce((sum, { findings: counts }) => sum + listed(counts), 0) > findings.length;
    if (all && everyFinding !== undefined && isCut) {
      judged.assessment.findings_file = relative(process.cwd(), everyFinding);
      await show(
        args,
        outputs.filter(({ file }) => file !== everyFinding),
        judged,
        started,
      );
      await withProgress(args.quiet, (progress) => {
        progress('Writing every finding to a file');
        return orProblem(everyFinding, () => all.writeTo(everyFinding));
      });
    } else await show(args, outputs, judged, started);
    process.exitCode = exitCode(judged.assessment);
  } finally {
    await all?.discard();
  }
}

function listed({ fail, warn, unknown, suspended }: Outcome['findings']): number {
  return fail + warn + unknown + suspended;
}

async function show(
  args: CheckArguments,
  outputs: readonly Output[],
  judged: JudgedFirm,
  started: number,
): Promise<void> {
  const { assessment, inventory, policies, commit, prefix, key } = judged;
  const inCi = isCi(process.env);
  const hides = !args.detail && outputs.some(({ format }) => leavesMachine(format, inCi));
  const opaque = hides
    ? withoutNames(assessment, { inventory, controls: policies.controls, ...(key ? { key: key.bytes } : {}) })
    : assessment;
  const seconds = process.stdout.isTTY ? (performance.now() - started) / 1000 : undefined;
  const circumstances = { commit, prefix, opaque: !args.detail, ...terminal(args), seconds };
  await deliver(outputs, { assessment, opaque, circumstances, inCi, quiet: args.quiet });
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
  const files = outputs.flatMap(({ format, file }) =>
    file === undefined ? [] : [{ file, text: shown(format, delivery) }],
  );
  await writeFiles(files);
  const printed = outputs.find(({ file }) => file === undefined);
  if (printed && !delivery.quiet) await print(shown(printed.format, delivery), process.stdout);
}

function shown(format: FormatName, { assessment, opaque, circumstances, inCi }: Delivery): string {
  return formats[format].render(leavesMachine(format, inCi) ? opaque : assessment, circumstances);
}

function leavesMachine(format: FormatName, inCi: boolean): boolean {
  const leaves = formats[format].leavesMachine;
  return leaves === 'always' || (leaves === 'in-ci' && inCi);
}

/** 0 nothing at or above the gate, 1 findings at or above it, 2 a rule broke. */
export function exitCode({ summary, gate }: Assessment): number {
  if (summary.outcomes.error > 0) return 2;
  if (gate === 'never') return 0;
  const stopping = SEVERITIES.slice(0, SEVERITIES.indexOf(gate) + 1);
  return stopping.some((severity) => summary.fails[severity] > 0) ? 1 : 0;
}
