import { gitIn } from './git.js';

/**
 * The files below a directory that differ from where the work left `ref`: committed since, changed or new. Paths are
 * relative to the directory.
 * @returns undefined where the clone does not hold `ref`, as a shallow one may not, or where there is no repository
 */
export async function changedSince(directory: string, ref: string): Promise<string[] | undefined> {
  const git = gitIn(directory);
  const listed = async (...command: string[]): Promise<string[]> =>
    (await git.raw(command)).split('\0').filter((path) => path !== '');
  try {
    const commit = (await git.revparse(['--verify', '--quiet', '--end-of-options', `${ref}^{commit}`])).trim();
    // Of a shallow clone the common ancestor may be missing: then the commit itself is compared with.
    const base = (await git.raw(['merge-base', commit, 'HEAD']).catch(() => '')).trim() || commit;
    const changed = await listed('diff', '--name-only', '-z', '--relative', '--no-ext-diff', base, '--', '.');
    const added = await listed('ls-files', '-z', '--others', '--exclude-standard', '--', '.');
    return [...new Set([...changed, ...added])].sort();
  } catch {
    return undefined;
  }
}
