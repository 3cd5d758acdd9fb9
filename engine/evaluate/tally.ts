import type { Control } from '../compile/catalogue.js';
import type { Severity } from '../compile/scales.js';
import type { Finding } from '../generated/assessment.js';
import { byCodeUnits } from '../load/files.js';
import { dateText, dayNumber } from '../load/time.js';
import { type FindingContext, idOf, mentionedRows, understood } from './findings.js';
import { sooner } from './judge.js';
import { argumentText } from './messages.js';
import type { JudgeReply, RawFinding } from './protocol.js';
import { countReason, FIRST_SIGHT, type ReasonTally, reasonKey, type Sight, valuesWanted } from './reasons.js';

/** What a control found: exact counts, and the findings that are kept. */
export interface Tally {
  counts: { fail: number; warn: number; unknown: number; suspended: number; history: number };
  /** Fails and warnings by severity. */
  severity: Record<Severity, number>;
  /** Fails alone: what the gate looks at. */
  fails: Record<Severity, number>;
  /** The smallest by subject, at most as many as are kept. */
  kept: Finding[];
  /** What is said of all findings of a reason, by reason. */
  reasons: Map<string, ReasonTally>;
  /** The next day on which a finding changes by time alone; 0 for none. */
  changesOn: number;
  failure?: string;
}

export function newTally(): Tally {
  return {
    counts: { fail: 0, warn: 0, unknown: 0, suspended: 0, history: 0 },
    severity: { critical: 0, high: 0, medium: 0, low: 0 },
    fails: { critical: 0, high: 0, medium: 0, low: 0 },
    kept: [],
    reasons: new Map(),
    changesOn: 0,
  };
}

/** Is told of a finding, and of the rows of files that its batch mentions. */
export type Each = (finding: Finding, mentioned: JudgeReply['mentioned']) => void;

/**
 * Takes findings as they come. The same finding from two units (a file of two matters) counts once; of two readings of
 * one subject and reason the first by id stands.
 * @param limit how many findings are kept
 * @param each is told of every finding
 */
export function tallier(control: Control, tally: Tally, context: FindingContext, limit: number, each?: Each) {
  const everywhere = control.unit === 'matter' ? new Set<string>() : undefined;
  const subjectsEverywhere = everywhere && new Set<string>();
  const wanted = valuesWanted(control);
  return (findings: readonly RawFinding[], mentioned: JudgeReply['mentioned']): void => {
    const here = new Set<string>();
    // A subject is a row of one unit, so that those of each unit add up; but a file may be of several matters.
    const subjects = subjectsEverywhere ?? new Set<string>();
    const { title } = mentionedRows(mentioned, context);
    const text = (argument: unknown): string => argumentText(argument, context.inventory, title);
    for (const raw of findings) {
      const id = idOf(control.id, raw, context);
      if (here.has(id) || everywhere?.has(id)) continue;
      here.add(id);
      everywhere?.add(id);
      const meaning = understood(control, raw, context, mentioned);
      if ('failure' in meaning) tally.failure ??= meaning.failure;
      else if ('history' in meaning) tally.counts.history += 1;
      else {
        const subject = JSON.stringify([reasonKey(meaning.finding), raw.subject.collection, raw.subject.id]);
        const sight = { isNewSubject: !subjects.has(subject), wanted: wanted.get(raw.reason) ?? [], text };
        addFinding(tally, meaning.finding, context.inventory.asOf.day, limit, each, sight, mentioned);
        subjects.add(subject);
      }
    }
  };
}

/** Counts a finding and keeps it if it is among the smallest. */
export function addFinding(
  tally: Tally,
  finding: Finding,
  asOfDay: number,
  limit: number,
  each?: Each,
  sight: Sight = FIRST_SIGHT,
  mentioned: JudgeReply['mentioned'] = {},
): void {
  tally.counts[finding.result] += 1;
  countReason(tally.reasons, finding, sight);
  if (finding.result === 'fail' || finding.result === 'warn') tally.severity[finding.severity] += 1;
  if (finding.result === 'fail') tally.fails[finding.severity] += 1;
  const changes = finding.changes_on === undefined ? 0 : (dayNumber(finding.changes_on) ?? 0);
  if (changes > asOfDay) tally.changesOn = sooner(tally.changesOn, changes);
  each?.(finding, mentioned);
  tally.kept.push(finding);
  // Sorted seldom: the list may grow to twice what is kept.
  if (tally.kept.length >= limit * 2) tally.kept = smallest(tally.kept, limit);
}

const RANK = ['fail', 'unknown', 'warn', 'suspended'];

/** The first findings by result and subject: the same whatever the order in which they came. */
export function smallest(findings: readonly Finding[], limit: number): Finding[] {
  return [...findings]
    .sort((a, b) => RANK.indexOf(a.result) - RANK.indexOf(b.result) || bySubject(a, b))
    .slice(0, limit);
}

export function bySubject(a: Finding, b: Finding): number {
  return (
    byCodeUnits(a.subject.collection, b.subject.collection) ||
    byCodeUnits(a.subject.id, b.subject.id) ||
    byCodeUnits(a.id, b.id)
  );
}

/** `YYYY-MM-DD` of the sooner of two days, if any. */
export function soonerText(a: number, b: number): string | undefined {
  const day = sooner(a, b);
  return day > 0 ? dateText(day) : undefined;
}
