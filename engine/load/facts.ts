import { dateText, dayNumber } from './time.js';

/** A record as the rules see it: dates are day numbers, instants `{day, ms}`, and `grade` says how good its facts are. */
export type Facts = Record<string, unknown>;

/** How good a fact is, weakest first: the index is the number that rules compare. */
export const GRADES = ['declared', 'attested', 'evidenced', 'fed'] as const;
export type Grade = (typeof GRADES)[number];

/**
 * The grade of a record's evidence: a grade needs its companions (attested without `by` and `on` counts as declared,
 * evidenced without `uri` as attested), and evidence older than 12 months counts one grade lower.
 */
export function gradeOf({ evidence: given }: Facts, asOfDay: number): number {
  const evidence = given as { grade?: Grade; by?: string; on?: number; uri?: string } | undefined;
  if (!evidence?.grade) return 0;
  let grade = GRADES.indexOf(evidence.grade);
  if (grade === 2 && !evidence.uri) grade = 1;
  if (grade === 1 && !(evidence.by && evidence.on !== undefined)) grade = 0;
  if (evidence.on !== undefined && evidence.on < yearBefore(asOfDay)) grade -= 1;
  return Math.max(grade, 0);
}

function yearBefore(day: number): number {
  const text = dateText(day);
  const year = String(Number(text.slice(0, 4)) - 1).padStart(4, '0');
  return dayNumber(`${year}${text.slice(4)}`) ?? (dayNumber(`${year}-02-28`) as number);
}
