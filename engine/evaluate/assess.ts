import { type Control, PROFILES, SEVERITIES } from '../compile/catalogue.js';
import type { PolicySet } from '../compile/policies.js';
import type { Assessment, Finding, Outcome } from '../generated/assessment.js';
import type { LoadedConfig } from '../load/config.js';
import { GRADES } from '../load/facts.js';
import { byCodeUnits } from '../load/files.js';
import type { Inventory } from '../load/inventory.js';
import { dateText, dayNumber } from '../load/time.js';
import { nearest } from '../load/validate.js';
import { UserError } from '../problems.js';
import { startEvaluator } from './evaluator.js';
import { ruleData } from './facts.js';
import { type FindingContext, findingId, understood } from './findings.js';
import { inapplicable, judgeControls, sooner, type Verdicts } from './judge.js';
import { parameterValues } from './parameters.js';

/** How many findings of one control an assessment keeps. */
export const KEPT_FINDINGS = 1_000;

export interface AssessOptions {
  engineVersion: string;
  /** Ids of the only controls to judge. */
  only?: readonly string[];
}

/**
 * Judges a firm's inventory by a set of policies.
 * @throws UserError where parameters or ids are wrong, or nothing was examined
 */
export async function assess(
  inventory: Inventory,
  policies: PolicySet,
  config: LoadedConfig,
  options: AssessOptions,
): Promise<Assessment> {
  const parameters = parameterValues(config, policies.parameters);
  const selection = selectControls(policies.controls, config, options.only);
  const evaluator = await startEvaluator(policies.wasm, ruleData(inventory, parameters, policies.tables), {
    seconds: config.evaluationSeconds,
    memoryMb: config.memoryMb,
  });
  try {
    const reasons = await inapplicable(selection.judged, evaluator);
    const applicable = selection.judged.filter(({ id }) => !reasons.has(id));
    const verdicts = await judgeControls(applicable, inventory, evaluator);
    const context: FindingContext = { inventory, parameters, configFile: config.source.path };
    const results = selection.judged.map((control) => {
      const code = reasons.get(control.id);
      if (code !== undefined) return notApplicable(control, code);
      return resultOf(control, verdicts.get(control.id) as Verdicts, context);
    });
    return assessmentOf(results, { inventory, policies, config, parameters, selection, options });
  } finally {
    await evaluator.close();
  }
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

interface ControlResult {
  outcome: Outcome;
  findings: Finding[];
}

function emptyOutcome(control: Control): Outcome {
  return {
    control: control.id,
    title: control.title,
    domain: control.domain,
    severity: control.severity,
    result: 'not-applicable',
    examined: 0,
    evidence: 'declared',
    evidence_counts: { declared: 0, attested: 0, evidenced: 0, fed: 0 },
    findings: { fail: 0, warn: 0, unknown: 0, suspended: 0, history: 0 },
    citations: control.citations,
    remediation: control.remediation,
    own: control.own,
  };
}

function notApplicable(control: Control, code: string): ControlResult {
  const why =
    control.not_applicable?.find((entry) => entry.code === code)?.message ??
    `The rule says that it does not apply (${code}).`;
  return { outcome: { ...emptyOutcome(control), why }, findings: [] };
}

function resultOf(control: Control, verdicts: Verdicts, context: FindingContext): ControlResult {
  const { records } = context.inventory;
  const isEmpty = control.subjects.every((subject) => records.get(subject)?.size === 0);
  if (isEmpty && verdicts.findings.length === 0 && verdicts.failure === undefined) {
    return {
      outcome: { ...emptyOutcome(control), why: `The firm declares that it has none: ${titles(control.subjects)}.` },
      findings: [],
    };
  }
  const outcome = emptyOutcome(control);
  const findings = new Map<string, Finding>();
  let { failure, changesOn } = verdicts;
  for (const raw of verdicts.findings) {
    const meaning = understood(control, raw, context);
    if ('failure' in meaning) failure ??= meaning.failure;
    else if ('history' in meaning) outcome.findings.history += 1;
    else {
      findings.set(meaning.finding.id, meaning.finding);
      const changes = meaning.finding.changes_on === undefined ? 0 : (dayNumber(meaning.finding.changes_on) ?? 0);
      changesOn = sooner(changesOn, changes > context.inventory.asOf.day ? changes : 0);
    }
  }
  for (const finding of missingCollections(control, context)) findings.set(finding.id, finding);
  for (const { result } of findings.values()) outcome.findings[result] += 1;
  outcome.examined = verdicts.examined;
  outcome.evidence_counts = {
    declared: verdicts.grades[0] ?? 0,
    attested: verdicts.grades[1] ?? 0,
    evidenced: verdicts.grades[2] ?? 0,
    fed: verdicts.grades[3] ?? 0,
  };
  outcome.evidence = GRADES.find((grade) => outcome.evidence_counts[grade] > 0) ?? 'declared';
  if (changesOn > 0) outcome.changes_on = dateText(changesOn);
  outcome.result = worst(outcome, failure);
  if (failure !== undefined) outcome.why = failure;
  else if (outcome.result === 'not-applicable') outcome.why = 'Nothing that the firm declares falls under it.';
  return { outcome, findings: [...findings.values()] };
}

function worst({ findings, examined }: Outcome, failure: string | undefined): Outcome['result'] {
  if (failure !== undefined) return 'error';
  if (findings.fail > 0) return 'fail';
  if (findings.unknown > 0) return 'needs-review';
  if (findings.warn > 0) return 'warn';
  return examined + findings.suspended + findings.history > 0 ? 'pass' : 'not-applicable';
}

/** Absent is not empty: a control that reads a collection which nobody has declared cannot pass. */
function missingCollections(control: Control, { inventory, configFile }: FindingContext): Finding[] {
  return control.needs
    .filter((name) => !inventory.records.has(name))
    .map((name) => {
      const raw = { subject: { collection: 'firm', id: 'firm' }, reason: 'collection-not-declared', by: name };
      return {
        id: findingId(control.id, raw),
        control: control.id,
        severity: 'medium',
        result: 'unknown',
        reason: raw.reason,
        message: `The firm has not declared its ${titles([name])}. If there are none, write "${name}: []".`,
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
  results: readonly ControlResult[],
  {
    inventory,
    policies,
    config,
    parameters,
    selection,
    options,
  }: {
    inventory: Inventory;
    policies: PolicySet;
    config: LoadedConfig;
    parameters: Record<string, unknown>;
    selection: Selection;
    options: AssessOptions;
  },
): Assessment {
  const outcomes = results.map(({ outcome }) => outcome);
  const examined = outcomes.reduce((sum, outcome) => sum + outcome.examined, 0);
  if (examined === 0 && outcomes.every(({ result }) => result !== 'error' && result !== 'fail')) {
    throw new UserError(
      'Nothing was examined: no control found anything that it applies to. Declare what the firm does, or choose other controls.',
    );
  }
  const findings = results
    .flatMap(({ findings: all }) => [...all].sort(bySubject).slice(0, KEPT_FINDINGS))
    .sort(
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
      records: [...inventory.records.values()].reduce((sum, { size }) => sum + size, 0),
    },
    policies: {
      digest: policies.digest,
      version: policies.version,
      own: policies.controls.filter(({ own }) => own).length,
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

function bySubject(a: Finding, b: Finding): number {
  return (
    byCodeUnits(a.subject.collection, b.subject.collection) ||
    byCodeUnits(a.subject.id, b.subject.id) ||
    byCodeUnits(a.id, b.id)
  );
}

function summaryOf(results: readonly ControlResult[]): Assessment['summary'] {
  const summary: Assessment['summary'] = {
    outcomes: { error: 0, fail: 0, 'needs-review': 0, warn: 0, pass: 0, 'not-applicable': 0 },
    findings: { fail: 0, warn: 0, unknown: 0, suspended: 0 },
    severity: { critical: 0, high: 0, medium: 0, low: 0 },
    history: 0,
    evidence: { declared: 0, attested: 0, evidenced: 0, fed: 0 },
  };
  for (const { outcome, findings } of results) {
    summary.outcomes[outcome.result] += 1;
    summary.history += outcome.findings.history;
    if (outcome.examined > 0) summary.evidence[outcome.evidence] += 1;
    for (const { result, severity } of findings) {
      summary.findings[result] += 1;
      if (result === 'fail' || result === 'warn') summary.severity[severity] += 1;
    }
  }
  return summary;
}
