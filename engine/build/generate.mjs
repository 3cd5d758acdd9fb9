// Writes what follows from the schemas: types, the model of collections, and validators compiled ahead of time
// (compiling them at start-up costs more than the rest of a run). Plain JavaScript: it runs before anything is built.
import { readFile, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import Ajv2020 from 'ajv/dist/2020.js';
import standaloneCode from 'ajv/dist/standalone/index.js';
import { build } from 'esbuild';
import { compile } from 'json-schema-to-typescript';

const root = fileURLToPath(new URL('../../', import.meta.url));
const generated = `${root}engine/generated/`;
const SCHEMAS = [
  'inventory',
  'config',
  'control',
  'assessment',
  'explanation',
  'catalogue',
  'tests',
  'table',
  'applicability',
];
const ANNOTATIONS = [
  'entity',
  'noun',
  'register',
  'confidential',
  'units',
  'references',
  'not-reference',
  'enum-titles',
  'computed',
  'copied-from',
];
const NOTICE = '// Generated from schemas/ by `npm run generate`. Do not edit.\n';

const VALIDATOR_TYPE = `/** One complaint of a validator; see Ajv's ErrorObject. */
export interface ValidationError {
  instancePath: string;
  schemaPath: string;
  keyword: string;
  params: Record<string, unknown>;
}
/** Whether a value is what a schema describes; what is wrong stands in its errors until it is asked again. */
export interface Validator {
  (value: unknown): boolean;
  errors?: ValidationError[] | null;
}
`;
const VALIDATOR = `import type { Validator } from './validator.js';
export declare const validate: Validator;
`;

const schemas = Object.fromEntries(
  await Promise.all(
    SCHEMAS.map(async (name) => [name, JSON.parse(await readFile(`${root}schemas/${name}.schema.json`, 'utf8'))]),
  ),
);

for (const name of SCHEMAS) await writeFile(`${generated}${name}.ts`, NOTICE + (await typesOf(name, schemas[name])));
await writeFile(`${generated}model.ts`, NOTICE + modelOf(schemas.inventory));
await writeValidators();

async function typesOf(_name, schema) {
  const root = { ...stripped(schema, true), $id: schema.title, title: schema.title };
  const text = await compile(root, schema.title, {
    additionalProperties: false,
    bannerComment: '',
    format: false,
    unreachableDefinitions: true,
    strictIndexSignatures: false,
  });
  // The package writes optional properties as `x?: T`; under exactOptionalPropertyTypes that is what is meant.
  return `${text.trim()}\n`;
}

// Types are named after $defs alone: titles of fields, formats (a date would become a Date) and siblings of $ref
// (DataAsset1) are left out.
function stripped(node, isDefinition = false) {
  if (Array.isArray(node)) return node.map((item) => stripped(item));
  if (typeof node !== 'object' || node === null) return node;
  if (node.$ref?.startsWith('urn:')) return { tsType: typeElsewhere(node.$ref) };
  if (node.$ref) return { $ref: node.$ref };
  const copy = {};
  for (const [key, value] of Object.entries(node)) {
    if (key === 'title' || key === '$id' || key === 'format' || key === '$schema' || key.startsWith('x-')) continue;
    if (key === 'minItems' || key === 'maxItems' || key === 'propertyNames') continue;
    // What depends on another value (allOf of if and then) has no type.
    if (key === 'allOf') continue;
    copy[key] = key === '$defs' || key === 'properties' ? mapValues(value, stripped) : stripped(value);
  }
  if (isDefinition) copy.title = node.title;
  return copy;
}

// A reference into another schema becomes an import of the type that was generated from it.
function typeElsewhere(ref) {
  const [, , , name, , definition] = ref.split(/[:#]/);
  // A field of another schema's record has no type of its own there.
  if (definition?.includes('/properties/')) return 'string';
  return `import('./${name}.js').${definition?.split('/').at(-1) ?? schemas[name].title}`;
}

function mapValues(object, transform) {
  return Object.fromEntries(Object.entries(object).map(([key, value]) => [key, transform(value)]));
}

function modelOf(schema) {
  const collections = {};
  for (const [name, property] of Object.entries(schema.properties)) {
    const definition = resolve(schema, property.items ?? property);
    collections[name] = {
      entity: property['x-entity'],
      title: definition.title,
      noun: property['x-noun'],
      single: property.type !== 'array',
      register: property['x-register'] === true,
      computed: property['x-computed'] === true,
      confidential: property['x-confidential'] === true,
      units: property['x-units'] ?? {},
    };
  }
  return `export type UnitName = 'client' | 'matter' | 'staff' | 'asset';
export interface Collection {
  /** The name of one record in the rules and in \`reads\`. */
  readonly entity: string;
  readonly title: string;
  /** How records are counted and named; \`with_title\`: a title alone does not tell what it names; \`by_name\`: it is somebody's name. */
  readonly noun: { readonly one: string; readonly many: string; readonly with_title?: boolean; readonly by_name?: boolean };
  /** A single object rather than a list of records. */
  readonly single: boolean;
  /** Rows that are streamed to the rules, and never stand in data.inventory. */
  readonly register: boolean;
  /** Made by Privity itself: no firm declares it. */
  readonly computed: boolean;
  /** Records about single clients, matters or staff: counts and opaque ids alone where an output leaves the machine. */
  readonly confidential: boolean;
  /** The paths to the keys of the units that a row belongs to; \`a>b.c\` follows field a to the row of b and takes its c. */
  readonly units: { readonly [unit in UnitName]?: readonly string[] };
}
export const collections: { readonly [name: string]: Collection } = ${JSON.stringify(collections, null, 1)};
`;
}

function resolve(schema, node) {
  return node.$ref ? schema.$defs[node.$ref.split('/').at(-1)] : node;
}

async function writeValidators() {
  const ajv = new Ajv2020({
    allErrors: true,
    strict: true,
    messages: false,
    inlineRefs: false,
    code: { source: true, esm: true },
    schemas: Object.values(schemas),
    formats: Object.fromEntries(['date', 'date-time', 'date-or-date-time'].map((name) => [name, true])),
    keywords: ANNOTATIONS.map((name) => `x-${name}`),
  });
  await writeFile(`${generated}validator.ts`, NOTICE + VALIDATOR_TYPE);
  // Ajv's ESM output still says require(…): bundle it. One file a schema, so that a run loads only what it needs.
  for (const name of SCHEMAS) {
    await build({
      stdin: { contents: standaloneCode(ajv, { validate: schemas[name].$id }), resolveDir: root, loader: 'js' },
      bundle: true,
      format: 'esm',
      platform: 'node',
      minify: true,
      legalComments: 'none',
      outfile: `${generated}validate-${name}.js`,
    });
    await writeFile(`${generated}validate-${name}.d.ts`, NOTICE + VALIDATOR);
  }
}
