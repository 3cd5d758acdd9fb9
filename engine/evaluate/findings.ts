import { createHash, createHmac } from 'node:crypto';
import type { Control } from '../compile/catalogue.js';
import type { Finding, Place } from '../generated/assessment.js';
import type { Reason } from '../generated/control.js';
import type { Derivation } from '../load/closing.js';
import { type Facts, GRADES } from '../load/facts.js';
import type { Inventory } from '../load/inventory.js';
import { placeOf } from '../load/places.js';
import { dateText, dayNumber } from '../load/time.js';
import { filledMessage } from './messages.js';
import type { JudgeReply, Mention, RawFinding } from './protocol.js';

/**
 * The id of a finding: the same on every machine and in every commit, as long as control, subject, reason and what
 * distinguishes it are the same. Never a line number.
 */
export function findingId(control: string, { subject, reason, by }: RawFinding, key?: Uint8Array): string {
  const identity = JSON.stringify([control, subject.collection, subject.id, reason, by ?? '']);
  const hash = key === undefined ? createHash('sha256') : createHmac('sha256', key);
  return `${control}.${hash.update(identity).digest('hex').slice(0, 16)}`;
}

/**
 * As `findingId`: of rows of files keyed with the firm's key, where it is at hand, so that an id in a waiver or a report
 * does not let anybody guess which client, matter or person it is about.
 */
export function idOf(control: string, raw: RawFinding, { registerFiles, key }: FindingContext): string {
  return findingId(control, raw, registerFiles.has(raw.subject.collection) ? key : undefined);
}

/** A finding, `history` (past and dealt with: counted, not shown), or why the rule broke the contract. */
export type Understood = { finding: Finding } | { history: true } | { failure: string };

export interface FindingContext {
  inventory: Inventory;
  parameters: Record<string, unknown>;
  /** Where a firm-wide finding points when nothing nearer is declared. */
  configFile: string;
  /** The files of registers that are read from files, by collection. */
  registerFiles: ReadonlyMap<string, string>;
  /** The firm's key for ids of register rows. */
  key?: Uint8Array;
  /** Rows of files that any batch may mention. */
  mentioned: JudgeReply['mentioned'];
}

/** What a rule's raw finding means, with its place, message and facts. */
export function understood(
  control: Control,
  raw: RawFinding,
  context: FindingContext,
  mentioned: JudgeReply['mentioned'] = {},
): Understood {
  const reason = control.reasons.find(({ code }) => code === raw.reason);
  if (!reason) return { failure: `It gave the reason "${raw.reason}", which its METADATA does not declare.` };
  if (reason.result === 'history' || isHistory(control, reason, raw, context)) return { history: true };
  const { inventory } = context;
  const rows = mentionedRows(mentioned, context);
  const facts = factsOf(raw, inventory, rows);
  const { collection, id } = raw.subject;
  const title = inventory.records.get(collection)?.get(id)?.facts.title ?? rows.title(collection, id);
  return {
    finding: {
      id: idOf(control.id, raw, context),
      control: control.id,
      severity: reason.severity,
      result: reason.result,
      reason: reason.code,
      message: filledMessage(reason.message, raw.args ?? {}, inventory, rows.title),
      subject: { collection, id, ...(typeof title === 'string' ? { title } : {}) },
      location: facts[0]?.location ??
        locate(collection, id, undefined, inventory) ??
        rows.place(collection, id) ?? { file: context.configFile, line: 1, column: 1 },
      facts,
      arguments: raw.args ?? {},
      ...(raw.by === undefined ? {} : { distinguishes: raw.by }),
      evidence: GRADES[weakestGrade([raw.subject, ...facts], inventory, rows.grade)] ?? 'declared',
      ...(raw.changes_on === undefined ? {} : { changes_on: dateText(raw.changes_on) }),
      waivable: reason.waivable ?? true,
    },
  };
}

// Late and past events stay in sight for late_visibility_days after the day that the reason names, or fell before the
// day on which the firm started the control (conventions: late, past_event, start_date).
function isHistory(
  control: Control,
  reason: Reason,
  raw: RawFinding,
  { inventory, parameters }: FindingContext,
): boolean {
  if (reason.history_after === undefined) return false;
  const day = (raw.args?.[reason.history_after] as { day?: number } | undefined)?.day;
  if (day === undefined) return false;
  const starts = (parameters.control_start_dates as Record<string, string> | undefined)?.[control.id];
  if (starts !== undefined && day < (dayNumber(starts) ?? Number.NEGATIVE_INFINITY)) return true;
  return inventory.asOf.day > day + Number(parameters.late_visibility_days);
}

/**
 * The facts that a finding rests on, and where they stand. One that was derived says from what, stands where that does,
 * and is followed by it: whoever checks the finding checks both.
 */
function factsOf({ relied_on = [] }: RawFinding, inventory: Inventory, rows: MentionedRows): Finding['facts'] {
  const placed = (fact: Finding['facts'][number], at: { collection: string; id: string; path?: string } = fact) => {
    const location = locate(at.collection, at.id, at.path, inventory) ?? rows.place(at.collection, at.id);
    return { ...fact, ...(location ? { location } : {}) };
  };
  const isGiven = ({ collection, id, path }: Derivation['from']): boolean =>
    relied_on.some((fact) => fact.collection === collection && fact.id === id && fact.path === path);
  return relied_on.flatMap((fact) => {
    const derivation = derivationOf(fact.collection, fact.id, fact.path, inventory, rows);
    if (derivation === undefined) return [placed(fact)];
    const { from, completes } = derivation;
    // A list that was completed stands in its own record.
    const derived = completes ? placed(fact) : placed({ ...fact, derived_from: from }, from);
    return isGiven(from) ? [derived] : [derived, placed(from)];
  });
}

/** What a record's field was derived from, if it was. */
export function derivationOf(
  collection: string,
  id: string,
  path: string | undefined,
  { records }: Inventory,
  rows: MentionedRows | undefined,
): Derivation | undefined {
  const derivation = records.get(collection)?.get(id)?.derivation ?? rows?.derivation(collection, id);
  return derivation?.field === path?.split('.')[0] ? derivation : undefined;
}

function weakestGrade(
  records: readonly { collection: string; id: string }[],
  inventory: Inventory,
  gradeOfRow: (collection: string, id: string) => number | undefined,
): number {
  const grades = records.map(({ collection, id }) =>
    Number(inventory.records.get(collection)?.get(id)?.facts.grade ?? gradeOfRow(collection, id) ?? 0),
  );
  return Math.min(...grades);
}

/** What is known of rows of files, which are gone once their batch is judged. */
export interface MentionedRows {
  title(collection: string, id: string): string | undefined;
  grade(collection: string, id: string): number | undefined;
  place(collection: string, id: string): Place | undefined;
  derivation(collection: string, id: string): Derivation | undefined;
  /** Only where facts are to be shown. */
  facts(collection: string, id: string): Facts | undefined;
}

/** The rows that a batch told of because its findings mention them, and those that any batch may mention. */
export function mentionedRows(
  mentioned: JudgeReply['mentioned'],
  { registerFiles, mentioned: always }: FindingContext,
): MentionedRows {
  const known = (collection: string, id: string): Mention | undefined =>
    mentioned[collection]?.[id] ?? always[collection]?.[id];
  return {
    title: (collection, id) => known(collection, id)?.title,
    grade: (collection, id) => known(collection, id)?.grade,
    derivation: (collection, id) => known(collection, id)?.derivation,
    facts: (collection, id) => known(collection, id)?.facts,
    place: (collection, id) => {
      const row = known(collection, id)?.row;
      const file = registerFiles.get(collection);
      return row === undefined || file === undefined ? undefined : { file, row };
    },
  };
}

/** Where a fact stands; of an absent field, where its record does. */
export function locate(
  collection: string,
  id: string,
  path: string | undefined,
  inventory: Inventory,
): Place | undefined {
  const declared = inventory.records.get(collection)?.get(id);
  if (!declared) return undefined;
  const found = path === undefined ? undefined : declared.places?.get(path);
  if (found) return found;
  const inner = path === undefined || path === '' ? [] : path.split('.');
  return placeOf(declared.source, [
    ...declared.path,
    ...inner.map((step) => (/^\d+$/.test(step) ? Number(step) : step)),
  ]);
}
