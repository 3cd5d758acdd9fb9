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
  day?: number;
  ms?: number;
  period?: { years?: number; months?: number; days?: number };
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
  const text = template.replace(/\{([a-z_]+)\}/g, (_, name: string) => textOf(name));
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** One argument in plain words. */
export function argumentText(argument: unknown, inventory: Inventory, titleOf: TitleOf = () => undefined): string {
  if (argument === undefined) return '(not given)';
  if (Array.isArray(argument)) return argument.map((item) => argumentText(item, inventory, titleOf)).join(', ');
  if (typeof argument !== 'object' || argument === null) return String(argument);
  const { collection, id, field, value, day, ms, period } = argument as TypedArgument;
  if (period) return periodText(period);
  if (collection !== undefined && field !== undefined) {
    return value === undefined ? fieldTitle(collection, field) : valueTitle(collection, field, value);
  }
  if (collection !== undefined && id !== undefined) return entityText(collection, id, inventory, titleOf);
  if (ms !== undefined) return instantText(ms, inventory.zone);
  if (day !== undefined) return dayText(day);
  return JSON.stringify(argument);
}

/** An entity by its title, else as "matter M-2291". */
export function entityText(
  collection: string,
  id: string,
  inventory: Inventory,
  titleOf: TitleOf = () => undefined,
): string {
  if (collection === 'firm') return inventory.firmName;
  const title = inventory.records.get(collection)?.get(id)?.facts.title ?? titleOf(collection, id);
  if (typeof title === 'string' && title.trim() !== '') return title;
  return `${kindText(collection)} ${id}`;
}

/** What a record of a collection is called: "matter", "consent record". */
export function kindText(collection: string): string {
  const kind = collections[collection]?.title ?? collection;
  return `${kind.charAt(0).toLowerCase()}${kind.slice(1)}`;
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
  if (parts.length === 0) return 'no time';
  return parts.length === 1 ? (parts[0] as string) : `${parts.slice(0, -1).join(', ')} and ${parts.at(-1)}`;
}
