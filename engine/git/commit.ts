import { gitIn } from './git.js';

/** The commit of a firm's directory, shortened, with `+` where it has changes; undefined outside a repository. */
export async function commitOf(directory: string): Promise<string | undefined> {
  try {
    const git = gitIn(directory);
    const commit = (await git.revparse(['--short=7', 'HEAD'])).trim();
    const status = await git.raw([
      'status',
      '--porcelain',
      '--untracked-files=normal',
      '--ignore-submodules=all',
      '--',
      '.',
    ]);
    return status.trim() === '' ? commit : `${commit}+`;
  } catch {
    return undefined;
  }
}
