import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { distance } from 'fastest-levenshtein';
import { applicabilityText } from '../../reports/applicability.js';
import { explained } from '../../reports/explain.js';
import { json } from '../../reports/json.js';
import type { Control } from '../compile/catalogue.js';
import { pageOf } from '../compile/pages.js';
import { applicabilityOf } from '../evaluate/applicability.js';
import { explanationOf } from '../evaluate/explanation.js';
import type { Assessment } from '../generated/assessment.js';
import { CONFIG_FILE } from '../load/config.js';
import { loadInventory } from '../load/inventory.js';
import { loadPage } from '../load/rules.js';
import { UserError } from '../problems.js';
import type { CommandContext } from './context.js';
import { configOf, type JudgeArguments, judge, terminal } from './judge.js';
import { firmPolicies, policiesFor } from './policies.js';
import { withProgress } from './progress.js';

export interface ExplainArguments extends JudgeArguments {
  what: string | undefined;
  applicability: boolean;
  format: 'pretty' | 'json';
}

export async function explain(args: ExplainArguments, context: CommandContext): Promise<void> {
  if (args.applicability) return explainApplicability(args, context);
  if (args.what === undefined) {
    throw new UserError(
      'Say what to explain: the id of a control or of a finding, or --applicability for the laws that apply to the firm.',
    );
  }
  return explainControl({ ...args, what: args.what }, context);
}

/** Which laws apply to the firm. With --applicability the first word is the firm's directory. */
async function explainApplicability(args: ExplainArguments, { version }: CommandContext): Promise<void> {
  if (args.what !== undefined && args.dir !== '.') {
    throw new UserError(
      `--applicability is about the firm as a whole: leave out ${JSON.stringify(args.what)}, or ask for it by itself.`,
    );
  }
  const dir = args.what ?? args.dir;
  const config = await configOf({ ...args, dir });
  const root = resolve(dir);
  const result = await withProgress(false, async (progress) => {
    const [policies, inventory] = await Promise.all([
      firmPolicies(root, config, version, progress),
      loadInventory(root, config, { asOf: args['as-of'], now: Date.now(), progress }),
    ]);
    return applicabilityOf(inventory, policies, config);
  });
  process.stdout.write(args.format === 'json' ? json(result) : applicabilityText(result, terminal(args)));
}

async function explainControl(args: ExplainArguments & { what: string }, { version }: CommandContext): Promise<void> {
  const declared = isNoFirm(args.dir) ? undefined : await configOf(args);
  const policies = await policiesFor(resolve(args.dir), declared, version);
  const asked = askedFor(args.what, policies.controls);
  const { own, file } = asked.control;
  const page = await pageOf(asked.control, own ? loadPage(resolve(args.dir), file) : undefined);
  if (asked.finding === undefined && !declared) {
    print(args, explanationOf(asked.control, page, policies));
    return;
  }
  const config = declared ?? (await configOf(args));
  const off = config.switchedOff.find(({ control }) => control === asked.control.id);
  if (off && asked.finding === undefined) {
    print(args, explanationOf(asked.control, page, policies, { config }));
    return;
  }
  if (off) {
    throw new UserError(
      `${asked.control.id} is switched off in ${CONFIG_FILE}, so it has no findings. The reason given: ${off.reason}`,
    );
  }
  const options = {
    engineVersion: version,
    only: [asked.control.id],
    explain: asked.finding === undefined ? {} : { finding: asked.finding },
  };
  const { inventory, assessment, commit } = await withProgress(false, (progress) =>
    judge(args, config, { ...options, progress }, policies),
  );
  if (asked.finding !== undefined && assessment.findings.length === 0)
    throw new UserError(resolvedText(asked, assessment));
  const explanation = explanationOf(asked.control, page, policies, { config, judged: { inventory, assessment } });
  print(args, asked.finding === undefined ? explanation : { ...explanation, finding: asked.finding }, commit);
}

/** A directory without a configuration is no firm: the control is then explained from the catalogue alone. */
function isNoFirm(dir: string): boolean {
  return existsSync(resolve(dir)) && !existsSync(join(resolve(dir), CONFIG_FILE));
}

function print(
  args: Pick<ExplainArguments, 'format' | 'color'>,
  explanation: Parameters<typeof json>[0] & Parameters<typeof explained>[0],
  commit?: string,
): void {
  process.stdout.write(
    args.format === 'json' ? json(explanation) : explained(explanation, { ...terminal(args), commit }),
  );
}

interface Asked {
  control: Control;
  finding?: string;
}

/** @throws UserError naming the nearest controls where none has the id */
function askedFor(what: string, controls: readonly Control[]): Asked {
  const dot = what.indexOf('.');
  const id = (dot === -1 ? what : what.slice(0, dot)).toUpperCase();
  const control = controls.find((one) => one.id === id);
  if (!control) throw new UserError(unknownText(what, id, controls));
  return dot === -1 ? { control } : { control, finding: `${id}${what.slice(dot)}` };
}

const SUGGESTIONS = 3;

function unknownText(what: string, id: string, controls: readonly Control[]): string {
  const word = what.toLowerCase();
  const near = controls
    .map((control) => ({ control, far: distance(id, control.id) }))
    .filter(({ control, far }) => far <= 2 || `${control.title} ${control.domain}`.toLowerCase().includes(word))
    .sort((a, b) => a.far - b.far)
    .slice(0, SUGGESTIONS)
    .map(({ control }) => `${control.id} (${control.title})`);
  const hint = near.length === 0 ? ' privity check shows the ids.' : ` Did you mean ${near.join(', or ')}?`;
  return `There is no control and no finding ${JSON.stringify(what)}.${hint}`;
}

function resolvedText({ control, finding }: Asked, { outcomes, as_of }: Assessment): string {
  const { fail = 0, warn = 0, unknown = 0, suspended = 0 } = outcomes[0]?.findings ?? {};
  const others = fail + warn + unknown + suspended;
  const now =
    others === 0 ? 'It finds nothing there now' : `privity explain ${control.id} shows what it finds there now`;
  return `The finding ${JSON.stringify(finding)} is not there as of ${as_of}: it has been resolved, or the id is of another firm. ${now}.`;
}
