import { closest, distance } from 'fastest-levenshtein';
import type { ValidationError } from '../generated/validator.js';
import type { Problem } from '../problems.js';
import type { SourceText } from './files.js';
import { type Path, placeOf } from './places.js';
import { nodeAt, resolved, type SchemaNode } from './schema.js';

/** Sentences, with places, for what a validator refused. */
export function schemaProblems(source: SourceText, schema: SchemaNode, errors: readonly ValidationError[]): Problem[] {
  return errors
    .filter(({ keyword }) => keyword !== 'propertyNames')
    .map((error) => {
      const path = pathOf(error.instancePath);
      const key = error.params.additionalProperty ?? error.params.propertyName;
      const wrongKey = typeof key === 'string' ? key : undefined;
      const place = placeOf(source, wrongKey === undefined ? path : [...path, wrongKey]);
      return { place, message: sentence(schema, path, error, wrongKey) };
    });
}

/** The path of a JSON pointer. Keys of mappings that look like numbers are kept as indexes: records hold no such keys. */
export function pathOf(pointer: string): Path {
  return pointer
    .split('/')
    .slice(1)
    .map((part) => part.replaceAll('~1', '/').replaceAll('~0', '~'))
    .map((part) => (/^\d+$/.test(part) ? Number(part) : part));
}

function sentence(schema: SchemaNode, path: Path, { keyword, params }: ValidationError, wrongKey?: string): string {
  const node = resolved(schema, nodeAt(schema, path) ?? {});
  const field = fieldText(path);
  switch (keyword) {
    case 'additionalProperties':
      return unknownKey(schema, node, path, wrongKey ?? '');
    case 'required':
      return `${article(node.title ?? 'record')} needs "${params.missingProperty}".`;
    case 'type':
      return `${field} must be ${TYPE_WORDS[String(node.type)] ?? String(params.type)}.`;
    case 'enum':
      return `${field} must be one of ${(node.enum ?? []).join(', ')}.`;
    case 'pattern':
      return `${field} is not written as it must be. ${node.description ?? ''}`.trim();
    case 'minLength':
      return `${field} is empty or too short.`;
    case 'maxLength':
      return `${field} is longer than ${node.maxLength} characters.`;
    case 'minimum':
    case 'exclusiveMinimum':
      return `${field} must be ${keyword === 'minimum' ? 'at least' : 'more than'} ${params.limit}.`;
    case 'maximum':
      return `${field} must be at most ${params.limit}.`;
    case 'minProperties':
    case 'minItems':
      return `${field} must not be empty.`;
    case 'uniqueItems':
      return `${field} names the same entry twice.`;
    default:
      return `${field} does not fit the schema (${keyword}).`;
  }
}

function fieldText(path: Path): string {
  const last = path.at(-1);
  if (typeof last !== 'number') return `"${last ?? 'the file'}"`;
  const list = path.findLast((step) => typeof step === 'string');
  return list === undefined ? `Entry ${last + 1}` : `Entry ${last + 1} of "${list}"`;
}

const TYPE_WORDS: Record<string, string> = {
  string: 'text (in quotation marks if it looks like a number)',
  integer: 'a whole number',
  number: 'a number',
  boolean: 'true or false',
  array: 'a list (each entry on its own line after "- ")',
  object: 'a group of fields',
};

/** What a file is called whose schema has this title. */
const FILES: Record<string, string> = {
  Inventory: 'an inventory file',
  Config: 'privity.yaml',
  ReferenceTable: 'a reference table',
};

function unknownKey(schema: SchemaNode, node: SchemaNode, path: Path, key: string): string {
  const known = Object.keys(node.properties ?? {});
  const whose =
    path.length === 0
      ? (FILES[schema.title ?? ''] ?? 'this file')
      : article(node.title ?? titleAbove(schema, path)).toLowerCase();
  const near = nearest(key, known);
  return `"${key}" is not a field of ${whose}.${near === undefined ? '' : ` Did you mean "${near}"?`}`;
}

/** The known word nearest to a misspelt one, if it is near enough to be meant. */
export function nearest(word: string, known: readonly string[]): string | undefined {
  if (known.length === 0) return undefined;
  const whole = closest(word, known);
  if (distance(word, whole) <= Math.max(2, Math.floor(word.length / 3))) return whole;
  // "mfa_scope" for "mfa", "holder" for "holder_id": a known word that begins the unknown one, or the other way round.
  const shorter = known.filter((name) => word.startsWith(`${name}_`)).sort((a, b) => b.length - a.length);
  const longer = known.filter((name) => name.startsWith(`${word}_`)).sort((a, b) => a.length - b.length);
  return shorter[0] ?? longer[0];
}

function titleAbove(schema: SchemaNode, path: Path): string {
  for (let end = path.length - 1; end > 0; end -= 1) {
    const node = resolved(schema, nodeAt(schema, path.slice(0, end)) ?? {});
    if (node.title && typeof path[end] !== 'number') return `"${String(path[end])}"`;
  }
  return `"${String(path.at(-1))}"`;
}

function article(title: string): string {
  if (title.startsWith('"') || /^(the|a|an) /i.test(title)) return title;
  return `${/^[aeiou]/i.test(title) ? 'An' : 'A'} ${title.charAt(0).toLowerCase()}${title.slice(1)}`;
}
