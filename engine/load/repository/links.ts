import { collections } from '../../generated/model.js';
import type { Inventory } from '../inventory.js';
import type { RegisterFiles } from '../references.js';
import { type Bounded, bounded } from './bounded.js';
import { referencesOf, textsAt } from './references.js';

/** A reference that leads to no record: never more of it than stands in the record itself. */
export interface DeadLink {
  collection: string;
  /** The id of the record. */
  row: string;
  field: string;
  value: string;
}

/** The collections whose records are known: a link to one that nobody has declared is not dead but a question of its own. */
export interface KnownCollections {
  has(collection: string): boolean;
}

/** The references of declared records and of rows of files that lead nowhere (GOV-004). */
export async function deadLinks(
  inventory: Inventory,
  registers: RegisterFiles | undefined,
  atHand: KnownCollections,
): Promise<ReturnType<Bounded<DeadLink>['result']>> {
  const found = bounded<DeadLink>(({ collection, row, field, value }) => [collection, row, field, value]);
  const isInFile = (collection: string): boolean => registers?.sources.has(collection) === true;
  // What declared records refer to and YAML does not have is asked of the files, all of it at once.
  const open = new Map<string, { targets: readonly string[]; links: DeadLink[] }>();
  for (const [collection, records] of inventory.records) {
    for (const { field, targets, isWord } of referencesOf(collection)) {
      if (!targets.every((target) => atHand.has(target))) continue;
      const homes = targets.flatMap((target) => inventory.records.get(target) ?? []);
      const asksFiles = targets.some(isInFile);
      for (const [row, { facts }] of records) {
        for (const value of textsAt(facts, field)) {
          if (homes.some((home) => home.has(value)) || isWord(value)) continue;
          const link = { collection, row, field, value };
          if (!asksFiles) {
            found.add(link);
            continue;
          }
          const group = open.get(targets.join('|')) ?? { targets, links: [] };
          open.set(targets.join('|'), group);
          group.links.push(link);
        }
      }
    }
  }
  if (registers) await linksOfFiles(inventory, registers, atHand, open, found);
  return found.result();
}

async function linksOfFiles(
  inventory: Inventory,
  { reader: { crossing }, sources }: RegisterFiles,
  atHand: KnownCollections,
  open: ReadonlyMap<string, { targets: readonly string[]; links: DeadLink[] }>,
  found: Bounded<DeadLink>,
): Promise<void> {
  const asked = [...sources.keys()].map((collection) => ({
    collection,
    references: referencesOf(collection)
      .filter(({ targets }) => targets.every((target) => atHand.has(target)))
      .map((reference) => ({ ...reference, group: reference.targets.join('|') })),
  }));
  const groups = new Map(
    [
      ...[...open].map(([name, { targets }]): [string, readonly string[]] => [name, targets]),
      ...asked.flatMap(({ references }) =>
        references.map(({ group, targets }): [string, readonly string[]] => [group, targets]),
      ),
    ].map(([name, targets]) => [name, { name, collections: targets }]),
  );
  if (groups.size === 0) return;
  await crossing.know([...groups.values()], (collection) => inventory.records.get(collection)?.keys() ?? []);
  for (const [group, { links }] of open) {
    const unknown = await crossing.unknown(group, [...new Set(links.map(({ value }) => value))]);
    for (const link of links) if (unknown.has(link.value)) found.add(link);
  }
  for (const { collection, references } of asked) {
    for await (const links of crossing.deadLinks(collection, references)) {
      for (const { id, field, value } of links) {
        if (references.some((reference) => reference.field === field && reference.isWord(value))) continue;
        found.add({ collection, row: id, field, value });
      }
    }
  }
}

/** Which collections are at hand: declared ones, even empty, and registers in files that have rows or say that they are complete. */
export function collectionsAtHand({ records }: Inventory, registers: RegisterFiles | undefined): KnownCollections {
  return {
    has: (collection) => {
      if (records.has(collection) || collections[collection]?.single) return true;
      const source = registers?.sources.get(collection);
      return source !== undefined && (source.complete || source.rows > 0);
    },
  };
}
