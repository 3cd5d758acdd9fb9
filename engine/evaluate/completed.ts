import type { PolicySet } from '../compile/policies.js';
import type { LoadedConfig } from '../load/config.js';
import type { Inventory } from '../load/inventory.js';
import { type RegisterFiles, withReferences } from '../load/references.js';
import { withRepositoryFacts } from '../load/repository/computed.js';
import { withTables } from './tables.js';

/**
 * What a firm declares, with all that the engine adds before anything is judged: facts that records take from others,
 * those of the repository itself, and the reference tables.
 */
export async function completed(
  loaded: Inventory,
  registers: RegisterFiles | undefined,
  policies: Pick<PolicySet, 'tableHeads' | 'ownTables'>,
  config: LoadedConfig,
): Promise<Inventory> {
  const joined = await withReferences(loaded, registers);
  return withTables(await withRepositoryFacts(joined, registers), policies, config.source);
}
