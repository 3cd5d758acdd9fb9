import { collections } from '../generated/model.js';
import type { Broken, RawResult } from './protocol.js';

/** How much one evaluation of one control may yield: more is not a verdict but an attempt on the machine. */
const MOST = { entries: 200_000, characters: 20_000_000, ofOneFinding: 20_000, depth: 8 };

// 1 January of the year 1 and 31 December 9999, as day numbers.
const FIRST_DAY = -719_162;
const LAST_DAY = 2_932_896;
const DAY_MS = 86_400_000;

/**
 * What a control yielded, if it is what the contract asks for (`policies/lib/judged.rego`), else why it is not. Rules of
 * a firm are untrusted: nothing that they yield is used before it has passed here.
 */
export function checkedResult(value: unknown): RawResult | Broken {
  if (!isObject(value)) return { broken: 'It yielded nothing: it has no set `examined`, or no set `findings`.' };
  const { examined, findings } = value;
  const broken = examinedComplaint(examined) ?? findingsComplaint(findings);
  return broken === undefined ? ({ examined, findings } as RawResult) : { broken };
}

function examinedComplaint(examined: unknown): string | undefined {
  if (Array.isArray(examined)) {
    if (examined.length > MOST.entries) return tooMany('subjects');
    const wrong = examined.find((entry) => !isExamined(entry));
    return wrong === undefined ? undefined : `Among what it \`examined\` is ${shown(wrong)}, ${EXAMINED}.`;
  }
  if (!isObject(examined)) return `What it \`examined\` is ${shown(examined)}, not a set.`;
  if (Number(examined.malformed) > 0) {
    return `Among what it \`examined\` are entries (${examined.malformed}) that are ${EXAMINED.replace(/^which is /, '')}.`;
  }
  const { count, grades, changes_on } = examined;
  const whole = [count, ...(Array.isArray(grades) ? grades : [undefined])].every((one) => Number.isSafeInteger(one));
  if (!whole || !(changes_on === 0 || isDay(changes_on)))
    return 'What it `examined` changes on something that is no day.';
  return undefined;
}

const EXAMINED = 'which is not {subject: {collection, id}, grade} with a grade from 0 to 3';

function isExamined(entry: unknown): boolean {
  if (!isObject(entry)) return false;
  const { subject, grade, changes_on } = entry;
  return isSubject(subject) && isGrade(grade) && (changes_on === undefined || isDay(changes_on));
}

function findingsComplaint(findings: unknown): string | undefined {
  if (!Array.isArray(findings)) return `Its \`findings\` are ${shown(findings)}, not a set.`;
  if (findings.length > MOST.entries) return tooMany('findings');
  let characters = 0;
  for (const finding of findings) {
    const complaint = findingComplaint(finding);
    if (complaint !== undefined) return `Among its \`findings\` is ${shown(finding)}, ${complaint}.`;
    const size = sizeOf(finding, MOST.depth);
    if (size > MOST.ofOneFinding) return 'One of its findings is nested too deeply or has more than 20,000 characters.';
    characters += size;
  }
  return characters > MOST.characters ? 'Its findings on one unit have more than 20,000,000 characters.' : undefined;
}

const KNOWN = new Set(['subject', 'reason', 'args', 'by', 'relied_on', 'changes_on']);

function findingComplaint(finding: unknown): string | undefined {
  if (!isObject(finding)) return 'which is not an object';
  const { subject, reason, args, by, relied_on, changes_on } = finding;
  if (!isSubject(subject)) return 'which has no subject {collection, id} with a collection of the inventory';
  if (typeof reason !== 'string') return 'which gives no reason code';
  if (by !== undefined && typeof by !== 'string') return 'whose `by` is not a text';
  if (changes_on !== undefined && !isDay(changes_on)) return 'whose `changes_on` is not a day number';
  if (args !== undefined && !isObject(args)) return 'whose `args` are not an object';
  const wrong = Object.entries(args ?? {}).find(([, argument]) => !isArgument(argument));
  if (wrong) return `whose argument "${wrong[0].slice(0, 50)}" is not one that a message can show`;
  if (relied_on !== undefined && !(Array.isArray(relied_on) && relied_on.every(isReliedOn)))
    return 'whose `relied_on` is not a list of {collection, id, path}';
  const unknown = Object.keys(finding).find((key) => !KNOWN.has(key));
  return unknown === undefined ? undefined : `which has the unknown key "${unknown.slice(0, 50)}"`;
}

function isSubject(value: unknown): value is { collection: string; id: string } {
  return (
    isObject(value) &&
    typeof value.collection === 'string' &&
    Object.hasOwn(collections, value.collection) &&
    typeof value.id === 'string' &&
    value.id.length <= 1_000
  );
}

function isReliedOn(value: unknown): boolean {
  return isSubject(value) && isTextOrNone((value as { path?: unknown }).path);
}

/** See `argumentText`: a text, number or yes/no, a list of arguments, or a typed one. */
function isArgument(value: unknown, depth = 3): boolean {
  if (Array.isArray(value)) return depth > 0 && value.every((item) => isArgument(item, depth - 1));
  if (!isObject(value)) return true;
  const { collection, id, field, value: chosen, part, day, ms, period } = value;
  return (
    [collection, id, field, chosen, part].every(isTextOrNone) &&
    (day === undefined || isDay(day)) &&
    (ms === undefined || (Number.isSafeInteger(ms) && isDay(Math.floor(Number(ms) / DAY_MS)))) &&
    (period === undefined || isPeriod(period))
  );
}

function isPeriod(value: unknown): boolean {
  if (!isObject(value)) return false;
  return [value.years, value.months, value.days].every((one) => one === undefined || Number.isSafeInteger(one));
}

function isDay(value: unknown): boolean {
  return Number.isSafeInteger(value) && Number(value) >= FIRST_DAY && Number(value) <= LAST_DAY;
}

function isGrade(value: unknown): boolean {
  return value === 0 || value === 1 || value === 2 || value === 3;
}

function isTextOrNone(value: unknown): boolean {
  return value === undefined || typeof value === 'string';
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Characters and values, counted no further than a finding may go. */
function sizeOf(value: unknown, depth: number): number {
  if (depth < 0) return Number.POSITIVE_INFINITY;
  if (typeof value === 'string') return value.length + 1;
  if (typeof value !== 'object' || value === null) return 1;
  let size = 1;
  for (const [key, inner] of Object.entries(value)) {
    size += key.length + sizeOf(inner, depth - 1);
    if (size > MOST.ofOneFinding) return size;
  }
  return size;
}

function tooMany(what: string): string {
  return `It yielded more than ${MOST.entries.toLocaleString('en-GB')} ${what} on one unit.`;
}

/** A value as a person can recognise it, however large it is. */
function shown(value: unknown): string {
  if (value === undefined) return 'nothing';
  if (Array.isArray(value)) return 'a list';
  if (isObject(value)) return `{${Object.keys(value).slice(0, 5).join(', ').slice(0, 100)}}`;
  return JSON.stringify(typeof value === 'string' ? value.slice(0, 50) : value);
}
