import type { Finding } from '../generated/assessment.js';
import { collections } from '../generated/model.js';
import { type Facts, GRADES, gradeOf } from '../load/facts.js';
import type { Inventory } from '../load/inventory.js';
import { placeOf } from '../load/places.js';
import { fieldNode, fieldTitle, type SchemaNode } from '../load/schema.js';
import { derivationOf, type MentionedRows } from './findings.js';
import { dayText, entityText, kindText, sentence } from './messages.js';
import { type KnownRecords, listed, textOf, valueText } from './values.js';

/**
 * A finding whose facts show what the firm declared, in plain words, and whose records say how they are known. Costs a
 * look at the schema for every fact, and copies what may be confidential: for those who ask for it, not for every run.
 */
export function withShownFacts(finding: Finding, inventory: Inventory, rows?: MentionedRows): Finding {
  const known = { inventory, rows };
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
            ...shownFact(fact.collection, fact.id, fact.path, known, finding.distinguishes),
          },
    ),
    records: [...keys.values()].map(({ collection, id }) => recordOf(collection, id, known)),
  };
}

/** What a fact shows; of one that was derived, from what, and of days of several events, which of them. */
function shownFact(
  collection: string,
  id: string,
  path: string,
  known: KnownRecords,
  distinguishes: string | undefined,
): { shows?: string } {
  const shown = shows(collection, id, path, known, distinguishes);
  const { inventory, rows } = known;
  const derivation = derivationOf(collection, id, path, inventory, rows);
  if (shown.shows === undefined || derivation === undefined) return shown;
  const { from, completes } = derivation;
  const matter = entityText(from.collection, from.id, inventory, rows?.title);
  const which = completes ? 'the day of the closing is ' : '';
  return { shows: `${shown.shows}, ${which}derived from the closing of ${matter}` };
}

type ShownRecord = NonNullable<Finding['records']>[number];

function recordOf(collection: string, id: string, known: KnownRecords): ShownRecord {
  const name = nameOf(collection, id, known);
  const facts = factsOf(collection, id, known);
  if (!facts) return { collection, id, name };
  const location = evidencePlace(collection, id, facts, known);
  return {
    collection,
    id,
    name,
    evidence: evidenceText(facts, known),
    ...(location === undefined ? {} : { location }),
  };
}

function factsOf(collection: string, id: string, { inventory, rows }: KnownRecords): Facts | undefined {
  return inventory.records.get(collection)?.get(id)?.facts ?? rows?.facts(collection, id);
}

function evidencePlace(collection: string, id: string, facts: Facts, { inventory, rows }: KnownRecords) {
  const declared = inventory.records.get(collection)?.get(id);
  if (!declared) return rows?.place(collection, id);
  return placeOf(declared.source, facts.evidence === undefined ? declared.path : [...declared.path, 'evidence']);
}

/** `“Family mediation referrals” (activity mediation-referrals)`, `Retention rule “Six years” (six)`, or `Matter M-2291`. */
function nameOf(collection: string, id: string, { inventory, rows }: KnownRecords): string {
  const text = entityText(collection, id, inventory, rows?.title);
  const kind = kindText(collection);
  if (collections[collection]?.single || text === `${kind} ${id}`) return sentence(text);
  return `${sentence(text)} (${collections[collection]?.noun.with_title ? '' : `${kind} `}${id})`;
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
  known: KnownRecords,
  distinguishes: string | undefined,
): { shows?: string } {
  const facts = factsOf(collection, id, known);
  if (!facts) return {};
  const node = fieldNode(collection, withoutIndexes(path));
  const found = valuesAt(facts, path.split('.'), []).map((one) => meantAlone(one, distinguishes));
  const meant = found.filter(({ names }) => names.some((name) => isNamed(name, distinguishes)));
  const entries = (meant.length > 0 ? meant : found).map(({ names, value, of }) => {
    const label = names.map((name) => `"${entryName(name, known)}"`).join(', ');
    const text = valueText(value, node, known);
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

function entryName(name: unknown, known: KnownRecords): string {
  return typeof name === 'string' ? name : valueText(name, undefined, known);
}

/** How a record's facts are known: `confirmed by member of staff S-003 on 5 October 2026`. Documents are named on demand. */
export function evidenceText(facts: Facts, known: KnownRecords, { documents = true } = {}): string {
  const evidence = (facts.evidence ?? {}) as { grade?: string; by?: string; on?: number; uri?: string };
  const by = evidence.by === undefined ? '' : ` by ${textOf(evidence.by, BY, known)}`;
  const on = evidence.on === undefined ? '' : ` on ${dayText(evidence.on)}`;
  const said = {
    declared: 'stated by the firm; nobody has confirmed it',
    attested: `confirmed${by}${on}`,
    evidenced: `shown by a document${evidence.uri === undefined || !documents ? '' : `, ${evidence.uri}`}${by === '' && on === '' ? '' : `, confirmed${by}${on}`}`,
    fed: `read from a system${on}`,
  }[evidence.grade ?? 'declared'] as string;
  const counted = GRADES[Number(facts.grade ?? 0)] ?? 'declared';
  if (counted === (evidence.grade ?? 'declared')) return said;
  return `${said}; counts as ${counted} only, because ${whyLower(evidence, known)}`;
}

const BY: SchemaNode = { 'x-references': ['staff'] };

function whyLower(
  evidence: { by?: string; on?: number; uri?: string; grade?: string },
  { inventory }: KnownRecords,
): string {
  // Judged on the day of the confirmation itself, so that its age plays no part.
  const young = gradeOf({ evidence }, evidence.on ?? inventory.asOf.day);
  if (GRADES[young] === evidence.grade) return 'that is more than 12 months ago';
  return evidence.grade === 'evidenced' ? 'no document is named' : 'it is not said who confirmed it, and when';
}
