import { createHash } from 'node:crypto';
import { collections } from '../generated/model.js';
import { validate } from '../generated/validate-inventory.js';
import { type Place, type Problem, placeText, UserError } from '../problems.js';
import type { Derivation } from './closing.js';
import type { LoadedConfig } from './config.js';
import { type FactContext, type Facts, factsOf } from './facts.js';
import { byCodeUnits, matchingFiles, readSource, type SourceText } from './files.js';
import { type Path, placeOf } from './places.js';
import { schemaOf } from './schema.js';
import { asOfMoment, dateText, type Moment, type Zone, zoneOf } from './time.js';
import { schemaProblems } from './validate.js';
import { parseSource } from './yaml.js';

/** A record with where it stands. */
export interface Declared {
  facts: Facts;
  source: SourceText;
  path: Path;
  /** What one of its facts was derived from, where it does not stand in the file. */
  derivation?: Derivation;
}

/** A row of a file that a declared record refers to. */
export interface ReferencedRow {
  row: number;
  facts: Facts;
}

/** Everything that a firm declares, merged by collection, as of a day. */
export interface Inventory {
  asOf: Required<Moment>;
  /** As given, or the day that was meant. */
  asOfText: string;
  zone: Zone;
  firmName: string;
  /** Records by collection and id; a single object (`firm`) under its own name. Declared and empty is not absent. */
  records: Map<string, Map<string, Declared>>;
  /** Rows of files that declared records refer to, by collection and id: see references.ts. */
  referenced?: ReadonlyMap<string, ReadonlyMap<string, ReferencedRow>>;
  digest: string;
  files: number;
}

/**
 * Reads, validates and merges the files of a firm's inventory.
 * @param asOf a date, an instant, or undefined for today in the firm's time zone, as `now` tells (epoch milliseconds)
 * @throws UserError with every problem found
 */
export async function loadInventory(
  root: string,
  config: LoadedConfig,
  { asOf, now }: { asOf?: string | undefined; now: number },
): Promise<Inventory> {
  const paths = await matchingFiles(root, config.inventory);
  if (paths.length === 0) {
    const where = config.inventory.join(', ');
    throw new UserError(`No inventory file was found (${where}). Declare what the firm does with data there.`);
  }
  const problems: Problem[] = [];
  const contents: { source: SourceText; value: Record<string, unknown> }[] = [];
  const hash = createHash('sha256');
  for (const read of await Promise.all(paths.map((path) => readSource(root, path)))) {
    if (!('text' in read)) {
      problems.push(read);
      continue;
    }
    hash.update(`${read.path}\n${Buffer.byteLength(read.text)}\n${read.text}`);
    const parsed = parseSource(read);
    if ('problems' in parsed) {
      problems.push(...parsed.problems);
    } else if (parsed.value !== undefined) {
      if (validate(parsed.value)) contents.push({ source: read, value: parsed.value as Record<string, unknown> });
      else problems.push(...schemaProblems(read, schemaOf('inventory'), validate.errors ?? []));
    }
  }
  const { zone, moment, text } = judgedAt(contents, { asOf, now }, problems);
  const records = merged(contents, { zone, asOf: moment }, problems);
  if (problems.length > 0) throw new UserError(sorted(problems));
  const firm = contents.find(({ value }) => value.firm !== undefined)?.value.firm as
    | { legal_name?: string }
    | undefined;
  return {
    asOf: moment,
    asOfText: text,
    zone,
    firmName: firm?.legal_name ?? 'The firm',
    records,
    digest: hash.digest('hex'),
    files: paths.length,
  };
}

type Contents = readonly { source: SourceText; value: Record<string, unknown> }[];

function judgedAt(contents: Contents, { asOf, now }: { asOf?: string | undefined; now: number }, problems: Problem[]) {
  const firm = contents.find(({ value }) => value.firm !== undefined);
  const name = (firm?.value.firm as { timezone?: string } | undefined)?.timezone;
  const declared = name === undefined ? undefined : zoneOf(name);
  if (firm && name !== undefined && !declared) {
    problems.push({
      place: placeOf(firm.source, ['firm', 'timezone']),
      message: `"${name}" is not a time zone. Write its IANA name, such as Europe/London.`,
    });
  }
  const zone = declared ?? (zoneOf('UTC') as Zone);
  const text = asOf ?? dateText(zone.dayOf(now));
  const moment = asOfMoment(text, zone);
  if (!moment)
    throw new UserError(`--as-of ${text} is neither a date (2026-11-22) nor an instant (2026-11-22T10:00:00Z).`);
  return { zone, moment, text };
}

function merged(contents: Contents, at: { zone: Zone; asOf: Required<Moment> }, problems: Problem[]) {
  const records = new Map<string, Map<string, Declared>>();
  const add = (collection: string, id: string, declared: Declared): void => {
    const known = records.get(collection) as Map<string, Declared>;
    const earlier = known.get(id);
    if (!earlier) {
      known.set(id, declared);
      return;
    }
    const first = placeText(placeOf(earlier.source, earlier.path) as Place).replace(/:$/, '');
    const what = collections[collection]?.single ? `"${collection}" is` : `The id "${id}" of ${collection} is`;
    problems.push({
      place: placeOf(declared.source, declared.path),
      message: `${what} declared twice, first at ${first}. Keep one, or give the other its own id.`,
    });
  };
  for (const { source, value } of contents) {
    const contextOf = (): FactContext => ({
      ...at,
      refuse: (path, message) => problems.push({ place: placeOf(source, path), message }),
    });
    for (const [collection, content] of Object.entries(value)) {
      const model = collections[collection];
      if (!model) continue;
      if (!records.has(collection)) records.set(collection, new Map());
      const context = contextOf();
      if (model.single) {
        const facts = factsOf(content as Record<string, unknown>, model.moments, context, [collection]);
        add(collection, collection, { facts, source, path: [collection] });
        continue;
      }
      (content as Record<string, unknown>[]).forEach((record, index) => {
        const path = [collection, index];
        add(collection, String(record.id), { facts: factsOf(record, model.moments, context, path), source, path });
      });
    }
  }
  return records;
}

function sorted(problems: readonly Problem[]): Problem[] {
  return [...problems].sort(
    (a, b) =>
      byCodeUnits(a.place?.file ?? '', b.place?.file ?? '') ||
      (a.place?.line ?? 0) - (b.place?.line ?? 0) ||
      (a.place?.column ?? 0) - (b.place?.column ?? 0),
  );
}
