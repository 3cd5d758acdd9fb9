import type { ValidationError } from '../generated/validator.js';
import { type Path, placeOf } from '../load/places.js';
import { nodeAt, resolved, type SchemaNode, schemaOf } from '../load/schema.js';
import { nearest, pathOf } from '../load/validate.js';
import type { Place, Problem } from '../problems.js';
import type { RegoSource } from './packages.js';

/** What a control's METADATA holds, as far as it was read. */
export interface Metadata {
  title?: unknown;
  description?: unknown;
  custom?: unknown;
}

/**
 * Sentences, with places, for what a control's METADATA lacks or has wrong.
 * @param line where the METADATA block begins, from 1
 */
export function metadataProblems(
  metadata: Metadata,
  errors: readonly ValidationError[],
  source: RegoSource,
  line: number,
): Problem[] {
  if (metadata.custom === undefined) {
    return [
      {
        place: { file: source.path, line },
        message: 'The METADATA of this control has no "custom:" part, where its id, reasons and citations belong.',
      },
    ];
  }
  // "if" only says that another complaint stands beside it.
  return errors
    .filter(({ keyword }) => keyword !== 'if')
    .map((error) => {
      const path = pathOf(error.instancePath);
      return { place: placeInMetadata(source, line, path), message: sentence(metadata, path, error) };
    });
}

/** The place of a value in a METADATA block: in the file, not in the YAML that the comment holds. */
export function placeInMetadata({ path: file, text }: RegoSource, line: number, path: Path): Place {
  const comment = text.split('\n').slice(line);
  const end = comment.findIndex((one) => !/^[ \t]*#/.test(one));
  const lines = comment.slice(0, end === -1 ? undefined : end).map((one) => one.replace(/^[ \t]*#/, ' '));
  const inside = placeOf({ path: file, text: lines.join('\n') }, path);
  // What is missing at the top has no place within the block.
  if (path.length === 0) return { file, line };
  return { file, line: line + (inside.line ?? 1), column: inside.column ?? 1 };
}

function sentence(metadata: Metadata, path: Path, { keyword, params }: ValidationError): string {
  const schema = schemaOf('control');
  const node = resolved(schema, nodeAt(schema, path) ?? {});
  const owner = ownerOf(metadata, path);
  const name = lastName(path);
  switch (keyword) {
    case 'required':
      return `${capital(owner)} gives no ${MISSING[String(params.missingProperty)] ?? words(params.missingProperty)}.`;
    case 'additionalProperties':
      return unknownKey(node, String(params.additionalProperty), owner);
    case 'minItems':
      return `${capital(ownerOf(metadata, path.slice(0, -1)))} gives no ${words(name)}.`;
    case 'minLength':
      return `${field(metadata, path)} is too short: ${params.limit} characters or more are needed.`;
    case 'maxLength':
      return `${field(metadata, path)} is longer than ${params.limit} characters.`;
    case 'enum':
      return `${field(metadata, path)} must be one of ${(node.enum ?? []).join(', ')}.`;
    case 'pattern':
      return `${field(metadata, path)} is not written as it must be${PATTERNS[name] ? `: ${PATTERNS[name]}` : ''}.`;
    case 'type':
      return `${field(metadata, path)} must be ${TYPES[String(params.type)] ?? String(params.type)}.`;
    case 'uniqueItems':
      return `${field(metadata, path)} names the same entry twice.`;
    default:
      return `${field(metadata, path)} does not meet the contract (${keyword}).`;
  }
}

const MISSING: Record<string, string> = {
  many: '"many", the sentence about several findings, such as "{subjects} are not as they must be."',
};

const PATTERNS: Record<string, string> = {
  id: 'capitals and digits, a hyphen and three digits, such as FIRM-001',
  code: 'small letters, digits and hyphens, such as review-overdue',
  reads: 'a record and its field, such as system.mfa',
  subjects: 'the name of a collection, such as systems',
  optional: 'the name of a collection, such as systems',
  parameters: 'the name of a parameter, such as access_review_days',
  history_after: 'the name of an argument, such as due_on',
};

const TYPES: Record<string, string> = {
  string: 'text (in quotation marks if it looks like a number)',
  array: 'a list',
  object: 'a group of fields',
  boolean: 'true or false',
};

/** Whose field it is: the METADATA, or the entry of one of its lists, by its own name where it has one. */
function ownerOf(metadata: Metadata, path: Path): string {
  const index = path.findLastIndex((step) => typeof step === 'number');
  const list = path[index - 1];
  if (index === -1 || typeof list !== 'string' || !ENTRIES[list]) return 'the METADATA of this control';
  const entry = at(metadata, path.slice(0, index + 1));
  const { noun, key } = ENTRIES[list];
  const own = typeof entry === 'object' && entry !== null ? (entry as Record<string, unknown>)[key] : undefined;
  const which = typeof own === 'string' ? `"${own}"` : `${Number(path[index]) + 1}`;
  return `${noun} ${which} in the METADATA of this control`;
}

const ENTRIES: Record<string, { noun: string; key: string }> = {
  reasons: { noun: 'reason', key: 'code' },
  citations: { noun: 'citation', key: 'ref' },
  not_applicable: { noun: 'reason for not applying', key: 'code' },
};

function field(metadata: Metadata, path: Path): string {
  const value = at(metadata, path);
  const shown = typeof path.at(-1) === 'number' && typeof value === 'string' ? ` (${JSON.stringify(value)})` : '';
  return `"${lastName(path)}"${shown} of ${ownerOf(metadata, path.slice(0, -1))}`;
}

function lastName(path: Path): string {
  return (path.findLast((step) => typeof step === 'string') as string | undefined) ?? 'the block';
}

function unknownKey({ properties = {} }: SchemaNode, key: string, owner: string): string {
  const near = nearest(key, Object.keys(properties));
  return `"${key}" is not known in ${owner}.${near === undefined ? '' : ` Did you mean "${near}"?`}`;
}

function at(value: unknown, path: Path): unknown {
  let inner = value;
  for (const step of path) {
    if (typeof inner !== 'object' || inner === null) return undefined;
    inner = (inner as Record<string | number, unknown>)[step];
  }
  return inner;
}

function words(name: unknown): string {
  return String(name).replaceAll('_', ' ');
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
