import type { Facts } from '../facts.js';
import type { Declared, Inventory } from '../inventory.js';
import { convertRow } from '../records.js';
import { type RegisterFiles, textsOf } from '../references.js';
import { rowFormats } from '../registers/read.js';
import type { RawRow } from '../registers/rows.js';
import { type Bounded, bounded } from './bounded.js';
import { lawOfResidence } from './residence.js';

/** A fact that one record repeats from another, and that is not the same there. */
export interface CopyMismatch {
  collection: string;
  row: string;
  field: string;
  /** The fact that it was copied from: collection and field. */
  source: string;
}

/** What a copied fact is compared with, beside the record that repeats it. */
interface Known {
  /** The record that the copy names, where there is one. */
  from: Facts | undefined;
  /** A declared record. */
  declared(collection: string, id: unknown): Facts | undefined;
  all(collection: string): Iterable<Facts>;
}

/** One field marked `x-copied-from` in the inventory's schema. */
export interface Copy {
  collection: string;
  field: string;
  source: string;
  /** The fields of the record, beside the copy, that tell what the copy should be. */
  reads: readonly string[];
  /** The one record that it is copied from, where that may be a row of a register. */
  from?: { collection: string; key: string; fields: readonly string[] };
  /** What the field should say; undefined where that cannot be told. A text may be one of several. */
  expected(facts: Facts, known: Known): Expected;
}

type Expected = boolean | { oneOf: readonly unknown[] } | undefined;

// The matter that a record belongs to: of a file of several matters, none of them alone decides.
const matterClosed = (collection: string, key: string): Copy => ({
  collection,
  field: 'matter_closed',
  source: 'matters.status',
  reads: [key],
  from: { collection: 'matters', key, fields: ['id', 'status'] },
  expected: (_facts, { from }) => (from?.status === undefined ? undefined : from.status === 'closed'),
});

/** The copied facts that can be checked record by record. A test holds them against the schema. */
export const COPIES: readonly Copy[] = [
  matterClosed('data_assets', 'matter_ids'),
  matterClosed('client_files', 'matter_ids'),
  matterClosed('trust_records', 'matter_id'),
  {
    collection: 'consent_records',
    field: 'regime',
    source: 'clients.residence',
    reads: ['client_id'],
    from: { collection: 'clients', key: 'client_id', fields: ['id', 'residence'] },
    expected: (_facts, { from }) =>
      typeof from?.residence === 'string' ? { oneOf: [lawOfResidence(from.residence)] } : undefined,
  },
  {
    collection: 'consent_records',
    field: 'covers_special_category',
    source: 'data_categories.sensitivity',
    reads: ['data_category_ids'],
    expected: ({ data_category_ids: ids }, { declared }) => {
      const kinds = textsOf(ids).map((id) => declared('data_categories', id)?.sensitivity);
      if (kinds.includes('special-category')) return true;
      return kinds.length === 0 || kinds.includes(undefined) ? undefined : false;
    },
  },
  {
    collection: 'access_grants',
    field: 'holder_role_id',
    source: 'staff.role_id',
    reads: ['holder_id', 'revoked_on'],
    expected: ({ holder_id: id, revoked_on: ended }, { declared }) => {
      // A right that has ended keeps the role that the holder had then.
      if (ended !== undefined) return undefined;
      const role = declared('staff', id)?.role_id;
      return role === undefined ? undefined : { oneOf: [role] };
    },
  },
  {
    collection: 'legal_holds',
    field: 'released_by_lawyer',
    source: 'roles.bound_by_profession',
    reads: ['released_by'],
    expected: ({ released_by: id }, { declared }) => {
      const bound = declared('roles', declared('staff', id)?.role_id)?.bound_by_profession;
      return typeof bound === 'boolean' ? bound : undefined;
    },
  },
  {
    collection: 'incidents',
    field: 'contract_notice_hours',
    source: 'vendor_agreements.breach_notice_hours',
    reads: ['source_vendor_id'],
    // A supplier may have several agreements, one after the other or side by side.
    expected: ({ source_vendor_id: vendor }, { all }) => {
      if (vendor === undefined) return undefined;
      const hours = [...all('vendor_agreements')]
        .filter((agreement) => agreement.vendor_id === vendor)
        .map((agreement) => agreement.breach_notice_hours);
      return hours.length === 0 || hours.includes(undefined) ? undefined : { oneOf: hours };
    },
  },
];

function differs(facts: Facts, { field, expected }: Copy, known: Known): boolean {
  const given = facts[field];
  const meant = given === undefined ? undefined : expected(facts, known);
  if (meant === undefined) return false;
  return typeof meant === 'boolean' ? given !== meant : !meant.oneOf.includes(given);
}

/** The copied facts that differ from their source, in declared records and in rows of files (GOV-004). */
export async function copyMismatches(
  inventory: Inventory,
  registers: RegisterFiles | undefined,
): Promise<ReturnType<Bounded<CopyMismatch>['result']>> {
  const found = bounded<CopyMismatch>(({ collection, row, field }) => [collection, row, field]);
  const declared: Known['declared'] = (collection, id) => inventory.records.get(collection)?.get(String(id))?.facts;
  const all = (collection: string): Facts[] =>
    [...(inventory.records.get(collection)?.values() ?? [])].map(({ facts }) => facts);
  const compare = (facts: Facts, copies: readonly Copy[], from: Facts | undefined): void => {
    for (const copy of copies) {
      if (!differs(facts, copy, { from, declared, all })) continue;
      found.add({ collection: copy.collection, row: String(facts.id), field: copy.field, source: copy.source });
    }
  };
  for (const collection of new Set(COPIES.map((copy) => copy.collection))) {
    const copies = COPIES.filter((copy) => copy.collection === collection);
    const from = copies.find((copy) => copy.from)?.from;
    const records = [...(inventory.records.get(collection)?.values() ?? [])].filter(({ facts }) =>
      copies.some(({ field }) => facts[field] !== undefined),
    );
    const origins = from && (await originsOf(records, from, inventory, registers));
    for (const { facts } of records) compare(facts, copies, from && origins?.get(onlyText(facts[from.key]) ?? ''));
    if (!registers?.sources.has(collection)) continue;
    for await (const { own, origin } of copiesInFile(collection, copies, from, inventory, registers))
      compare(own, copies, origin ?? (from && declared(from.collection, onlyText(own[from.key]))));
  }
  for (const mismatch of await relatedMismatches(inventory, registers)) found.add(mismatch);
  for (const mismatch of await formerMismatches(inventory, registers)) found.add(mismatch);
  return found.result();
}

/** The one text of a field; undefined where it holds none or several. */
function onlyText(value: unknown): string | undefined {
  const texts = new Set(textsOf(value));
  return texts.size === 1 ? [...texts][0] : undefined;
}

/** The records that declared ones are copied from, wherever they stand. */
async function originsOf(
  records: readonly Declared[],
  { collection, key }: NonNullable<Copy['from']>,
  inventory: Inventory,
  registers: RegisterFiles | undefined,
): Promise<Map<string, Facts>> {
  const ids = new Set(records.flatMap(({ facts }) => onlyText(facts[key]) ?? []));
  return recordsOf(collection, ids, inventory, registers);
}

/** The records of the given ids, of YAML or of a file. */
async function recordsOf(
  collection: string,
  ids: ReadonlySet<string>,
  inventory: Inventory,
  registers: RegisterFiles | undefined,
): Promise<Map<string, Facts>> {
  const found = new Map<string, Facts>();
  for (const id of ids) {
    const facts = inventory.records.get(collection)?.get(id)?.facts;
    if (facts) found.set(id, facts);
  }
  if (!registers?.sources.has(collection) || ids.size === 0) return found;
  for (const raw of await registers.reader.named(collection, [...ids])) {
    const facts = factsOf(collection, raw, inventory, registers);
    if (facts) found.set(String(facts.id), facts);
  }
  return found;
}

async function* copiesInFile(
  collection: string,
  copies: readonly Copy[],
  from: Copy['from'],
  inventory: Inventory,
  registers: RegisterFiles,
): AsyncGenerator<{ own: Facts; origin: Facts | undefined }> {
  const repeated = copies.map(({ field }) => field);
  const fields = ['id', ...repeated, ...copies.flatMap(({ reads }) => reads)];
  for await (const rows of registers.reader.crossing.copies(collection, {
    repeated,
    fields,
    ...(from ? { from } : {}),
  })) {
    for (const raw of rows) {
      // Rows that cannot be read are counted, and refused, where the register is judged.
      const own = factsOf(collection, raw, inventory, registers);
      if (own) yield { own, origin: raw.matter && from && factsOf(from.collection, raw.matter, inventory, registers) };
    }
  }
}

function factsOf(collection: string, { text }: RawRow, inventory: Inventory, { sources }: RegisterFiles) {
  let parsed: unknown;
  try {
    parsed = JSON.parse(text);
  } catch {
    return undefined;
  }
  const converted = convertRow(collection, parsed, { ...inventory, ...rowFormats(sources.values())[collection] });
  return 'facts' in converted ? converted.facts : undefined;
}

/** Activities that say whether they are part of work on matters, against what matters list. */
async function relatedMismatches(inventory: Inventory, registers: RegisterFiles | undefined): Promise<CopyMismatch[]> {
  const isInFile = registers?.sources.has('matters') === true;
  const saying = [...(inventory.records.get('processing_activities') ?? [])].filter(
    ([, { facts }]) => facts.matter_related !== undefined,
  );
  if (saying.length === 0 || (!isInFile && !inventory.records.has('matters'))) return [];
  const listed = new Set(
    [...(inventory.records.get('matters')?.values() ?? [])].flatMap(({ facts }) => textsOf(facts.activity_ids)),
  );
  if (isInFile) {
    const ids = saying.map(([id]) => id);
    for (const id of await registers.reader.crossing.named('matters', 'activity_ids', ids)) listed.add(id);
  }
  return saying
    .filter(([id, { facts }]) => facts.matter_related !== listed.has(id))
    .map(([row]) => ({
      collection: 'processing_activities',
      row,
      field: 'matter_related',
      source: 'matters.activity_ids',
    }));
}

/** Incidents that list the former among the clients that they affect. */
async function formerMismatches(inventory: Inventory, registers: RegisterFiles | undefined): Promise<CopyMismatch[]> {
  const saying = [...(inventory.records.get('incidents') ?? [])].filter(
    ([, { facts }]) => facts.former_client_ids !== undefined,
  );
  const idsOf = ({ facts }: Declared): string[] => [
    ...textsOf(facts.affected_client_ids),
    ...textsOf(facts.former_client_ids),
  ];
  const clients = await recordsOf(
    'clients',
    new Set(saying.flatMap(([, declared]) => idsOf(declared))),
    inventory,
    registers,
  );
  return saying
    .filter(([, declared]) => {
      const affected = new Set(textsOf(declared.facts.affected_client_ids));
      const former = new Set(textsOf(declared.facts.former_client_ids));
      return idsOf(declared).some((id) => {
        const status = clients.get(id)?.status;
        return status !== undefined && former.has(id) !== (status === 'former' && affected.has(id));
      });
    })
    .map(([row]) => ({ collection: 'incidents', row, field: 'former_client_ids', source: 'clients.status' }));
}
