import { collections } from '../generated/model.js';
import { resolved, type SchemaNode, schemaOf } from '../load/schema.js';
import { nearest } from '../load/validate.js';
import { UserError } from '../problems.js';
import { inputName } from './shapes.js';

/** A value that a new control asks of a fact. */
export type Wanted = boolean | number | string;

/** What a new control of a firm's own is made from. */
export interface NewControl {
  /** Such as FIRM-001. */
  id: string;
  title: string;
  /** The last part of its package, and the name of its files. */
  name: string;
  fact: AskedFact;
}

/** A fact of the inventory, the value that the firm wants of it, and one that it does not want. */
export interface AskedFact {
  collection: string;
  /** Within the record, such as `mfa.passwordless`. */
  path: string;
  title: string;
  wanted: Wanted;
  other: Wanted;
}

/**
 * The fact that a control is to ask for.
 * @param named as in METADATA: a record and its field, such as `system.mfa.passwordless`
 * @param wants the value that is right; needed where the fact is neither a yes or no nor a choice
 * @throws UserError naming the nearest record, field or value where there is none of that name
 */
export function askedFact(named: string, wants: string | undefined): AskedFact {
  const [entity = '', ...steps] = named.split('.');
  const path = steps.join('.');
  const records = Object.entries(collections).filter(([, { single }]) => !single);
  const collection = records.find(([name, one]) => one.entity === entity || name === entity)?.[0];
  if (collection === undefined) {
    throw refused(
      `--fact: there is no kind of record "${entity}".${meant(
        entity,
        records.map(([, one]) => one.entity),
      )} A fact is a record and its field, such as system.mfa.passwordless.`,
    );
  }
  const node = fieldOf(collection, entity, steps);
  return { collection, path, title: node.title ?? path, ...valuesOf(named, node, wants) };
}

/** The field that the steps lead to, through groups of fields: an entry of a list has no place of its own. */
function fieldOf(collection: string, entity: string, steps: readonly string[]): SchemaNode {
  const schema = schemaOf('inventory');
  let node = resolved(schema, schema.properties?.[collection]?.items ?? {});
  for (const [index, step] of steps.entries()) {
    const fields: Record<string, SchemaNode> = node.properties ?? {};
    const next = Object.hasOwn(fields, step) ? fields[step] : undefined;
    if (!next) {
      const name = [entity, ...steps.slice(0, index)].join('.');
      const names = Object.keys(fields);
      throw refused(
        `--fact: ${name} has no field "${step}".${meant(step, names)}${names.length === 0 ? '' : ` It has ${names.join(', ')}.`}`,
      );
    }
    node = { ...next, ...resolved(schema, next) };
  }
  if (steps.length === 0) throw refused(`--fact: say which field of a ${entity}, such as system.mfa.passwordless.`);
  return node;
}

function valuesOf(named: string, node: SchemaNode, wants: string | undefined): { wanted: Wanted; other: Wanted } {
  if (node.type === 'boolean') {
    const wanted = choice(named, ['true', 'false'], wants ?? 'true') === 'true';
    return { wanted, other: !wanted };
  }
  if (node.enum) {
    const values = node.enum.map(String);
    const wanted = choice(named, values, wants ?? (values[0] as string));
    return { wanted, other: values.find((value) => value !== wanted) ?? wanted };
  }
  if (node.type === 'integer' || node.type === 'number') {
    const wanted = Number(wants?.trim() || Number.NaN);
    if (!Number.isFinite(wanted)) throw refused(`--wants: say which number ${named} is to be.`);
    return { wanted, other: wanted + 1 };
  }
  if (node.type !== 'string' || node.format !== undefined) {
    throw refused(
      `--fact: ${named} is no single word, number, or yes or no. Name another fact, and change the rule that is written: it can read any.`,
    );
  }
  if (!wants) throw refused(`--wants: say what ${named} is to be.`);
  return { wanted: wants, other: `not ${wants}` };
}

function choice(named: string, values: readonly string[], given: string): string {
  if (values.includes(given)) return given;
  throw refused(`--wants: ${named} cannot be "${given}".${meant(given, values)} It is one of ${values.join(', ')}.`);
}

function refused(message: string): UserError {
  return new UserError(message, 'Nothing was written.');
}

function meant(given: string, known: readonly string[]): string {
  const near = nearest(given, known);
  return near === undefined ? '' : ` Did you mean "${near}"?`;
}

/** The files of the new control below the directory of the firm's rules: the rule, its test and its page. */
export function controlFiles(control: NewControl): Record<'rule' | 'test' | 'page', { file: string; text: string }> {
  const { name } = control;
  return {
    rule: { file: `${name}.rego`, text: ruleText(control) },
    test: { file: `${name}_test.rego`, text: testText(control) },
    page: { file: `${name}.md`, text: pageText(control) },
  };
}

function ruleText({ id, title, name, fact }: NewControl): string {
  const { collection, path } = fact;
  const entity = collections[collection]?.entity as string;
  const input = inputName(collection);
  const asked = `is as the firm wants it: ${titleInWords(fact)} is to be ${valueInWords(fact.wanted)}`;
  const metadata = [
    `title: ${quoted(title)}`,
    `description: ${quoted(`Looks at every ${nounOf(collection).one} and asks whether it ${asked}.`)}`,
    'custom:',
    `  id: ${id}`,
    '  profile: essentials',
    '  unit: record',
    `  subjects: [${collection}]`,
    `  reads: [${entity}.${path.split('.')[0]}]`,
    '  parameters: []',
    '  reasons:',
    '  - code: not-as-wanted',
    '    result: fail',
    '    severity: medium',
    `    message: ${quoted(`{${input}} does not meet a rule of the firm: ${title}.`)}`,
    `    many: ${quoted(`{subjects} do not meet a rule of the firm: ${title}.`)}`,
    '  - code: not-declared',
    '    result: unknown',
    '    severity: medium',
    '    message: The entry for {subject} does not give {fact}, so this could not be judged.',
    '  # Who asks for it: a law, a contract, the office manual. status: primary where you have read the words yourself.',
    '  citations:',
    '  - framework: Office manual',
    '    ref: "0.0"',
    `    says: ${quoted(`${title}.`)}`,
    '    status: unverified',
    `  remediation: ${quoted(`Bring it in line with the rule, and declare ${collection}.${path}.`)}`,
  ];
  return `# METADATA
${metadata.map((line) => `# ${line}`).join('\n')}
package privity.firm.${name}

import data.lib.facts
import data.lib.judged

_path := [${path.split('.').map(quoted).join(', ')}]

_subject := judged.subject("${collection}", input.${input})

# The population: whatever the control applies to, right or wrong.
examined contains judged.examined("${collection}", input.${input})

findings contains {
	"subject": _subject,
	"reason": "not-as-wanted",
	"args": {"${input}": judged.entity("${collection}", input.${input}.id)},
	"relied_on": [{"collection": "${collection}", "id": input.${input}.id, "path": "${path}"}],
} if {
	facts.present(input.${input}, _path)
	object.get(input.${input}, _path, null) != ${JSON.stringify(fact.wanted)}
}

# A fact that is needed and not declared is a question: never a breach, never a pass.
findings contains judged.not_declared(_subject, "${collection}", "${path}") if facts.absent(input.${input}, _path)
`;
}

function testText({ name, fact }: NewControl): string {
  const { collection, path, wanted, other } = fact;
  const input = inputName(collection);
  const record = (value: Wanted): string => `{"id": "an-example", ${nested(path.split('.'), value)}, "grade": 0}`;
  const judgedWith = (verdicts: string, rego: string): string =>
    `	verdicts := testing.verdicts(control.findings) with input.${input} as ${rego}\n	verdicts == ${verdicts}`;
  return `package privity.firm.${name}_test

import data.lib.testing
import data.privity.firm.${name} as control

test_as_wanted_passes if {
	control.findings == set() with input.${input} as ${record(wanted)}
	testing.ids(control.examined) == {"an-example"} with input.${input} as ${record(wanted)}
}

test_anything_else_is_found if {
${judgedWith('{["an-example", "not-as-wanted", ""]}', record(other))}
}

test_a_missing_fact_is_a_question if {
${judgedWith(`{["an-example", "not-declared", "${collection}.${path}"]}`, '{"id": "an-example", "grade": 0}')}
}
`;
}

function pageText({ id, title, fact }: NewControl): string {
  const { collection, path, wanted } = fact;
  const steps = path.split('.');
  const yaml = steps.map((step, depth) => {
    const value = depth === steps.length - 1 ? ` ${JSON.stringify(wanted)}` : '';
    return `${'  '.repeat(depth + 2)}${step}:${value}`;
  });
  return `# ${id} ${title}

Say here why the firm asks for this: what goes wrong without it, and who decided it.

**Looks at** every ${nounOf(collection).one} that the firm declares.

**Finds** whatever is not as wanted: ${titleInWords(fact)} is to be ${valueInWords(wanted)}.

**Not declared.** Where an entry does not say, that is asked.

**Put it right**

\`\`\`yaml
${collection}:
  - id: an-example
${yaml.join('\n')}
\`\`\`
`;
}

function nounOf(collection: string): { one: string; many: string } {
  return collections[collection]?.noun as { one: string; many: string };
}

function titleInWords({ title }: AskedFact): string {
  return `“${title}”`;
}

function valueInWords(value: Wanted): string {
  return typeof value === 'boolean' ? (value ? 'yes' : 'no') : `“${value}”`;
}

/** A text as YAML, in double quotes. */
function quoted(text: string): string {
  return JSON.stringify(text);
}

function nested([first, ...rest]: readonly string[], value: Wanted): string {
  return `"${first}": ${rest.length === 0 ? JSON.stringify(value) : `{${nested(rest, value)}}`}`;
}
