import { readFileSync } from 'node:fs';
import { packageRoot } from '../root.js';
import type { Path } from './places.js';

/** A JSON Schema as far as messages and completion need it. */
export interface SchemaNode {
  $ref?: string;
  $defs?: Record<string, SchemaNode>;
  type?: string;
  title?: string;
  description?: string;
  format?: string;
  pattern?: string;
  enum?: (string | number)[];
  properties?: Record<string, SchemaNode>;
  additionalProperties?: SchemaNode | boolean;
  items?: SchemaNode;
  minimum?: number;
  maximum?: number;
  exclusiveMinimum?: number;
  maxLength?: number;
  minLength?: number;
  minProperties?: number;
  propertyNames?: SchemaNode;
  const?: unknown;
  allOf?: SchemaNode[];
  if?: SchemaNode;
  then?: SchemaNode;
  required?: string[];
  'x-enum-titles'?: Record<string, string>;
  'x-references'?: string[];
  'x-not-reference'?: string;
  'x-computed'?: boolean;
}

const cache = new Map<string, SchemaNode>();

/** One of the schemas under `schemas/`, read when first needed: only messages and the compiler need it at run time. */
export function schemaOf(name: string): SchemaNode {
  const known = cache.get(name);
  if (known) return known;
  const schema = JSON.parse(readFileSync(`${packageRoot}schemas/${name}.schema.json`, 'utf8')) as SchemaNode;
  cache.set(name, schema);
  return schema;
}

/** The schema node of a `$ref`, else the node itself. */
export function resolved(schema: SchemaNode, node: SchemaNode): SchemaNode {
  if (node.$ref === undefined) return node;
  const [, other, pointer] = /^urn:privity:schema:([a-z]+):1#\/(.*)$/.exec(node.$ref) ?? [];
  if (other !== undefined && pointer !== undefined) return pointed(schemaOf(other), pointer.split('/'));
  return schema.$defs?.[node.$ref.split('/').at(-1) as string] ?? {};
}

function pointed(schema: SchemaNode, steps: readonly string[]): SchemaNode {
  let node: unknown = schema;
  for (const step of steps) node = Object(node)[step];
  return Object(node) as SchemaNode;
}

/** The node that describes what stands at a path, or undefined where the schema knows no such thing. */
export function nodeAt(schema: SchemaNode, path: Path): SchemaNode | undefined {
  let node: SchemaNode | undefined = schema;
  for (const step of path) {
    if (!node) return undefined;
    node = resolved(schema, node);
    if (typeof step === 'number' && node.items) node = node.items;
    else
      node =
        node.properties?.[step] ??
        (typeof node.additionalProperties === 'object' ? node.additionalProperties : undefined);
  }
  return node;
}

/** The schema node of a field of a collection's records, `path` dotted; lists are entered without an index. */
export function fieldNode(collection: string, path: string): SchemaNode | undefined {
  const schema = schemaOf('inventory');
  let node: SchemaNode | undefined = schema.properties?.[collection];
  if (node?.items) node = node.items;
  for (const step of path.split('.')) {
    if (!node) return undefined;
    node = resolved(schema, node);
    if (node.items) node = resolved(schema, node.items);
    node =
      node.properties?.[step] ??
      (typeof node.additionalProperties === 'object' ? node.additionalProperties : undefined);
  }
  return node;
}

/** A field's plain title, such as "the date of the last review of its access rights"; else its name in words. */
export function fieldTitle(collection: string, path: string): string {
  return fieldNode(collection, path)?.title ?? (path.split('.').at(-1) as string).replaceAll('_', ' ');
}

/** An enum value in plain words. */
export function valueTitle(collection: string, path: string, value: string): string {
  const node = fieldNode(collection, path);
  const titles = node?.['x-enum-titles'] ?? (node?.items ? node.items['x-enum-titles'] : undefined);
  return titles?.[value] ?? value.replaceAll('-', ' ');
}
