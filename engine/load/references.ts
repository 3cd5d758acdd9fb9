import { collections } from '../generated/model.js';
import { type ClosingRules, closingRules, matterAsked, withClosing } from './closing.js';
import type { Facts } from './facts.js';
import type { Declared, Inventory, ReferencedRow } from './inventory.js';
import type { OpenRegisters } from './registers/open.js';
import { type Closings, readRow, rowFormats } from './registers/read.js';

/** Collections for whose records days are derived. */
const DERIVED = ['data_assets', 'client_files'];

/** The rules of an inventory that the closing of a matter starts. */
export function closingRulesOf({ records }: Inventory): ClosingRules {
  return closingRules([...(records.get('retention_rules') ?? [])].map(([id, { facts }]) => [id, facts]));
}

/** What rows of files need of the inventory, so that days can be derived for them. */
export function closingsOf(inventory: Inventory): Closings {
  const matters = [...(inventory.records.get('matters') ?? [])]
    .filter(([, { facts }]) => facts.status === 'closed')
    .map(
      ([
        id,
        {
          facts: { status, closed_on, grade },
        },
      ]): [string, Facts] => [id, { status, closed_on, grade }],
    );
  return { rules: closingRulesOf(inventory), matters: new Map(matters) };
}

/**
 * An inventory with what its records take from others: days derived from the closing of a matter, and the rows of files
 * that its records refer to, where keys lie one reference away. Records in YAML are few, so these rows are too.
 */
export async function withReferences(inventory: Inventory, registers: OpenRegisters | undefined): Promise<Inventory> {
  const rules = closingRulesOf(inventory);
  const referenced = registers ? await referencedRows(inventory, rules, registers) : new Map();
  const matters = referenced.get('matters') as ReadonlyMap<string, ReferencedRow> | undefined;
  const matterOf = (id: string): Facts | undefined =>
    (inventory.records.get('matters')?.get(id) ?? matters?.get(id))?.facts;
  const records = new Map(inventory.records);
  for (const collection of DERIVED) {
    const declared = inventory.records.get(collection);
    if (declared)
      records.set(
        collection,
        withDerived(declared, (facts) => withClosing(facts, matterOf, rules, inventory.asOf.day)),
      );
  }
  return { ...inventory, records, referenced };
}

function withDerived(
  records: ReadonlyMap<string, Declared>,
  derive: (facts: Facts) => ReturnType<typeof withClosing>,
): Map<string, Declared> {
  return new Map(
    [...records].map(([id, record]): [string, Declared] => {
      const derived = derive(record.facts);
      return [id, derived ? { ...record, ...derived } : record];
    }),
  );
}

/** The rows of files that declared records refer to, by collection and id. */
async function referencedRows(
  inventory: Inventory,
  rules: ClosingRules,
  { reader, sources }: OpenRegisters,
): Promise<Map<string, Map<string, ReferencedRow>>> {
  const wanted = new Map<string, Set<string>>();
  const want = (collection: string, id: string): void => {
    if (!sources.has(collection)) return;
    wanted.set(collection, (wanted.get(collection) ?? new Set()).add(id));
  };
  for (const [collection, declared] of inventory.records) {
    const references = Object.values(collections[collection]?.units ?? {}).flatMap((paths) =>
      paths.flatMap(referenceIn),
    );
    for (const { facts } of declared.values()) {
      for (const { own, target } of references) for (const id of textsOf(facts[own])) want(target, id);
      const matter = DERIVED.includes(collection) ? matterAsked(facts, rules) : undefined;
      if (matter !== undefined) want('matters', matter);
    }
  }
  const found = new Map<string, Map<string, ReferencedRow>>();
  const reading = { ...inventory, formats: rowFormats(sources.values()), closings: closingsOf(inventory) };
  for (const [collection, ids] of wanted) {
    const rows = new Map<string, ReferencedRow>();
    for (const raw of await reader.named(collection, [...ids])) {
      const read = readRow(collection, raw, reading);
      if ('facts' in read) rows.set(String(read.facts.id), read);
    }
    found.set(collection, rows);
  }
  return found;
}

/** What a path of a unit's key refers to: `matter_id>matters.client_id`. */
function referenceIn(path: string): { own: string; target: string }[] {
  const [own, elsewhere] = path.split('>') as [string, string | undefined];
  return elsewhere === undefined ? [] : [{ own, target: elsewhere.split('.')[0] as string }];
}

/** A text, or the texts of a list: how records refer to others. */
export function textsOf(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  return Array.isArray(value) ? value.filter((item): item is string => typeof item === 'string') : [];
}
