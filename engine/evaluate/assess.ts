import type { Control } from '../compile/catalogue.js';
import type { PolicySet } from '../compile/policies.js';
import { PROFILES, SEVERITIES } from '../compile/scales.js';
import type { OwnTable } from '../compile/tables.js';
import type { Assessment, Finding, Outcome } from '../generated/assessment.js';
import type { LoadedConfig } from '../load/config.js';
import { GRADES } from '../load/facts.js';
import { byCodeUnits } from '../load/files.js';
import type { Inventory } from '../load/inventory.js';
import type { RowKey } from '../load/key.js';
import { closingsOf } from '../load/references.js';
import type { OpenRegisters } from '../load/registers/open.js';
import { rowFormats } from '../load/registers/read.js';
import { nearest } from '../load/validate.js';
import { UserError } from '../problems.js';
import type { Progress } from '../progress.js';
import { applicability } from './applicable.js';
import { completed } from './completed.js';
import { type BareOutcome, described } from './describe.js';
import { startEvaluator, type WarmStart, warmStart } from './evaluator.js';
import { type Explainer, explainer } from './explainer.js';
import { ruleData } from './facts.js';
import { type FindingContext, findingId } from './findings.js';
import { judgeControls, type RowCount, type Verdicts } from './judge.js';
import { referencedMentions } from './mentions.js';
import { parameterValues } from './parameters.js';
import type { JudgeReply } from './protocol.js';
import { type AbsentCollections, absentCollections, refuseBadRows, registersOf } from './registers.js';
import { blockingRequests } from './requests.js';
import { addFinding, bySubject, type Each, newTally, smallest, soonerText, type Tally, tallier } from './tally.js';

/** How many findings of one control an assessment keeps. */
export const KEPT_FINDINGS = 1_000;

export interface AssessOptions {
  engineVersion: string;
  /** The registers that are read from files. */
  registers?: OpenRegisters | undefined;
  /** The firm's key for ids of register rows. */
  key?: RowKey | undefined;
  /** How many threads may judge at once. */
  threads?: number;
  /** A thread that was started with these policies meanwhile. */
  warm?: WarmStart;
  /** Is told of every finding, also of those that the assessment does not keep, and of the version of the rules. */
  each?: (finding: Finding, rules: string) => void;
  /** Is told how far the judging is. */
  progress?: Progress;
  /** Ids of the only controls to judge. */
  only?: readonly string[];
  /**
   * That the controls are to be explained: findings then show their facts, and "nothing was examined" is an answer, not
   * an error. With the id of a finding, that one alone comes out, however many there are.
   */
  explain?: { finding?: string };
}

/**
 * Judges a firm's inventory by a set of policies.
 * @throws UserError where parameters or ids are wrong, or nothing was examined
 */
export async function assess(
  loaded: Inventory,
  policies: PolicySet,
  config: LoadedConfig,
  options: AssessOptions,
): Promise<Assessment> {
  const parameters = parameterValues(config, policies);
  const selection = selectControls(policies.controls, config, options.only);
  const sources = [...(options.registers?.sources.values() ?? [])];
  const inventory = await completed(loaded, options.registers, policies, config);
  const requests = await blockingRequests(inventory, options.registers);
  const data = ruleData(inventory, parameters, policies.tables, requests.facts);
  const evaluator = startEvaluator(options.warm ?? warmStart(policies, config.memoryMb), data, {
    seconds: config.evaluationSeconds,
    memoryMb: config.memoryMb,
    threads: options.registers ? (options.threads ?? 1) : 1,
    zone: inventory.zone.name,
    asOf: inventory.asOf,
    showFacts: options.explain !== undefined,
    formats: rowFormats(sources),
    closings: closingsOf(inventory),
  });
  try {
    const { codes, failures } = await applicability(selection.judged, evaluator);
    const applicable = selection.judged.filter(({ id }) => !codes.has(id) && !failures.has(id));
    const context: FindingContext = {
      inventory,
      parameters,
      configFile: config.source.path,
      registerFiles: new Map(sources.map(({ collection, file }) => [collection, file])),
      mentioned: joined(referencedMentions(inventory), requests.mentioned),
      ...(options.key ? { key: options.key.bytes } : {}),
    };
    const explaining = options.explain && explainer(options.explain.finding, context);
    const each: Each = (finding, mentioned) => {
      explaining?.each(finding, mentioned);
      options.each?.(finding, policies.version);
    };
    const tallies = new Map(applicable.map(({ id }) => [id, newTally()]));
    const sinks = new Map(
      applicable.map((control) => [
        control.id,
        tallier(control, tallies.get(control.id) as Tally, context, KEPT_FINDINGS, each),
      ]),
    );
    const { verdicts, rows } = await judgeControls(
      applicable,
      inventory,
      options.registers,
      evaluator,
      (control, findings, mentioned) => sinks.get(control)?.(findings, mentioned),
      options.progress,
    );
    refuseBadRows(rows, options.registers);
    const absent = absentCollections(inventory, options.registers, rows);
    const facts = { inventory, rows, frameworks: policies.frameworks };
    const resultFor = (control: Control) => {
      const code = codes.get(control.id);
      if (code !== undefined) return notApplicable(control, code);
      const failure = failures.get(control.id);
      if (failure !== undefined) return broken(control, failure);
      const tally = tallies.get(control.id) as Tally;
      return resultOf(control, verdicts.get(control.id) as Verdicts, tally, absent, context, each);
    };
    const results = selection.judged.map((control) => {
      const result = resultFor(control);
      return { ...result, outcome: described(control, result, facts) };
    });
    return assessmentOf(results, {
      inventory,
      loaded,
      policies,
      config,
      parameters,
      selection,
      options,
      rows,
      explaining,
    });
  } finally {
    await evaluator.close();
  }
}

function joined(a: JudgeReply['mentioned'], b: JudgeReply['mentioned']): JudgeReply['mentioned'] {
  const names = new Set([...Object.keys(a), ...Object.keys(b)]);
  return Object.fromEntries([...names].map((name) => [name, { ...a[name], ...b[name] }]));
}

interface Selection {
  judged: Control[];
  notInProfile: string[];
  switchedOff: { control: string; reason: string }[];
  notSelected: number;
}

function selectControls(
  controls: readonly Control[],
  config: LoadedConfig,
  only: readonly string[] | undefined,
): Selection {
  const ids = controls.map(({ id }) => id);
  for (const id of [...(only ?? []), ...config.switchedOff.map(({ control }) => control)]) {
    if (ids.includes(id)) continue;
    const near = nearest(id, ids);
    throw new UserError(`There is no control ${id}.${near === undefined ? '' : ` Did you mean ${near}?`}`);
  }
  const rank = PROFILES.indexOf(config.profile);
  const inProfile = (control: Control): boolean =>
    PROFILES.indexOf(control.profile) <= rank || (only?.includes(control.id) ?? false);
  const off = new Set(config.switchedOff.map(({ control }) => control));
  const candidates = controls.filter((control) => inProfile(control) && !off.has(control.id));
  const judged = candidates.filter(({ id }) => only === undefined || only.includes(id));
  return {
    judged,
    notInProfile: controls.filter((control) => !inProfile(control)).map(({ id }) => id),
    switchedOff: config.switchedOff,
    notSelected: candidates.length - judged.length,
  };
}

interface ControlResult<Result = BareOutcome> {
  outcome: Result;
  findings: Finding[];
  tally: Tally;
}

function emptyOutcome(control: Control): BareOutcome {
  return {
    control: control.id,
    title: control.title,
    description: control.description,
    domain: control.domain,
    severity: control.severity,
    result: 'not-applicable',
    examined: 0,
    evidence: 'declared',
    evidence_counts: { declared: 0, attested: 0, evidenced: 0, fed: 0 },
    findings: { fail: 0, warn: 0, unknown: 0, suspended: 0, history: 0 },
    remediation: control.remediation,
    own: control.own,
  };
}

function notApplicable(control: Control, code: string): ControlResult {
  const why =
    control.not_applicable?.find((entry) => entry.code === code)?.message ??
    `The rule says that it does not apply (${code}).`;
  return { outcome: { ...emptyOutcome(control), why }, findings: [], tally: newTally() };
}

function broken(control: Control, why: string): ControlResult {
  return { outcome: { ...emptyOutcome(control), result: 'error', why }, findings: [], tally: newTally() };
}

function resultOf(
  control: Control,
  verdicts: Verdicts,
  tally: Tally,
  absent: AbsentCollections,
  context: FindingContext,
  each: Each,
): ControlResult {
  const { records } = context.inventory;
  const failure = verdicts.failure ?? tally.failure;
  const isEmpty = control.subjects.every((subject) => records.get(subject)?.size === 0 || absent.empty.has(subject));
  if (isEmpty && verdicts.examined === 0 && tally.kept.length === 0 && failure === undefined) {
    const why = `The firm declares that it has none: ${titles(control.subjects)}.`;
    return { outcome: { ...emptyOutcome(control), why }, findings: [], tally };
  }
  for (const finding of missingCollections(control, absent.missing, context)) {
    addFinding(tally, finding, context.inventory.asOf.day, KEPT_FINDINGS, each);
  }
  const [declared = 0, attested = 0, evidenced = 0, fed = 0] = verdicts.grades;
  const outcome: BareOutcome = {
    ...emptyOutcome(control),
    examined: verdicts.examined,
    evidence_counts: { declared, attested, evidenced, fed },
    findings: tally.counts,
  };
  outcome.evidence = GRADES.find((grade) => outcome.evidence_counts[grade] > 0) ?? 'declared';
  const changesOn = soonerText(verdicts.changesOn, tally.changesOn);
  if (changesOn !== undefined) outcome.changes_on = changesOn;
  outcome.result = worst(outcome, failure);
  if (failure !== undefined) outcome.why = failure;
  else if (outcome.result === 'not-applicable') outcome.why = 'Nothing that the firm declares falls under it.';
  return { outcome, findings: smallest(tally.kept, KEPT_FINDINGS), tally };
}

function worst({ findings, examined }: BareOutcome, failure: string | undefined): Outcome['result'] {
  if (failure !== undefined) return 'error';
  if (findings.fail > 0) return 'fail';
  if (findings.unknown > 0) return 'needs-review';
  if (findings.warn > 0) return 'warn';
  return examined + findings.suspended + findings.history > 0 ? 'pass' : 'not-applicable';
}

/** Absent is not empty: a control that reads a collection which nobody has declared cannot pass. */
function missingCollections(
  control: Control,
  missing: ReadonlyMap<string, string>,
  { configFile }: FindingContext,
): Finding[] {
  return control.needs
    .filter((name) => missing.has(name))
    .map((name) => {
      const raw = { subject: { collection: 'firm', id: 'firm' }, reason: 'collection-not-declared', by: name };
      return {
        id: findingId(control.id, raw),
        control: control.id,
        severity: 'medium',
        result: 'unknown',
        reason: raw.reason,
        message: missing.get(name) as string,
        subject: raw.subject,
        location: { file: configFile, line: 1, column: 1 },
        facts: [],
        arguments: { collection: name },
        distinguishes: name,
        evidence: 'declared',
        waivable: true,
      } satisfies Finding;
    });
}

function titles(names: readonly string[]): string {
  return names.map((name) => name.replaceAll('_', ' ')).join(', ');
}

const RANK = ['fail', 'unknown', 'warn', 'suspended'];

function assessmentOf(
  results: readonly ControlResult<Outcome>[],
  {
    inventory,
    loaded,
    policies,
    config,
    parameters,
    selection,
    options,
    rows,
    explaining,
  }: {
    inventory: Inventory;
    /** As the firm declares it, without what Privity adds. */
    loaded: Inventory;
    policies: PolicySet;
    config: LoadedConfig;
    parameters: Record<string, unknown>;
    selection: Selection;
    options: AssessOptions;
    rows: ReadonlyMap<string, RowCount>;
    explaining: Explainer | undefined;
  },
): Assessment {
  const outcomes = results.map(({ outcome }) => outcome);
  const examined = outcomes.reduce((sum, outcome) => sum + outcome.examined, 0);
  const mayBeNothing = explaining !== undefined;
  // A firm that has declared nothing at all is not judged for what it lacks.
  const isBlank = loaded.records.size === 0 && options.registers === undefined;
  const sawNothing = examined === 0 && outcomes.every(({ result }) => result !== 'error' && result !== 'fail');
  if (!mayBeNothing && (isBlank || sawNothing)) {
    throw new UserError(
      'Nothing was examined: no control found anything that it applies to. Declare what the firm does, or choose other controls.',
    );
  }
  const kept = results.flatMap(({ findings: some }) => some);
  const findings = [...(explaining?.shown(kept) ?? kept)].sort(
    (a, b) =>
      RANK.indexOf(a.result) - RANK.indexOf(b.result) ||
      SEVERITIES.indexOf(a.severity) - SEVERITIES.indexOf(b.severity) ||
      byCodeUnits(a.control, b.control) ||
      bySubject(a, b),
  );
  return {
    schema: 1,
    as_of: inventory.asOfText,
    firm: { name: inventory.firmName, timezone: inventory.zone.name },
    engine: { version: options.engineVersion },
    inventory: {
      digest: inventory.digest,
      files: inventory.files,
      records: [...loaded.records.values()].reduce((sum, { size }) => sum + size, 0),
    },
    registers: registersOf(options.registers, rows),
    ...(options.key ? { key: options.key.id } : {}),
    policies: {
      digest: policies.digest,
      version: policies.version,
      own: policies.controls.filter(({ own }) => own).length,
      own_tables: policies.ownTables.map(ownTableOf),
    },
    profile: config.profile,
    gate: config.failOn,
    parameters,
    scope: {
      judged: outcomes.length,
      not_in_profile: selection.notInProfile,
      switched_off: selection.switchedOff,
      not_selected: selection.notSelected,
    },
    outcomes,
    findings,
    summary: summaryOf(results),
  };
}

function ownTableOf(table: OwnTable): Assessment['policies']['own_tables'][number] {
  const { table: name, title, source, checked_on, entries, replaced } = table;
  return { table: name, title, file: source.path, checked_on, entries, replaced };
}

function summaryOf(results: readonly ControlResult<Outcome>[]): Assessment['summary'] {
  const summary: Assessment['summary'] = {
    outcomes: { error: 0, fail: 0, 'needs-review': 0, warn: 0, pass: 0, 'not-applicable': 0 },
    findings: { fail: 0, warn: 0, unknown: 0, suspended: 0 },
    severity: { critical: 0, high: 0, medium: 0, low: 0 },
    fails: { critical: 0, high: 0, medium: 0, low: 0 },
    history: 0,
    evidence: { declared: 0, attested: 0, evidenced: 0, fed: 0 },
  };
  for (const { outcome, tally } of results) {
    summary.outcomes[outcome.result] += 1;
    summary.history += outcome.findings.history;
    if (outcome.examined > 0) summary.evidence[outcome.evidence] += 1;
    for (const result of ['fail', 'warn', 'unknown', 'suspended'] as const)
      summary.findings[result] += outcome.findings[result];
    for (const severity of SEVERITIES) {
      summary.severity[severity] += tally.severity[severity];
      summary.fails[severity] += tally.fails[severity];
    }
  }
  return summary;
}
