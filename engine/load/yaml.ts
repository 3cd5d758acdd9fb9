import { CORE_SCHEMA, load, YAMLException } from 'js-yaml';
import type { Problem } from '../problems.js';
import type { SourceText } from './files.js';
import { type Path, placeAtOffset, placeOf } from './places.js';

/** Bounds on what one file may hold: an untrusted repository must not exhaust the machine. */
const LIMITS = { depth: 60, aliases: 1_000, nodes: 5_000_000 };

/** A parsed file: nulls dropped (null means absent), or the problems that make it unusable. */
export type Parsed = { value: unknown } | { problems: Problem[] };

/** Parses YAML 1.2 (core schema) or JSON, without positions: those are looked for where something is wrong. */
export function parseSource(source: SourceText): Parsed {
  if (source.text.trim() === '') return { value: undefined };
  if (source.path.endsWith('.json')) {
    const problem = jsonProblem(source);
    if (problem) return { problems: [problem] };
  }
  let value: unknown;
  try {
    value = load(source.text, { schema: CORE_SCHEMA, maxDepth: LIMITS.depth, maxAliases: LIMITS.aliases });
  } catch (error) {
    if (!(error instanceof YAMLException)) throw error;
    if (error.mark === undefined && /input is empty/.test(error.reason)) return { value: undefined };
    return { problems: [yamlProblem(source, error)] };
  }
  const problems: Problem[] = [];
  const refuse = (path: Path, message: string): void => {
    problems.push({ place: placeOf(source, path), message });
  };
  const walk = { nodes: 0 };
  const cleaned = withoutNulls(value, [], refuse, walk);
  if (walk.nodes > LIMITS.nodes) {
    return {
      problems: [
        {
          place: { file: source.path },
          message: 'This file expands to more than 5,000,000 values; its anchors repeat too much.',
        },
      ],
    };
  }
  return problems.length > 0 ? { problems } : { value: cleaned };
}

function jsonProblem(source: SourceText): Problem | undefined {
  try {
    JSON.parse(source.text);
    return undefined;
  } catch (error) {
    const position = /position (\d+)/.exec((error as Error).message)?.[1];
    const place = position === undefined ? { file: source.path } : placeAtOffset(source, Number(position));
    return { place, message: 'This is not valid JSON: something is missing or too much here.' };
  }
}

const PLAIN_WORDS: readonly [RegExp, string][] = [
  [/duplicated mapping key/, 'This key stands twice in the same record. Keep one of them.'],
  [/tab characters/, 'A tab stands where spaces must. Indent with spaces.'],
  [/maxDepth/, `Values are nested more than ${LIMITS.depth} levels deep.`],
  [/alias/i, 'The anchors and aliases here cannot be followed, or there are more than 1,000 of them.'],
  [/unexpected end of the stream within/, 'A quotation mark is opened here and never closed.'],
  [/found more/, 'The file holds more than one document (`---`). Use one file a document.'],
  [/unknown .*tag/, 'Tags (`!…`) are not used here. Write the plain value.'],
  [/complex keys/, 'A key must be a plain word.'],
];

function yamlProblem(source: SourceText, error: YAMLException): Problem {
  const plain = PLAIN_WORDS.find(([pattern]) => pattern.test(error.reason))?.[1];
  const message = plain ?? `This is not valid YAML: ${error.reason}.`;
  const { mark } = error;
  return { place: mark === undefined ? { file: source.path } : placeAtOffset(source, mark.position), message };
}

type Refuse = (path: Path, message: string) => void;

function withoutNulls(value: unknown, path: (string | number)[], refuse: Refuse, walk: { nodes: number }): unknown {
  walk.nodes += 1;
  if (walk.nodes > LIMITS.nodes) return undefined;
  if (typeof value === 'number') {
    if (Number.isInteger(value) && !Number.isSafeInteger(value)) {
      refuse(
        [...path],
        'This number is too large to be kept exactly. If it is an identifier, put it in quotation marks.',
      );
    } else if (!Number.isFinite(value)) {
      refuse([...path], 'This is not a number that can be used.');
    }
    return value;
  }
  if (Array.isArray(value)) {
    return value.map((item, index) => {
      path.push(index);
      if (item === null) refuse([...path], 'This entry of the list is empty. Remove it or fill it in.');
      const cleaned = withoutNulls(item, path, refuse, walk);
      path.pop();
      return cleaned;
    });
  }
  if (typeof value === 'object' && value !== null) {
    const cleaned: Record<string, unknown> = {};
    for (const [key, item] of Object.entries(value)) {
      if (item === null) continue;
      path.push(key);
      if (key === '__proto__' || key === 'constructor' || key === 'prototype') {
        refuse([...path], `"${key}" cannot be used as a key.`);
      } else {
        cleaned[key] = withoutNulls(item, path, refuse, walk);
      }
      path.pop();
    }
    return cleaned;
  }
  return value;
}
