import type { Facts } from '../facts.js';
import { resolved, type SchemaNode, schemaOf } from '../schema.js';

/** A field that refers to records, as the inventory's schema marks it (`x-references`). */
export interface Reference {
  /** The way to it from a record: `*` stands for any entry of a list, or any key of free ones. */
  field: string;
  /** The collections in one of which the record must stand. */
  targets: readonly string[];
  /** Whether a text that may stand there is a word of its own (`all`) instead. */
  isWord(text: string): boolean;
}

const known = new Map<string, readonly Reference[]>();

/** The references of a collection's records. */
export function referencesOf(collection: string): readonly Reference[] {
  const already = known.get(collection);
  if (already) return already;
  const schema = schemaOf('inventory');
  const found: Reference[] = [];
  const visit = (unresolved: SchemaNode, steps: readonly string[]): void => {
    const node = resolved(schema, unresolved);
    // What is worked out while loading refers to nothing by the firm's own word.
    if (node['x-computed'] === true) return;
    if (node['x-references']) {
      const word = node['x-not-reference'] === undefined ? undefined : new RegExp(node['x-not-reference'], 'u');
      const isWord = (text: string): boolean => word?.test(text) === true;
      found.push({ field: steps.join('.'), targets: node['x-references'], isWord });
    }
    if (node.items) visit(node.items, [...steps, '*']);
    for (const [name, property] of Object.entries(node.properties ?? {})) visit(property, [...steps, name]);
    if (typeof node.additionalProperties === 'object') visit(node.additionalProperties, [...steps, '*']);
  };
  const property = schema.properties?.[collection] ?? {};
  visit(property.items ?? property, []);
  known.set(collection, found);
  return found;
}

/** The different texts that stand at a way into a record. */
export function textsAt(facts: Facts, field: string): Set<string> {
  let values: unknown[] = [facts];
  for (const step of field.split('.')) {
    values = values.flatMap((value): unknown[] => {
      if (typeof value !== 'object' || value === null) return [];
      if (step === '*') return Object.values(value);
      return Array.isArray(value) ? [] : [(value as Facts)[step]];
    });
  }
  return new Set(values.filter((value): value is string => typeof value === 'string' && value !== ''));
}
