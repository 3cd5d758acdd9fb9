import { createHash } from 'node:crypto';
import type { ReferenceTable } from '../generated/table.js';
import { byCodeUnits, readSource, type SourceText } from '../load/files.js';
import { type Path, placeOf } from '../load/places.js';
import { type TableFile, tableIn } from '../load/tables.js';
import { nearest } from '../load/validate.js';
import { type Problem, UserError } from '../problems.js';
import type { PolicySet } from './policies.js';

/** What the built-in table says beside its entries. */
export type TableHead = Omit<ReferenceTable, 'entries'> & Required<Pick<ReferenceTable, (typeof STATED)[number]>>;

const STATED = ['title', 'key', 'review_months', 'owner'] as const;

/** A table of which the firm has entries of its own. */
export interface OwnTable {
  table: string;
  title: string;
  source: SourceText;
  /** As the table says it: YYYY-MM-DD. */
  checked_on: string;
  review_months: number;
  /** How many entries the firm has. */
  entries: number;
  /** How many built-in entries they stand in the place of. */
  replaced: number;
  /** How many built-in entries are used besides. */
  kept: number;
}

/** A built-in table. @throws UserError where it does not meet its schema, or lacks what only it can state */
export function builtinTable(root: string, path: string): { head: TableHead; entries: unknown } {
  const source = readSource(root, path);
  const read = 'text' in source ? tableIn(source) : { problems: [source] };
  if ('problems' in read) throw new UserError(read.problems);
  const { entries, ...head } = read.table;
  const lacking = STATED.filter((field) => head[field] === undefined);
  if (lacking.length > 0) {
    const message = `A built-in table states its ${lacking.join(', ')}.`;
    throw new UserError([{ place: { file: path }, message }]);
  }
  return { head: head as TableHead, entries };
}

/**
 * The rules with a firm's own tables: where keys are equal the firm's entries stand in the place of the built-in ones,
 * and the others are added.
 * @throws UserError with every place that cannot be used
 */
export function withOwnTables(policies: PolicySet, own: readonly TableFile[]): PolicySet {
  if (own.length === 0) return policies;
  const tables = { ...policies.tables };
  const ownTables: OwnTable[] = [];
  const problems: Problem[] = [];
  for (const file of own) {
    const head = policies.tableHeads.find(({ table }) => table === file.table.table);
    const earlier = own.find((one) => one.table.table === file.table.table) as TableFile;
    const wrong = head ? complaints(file, head, policies.tables[head.table]) : [unknownTable(file, policies)];
    if (earlier !== file) wrong.push(at(file, ['table'], `This table stands in ${earlier.source.path} as well.`));
    problems.push(...wrong);
    if (!head || wrong.length > 0) continue;
    const builtin = rowsOf(policies.tables[head.table], head.key);
    const firms = rowsOf(file.table.entries, head.key);
    const keys = new Set(firms.map(({ key }) => key));
    const kept = builtin.filter(({ key }) => !keys.has(key));
    tables[head.table] = joined(
      [...kept, ...firms].sort((a, b) => byCodeUnits(a.key, b.key)),
      file.table.entries,
    );
    ownTables.push({
      table: head.table,
      title: head.title,
      source: file.source,
      checked_on: file.table.checked_on,
      review_months: file.table.review_months ?? head.review_months,
      entries: firms.length,
      replaced: builtin.length - kept.length,
      kept: kept.length,
    });
  }
  if (problems.length > 0) throw new UserError(problems);
  ownTables.sort((a, b) => byCodeUnits(a.table, b.table));
  return { ...policies, tables, ownTables, digest: digestWith(policies.digest, own) };
}

/** sha-256 of the rules and the firm's own tables: of what they say, not of how they are written. */
function digestWith(digest: string, own: readonly TableFile[]): string {
  const hash = createHash('sha256').update(digest);
  for (const { table } of [...own].sort((a, b) => byCodeUnits(a.table.table, b.table.table))) {
    hash.update(JSON.stringify(table));
  }
  return hash.digest('hex');
}

function unknownTable(file: TableFile, { tableHeads }: PolicySet): Problem {
  const names = tableHeads.map(({ table }) => table);
  const near = nearest(file.table.table, names);
  const hint = near === undefined ? ` The tables are: ${names.join(', ')}.` : ` Did you mean "${near}"?`;
  return at(file, ['table'], `Privity has no reference table "${file.table.table}".${hint}`);
}

function complaints(file: TableFile, head: TableHead, builtin: unknown): Problem[] {
  const { table } = file;
  const problems: Problem[] = [];
  for (const field of ['title', 'key', 'regimes', 'only_longer'] as const) {
    if (table[field] === undefined || JSON.stringify(table[field]) === JSON.stringify(head[field])) continue;
    problems.push(at(file, [field], `"${field}" is stated by Privity's own table. Leave it out.`));
  }
  if (/^(none|nobody|not yet|n\/a|tb[cd])\b/i.test(table.reviewer.trim())) {
    problems.push(
      at(file, ['reviewer'], "A firm's own table needs somebody who has checked its entries. Name that lawyer."),
    );
  }
  if ((table.review_months ?? 0) > head.review_months) {
    problems.push(
      at(file, ['review_months'], `This table has to be checked again within ${head.review_months} months at most.`),
    );
  }
  return [...problems, ...tooShort(file, head, builtin)];
}

interface Row {
  /** What names it, as one text. */
  key: string;
  path: Path;
  value: unknown;
}

/** The entries of a table with what names them: fields of an entry in a list, the levels of keys in a mapping. */
function rowsOf(entries: unknown, key: readonly string[]): Row[] {
  if (Array.isArray(entries)) {
    return entries.map((value: Record<string, unknown>, index) => ({
      key: JSON.stringify(key.map((field) => value[field])),
      path: [index],
      value,
    }));
  }
  let rows: Row[] = [{ key: '', path: [], value: entries }];
  for (const _level of key) {
    rows = rows.flatMap(({ path, value }) =>
      Object.entries(Object(value)).map(([name, inner]) => ({ key: '', path: [...path, name], value: inner })),
    );
  }
  return rows.map((row) => ({ ...row, key: JSON.stringify(row.path) }));
}

function joined(rows: readonly Row[], like: unknown): unknown {
  if (Array.isArray(like)) return rows.map(({ value }) => value);
  const result: Record<string, unknown> = {};
  for (const { path, value } of rows) {
    let inner = result;
    for (const step of path.slice(0, -1)) {
      inner[step] ??= {};
      inner = inner[step] as Record<string, unknown>;
    }
    inner[String(path.at(-1))] = value;
  }
  return result;
}

function periodText(length: Length): string {
  const parts = Object.entries(length).map(([unit, count]) => `${count} ${count === 1 ? unit.slice(0, -1) : unit}`);
  return parts.join(' and ');
}

/** What the law sets at least, a firm lengthens and never shortens. */
function tooShort(file: TableFile, { key, only_longer }: TableHead, builtin: unknown): Problem[] {
  if (only_longer === undefined) return [];
  const { period, from } = only_longer;
  const minima = new Map(rowsOf(builtin, key).map((row) => [row.key, Object(row.value)]));
  return rowsOf(file.table.entries, key).flatMap(({ key: name, path, value }): Problem[] => {
    const least = minima.get(name);
    const given = Object(value);
    if (least === undefined) return [];
    if (given[from] !== least[from]) {
      const message = `Privity's own entry runs from "${least[from]}". The firm's has to, so that the two can be compared.`;
      return [at(file, ['entries', ...path, from], message)];
    }
    if (daysOf(given[period]) >= daysOf(least[period])) return [];
    const message = `The law asks for ${periodText(least[period])} at least: the firm may lengthen it, not shorten it.`;
    return [at(file, ['entries', ...path, period], message)];
  });
}

interface Length {
  years?: number;
  months?: number;
  days?: number;
}

// A month counts as 31 days, so that a minimum in months is never undercut by a number of days.
function daysOf({ years = 0, months = 0, days = 0 }: Length): number {
  return (years * 12 + months) * 31 + days;
}

function at({ source }: TableFile, path: Path, message: string): Problem {
  return { place: placeOf(source, path), message };
}
