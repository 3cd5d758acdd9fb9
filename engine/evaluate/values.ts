import type { Facts } from '../load/facts.js';
import type { Inventory } from '../load/inventory.js';
import { resolved, type SchemaNode, schemaOf } from '../load/schema.js';
import type { MentionedRows } from './findings.js';
import { dayText, entityText, instantText, periodText } from './messages.js';

/** The records that values may refer to: those of the inventory, and rows of files as far as they are mentioned. */
export interface KnownRecords {
  inventory: Inventory;
  rows?: MentionedRows | undefined;
}

/** Longest text that is shown of one value, and most entries of a list: the place says where the rest stands. */
const LONGEST_TEXT = 240;
const MOST_ENTRIES = 12;

/** A value in plain words: dates written out, choices by their titles, other records by theirs. */
export function valueText(value: unknown, given: SchemaNode | undefined, known: KnownRecords): string {
  const node = given === undefined ? undefined : { ...given, ...resolved(schemaOf('inventory'), given) };
  if (value === undefined || value === null) return 'not declared';
  if (Array.isArray(value)) {
    const entries = value.map((entry) => valueText(entry, node?.items, known));
    if (entries.length === 0) return 'none';
    // Sentences in a list lose their full stops, and are kept apart by more than a comma.
    return listed(
      entries.map((entry) => entry.replace(/\.$/, '')),
      entries.some((entry) => /[,.]/.test(entry)) ? '; ' : ', ',
    );
  }
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  if (typeof value === 'number') return node?.format === 'date' ? dayText(value) : numberText(value);
  if (typeof value === 'object') return objectText(value as Facts, node, known);
  return textOf(String(value), node, known);
}

export function textOf(value: string, node: SchemaNode | undefined, known: KnownRecords): string {
  if (value.trim() === '') return 'left empty';
  const title = node?.['x-enum-titles']?.[value];
  if (title !== undefined) return title;
  const target = targetOf(value, node, known.inventory);
  if (target !== undefined) return entityText(target, value, known.inventory, known.rows?.title);
  return value.length > LONGEST_TEXT ? `${value.slice(0, LONGEST_TEXT)} [...]` : value;
}

/** The collection of the record that a text refers to: the one that holds it, or the only one that may. */
function targetOf(value: string, node: SchemaNode | undefined, { records }: Inventory): string | undefined {
  const collections = node?.['x-references'] ?? [];
  const other = node?.['x-not-reference'];
  if (other !== undefined && new RegExp(other, 'u').test(value)) return undefined;
  return (
    collections.find((collection) => records.get(collection)?.has(value)) ??
    (collections.length === 1 ? collections[0] : undefined)
  );
}

function objectText(value: Facts, node: SchemaNode | undefined, known: KnownRecords): string {
  if (node?.format !== undefined && typeof value.day === 'number') {
    return typeof value.ms === 'number' ? instantText(value.ms, known.inventory.zone) : dayText(value.day);
  }
  if (node?.title === 'Period') return periodText(value);
  const inner = (key: string): SchemaNode | undefined =>
    node?.properties?.[key] ?? (typeof node?.additionalProperties === 'object' ? node.additionalProperties : undefined);
  const first = headOf(value, inner);
  const rest = Object.keys(value)
    .filter((key) => key !== first && (key !== 'id' || first === undefined))
    .map((key) => fieldText(key, valueText(value[key], inner(key), known), value[key]));
  const head = first === undefined ? '' : valueText(value[first], inner(first), known);
  if (head === '') return rest.join(', ');
  return rest.length === 0 ? head : `${head.replace(/\.$/, '')} (${rest.join(', ')})`;
}

function fieldText(key: string, text: string, value: unknown): string {
  const name = key.replaceAll('_', ' ');
  // A group without a name of its own stands in brackets, so that its fields are told from those around it.
  return typeof value === 'object' && text.includes(': ') ? `${name} (${text})` : `${name}: ${text}`;
}

/** The field that says best what an entry is. */
function headOf(value: Facts, inner: (key: string) => SchemaNode | undefined): string | undefined {
  const known = ['title', 'name', 'text'].find((key) => typeof value[key] === 'string');
  return known ?? Object.keys(value).find((key) => inner(key)?.['x-references'] !== undefined);
}

export function listed(entries: readonly string[], separator: string): string {
  const shown = entries.slice(0, MOST_ENTRIES);
  if (entries.length > shown.length) shown.push(`and ${entries.length - shown.length} more`);
  return shown.join(separator);
}

/** A number in full: years and lengths are not grouped, large sums are. */
function numberText(value: number): string {
  return Math.abs(value) < 10_000 ? String(value) : value.toLocaleString('en-GB');
}
