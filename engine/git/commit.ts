import { simpleGit } from 'simple-git';

/** The commit of a firm's directory, shortened, with `+` where it has changes; undefined outside a repository. */
export async function commitOf(directory: string): Promise<string | undefined> {
  try {
    const git = simpleGit(directory, {
      config: ['core.fsmonitor=false', 'core.hooksPath=/dev/null', 'diff.external=', 'core.untrackedCache=false'],
    });
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
