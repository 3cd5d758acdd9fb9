import { createHash, createHmac } from 'node:crypto';
import type { Control } from '../compile/catalogue.js';
import type { Assessment, Finding, FoundReason, Outcome } from '../generated/assessment.js';
import { collections } from '../generated/model.js';
import type { Inventory } from '../load/inventory.js';
import { fieldNode } from '../load/schema.js';
import { argumentText, filled, kindText, nameOfPart } from './messages.js';
import { countReason, type ReasonTally, reasonKey, sentenceOf, valuesWanted } from './reasons.js';

/** Stands for a word that may name somebody: nothing tells what it is. */
const WITHHELD = '(not shown)';
/** Eight hexadecimal digits: of a thousand records two share an opaque id once in ten thousand reports. */
const OPAQUE_LENGTH = 8;

export interface ConfidentialOptions {
  inventory: Inventory;
  controls: readonly Control[];
  /** The firm's key. Without one, who knows how the firm numbers its files can guess what an opaque id stands for. */
  key?: string | Uint8Array;
}

/**
 * A copy of an assessment for outputs that leave the machine: clients, matters and staff, and every record that is
 * about one of them, appear as opaque ids, in messages and in the sentences about many findings as elsewhere. What the firm declares of its own practices, the
 * places and the counts stay. Whatever is not known to be harmless is left out.
 */
export function withoutNames(assessment: Assessment, options: ConfidentialOptions): Assessment {
  const context = { ...options, declaredTexts: declaredTextsOf(options.inventory) };
  return {
    ...assessment,
    outcomes: assessment.outcomes.map((outcome) => outcomeWithoutNames(outcome, assessment.findings, context)),
    findings: assessment.findings.map((finding) => findingWithoutNames(finding, context)),
  };
}

interface Context extends ConfidentialOptions {
  /** What the firm calls its own practices and their parts: purposes, recipients, categories. */
  declaredTexts: ReadonlySet<string>;
}

const NAMING = ['id', 'title', 'name', 'text'];

// Fields that refer to somebody (`owner_id`, `evidence.by`) are none of these.
function declaredTextsOf({ records }: Inventory): Set<string> {
  const texts = new Set<string>();
  const gather = (value: unknown): void => {
    if (typeof value !== 'object' || value === null) return;
    for (const [key, inner] of Object.entries(value)) {
      if (typeof inner === 'string' && NAMING.includes(key)) texts.add(inner);
      else gather(inner);
    }
  };
  for (const [name, all] of records) {
    const model = collections[name];
    if (model && !model.confidential) for (const { facts } of all.values()) gather(facts);
  }
  return texts;
}

/** The same for the same record on every machine; nobody can tell the record from it without the key. */
export function opaqueId(collection: string, id: string, key?: string | Uint8Array): string {
  const hash = key === undefined ? createHash('sha256') : createHmac('sha256', key);
  return hash
    .update(JSON.stringify([collection, id]))
    .digest('hex')
    .slice(0, OPAQUE_LENGTH);
}

function findingWithoutNames(finding: Finding, options: Context): Finding {
  const { subject, facts, arguments: args, distinguishes, ...rest } = finding;
  const shown = (record: { collection: string; id: string }) =>
    isShown(record.collection, record.id, options.inventory);
  const control = options.controls.find(({ id }) => id === finding.control);
  if (isOfEngine(finding, control)) return finding;
  if ([subject, ...facts, ...entitiesIn(args)].every(shown) && !readsConfidences(control)) return finding;
  return {
    ...rest,
    message: messageWithoutNames(finding, control, options),
    subject: shown(subject)
      ? subject
      : { collection: subject.collection, id: opaqueId(subject.collection, subject.id, options.key) },
    facts: facts.map(({ collection, id, path, location, derived_from: from }) => ({
      collection,
      id: shown({ collection, id }) ? id : opaqueId(collection, id, options.key),
      ...(path !== undefined && isField(collection, path) ? { path } : {}),
      ...(location ? { location } : {}),
      ...(from === undefined
        ? {}
        : { derived_from: { ...from, id: shown(from) ? from.id : opaqueId(from.collection, from.id, options.key) } }),
    })),
    arguments: Object.fromEntries(
      Object.entries(args).map(([name, argument]) => [name, argumentWithoutNames(argument, options)]),
    ),
    ...(distinguishes === undefined ? {} : { distinguishes: opaqueId(control?.id ?? '', distinguishes, options.key) }),
  };
}

function outcomeWithoutNames(outcome: Outcome, findings: readonly Finding[], options: Context): Outcome {
  const control = options.controls.find(({ id }) => id === outcome.control);
  const own = findings.filter((finding) => finding.control === outcome.control);
  return {
    ...outcome,
    reasons: outcome.reasons.map((reason) => ({
      ...reason,
      sentence: sentenceWithoutNames(
        reason,
        own.filter((finding) => isOf(finding, reason)),
        control,
        options,
      ),
    })),
  };
}

function isOf(finding: Finding, { code, missing }: FoundReason): boolean {
  return finding.reason === code && (missing === undefined || finding.distinguishes === missing);
}

/**
 * The sentence about all findings of a reason, made again from those that the assessment keeps. Where it keeps too few of
 * them to say the same without names, their number and the control's title.
 */
function sentenceWithoutNames(
  { sentence, count, code, missing }: FoundReason,
  findings: readonly Finding[],
  control: Control | undefined,
  options: Context,
): string {
  if (findings.length > 0 && findings.every((finding) => findingWithoutNames(finding, options) === finding))
    return sentence;
  const reason = control?.reasons.find((one) => one.code === code);
  const wanted = control === undefined ? [] : (valuesWanted(control).get(code) ?? []);
  const tally = talliedWithoutNames(findings, wanted, options);
  const isWhole = findings.length === count;
  if (tally !== undefined && isWhole) return sentenceOf(reason, tally);
  // Of more than one record that lacks a fact, and where only counts are filled in, the sentence names nobody.
  const countsOnly =
    missing === undefined
      ? count > 1 && reason?.many !== undefined && wanted.length === 0
      : tally !== undefined && tally.lacking.size + tally.lackingSubjects > 1;
  if (countsOnly) return sentence;
  return `${count.toLocaleString('en-GB')} ${count === 1 ? 'finding' : 'findings'}: ${control?.title ?? code}.`;
}

function talliedWithoutNames(
  findings: readonly Finding[],
  wanted: readonly string[],
  options: Context,
): ReasonTally | undefined {
  const tallies = new Map<string, ReasonTally>();
  const subjects = new Set<string>();
  for (const finding of findings) {
    const subject = JSON.stringify([finding.subject.collection, finding.subject.id]);
    countReason(
      tallies,
      { ...finding, message: findingWithoutNames(finding, options).message },
      {
        isNewSubject: !subjects.has(subject),
        wanted,
        text: (argument) => textWithoutNames(argument, options),
      },
    );
    subjects.add(subject);
  }
  const [first] = findings;
  return first && tallies.get(reasonKey(first));
}

/** The engine's own findings on the firm (a collection that it has not declared) name collections alone. */
function isOfEngine({ subject, reason, facts }: Finding, control: Control | undefined): boolean {
  return subject.collection === 'firm' && facts.length === 0 && !control?.reasons.some(({ code }) => code === reason);
}

/** Where a rule reads records about clients, matters or staff, any text that it gives may have come from there. */
function readsConfidences(control: Control | undefined): boolean {
  if (!control) return false;
  const read = new Set(control.reads.map((fact) => fact.split('.')[0]));
  return Object.values(collections).some(({ entity, confidential }) => confidential && read.has(entity));
}

/** Records of declared practices that stand in the inventory: an id that nothing declares might be anybody's. */
function isShown(collection: string, id: string, { records }: Inventory): boolean {
  const model = collections[collection];
  if (!model || model.confidential) return false;
  return model.single || (records.get(collection)?.has(id) ?? false);
}

function messageWithoutNames(finding: Finding, control: Control | undefined, options: Context): string {
  const template = control?.reasons.find(({ code }) => code === finding.reason)?.message;
  if (template !== undefined) return filled(template, (name) => textWithoutNames(finding.arguments[name], options));
  const subject = textWithoutNames(recordIn(finding.subject), options);
  return filled('{subject}: {title}.', (name) => (name === 'subject' ? subject : (control?.title ?? finding.control)));
}

function textWithoutNames(argument: unknown, options: Context): string {
  if (Array.isArray(argument)) return argument.map((item) => textWithoutNames(item, options)).join(', ');
  const { collection, id } = recordIn(argument) ?? {};
  if (collection !== undefined && id !== undefined && !isShown(collection, id, options.inventory)) {
    return `${kindText(collection)} ${opaqueId(collection, id, options.key)}`;
  }
  return isHarmless(argument, options) ? argumentText(argument, options.inventory) : WITHHELD;
}

function argumentWithoutNames(argument: unknown, options: Context): unknown {
  if (Array.isArray(argument)) return argument.map((item) => argumentWithoutNames(item, options));
  const record = recordIn(argument);
  if (record && !isShown(record.collection, record.id, options.inventory)) {
    return { collection: record.collection, id: opaqueId(record.collection, record.id, options.key) };
  }
  return isHarmless(argument, options) ? argument : WITHHELD;
}

function entitiesIn(args: Record<string, unknown>): { collection: string; id: string }[] {
  return Object.values(args)
    .flat(20)
    .map(recordIn)
    .filter((record) => record !== undefined);
}

function recordIn(argument: unknown): { collection: string; id: string } | undefined {
  if (typeof argument !== 'object' || argument === null) return undefined;
  const { collection, id } = argument as { collection?: unknown; id?: unknown };
  return typeof collection === 'string' && typeof id === 'string' ? { collection, id } : undefined;
}

/**
 * Numbers, days and periods, records, fields and words of the schema, and what the firm says of its own practices. Any
 * other text may say a client's name.
 */
function isHarmless(argument: unknown, { declaredTexts, inventory }: Context): boolean {
  if (typeof argument === 'string') return declaredTexts.has(argument);
  if (argument === undefined || typeof argument === 'number' || typeof argument === 'boolean') return true;
  if (typeof argument !== 'object' || argument === null) return false;
  if (recordIn(argument)) return Object.keys(argument).length === 2 || isDeclaredPart(argument, inventory);
  const { collection, field, value, ...rest } = argument as Record<string, unknown>;
  if (typeof collection !== 'string' || typeof field !== 'string') return isMoment(argument) || isPeriod(argument);
  if (Object.keys(rest).length > 0) return false;
  return value === undefined ? isField(collection, field) : isValue(collection, field, value);
}

/** An entry that the firm's own record has: any other text in its place may say a client's name. */
function isDeclaredPart(argument: object, inventory: Inventory): boolean {
  return (
    Object.keys(argument).sort().join() === 'collection,field,id,part' && nameOfPart(argument, inventory) !== undefined
  );
}

function isMoment(argument: object): boolean {
  const entries = Object.entries(argument);
  return entries.length > 0 && entries.every(([name, value]) => /^(day|ms)$/.test(name) && typeof value === 'number');
}

function isPeriod(argument: object): boolean {
  const { period, ...rest } = argument as { period?: unknown };
  if (typeof period !== 'object' || period === null || Object.keys(rest).length > 0) return false;
  return Object.entries(period).every(
    ([name, value]) => /^(years|months|days)$/.test(name) && typeof value === 'number',
  );
}

/** A field that the schema names: the keys of a map are the firm's own words. */
function isField(collection: string, path: string): boolean {
  const steps = path.split('.').filter((step) => !/^\d+$/.test(step));
  return steps.every((_, index) => {
    const node = fieldNode(collection, steps.slice(0, index + 1).join('.'));
    return node?.title !== undefined || node?.$ref !== undefined;
  });
}

function isValue(collection: string, field: string, value: unknown): boolean {
  const node = fieldNode(collection, field);
  const known = node?.enum ?? node?.items?.enum;
  return known?.some((one) => one === value) ?? false;
}
