import type { Control } from '../compile/catalogue.js';
import { SEVERITIES } from '../compile/scales.js';
import type { Finding, FoundReason } from '../generated/assessment.js';
import type { Reason } from '../generated/control.js';
import { fieldTitle } from '../load/schema.js';
import { countText, listText, sentence } from './messages.js';

/**
 * What is known of all findings of one reason, in little memory: a million findings are not held. Those for want of a
 * fact are told apart by that fact.
 */
export interface ReasonTally {
  /** The smallest by id: the same whatever the order in which findings came. */
  first: Finding;
  count: number;
  /** Distinct subjects by collection. */
  subjects: Map<string, number>;
  /** The distinct values of the arguments that the sentence about many names. */
  values: Map<string, Set<string>>;
  /** Records that lack a fact and are not the subject itself, by collection and id; their number is the firm's own. */
  lacking: Set<string>;
  /** Subjects that lack the fact themselves. */
  lackingSubjects: number;
  /** The first record that lacks it, in words. */
  whose?: string;
}

/** How a finding is seen when it is counted. */
export interface Sight {
  /** Whether its subject has not been counted for this reason. */
  isNewSubject: boolean;
  /** The arguments whose values are wanted. */
  wanted: readonly string[];
  /** An argument in words. */
  text(argument: unknown): string;
}

export const FIRST_SIGHT: Sight = { isNewSubject: true, wanted: [], text: String };

/** The arguments that the sentence about many findings of a reason names, by reason. */
export function valuesWanted({ reasons }: Control): Map<string, string[]> {
  return new Map(
    reasons.map(({ code, many = '' }) => [
      code,
      [...many.matchAll(PLACEHOLDER)]
        .map(([, name]) => name as string)
        .filter((name) => name !== 'count' && name !== 'subjects'),
    ]),
  );
}

const PLACEHOLDER = /\{([a-z_]+)\}/g;

/** Counts a finding among those of its reason. */
export function countReason(reasons: Map<string, ReasonTally>, finding: Finding, sight: Sight): void {
  const missing = missingOf(finding);
  const key = reasonKey(finding);
  const tally = reasons.get(key) ?? newReason(finding);
  reasons.set(key, tally);
  tally.count += 1;
  if (finding.id < tally.first.id) tally.first = finding;
  const { collection, id } = finding.subject;
  if (sight.isNewSubject) tally.subjects.set(collection, (tally.subjects.get(collection) ?? 0) + 1);
  for (const name of sight.wanted) {
    tally.values.set(name, (tally.values.get(name) ?? new Set()).add(sight.text(finding.arguments[name])));
  }
  if (finding.reason !== 'not-declared' || missing === undefined) return;
  const elsewhere = finding.facts.filter(
    (fact) => missing === `${fact.collection}.${fact.path}` && !(fact.collection === collection && fact.id === id),
  );
  for (const record of elsewhere) {
    tally.whose ??= sight.text({ collection: record.collection, id: record.id });
    tally.lacking.add(JSON.stringify([record.collection, record.id]));
  }
  if (elsewhere.length === 0 && sight.isNewSubject) {
    tally.whose ??= sight.text({ collection, id });
    tally.lackingSubjects += 1;
  }
}

/** What is told apart: the reason and, for want of a fact, that fact. */
export function reasonKey(finding: Finding): string {
  return JSON.stringify([finding.reason, missingOf(finding) ?? '']);
}

function newReason(first: Finding): ReasonTally {
  return { first, count: 0, subjects: new Map(), values: new Map(), lacking: new Set(), lackingSubjects: 0 };
}

const RANK = ['fail', 'warn', 'unknown', 'suspended'];

/** The findings of a control by reason, worst first, each with a sentence about all of them. */
export function foundReasons(control: Control, reasons: ReadonlyMap<string, ReasonTally>): FoundReason[] {
  const order = control.reasons.map(({ code }) => code);
  return [...reasons.values()]
    .map((tally) => foundReason(control, tally))
    .sort(
      (a, b) =>
        SEVERITIES.indexOf(a.severity) - SEVERITIES.indexOf(b.severity) ||
        RANK.indexOf(a.result) - RANK.indexOf(b.result) ||
        order.indexOf(a.code) - order.indexOf(b.code) ||
        ((a.missing ?? '') < (b.missing ?? '') ? -1 : 1),
    );
}

function foundReason(control: Control, tally: ReasonTally): FoundReason {
  const { first, count } = tally;
  const reason = control.reasons.find(({ code }) => code === first.reason);
  const missing = missingOf(first);
  return {
    code: first.reason,
    result: first.result,
    severity: first.severity,
    count,
    sentence: sentenceOf(reason, tally),
    settled: first.result === 'warn' && reason?.history_after !== undefined,
    ...(missing === undefined ? {} : { missing, missing_title: titleOf(missing) }),
  };
}

/** What is not declared, where that is why a finding was made: a collection, or `collection.field`. */
function missingOf({ reason, distinguishes }: Finding): string | undefined {
  return reason === 'not-declared' || reason === 'collection-not-declared' ? distinguishes : undefined;
}

function titleOf(missing: string): string {
  const [collection, ...path] = missing.split('.') as [string, ...string[]];
  return path.length === 0 ? collection.replaceAll('_', ' ') : fieldTitle(collection, path.join('.'));
}

/** One sentence about all findings of a reason, as its author worded it. */
export function sentenceOf(reason: Reason | undefined, tally: ReasonTally): string {
  const { first, count } = tally;
  const missing = missingOf(first);
  if (first.reason === 'not-declared' && missing !== undefined) return undeclared(missing, tally);
  if (count === 1 || reason?.many === undefined) return first.message;
  return sentence(
    reason.many.replace(PLACEHOLDER, (_, name: string) => {
      if (name === 'count') return count.toLocaleString('en-GB');
      return name === 'subjects' ? subjectsText(tally) : valuesText(tally.values.get(name) ?? new Set());
    }),
  );
}

/** A fact may be wanted for many findings and be absent from few records: those are what has to be completed. */
function undeclared(missing: string, { first, lacking, lackingSubjects, whose }: ReasonTally): string {
  const count = lacking.size + lackingSubjects;
  const [collection] = lacking.size > 0 ? missing.split('.') : [first.subject.collection];
  const lacks = count === 1 ? whose : `each of ${countText(count, collection as string)}`;
  const title = titleOf(missing);
  const question = /^an answer on (whether .*)$/.exec(title)?.[1];
  return question === undefined
    ? `For ${lacks}, nobody has declared ${title}.`
    : `For ${lacks}, nobody has said ${question}.`;
}

/** `3 stores and 2 files`: the distinct subjects, counted by collection. */
function subjectsText({ subjects }: ReasonTally): string {
  return listText(
    [...subjects]
      .sort(([a], [b]) => (a < b ? 1 : -1))
      .map(([collection, count]) => (collection === 'firm' ? 'the firm' : countText(count, collection))),
  );
}

const NAMED = 3;

function valuesText(values: ReadonlySet<string>): string {
  const sorted = [...values].sort();
  return sorted.length <= NAMED
    ? listText(sorted)
    : listText([...sorted.slice(0, NAMED - 1), `${sorted.length - NAMED + 1} more`]);
}
