import type { ReferenceTable } from '../generated/table.js';
import { validate } from '../generated/validate-table.js';
import type { ValidationError } from '../generated/validator.js';
import { type Problem, UserError } from '../problems.js';
import { matchingFiles, readSource, type SizeLimit, type SourceText } from './files.js';
import { type Path, placeOf } from './places.js';
import { nodeAt, resolved, type SchemaNode, schemaOf } from './schema.js';
import { dayNumber } from './time.js';
import { nearest, pathOf, schemaProblems } from './validate.js';
import { parseSource } from './yaml.js';

/** Where a firm's own reference tables stand: one table a file. */
export const OWN_TABLES = 'policies/tables';

// The largest built-in table has 15 KB.
const LARGEST_TABLE: SizeLimit = {
  bytes: 1024 * 1024,
  message: 'This file is larger than 1 MB, the most that a reference table may be.',
};

/** A reference table with the file that it came from. */
export interface TableFile {
  source: SourceText;
  table: ReferenceTable;
}

/**
 * Reads a firm's own reference tables. Whether Privity has tables of their names is not known here.
 * @throws UserError with every problem found
 */
export async function loadOwnTables(root: string): Promise<TableFile[]> {
  const problems: Problem[] = [];
  const files: TableFile[] = [];
  for (const path of await matchingFiles(root, [`${OWN_TABLES}/**/*.{yaml,yml,json}`])) {
    const source = readSource(root, path, LARGEST_TABLE);
    const read = 'text' in source ? tableIn(source) : { problems: [source] };
    if ('problems' in read) problems.push(...read.problems);
    else files.push(read);
  }
  if (problems.length > 0) throw new UserError(problems);
  return files;
}

/** The reference table that a file holds, built in or a firm's, or what is wrong with it. */
export function tableIn(source: SourceText): TableFile | { problems: Problem[] } {
  const parsed = parseSource(source);
  if ('problems' in parsed) return parsed;
  const value = parsed.value ?? {};
  const schema = schemaFor(Object(value).table);
  if (!validate(value)) return { problems: complaints(source, schema) };
  const dates = datesIn(value, schema, schema, [])
    .filter(({ text }) => dayNumber(text) === undefined)
    .map(({ path, text }) => ({ place: placeOf(source, path), message: `"${text}" is not a day that exists.` }));
  return dates.length > 0 ? { problems: dates } : { source, table: value as ReferenceTable };
}

/** The schema as it is for a table of this name: its entries have a shape of their own. */
function schemaFor(name: unknown): SchemaNode {
  const schema = schemaOf('table');
  const branch = (schema.allOf ?? []).find((one) => one.if?.properties?.table?.const === name);
  const entries = branch?.then?.properties?.entries;
  return entries ? { ...schema, properties: { ...schema.properties, entries } } : schema;
}

const LACKING: Record<string, string> = {
  checked_on: 'the day on which somebody compared its entries with the law, such as "checked_on: \'2026-11-22\'"',
  source: 'where its entries were taken from',
  reviewer: 'the lawyer who has checked its entries',
  status:
    'how far its entries were verified: primary (read in the law itself), secondary (from summaries) or unverified',
};

function complaints(source: SourceText, schema: SchemaNode): Problem[] {
  const errors = (validate.errors ?? []).filter(({ keyword }) => keyword !== 'if');
  const keyed = new Set(errors.filter(isOfKey).map(({ instancePath }) => instancePath));
  return errors.flatMap((error): Problem[] => {
    // What is wrong with a key stands in two complaints: that it is wrong, and what was asked of it.
    if (/^(enum|pattern)$/.test(error.keyword) && keyed.has(error.instancePath)) return [];
    const path = pathOf(error.instancePath);
    if (isOfKey(error)) return [unknownKey(source, schema, path, String(error.params.propertyName))];
    const lacking = LACKING[String(error.params.missingProperty)];
    if (error.keyword === 'required' && path.length === 0 && lacking !== undefined) {
      const field = String(error.params.missingProperty);
      return [{ place: placeOf(source, []), message: `This reference table needs "${field}": ${lacking}.` }];
    }
    return schemaProblems(source, schema, [error]);
  });
}

const isOfKey = ({ keyword }: ValidationError): boolean => keyword === 'propertyNames';

function unknownKey(source: SourceText, schema: SchemaNode, path: Path, key: string): Problem {
  const names = resolved(schema, nodeAt(schema, path) ?? {}).propertyNames ?? {};
  const { enum: known = [], pattern } = resolved(schema, names);
  const near = nearest(key, known.map(String));
  const wanted = known.length > 0 ? ` The keys are: ${known.join(', ')}.` : ` It must look like ${pattern}.`;
  const hint = near === undefined ? wanted : ` Did you mean "${near}"?`;
  return { place: placeOf(source, [...path, key]), message: `"${key}" is not a key of this table.${hint}` };
}

/** Every date of a table: JSON Schema's validator takes a text for one whatever it says. */
function datesIn(value: unknown, schema: SchemaNode, given: SchemaNode, path: Path): { path: Path; text: string }[] {
  const node = resolved(schema, given);
  if (typeof value === 'string') return node.format === 'date' ? [{ path, text: value }] : [];
  if (Array.isArray(value))
    return value.flatMap((item, index) => datesIn(item, schema, node.items ?? {}, [...path, index]));
  return Object.entries(Object(value)).flatMap(([key, item]) => {
    const inner = node.properties?.[key] ?? node.additionalProperties;
    return typeof inner === 'object' ? datesIn(item, schema, inner, [...path, key]) : [];
  });
}
