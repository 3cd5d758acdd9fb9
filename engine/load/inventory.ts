import { createHash } from 'node:crypto';
import { collections } from '../generated/model.js';
import { type Place, type Problem, placeText, UserError } from '../problems.js';
import type { Progress } from '../progress.js';
import type { Derivation } from './closing.js';
import type { LoadedConfig } from './config.js';
import type { Facts } from './facts.js';
import { byCodeUnits, matchingFiles, readSource, type SourceText } from './files.js';
import { type Path, placeOf } from './places.js';
import { declaredFacts } from './records.js';
import type { TrackedMatches } from './repository/search.js';
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
  /** Where facts stand that were found while loading and are about another place, by their path. */
  places?: ReadonlyMap<string, Place>;
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
  /** What was found in the text of the firm's files; undefined where nobody looked. */
  matches?: TrackedMatches;
}

/**
 * Reads, validates and merges the files of a firm's inventory.
 * @param asOf a date, an instant, or undefined for today in the firm's time zone, as `now` tells (epoch milliseconds)
 * @throws UserError with every problem found
 */
export async function loadInventory(
  root: string,
  config: LoadedConfig,
  { asOf, now, progress }: { asOf?: string | undefined; now: number; progress?: Progress },
): Promise<Inventory> {
  const paths = await matchingFiles(root, config.inventory);
  if (paths.length === 0) {
    const where = config.inventory.join(', ');
    throw new UserError(`No inventory file was found (${where}). Declare what the firm does with data there.`);
  }
  const problems: Problem[] = [];
  const contents: Content[] = [];
  const hash = createHash('sha256');
  for (const read of paths.map((path) => readSource(root, path))) {
    progress?.('Reading what the firm declares');
    if (!('text' in read)) {
      problems.push(read);
      continue;
    }
    hash.update(`${read.path}\n${Buffer.byteLength(read.text)}\n${read.text}`);
    const parsed = parseSource(read);
    if ('problems' in parsed) problems.push(...parsed.problems);
    else if (parsed.value !== undefined) contents.push({ source: read, value: parsed.value });
  }
  const { zone, moment, text } = judgedAt(contents, { asOf, now }, problems);
  const found = await Promise.all(contents.map((content) => recordsIn(content, { zone, asOf: moment }, problems)));
  const records = merged(found, problems);
  if (problems.length > 0) throw new UserError(sorted(problems));
  return {
    asOf: moment,
    asOfText: text,
    zone,
    firmName: firmIn(contents)?.firm.legal_name ?? 'The firm',
    records,
    digest: hash.digest('hex'),
    files: paths.length,
  };
}

/** A parsed file: whether it holds what an inventory may is not known yet. */
interface Content {
  source: SourceText;
  value: unknown;
}

function firmIn(contents: readonly Content[]) {
  for (const { source, value } of contents) {
    const firm = Object(Object(value).firm) as { legal_name?: unknown; timezone?: unknown };
    if (Object.keys(firm).length > 0)
      return { source, firm: { legal_name: textOf(firm.legal_name), timezone: textOf(firm.timezone) } };
  }
  return undefined;
}

function textOf(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined;
}

function judgedAt(
  contents: readonly Content[],
  { asOf, now }: { asOf?: string | undefined; now: number },
  problems: Problem[],
) {
  const declaredBy = firmIn(contents);
  const name = declaredBy?.firm.timezone;
  const declared = name === undefined ? undefined : zoneOf(name);
  if (declaredBy && name !== undefined && !declared) {
    problems.push({
      place: placeOf(declaredBy.source, ['firm', 'timezone']),
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

/** The records of one file, by collection: a collection declared empty is not absent. */
type Found = Map<string, { id: string; declared: Declared }[]>;

const COMPUTED = 'are known to Privity and cannot be declared: a firm’s own reference tables stand in policies/tables';

/** The records of a file. Why one does not fit is the schema's validator to say, which is loaded for that alone. */
async function recordsIn(
  { source, value }: Content,
  at: { zone: Zone; asOf: Required<Moment> },
  problems: Problem[],
): Promise<Found> {
  const found: Found = new Map();
  const refused: { path: Path; message: string }[] = [];
  const read = (collection: string, record: unknown, path: Path): { id: string; declared: Declared } => {
    const facts = declaredFacts(collection, record, at, (inner, message) =>
      refused.push({ path: [...path, ...inner], message }),
    );
    return { id: String(facts.id ?? collection), declared: { facts, source, path } };
  };
  let fits = typeof value === 'object' && value !== null && !Array.isArray(value);
  for (const [collection, content] of Object.entries(Object(value) as Record<string, unknown>)) {
    const model = collections[collection];
    if (model?.computed) refused.push({ path: [collection], message: COMPUTED });
    else if (model?.single) found.set(collection, [read(collection, content, [collection])]);
    else if (model && Array.isArray(content))
      found.set(
        collection,
        content.map((record, index) => read(collection, record, [collection, index])),
      );
    else fits = false;
  }
  if (fits && refused.length === 0) return found;
  const { validate } = await import('../generated/validate-inventory.js');
  if (!validate(value)) problems.push(...schemaProblems(source, schemaOf('inventory'), validate.errors ?? []));
  else {
    problems.push(
      ...refused.map(({ path, message }) => ({
        place: placeOf(source, path),
        message: `${path.findLast((step) => typeof step === 'string')} ${message}.`,
      })),
    );
  }
  return new Map();
}

function merged(found: readonly Found[], problems: Problem[]): Inventory['records'] {
  const records: Inventory['records'] = new Map();
  for (const [collection, list] of found.flatMap((file) => [...file])) {
    const known = records.get(collection) ?? new Map<string, Declared>();
    records.set(collection, known);
    for (const { id, declared } of list) {
      const earlier = known.get(id);
      if (earlier) problems.push(twice(collection, id, earlier, declared));
      else known.set(id, declared);
    }
  }
  return records;
}

function twice(collection: string, id: string, earlier: Declared, declared: Declared): Problem {
  const first = placeText(placeOf(earlier.source, earlier.path) as Place).replace(/:$/, '');
  const what = collections[collection]?.single ? `"${collection}" is` : `The id "${id}" of ${collection} is`;
  return {
    place: placeOf(declared.source, declared.path),
    message: `${what} declared twice, first at ${first}. Keep one, or give the other its own id.`,
  };
}

function sorted(problems: readonly Problem[]): Problem[] {
  return [...problems].sort(
    (a, b) =>
      byCodeUnits(a.place?.file ?? '', b.place?.file ?? '') ||
      (a.place?.line ?? 0) - (b.place?.line ?? 0) ||
      (a.place?.column ?? 0) - (b.place?.column ?? 0),
  );
}
