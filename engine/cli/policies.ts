import { userCacheDirectory } from '../compile/cache.js';
import { policiesWithOwn } from '../compile/own.js';
import { builtinPolicies, type PolicySet } from '../compile/policies.js';
import { withOwnTables } from '../compile/tables.js';
import type { LoadedConfig } from '../load/config.js';
import { loadRules } from '../load/rules.js';
import { loadOwnTables } from '../load/tables.js';
import type { Progress } from '../progress.js';
import { withProgress } from './progress.js';

/**
 * The rules of a firm's directory, or the built-in ones where it is none.
 * @param config undefined where there is no firm
 * @throws UserError where the firm's own cannot be used
 */
export function policiesFor(root: string, config: LoadedConfig | undefined, engineVersion: string): Promise<PolicySet> {
  if (!config) return builtinPolicies();
  return withProgress(false, (progress) => firmPolicies(root, config, engineVersion, progress));
}

/**
 * The rules that a firm is judged by: the built-in ones and its own, which are compiled once and then found in the
 * user's cache; and the reference tables, with its own entries in their place.
 * @throws UserError where the firm's own cannot be used
 */
export async function firmPolicies(
  root: string,
  config: LoadedConfig,
  engineVersion: string,
  progress: Progress = () => undefined,
): Promise<PolicySet> {
  const [{ rules }, tables] = await Promise.all([loadRules(root, config), loadOwnTables(root)]);
  const policies = await policiesWithOwn(rules, { engineVersion, cacheDirectory: userCacheDirectory(), progress });
  return withOwnTables(policies, tables);
}
