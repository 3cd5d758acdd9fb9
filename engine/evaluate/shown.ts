import type { Finding } from '../generated/assessment.js';
import { collections } from '../generated/model.js';
import { type Facts, GRADES, gradeOf } from '../load/facts.js';
import type { Declared, Inventory } from '../load/inventory.js';
import { placeOf } from '../load/places.js';
import { fieldNode, fieldTitle, resolved, type SchemaNode, schemaOf } from '../load/schema.js';
import { dateText } from '../load/time.js';
import { dayText, entityText, instantText, periodText } from './messages.js';

/** Longest text that is shown of one value, and most entries of a list: the place says where the rest stands. */
const LONGEST_TEXT = 240;
const MOST_ENTRIES = 12;

/**
 * A finding whose facts show what the firm declared, in plain words, and whose records say how they are known. Costs a
 * look at the schema for every fact, and copies what may be confidential: for those who ask for it, not for every run.
 */
export function withShownFacts(finding: Finding, inventory: Inventory): Finding {
  const keys = new Map(
    [finding.subject, ...finding.facts].map(({ collection, id }) => [
      JSON.stringify([collection, id]),
      { collection, id },
    ]),
  );
  return {
    ...finding,
    facts: finding.facts.map((fact) =>
      fact.path === undefined || fact.path === ''
        ? fact
        : {
            ...fact,
            field: fieldWords(fact.collection, fact.path),
            ...shows(fact.collection, fact.id, fact.path, inventory, finding.distinguishes),
          },
    ),
    records: [...keys.values()].map(({ collection, id }) => recordOf(collection, id, inventory)),
  };
}

type ShownRecord = NonNullable<Finding['records']>[number];

function recordOf(collection: string, id: string, inventory: Inventory): ShownRecord {
  const name = nameOf(collection, id, inventory);
  const declared = inventory.records.get(collection)?.get(id);
  if (!declared) return { collection, id, name };
  const path = declared.facts.evidence === undefined ? declared.path : [...declared.path, 'evidence'];
  return {
    collection,
    id,
    name,
    evidence: evidenceText(declared, inventory),
    location: placeOf(declared.source, path),
  };
}

/** `Family mediation referrals (processing activity mediation-referrals)`, or `Matter M-2291`. */
function nameOf(collection: string, id: string, inventory: Inventory): string {
  const text = entityText(collection, id, inventory);
  const kind = collections[collection]?.title ?? collection;
  const name = text.charAt(0).toUpperCase() + text.slice(1);
  if (collections[collection]?.single || name === `${kind} ${id}`) return name;
  return `${name} (${kind.charAt(0).toLowerCase()}${kind.slice(1)} ${id})`;
}

/** `the last working day`; of a question, `whether …`. */
function fieldWords(collection: string, path: string): string {
  return fieldTitle(collection, withoutIndexes(path)).replace(/^an answer on /, '');
}

function withoutIndexes(path: string): string {
  return path
    .split('.')
    .filter((step) => !/^\d+$/.test(step))
    .join('.');
}

/** What a fact shows; nothing where the record is not at hand, for then it cannot be said what it declares. */
function shows(
  collection: string,
  id: string,
  path: string,
  inventory: Inventory,
  distinguishes: string | undefined,
): { shows?: string } {
  const declared = inventory.records.get(collection)?.get(id);
  if (!declared) return {};
  const node = fieldNode(collection, withoutIndexes(path));
  const found = valuesAt(declared.facts, path.split('.'), []).map((one) => meantAlone(one, distinguishes));
  const meant = found.filter(({ names }) => names.some((name) => isNamed(name, distinguishes)));
  const entries = (meant.length > 0 ? meant : found).map(({ names, value, of }) => {
    const label = names.map((name) => `"${entryName(name, inventory)}"`).join(', ');
    const text = valueText(value, node, inventory);
    return `${label === '' ? '' : `${label}: `}${text}${of === undefined ? '' : ` (one of ${of})`}`;
  });
  if (entries.length === 0) return { shows: 'none' };
  const part = meant.length > 0 && meant.length < found.length ? ` (one of ${found.length})` : '';
  return { shows: listed(entries, '; ') + part };
}

interface Found {
  /** The entries of lists on the way, by what tells each from the others. */
  names: unknown[];
  value: unknown;
  /** Of a list of which one entry alone is meant: how many it has. */
  of?: number;
}

/** Of a list, the entry that the finding is about, where its identity names one. */
function meantAlone(found: Found, distinguishes: string | undefined): Found {
  if (!Array.isArray(found.value) || found.value.length < 2) return found;
  const meant = found.value.filter((entry) => isNamed(identity(entry, ''), distinguishes));
  return meant.length === 1 ? { ...found, value: meant, of: found.value.length } : found;
}

// A path enters lists without an index ("purposes.bases.lawful_basis"): there is then a value for each entry.
function valuesAt(value: unknown, steps: readonly string[], names: unknown[]): Found[] {
  const [step, ...rest] = steps;
  if (step === undefined) return [{ names, value }];
  if (Array.isArray(value)) {
    if (/^\d+$/.test(step)) return valuesAt(value[Number(step)], rest, names);
    return value.flatMap((entry) => valuesAt(entry, steps, [...names, identity(entry, step)]));
  }
  if (typeof value !== 'object' || value === null) return [{ names, value: undefined }];
  return valuesAt((value as Facts)[step], rest, names);
}

/** What a person would call an entry of a list: its title or name, else its id, else its first text. */
function identity(entry: unknown, asked: string): unknown {
  if (typeof entry !== 'object' || entry === null) return entry;
  const { title, name, id } = entry as Facts;
  return (
    title ??
    name ??
    id ??
    Object.entries(entry).find(([key, value]) => key !== asked && typeof value === 'string')?.[1] ??
    'entry'
  );
}

// "religion/Religion of both parties" distinguishes a finding on that one field of a form.
function isNamed(name: unknown, distinguishes: string | undefined): boolean {
  return typeof name === 'string' && `/${distinguishes ?? ''}/`.includes(`/${name}/`);
}

function entryName(name: unknown, inventory: Inventory): string {
  return typeof name === 'string' ? name : valueText(name, undefined, inventory);
}

/** A value in plain words: dates written out, choices by their titles, other records by theirs. */
function valueText(value: unknown, given: SchemaNode | undefined, inventory: Inventory): string {
  const node = given === undefined ? undefined : { ...given, ...resolved(schemaOf('inventory'), given) };
  if (value === undefined || value === null) return 'not declared';
  if (Array.isArray(value)) {
    const entries = value.map((entry) => valueText(entry, node?.items, inventory));
    if (entries.length === 0) return 'none';
    // Sentences in a list lose their full stops, and are kept apart by more than a comma.
    return listed(
      entries.map((entry) => entry.replace(/\.$/, '')),
      entries.some((entry) => /[,.]/.test(entry)) ? '; ' : ', ',
    );
  }
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  if (typeof value === 'number') return node?.format === 'date' ? dayText(value) : numberText(value);
  if (typeof value === 'object') return objectText(value as Facts, node, inventory);
  return textOf(String(value), node, inventory);
}

function textOf(value: string, node: SchemaNode | undefined, inventory: Inventory): string {
  if (value.trim() === '') return 'left empty';
  const title = node?.['x-enum-titles']?.[value];
  if (title !== undefined) return title;
  const target = node?.['x-references']?.find((collection) => inventory.records.get(collection)?.has(value));
  if (target !== undefined) return entityText(target, value, inventory);
  return value.length > LONGEST_TEXT ? `${value.slice(0, LONGEST_TEXT)} …` : value;
}

function objectText(value: Facts, node: SchemaNode | undefined, inventory: Inventory): string {
  if (node?.format !== undefined && typeof value.day === 'number') {
    return typeof value.ms === 'number' ? instantText(value.ms, inventory.zone) : dayText(value.day);
  }
  if (node?.title === 'Period') return periodText(value);
  const inner = (key: string): SchemaNode | undefined =>
    node?.properties?.[key] ?? (typeof node?.additionalProperties === 'object' ? node.additionalProperties : undefined);
  const first = headOf(value, inner);
  const rest = Object.keys(value)
    .filter((key) => key !== first && (key !== 'id' || first === undefined))
    .map((key) => `${key.replaceAll('_', ' ')}: ${valueText(value[key], inner(key), inventory)}`);
  const head = first === undefined ? '' : valueText(value[first], inner(first), inventory);
  if (head === '') return rest.join(', ');
  return rest.length === 0 ? head : `${head} (${rest.join(', ')})`;
}

/** The field that says best what an entry is. */
function headOf(value: Facts, inner: (key: string) => SchemaNode | undefined): string | undefined {
  const known = ['title', 'name', 'text'].find((key) => typeof value[key] === 'string');
  return known ?? Object.keys(value).find((key) => inner(key)?.['x-references'] !== undefined);
}

function listed(entries: readonly string[], separator: string): string {
  const shown = entries.slice(0, MOST_ENTRIES);
  if (entries.length > shown.length) shown.push(`and ${entries.length - shown.length} more`);
  return shown.join(separator);
}

/** A number in full: years and lengths are not grouped, large sums are. */
function numberText(value: number): string {
  return Math.abs(value) < 10_000 ? String(value) : value.toLocaleString('en-GB');
}

/** How a record's facts are known: `confirmed by staff member S-003 on 5 October 2026`. Documents are named on demand. */
export function evidenceText({ facts }: Declared, inventory: Inventory, { documents = true } = {}): string {
  const evidence = (facts.evidence ?? {}) as { grade?: string; by?: string; on?: number; uri?: string };
  const by = evidence.by === undefined ? '' : ` by ${textOf(evidence.by, BY, inventory)}`;
  const on = evidence.on === undefined ? '' : ` on ${dayText(evidence.on)}`;
  const said = {
    declared: 'stated by the firm; nobody has confirmed it',
    attested: `confirmed${by}${on}`,
    evidenced: `shown by a document${evidence.uri === undefined || !documents ? '' : `, ${evidence.uri}`}${by === '' && on === '' ? '' : `, confirmed${by}${on}`}`,
    fed: `read from a system${on}`,
  }[evidence.grade ?? 'declared'] as string;
  const counted = GRADES[Number(facts.grade ?? 0)] ?? 'declared';
  if (counted === (evidence.grade ?? 'declared')) return said;
  return `${said}; counts as ${counted} only, because ${whyLower(evidence, inventory)}`;
}

const BY: SchemaNode = { 'x-references': ['staff'] };

function whyLower(evidence: { by?: string; on?: number; uri?: string; grade?: string }, inventory: Inventory): string {
  const { on, ...rest } = evidence;
  const asWritten = { evidence: { ...rest, ...(on === undefined ? {} : { on: dateText(on) }) } };
  // Judged on the day of the confirmation itself, so that its age plays no part.
  const young = gradeOf(asWritten, on ?? inventory.asOf.day);
  if (GRADES[young] === evidence.grade) return 'that is more than 12 months ago';
  return evidence.grade === 'evidenced' ? 'no document is named' : 'it is not said who confirmed it, and when';
}
