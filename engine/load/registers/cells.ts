import { fieldNode } from '../schema.js';
import { linesOf, literal } from './instance.js';
import type { RegisterSource } from './source.js';

/** A table function over the file. CSV: every column as text, nothing guessed, what does not parse set aside. */
export function scan(source: RegisterSource, purpose: string): string {
  const file = literal(source.path);
  if (source.format === 'parquet') return `read_parquet(${file})`;
  if (source.format === 'ndjson') {
    return linesOf(source.path);
  }
  const columns = source.header.map((name) => `${literal(name)}: 'VARCHAR'`).join(', ');
  const names = `rejects_table = 'rejects_${source.collection}_${purpose}', rejects_scan = 'scans_${source.collection}_${purpose}', rejects_limit = 0`;
  return `read_csv(${file}, columns = {${columns}}, header = true, auto_detect = false, delim = ',', quote = '"', escape = '"', strict_mode = true, store_rejects = true, ${names})`;
}

/** A cell as text. */
export function scalarCell(source: RegisterSource, field: string): string {
  if (source.format === 'ndjson')
    return `CASE WHEN json_valid(line) THEN json_extract_string(line, ${literal(jsonPath(field))}) END`;
  const column = source.columns[field];
  return column === undefined ? 'NULL::VARCHAR' : `${identifier(column)}::VARCHAR`;
}

/** A cell as a list of texts; of a field that holds one, a list of one. */
export function listCell(source: RegisterSource, field: string): string {
  const isList = fieldNode(source.collection, field)?.type === 'array';
  if (source.format === 'ndjson') {
    return isList
      ? `CASE WHEN json_valid(line) THEN json_extract_string(line, ${literal(`${jsonPath(field)}[*]`)}) ELSE []::VARCHAR[] END`
      : `[${scalarCell(source, field)}]`;
  }
  const column = source.columns[field];
  if (column === undefined) return '[]::VARCHAR[]';
  if (!isList) return `[${identifier(column)}::VARCHAR]`;
  if (source.format === 'parquet') return `${identifier(column)}::VARCHAR[]`;
  const text = identifier(column);
  const split = `list_transform(string_split(${text}, ${literal(source.listSeparator)}), lambda item: trim(item))`;
  return `CASE WHEN ${text} IS NULL THEN []::VARCHAR[] WHEN starts_with(trim(${text}), '[') AND json_valid(${text}) THEN json_extract_string(${text}, '$[*]') ELSE ${split} END`;
}

/** The row as JSON text, nested as the record is: the whole of it, or some of its fields. */
export function body(source: RegisterSource, fields?: readonly string[]): string {
  if (source.format === 'ndjson') return fields ? partOfLine(fields) : 'line';
  const tree: Record<string, unknown> = {};
  for (const [field, column] of Object.entries(source.columns)) {
    if (fields && !fields.includes(field.split('.')[0] as string)) continue;
    const steps = field.split('.');
    let at = tree;
    for (const step of steps.slice(0, -1)) {
      at[step] ??= {};
      at = at[step] as Record<string, unknown>;
    }
    at[steps.at(-1) as string] = jsonCell(source, column);
  }
  return `${jsonObject(tree)}::VARCHAR`;
}

function partOfLine(fields: readonly string[]): string {
  const parts = fields.map((field) => `${literal(field)}, json_extract(line, ${literal(jsonPath(field))})`);
  return `CASE WHEN json_valid(line) THEN json_object(${parts.join(', ')}) END::VARCHAR`;
}

// Instants of a Parquet file are written as RFC 3339 in UTC, dates as dates; the rest has its JSON form.
function jsonCell({ types }: RegisterSource, column: string): string {
  const cell = identifier(column);
  const type = types[column] ?? 'VARCHAR';
  if (type === 'TIMESTAMP WITH TIME ZONE')
    return `strftime(make_timestamp(epoch_us(${cell})), '%Y-%m-%dT%H:%M:%S.%gZ')`;
  if (type.startsWith('TIMESTAMP')) return `strftime(${cell}, '%Y-%m-%dT%H:%M:%S.%g')`;
  return type === 'DATE' ? `${cell}::VARCHAR` : cell;
}

function jsonObject(tree: Record<string, unknown>): string {
  const entries = Object.entries(tree).map(
    ([name, value]) =>
      `${literal(name)}, ${typeof value === 'string' ? value : jsonObject(value as Record<string, unknown>)}`,
  );
  return `json_object(${entries.join(', ')})`;
}

function jsonPath(field: string): string {
  return `$.${field}`;
}

function identifier(name: string): string {
  return `"${name.replaceAll('"', '""')}"`;
}

/**
 * The texts that stand at a way into a row, as a list: `*` stands for any entry of a list. undefined where the file has no
 * column from which the way could start.
 */
export function textsCell(source: RegisterSource, field: string): string | undefined {
  if (source.format === 'ndjson') {
    const path = literal(jsonPath(field.replaceAll('.*', '[*]')));
    const found = `json_extract_string(line, ${path})`;
    return `CASE WHEN json_valid(line) THEN ${field.includes('*') ? found : `[${found}]`} ELSE []::VARCHAR[] END`;
  }
  const steps = field.split('.');
  for (let end = steps.length; end > 0; end -= 1) {
    const own = steps.slice(0, end).join('.');
    const column = source.columns[own];
    if (column === undefined) continue;
    const rest = steps.slice(end);
    if (rest.length === 0 || rest.join('.') === '*') return `coalesce(${listCell(source, own)}, []::VARCHAR[])`;
    const isText = source.format === 'csv';
    const json = isText ? identifier(column) : `to_json(${identifier(column)})`;
    const path = literal(`$${rest.map((step) => (step === '*' ? '[*]' : `.${step}`)).join('')}`);
    const found = `json_extract_string(${json}, ${path})`;
    const list = rest.includes('*') ? found : `[${found}]`;
    return `coalesce(${isText ? `CASE WHEN json_valid(${json}) THEN ${list} END` : list}, []::VARCHAR[])`;
  }
  return undefined;
}
