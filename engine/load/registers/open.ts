import { type Problem, UserError } from '../../problems.js';
import type { Progress } from '../../progress.js';
import type { LoadedConfig } from '../config.js';
import type { Inventory } from '../inventory.js';
import { placeOf } from '../places.js';
import { closingRulesOf, textsOf } from '../references.js';
import { openRegisters, type RegisterReader, type Reject } from './duckdb.js';
import { fileDigest, type RegisterSource, registerSources } from './source.js';

/** The registers of a firm that are read from files, ready to be streamed. */
export interface OpenRegisters {
  reader: RegisterReader;
  sources: ReadonlyMap<string, RegisterSource>;
  /** Collection to the configured file that is not at hand. */
  missing: ReadonlyMap<string, string>;
  /** sha-256 of each file, by collection. */
  digests: ReadonlyMap<string, string>;
  /** Rows that the reader of the file refused. */
  rejects: ReadonlyMap<string, readonly Reject[]>;
}

/**
 * Opens the registers that the configuration names, if any.
 * @param roots directories below which their files may lie, the firm's own first
 * @throws UserError for files that do not fit, ids that stand twice, or a register that stands in YAML as well
 */
export async function openFirmRegisters(
  config: LoadedConfig,
  roots: readonly string[],
  inventory: Inventory,
  progress: Progress = () => undefined,
): Promise<OpenRegisters | undefined> {
  const { sources, missing } = registerSources(config, roots);
  if (sources.size === 0 && missing.size === 0) return undefined;
  const problems: Problem[] = [];
  for (const name of sources.keys()) {
    const declared = inventory.records.get(name);
    if (!declared) continue;
    const [first] = declared.values();
    problems.push({
      place: placeOf(config.source, ['registers', name]),
      message: `${name} stand in a file and in ${first?.source.path ?? 'the inventory'} as well. Keep them in one place.`,
    });
  }
  if (problems.length > 0) throw new UserError(problems);
  const reader = await openRegisters(
    sources,
    (collection, field) => declaredKeys(inventory, collection, field),
    closingRulesOf(inventory).running.size > 0,
  );
  try {
    const digests = new Map<string, string>();
    const rejects = new Map<string, readonly Reject[]>();
    for (const [name, { file, path }] of sources) {
      progress(`Reading the register ${file}`);
      digests.set(name, await fileDigest(path));
      const { duplicates, rejects: unreadable } = await reader.inspect(name);
      for (const { id, rows } of duplicates) {
        const others = rows.slice(0, 5).map((row) => row.toLocaleString('en-GB'));
        problems.push({
          place: { file, row: rows[1] as number },
          message: `The id "${id}" stands in ${rows.length} rows: ${others.join(', ')}. Every record needs its own.`,
        });
      }
      rejects.set(name, unreadable);
    }
    if (problems.length > 0) throw new UserError(problems);
    return { reader, sources, missing, digests, rejects };
  } catch (error) {
    await reader.close();
    throw error;
  }
}

function declaredKeys({ records }: Inventory, collection: string, field: string): [string, string][] {
  return [...(records.get(collection) ?? [])].flatMap(([id, { facts }]) =>
    textsOf(facts[field]).map((key): [string, string] => [id, key]),
  );
}
