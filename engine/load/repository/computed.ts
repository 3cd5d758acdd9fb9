import { collections } from '../../generated/model.js';
import type { Place } from '../../problems.js';
import { CONFIG_FILE } from '../config.js';
import type { Facts } from '../facts.js';
import type { Declared, Inventory } from '../inventory.js';
import { closingsOf, type RegisterFiles, textsOf } from '../references.js';
import { readRow, rowFormats } from '../registers/read.js';
import { LISTED } from './bounded.js';
import { copyMismatches } from './copies.js';
import { collectionsAtHand, deadLinks } from './links.js';

/**
 * The inventory with the facts of `repository` that a firm cannot declare (`x-computed` in the inventory's schema), because
 * they are found while loading: whatever its own files say, and whether or not it declares a repository at all.
 */
export async function withRepositoryFacts(
  inventory: Inventory,
  registers: RegisterFiles | undefined,
): Promise<Inventory> {
  const { matches } = inventory;
  const links = await deadLinks(inventory, registers, collectionsAtHand(inventory, registers));
  const copies = await copyMismatches(inventory, registers);
  const duplicates = await sharedIds(inventory, registers);
  const more = Object.entries({
    tracked_matches: matches?.more ?? 0,
    unresolved_references: links.more,
    duplicate_ids: Math.max(0, duplicates.length - LISTED),
    copy_mismatches: copies.more,
  }).filter(([, count]) => count > 0);
  const facts: Facts = {
    ...(matches ? { tracked_matches: matches.listed } : {}),
    unresolved_references: links.listed,
    duplicate_ids: duplicates.slice(0, LISTED),
    copy_mismatches: copies.listed,
    unlisted_places: await unlistedPlaces(inventory, registers),
    ...(more.length > 0 ? { not_listed: Object.fromEntries(more) } : {}),
  };
  const named = [
    ...[...links.listed, ...copies.listed].map(({ collection, row }) => ({ collection, id: row })),
    ...duplicates.slice(0, LISTED),
  ];
  return {
    ...inventory,
    records: new Map(inventory.records).set(
      'repository',
      new Map([['repository', repositoryRecord(inventory, facts)]]),
    ),
    referenced: await withRows(inventory, registers, named),
  };
}

function repositoryRecord({ records, matches }: Inventory, facts: Facts): Declared {
  const [anywhere] = [...records.values()].flatMap((some) => [...some.values()].slice(0, 1));
  const declared: Declared = records.get('repository')?.get('repository') ?? {
    facts: { grade: 0 },
    source: anywhere?.source ?? { path: CONFIG_FILE, text: '' },
    path: [],
  };
  const places = (matches?.listed ?? []).map(({ file, line }, index): [string, Place] => [
    `tracked_matches.${index}`,
    { file, line, column: 1 },
  ]);
  return { ...declared, facts: { ...declared.facts, ...facts }, places: new Map(places) };
}

/** The rows of files that findings will name, beside those that records refer to: their place and grade are wanted. */
async function withRows(
  inventory: Inventory,
  registers: RegisterFiles | undefined,
  named: readonly { collection: string; id: string }[],
): Promise<NonNullable<Inventory['referenced']>> {
  const referenced = new Map(inventory.referenced);
  if (!registers) return referenced;
  const reading = { ...inventory, formats: rowFormats(registers.sources.values()), closings: closingsOf(inventory) };
  for (const collection of new Set(named.map((record) => record.collection))) {
    if (!registers.sources.has(collection)) continue;
    const ids = named.filter((record) => record.collection === collection).map(({ id }) => id);
    const rows = new Map(referenced.get(collection));
    for (const raw of await registers.reader.named(collection, ids)) {
      const read = readRow(collection, raw, reading);
      if ('facts' in read) rows.set(String(read.facts.id), read);
    }
    referenced.set(collection, rows);
  }
  return referenced;
}

/** Identifiers that stand in two collections of one kind: stores and client files. Within one they are refused on reading. */
async function sharedIds(
  { records }: Inventory,
  registers: RegisterFiles | undefined,
): Promise<{ collection: string; id: string }[]> {
  const found: { collection: string; id: string }[] = [];
  const names = Object.keys(collections);
  for (const [at, collection] of names.entries()) {
    for (const earlier of names.slice(0, at)) {
      if (collections[earlier]?.entity !== collections[collection]?.entity) continue;
      const ids = [...(records.get(earlier)?.keys() ?? [])];
      const shared = registers?.sources.has(collection)
        ? await registers.reader.crossing.named(collection, 'id', ids)
        : ids.filter((id) => records.get(collection)?.has(id));
      found.push(...shared.sort().map((id) => ({ collection, id })));
    }
  }
  return found;
}

const PLACE = /^[A-Z]{2}(-[A-Z0-9]{1,3})?$/;

/** Where clients live and the firm does not say that it has any; nothing where the firm does not say where it has them. */
async function unlistedPlaces({ records }: Inventory, registers: RegisterFiles | undefined): Promise<string[]> {
  const listed = records.get('firm')?.get('firm')?.facts.client_places;
  if (!Array.isArray(listed)) return [];
  const lived = registers?.sources.has('clients')
    ? await registers.reader.crossing.distinct('clients', 'residence', LISTED)
    : [...(records.get('clients')?.values() ?? [])].flatMap(({ facts }) => textsOf(facts.residence));
  return [...new Set(lived)].filter((place) => PLACE.test(place) && !listed.includes(place)).sort();
}
