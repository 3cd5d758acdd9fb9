import { userCacheDirectory } from '../compile/cache.js';
import { policiesWithOwn } from '../compile/own.js';
import type { PolicySet } from '../compile/policies.js';
import type { LoadedConfig } from '../load/config.js';
import { loadRules } from '../load/rules.js';
import type { Progress } from '../progress.js';

/**
 * The rules that a firm is judged by: the built-in ones and its own, which are compiled once and then found in the
 * user's cache.
 * @throws UserError where the firm's own cannot be used
 */
export async function firmPolicies(
  root: string,
  config: LoadedConfig,
  engineVersion: string,
  progress: Progress = () => undefined,
): Promise<PolicySet> {
  const { rules } = await loadRules(root, config);
  return policiesWithOwn(rules, { engineVersion, cacheDirectory: userCacheDirectory(), progress });
}
