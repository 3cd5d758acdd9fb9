import { createHash } from 'node:crypto';
import { closeSync, createReadStream, existsSync, openSync, readSync, realpathSync, statSync } from 'node:fs';
import { extname, relative, resolve, sep } from 'node:path';
import { collections } from '../../generated/model.js';
import { type Problem, UserError } from '../../problems.js';
import type { LoadedConfig } from '../config.js';
import { placeOf } from '../places.js';
import { nodeAt, resolved, type SchemaNode, schemaOf } from '../schema.js';
import { nearest } from '../validate.js';

/** A register that is read from a file. */
export interface RegisterSource {
  collection: string;
  /** As the configuration names it: what places show. */
  file: string;
  /** The file itself. */
  path: string;
  format: 'csv' | 'ndjson' | 'parquet';
  /** Field (dotted) to column of the file. For NDJSON only fields that keys are taken from matter. */
  columns: Record<string, string>;
  /** Every column of the file, in its order (CSV, Parquet). */
  header: string[];
  /** Whether the configuration maps columns: others are then ignored. */
  mapped: boolean;
  /** The types of a Parquet file's columns. */
  types: Record<string, string>;
  listSeparator: string;
  complete: boolean;
  badRowsAllowed: number;
  /** How many rows were counted when the file was first looked at. */
  rows: number;
}

/** The registers that files hold, and those that the configuration names and that are not at hand. */
export interface RegisterSources {
  sources: Map<string, RegisterSource>;
  /** Collection to the file that is missing. */
  missing: Map<string, string>;
}

/**
 * Finds the files of the configured registers and checks that they hold what the configuration says.
 * @param roots directories below which a file may lie: the firm's own, and those that the command line names
 * @throws UserError for a file outside the roots, an unknown format, or a header that does not match
 */
export function registerSources(config: LoadedConfig, roots: readonly string[]): RegisterSources {
  const found: RegisterSources = { sources: new Map(), missing: new Map() };
  const problems: Problem[] = [];
  for (const [collection, register] of Object.entries(config.registers)) {
    const refuse = (message: string, key?: string): void => {
      problems.push({
        place: placeOf(config.source, ['registers', collection, ...(key === undefined ? [] : [key])]),
        message,
      });
    };
    if (!collections[collection]?.register) {
      const near = nearest(
        collection,
        Object.keys(collections).filter((name) => collections[name]?.register),
      );
      refuse(`"${collection}" is not a register.${near === undefined ? '' : ` Did you mean "${near}"?`}`);
      continue;
    }
    if (register.file === undefined) continue;
    const path = locatedBelow(register.file, roots);
    if (path === 'outside') {
      refuse(
        `The file "${register.file}" lies outside the firm's directory. Name its directory on the command line: --registers DIR.`,
        'file',
      );
    } else if (path === undefined) {
      found.missing.set(collection, register.file);
    } else {
      const format = register.format ?? formatOf(register.file);
      if (format === undefined) {
        refuse(`It cannot be told what "${register.file}" is. Add "format: csv", ndjson or parquet.`, 'file');
        continue;
      }
      const source: RegisterSource = {
        collection,
        file: register.file,
        path,
        format,
        columns: register.columns ?? {},
        header: [],
        mapped: register.columns !== undefined,
        types: {},
        listSeparator: register.list_separator ?? ';',
        complete: register.complete ?? false,
        badRowsAllowed: register.bad_rows_allowed ?? 0,
        rows: 0,
      };
      if (format === 'csv') problems.push(...matchHeader(source, firstRecord(path)));
      found.sources.set(collection, source);
    }
  }
  if (problems.length > 0) throw new UserError(problems);
  return found;
}

function locatedBelow(file: string, roots: readonly string[]): string | 'outside' | undefined {
  let outside = false;
  for (const root of roots) {
    const path = resolve(root, file);
    if (!existsSync(path)) {
      outside ||= leaves(root, path);
      continue;
    }
    const real = realpathSync(path);
    if (roots.some((allowed) => !leaves(realpathSync(allowed), real)) && statSync(real).isFile()) return real;
    outside = true;
  }
  return outside ? 'outside' : undefined;
}

function leaves(root: string, path: string): boolean {
  const way = relative(root, path);
  return way === '..' || way.startsWith(`..${sep}`) || resolve(way) === way;
}

function formatOf(file: string): RegisterSource['format'] | undefined {
  const formats: Record<string, RegisterSource['format']> = {
    '.csv': 'csv',
    '.ndjson': 'ndjson',
    '.jsonl': 'ndjson',
    '.parquet': 'parquet',
  };
  return formats[extname(file).toLowerCase()];
}

/**
 * Settles which column holds which field. DuckDB ignores the names in a CSV header once columns are given, and guessing
 * them is silently wrong.
 */
export function matchHeader(source: RegisterSource, header: string[]): Problem[] {
  const place = { file: source.file, line: 1, column: 1 };
  if (header.length === 0 || header.every((name) => name === ''))
    return [{ place, message: 'The first row must name the columns; it is empty.' }];
  const twice = header.find((name, index) => header.indexOf(name) !== index);
  if (twice !== undefined) return [{ place, message: `The column "${twice}" stands twice in the first row.` }];
  source.header = header;
  const problems: Problem[] = [];
  for (const [field, column] of Object.entries(source.columns)) {
    if (!header.includes(column)) {
      const near = nearest(column, header);
      problems.push({
        place,
        message: `The column "${column}", which privity.yaml maps to "${field}", is not in the first row.${near === undefined ? '' : ` Did you mean "${near}"?`}`,
      });
    }
    if (!isField(source.collection, field)) problems.push(unknownField(source, field));
  }
  const taken = new Set(Object.values(source.columns));
  for (const column of header) {
    if (taken.has(column)) continue;
    if (isField(source.collection, column)) source.columns[column] = column;
    else if (!source.mapped) problems.push(unknownField(source, column));
  }
  if (source.columns['id'] === undefined && problems.length === 0) {
    problems.push({
      place,
      message: `No column holds "id". Name the column that does under registers.${source.collection}.columns in privity.yaml.`,
    });
  }
  return problems;
}

function unknownField({ collection, file }: RegisterSource, field: string): Problem {
  const near = nearest(field, flatFields(collection));
  return {
    place: { file, line: 1, column: 1 },
    message: `"${field}" is not a field of ${collection.replaceAll('_', ' ')}.${near === undefined ? ' Map the columns in privity.yaml; others are then ignored.' : ` Did you mean "${near}"?`}`,
  };
}

/** The first record of a CSV file: its bytes up to the first line end outside quotes (at most 64 KB). */
function firstRecord(path: string): string[] {
  const buffer = Buffer.alloc(65_536);
  const file = openSync(path, 'r');
  const length = readSync(file, buffer, 0, buffer.length, 0);
  closeSync(file);
  const text = buffer.toString('utf8', 0, length).replace(/^\ufeff/, '');
  const names: string[] = [];
  let name = '';
  let quoted = false;
  for (let at = 0; at < text.length; at += 1) {
    const character = text.charAt(at);
    if (quoted) {
      if (character !== '"') name += character;
      else if (text.charAt(at + 1) === '"') {
        name += '"';
        at += 1;
      } else quoted = false;
    } else if (character === '"' && name === '') quoted = true;
    else if (character === ',') {
      names.push(name.trim());
      name = '';
    } else if (character === '\n' || character === '\r') break;
    else name += character;
  }
  return [...names, name.trim()].filter((_, index, all) => all.length > 1 || all[index] !== '');
}

/** The fields of a collection's records as a flat file has them: groups of fields dotted (`proof.uri`). */
export function flatFields(collection: string): string[] {
  const schema = schemaOf('inventory');
  const fields: string[] = [];
  const visit = (unresolved: SchemaNode, prefix: string): void => {
    const node = resolved(schema, unresolved);
    for (const [name, property] of Object.entries(node.properties ?? {})) {
      const inner = resolved(schema, property);
      if (inner.properties) visit(inner, `${prefix}${name}.`);
      else fields.push(prefix + name);
    }
  };
  visit(nodeAt(schema, [collection, 0]) ?? {}, '');
  return fields;
}

function isField(collection: string, field: string): boolean {
  return nodeAt(schemaOf('inventory'), [collection, 0, ...field.split('.')]) !== undefined;
}

/** sha-256 of a file's bytes: what the assessment records of a register. */
export async function fileDigest(path: string): Promise<string> {
  const hash = createHash('sha256');
  for await (const part of createReadStream(path, { highWaterMark: 1 << 20 })) hash.update(part as Buffer);
  return hash.digest('hex');
}
