import { type ClosingRules, type Derivation, withClosing } from '../closing.js';
import type { Facts } from '../facts.js';
import { convertRow, type RowComplaint, type RowContext } from '../records.js';
import type { RawRow } from './duckdb.js';
import type { RegisterSource } from './source.js';

/** How the rows of a file are read. */
export type RowFormat = Pick<RowContext, 'listSeparator'>;

/** What the rows of all registers are read with. */
export interface RowReading extends Omit<RowContext, 'listSeparator'> {
  /** By collection. */
  formats: Readonly<Record<string, RowFormat>>;
  closings: Closings;
}

/** What days are derived from, of the records that stand in YAML. */
export interface Closings {
  rules: ClosingRules;
  /** Declared matters by id: those of a file come with the rows. */
  matters: ReadonlyMap<string, Facts>;
}

/** A row of a file as the rules see it. */
export interface ReadRow {
  row: number;
  facts: Facts;
  derivation?: Derivation;
  /** The row of the matter, where a day was derived from a matter that stands in a file. */
  matter?: { row: number; facts: Facts };
}

/** How the rows of each register are read. */
export function rowFormats(sources: Iterable<RegisterSource>): Record<string, RowFormat> {
  return Object.fromEntries(
    [...sources].map(({ collection, format, listSeparator }) => [
      collection,
      format === 'csv' ? { listSeparator } : {},
    ]),
  );
}

/** Reads a row: what it says, checked, and what is derived for it. */
export function readRow(
  collection: string,
  { row, text, matter: matterRow }: RawRow,
  reading: RowReading,
): ReadRow | { complaint: RowComplaint } {
  const converted = convertedText(collection, text, reading);
  if (!('facts' in converted)) return converted;
  const { facts } = converted;
  if (collection !== 'client_files') return { row, facts };
  const { rules, matters } = reading.closings;
  // Loading a matter that cannot be read tells of it where the register of matters is judged.
  const joined = matterRow && convertedText('matters', matterRow.text, reading);
  const matter = matterRow && joined && 'facts' in joined ? { row: matterRow.row, facts: joined.facts } : undefined;
  const matterOf = (id: string): Facts | undefined =>
    matter === undefined ? matters.get(id) : matter.facts.id === id ? matter.facts : undefined;
  const derived = withClosing(facts, matterOf, rules, reading.asOf.day);
  return derived ? { row, ...derived, ...(matter ? { matter } : {}) } : { row, facts };
}

function convertedText(
  collection: string,
  text: string,
  { zone, asOf, formats }: RowReading,
): ReturnType<typeof convertRow> {
  let parsed: unknown;
  try {
    parsed = JSON.parse(text);
  } catch {
    return { complaint: { field: '', message: 'is not valid JSON' } };
  }
  return convertRow(collection, parsed, { zone, asOf, ...formats[collection] });
}
