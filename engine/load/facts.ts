import type { Moments } from '../generated/model.js';
import type { Path } from './places.js';
import { dateText, dayNumber, instantMs, type Moment, type Zone } from './time.js';

/** A record as the rules see it: dates are day numbers, instants `{day, ms}`, and `grade` says how good its facts are. */
export type Facts = Record<string, unknown>;

/** How good a fact is, weakest first: the index is the number that rules compare. */
export const GRADES = ['declared', 'attested', 'evidenced', 'fed'] as const;
export type Grade = (typeof GRADES)[number];

export interface FactContext {
  zone: Zone;
  asOf: Required<Moment>;
  /** Told of a date or an instant that does not exist. */
  refuse(path: Path, message: string): void;
}

/** The facts of a declared record. `moments` says which of its fields hold dates or instants. */
export function factsOf(record: Record<string, unknown>, moments: Moments, context: FactContext, path: Path): Facts {
  const facts = converted(record, moments, context, path) as Facts;
  facts.grade = gradeOf(record, context.asOf.day);
  return facts;
}

function converted(value: unknown, moments: Moments[string] | undefined, context: FactContext, path: Path): unknown {
  if (moments === undefined) return value;
  if (Array.isArray(value)) return value.map((item, index) => converted(item, moments, context, [...path, index]));
  if (typeof moments === 'number') return momentOf(String(value), moments, context, path);
  if (typeof value !== 'object' || value === null) return value;
  const copy: Record<string, unknown> = {};
  for (const [key, item] of Object.entries(value)) {
    const inner = moments[key] ?? moments['*'];
    copy[key] = inner === undefined ? item : converted(item, inner, context, [...path, key]);
  }
  return copy;
}

function momentOf(text: string, kind: 1 | 2 | 3, { zone, refuse }: FactContext, path: Path): unknown {
  const day = kind === 2 ? undefined : dayNumber(text);
  if (day !== undefined) return kind === 1 ? day : { day };
  const ms = kind === 1 ? undefined : instantMs(text);
  if (ms !== undefined) return { day: zone.dayOf(ms), ms };
  refuse(path, momentComplaint(text, kind, String(path.at(-1))));
  return undefined;
}

function momentComplaint(text: string, kind: 1 | 2 | 3, field: string): string {
  const shown = text.length > 60 ? `${text.slice(0, 60)}…` : text;
  if (/^\d{4}-\d{2}-\d{2}$/.test(text)) {
    if (dayNumber(text) === undefined) return `${field} "${shown}" is not a date that exists.`;
    return `${field} "${shown}" needs a time and an offset, such as ${text}T10:00:00+01:00.`;
  }
  if (kind !== 1 && /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d+)?)?$/.test(text)) {
    return `${field} "${shown}" does not say in which offset from UTC: add Z or +01:00.`;
  }
  if (kind !== 1 && /^\d{4}-\d{2}-\d{2}T/.test(text)) return `${field} "${shown}" is not a time that exists.`;
  const example = kind === 1 ? '2026-11-22' : '2026-11-22T10:00:00+00:00';
  return `${field} "${shown}" is not ${kind === 1 ? 'a date' : 'an instant'}; write it as ${example}.`;
}

/**
 * The grade of a record's evidence: a grade needs its companions (attested without `by` and `on` counts as declared,
 * evidenced without `uri` as attested), and evidence older than 12 months counts one grade lower.
 */
export function gradeOf(record: Record<string, unknown>, asOfDay: number): number {
  const evidence = record.evidence as { grade?: Grade; by?: string; on?: string; uri?: string } | undefined;
  if (!evidence?.grade) return 0;
  let grade = GRADES.indexOf(evidence.grade);
  if (grade === 2 && !evidence.uri) grade = 1;
  if (grade === 1 && !(evidence.by && evidence.on)) grade = 0;
  const on = evidence.on === undefined ? undefined : dayNumber(evidence.on);
  if (on !== undefined && on < yearBefore(asOfDay)) grade -= 1;
  return Math.max(grade, 0);
}

function yearBefore(day: number): number {
  const text = dateText(day);
  const year = String(Number(text.slice(0, 4)) - 1).padStart(4, '0');
  return dayNumber(`${year}${text.slice(4)}`) ?? (dayNumber(`${year}-02-28`) as number);
}
