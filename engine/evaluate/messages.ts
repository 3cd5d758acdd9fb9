import { collections } from '../generated/model.js';
import type { Inventory } from '../load/inventory.js';
import { fieldTitle, valueTitle } from '../load/schema.js';
import { dateText, type Zone } from '../load/time.js';

/** What a typed argument of a finding may be: see `policies/lib/judged.rego`. */
interface TypedArgument {
  collection?: string;
  id?: string;
  field?: string;
  value?: string;
  part?: string;
  day?: number;
  ms?: number;
  period?: { years?: number; months?: number; days?: number };
  until_age?: { whose?: string; years?: number };
  quoted?: string;
}

/** The title of a record that is not in the inventory's memory: a row of a file. */
export type TitleOf = (collection: string, id: string) => string | undefined;

/** A reason's message with its placeholders filled: a complete sentence in plain words. */
export function filledMessage(
  template: string,
  args: Record<string, unknown>,
  inventory: Inventory,
  titleOf: TitleOf = () => undefined,
): string {
  return filled(template, (name) => argumentText(args[name], inventory, titleOf));
}

/** A template with the text of each argument in its place, beginning with a capital. */
export function filled(template: string, textOf: (name: string) => string): string {
  return sentence(template.replace(/\{([a-z_]+)\}/g, (_, name: string) => textOf(name)));
}

/** A text that starts with a capital. */
export function sentence(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** One argument in plain words. */
export function argumentText(argument: unknown, inventory: Inventory, titleOf: TitleOf = () => undefined): string {
  if (argument === undefined) return '(not given)';
  if (Array.isArray(argument)) return argument.map((item) => argumentText(item, inventory, titleOf)).join(', ');
  if (typeof argument !== 'object' || argument === null) return String(argument);
  const { collection, id, field, value, part, day, ms, period, until_age, quoted } = argument as TypedArgument;
  if (period) return periodText(period);
  if (until_age) return ageText(until_age);
  if (quoted !== undefined) return `“${quoted}”`;
  if (part !== undefined) return `“${nameOfPart(argument as TypedArgument, inventory) ?? part}”`;
  if (collection !== undefined && field !== undefined) {
    return value === undefined ? fieldTitle(collection, field) : valueTitle(collection, field, value);
  }
  if (collection !== undefined && id !== undefined) return entityText(collection, id, inventory, titleOf);
  if (ms !== undefined) return instantText(ms, inventory.zone);
  if (day !== undefined) return dayText(day);
  return JSON.stringify(argument);
}

interface Entry {
  id?: string;
  title?: string;
  name?: string;
  text?: string;
}

function isEntry(value: unknown): value is Entry {
  if (typeof value !== 'object' || value === null) return false;
  const { id, title, name, text } = value as Record<string, unknown>;
  return [id, title, name, text].every((one) => one === undefined || typeof one === 'string');
}

/** Longest name of a part that stands in a sentence; purposes are sometimes a paragraph. */
const LONGEST_NAME = 160;

/**
 * What the firm calls an entry of a list of a declared record, such as a purpose of an activity: its title, name or text,
 * without the full stop that would end the sentence around it. None where the record has no such entry.
 */
export function nameOfPart({ collection, id, field, part }: TypedArgument, { records }: Inventory): string | undefined {
  const list: unknown = records.get(collection ?? '')?.get(id ?? '')?.facts[field ?? ''];
  const entries: unknown[] = Array.isArray(list) ? list : [];
  const entry = entries.filter(isEntry).find((one) => one.id === part);
  if (entry === undefined) return undefined;
  const name = [entry.title, entry.name, entry.text].find((text) => text !== undefined && text.trim() !== '') ?? part;
  const words = (name ?? '').trim().replace(/\.$/, '');
  return words.length > LONGEST_NAME ? `${words.slice(0, LONGEST_NAME).trimEnd()} [...]` : words;
}

/**
 * An entity by its title in quotation marks, with what it is where the title alone does not tell; somebody's name as it is;
 * else "client K-0405".
 */
export function entityText(
  collection: string,
  id: string,
  inventory: Inventory,
  titleOf: TitleOf = () => undefined,
): string {
  if (collection === 'firm') return inventory.firmName;
  const title = inventory.records.get(collection)?.get(id)?.facts.title ?? titleOf(collection, id);
  const noun = collections[collection]?.noun;
  if (typeof title !== 'string' || title.trim() === '') return `${kindText(collection)} ${id}`;
  return noun?.by_name ? title : `${noun?.with_title ? `${noun.one} ` : ''}“${title}”`;
}

/** What a record of a collection is called: "matter", "consent". */
export function kindText(collection: string): string {
  return collections[collection]?.noun.one ?? collection;
}

/** `1 file`, `1,930 files`: records of a collection, counted. */
export function countText(count: number, collection: string): string {
  const noun = collections[collection]?.noun;
  return `${count.toLocaleString('en-GB')} ${(count === 1 ? noun?.one : noun?.many) ?? collection}`;
}

/** `a`, `a and b`, `a, b and c`. */
export function listText(parts: readonly string[], word = 'and'): string {
  if (parts.length < 2) return parts.join('');
  return `${parts.slice(0, -1).join(', ')} ${word} ${parts.at(-1)}`;
}

const MONTHS = 'January February March April May June July August September October November December'.split(' ');

/** `22 November 2026`: the same in every locale. */
export function dayText(day: number): string {
  const [year, month, date] = dateText(day).split('-') as [string, string, string];
  return `${Number(date)} ${MONTHS[Number(month) - 1]} ${year}`;
}

/** `3 September 2026, 11:00` in the firm's time zone. */
export function instantText(ms: number, zone: Zone): string {
  const clock = new Intl.DateTimeFormat('en-GB', {
    timeZone: zone.name,
    hourCycle: 'h23',
    hour: '2-digit',
    minute: '2-digit',
  });
  return `${dayText(zone.dayOf(ms))}, ${clock.format(ms)}`;
}

/** `six years and three months` would be drafting; here: `6 years and 3 months`. */
export function periodText(period: { years?: number; months?: number; days?: number }): string {
  const parts = (['years', 'months', 'days'] as const)
    .filter((unit) => (period[unit] ?? 0) > 0)
    .map((unit) => `${period[unit]} ${period[unit] === 1 ? unit.slice(0, -1) : unit}`);
  return parts.length === 0 ? 'no time' : listText(parts);
}

function ageText({ whose, years }: { whose?: string; years?: number }): string {
  const person = whose === undefined ? 'someone' : valueTitle('retention_rules', 'until_age.whose', whose);
  return years === undefined ? `until ${person} reaches an age` : `until ${person} is ${years}`;
}
