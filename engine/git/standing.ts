import { gitIn } from './git.js';

/** Where a firm's directory stands in git. */
export interface Standing {
  /** The commit, shortened, with `+` where the directory has changes; undefined outside a repository. */
  commit: string | undefined;
  /** Where the directory lies below the root of its repository (`firms/harbour/`); empty at the root or outside one. */
  prefix: string;
}

export async function standingOf(directory: string): Promise<Standing> {
  const git = gitIn(directory);
  let prefix = '';
  try {
    prefix = (await git.revparse(['--show-prefix'])).replace(/\n$/, '');
    const commit = (await git.revparse(['--short=7', 'HEAD'])).trim();
    const status = await git.raw([
      'status',
      '--porcelain',
      '--untracked-files=normal',
      '--ignore-submodules=all',
      '--',
      '.',
    ]);
    return { commit: status.trim() === '' ? commit : `${commit}+`, prefix };
  } catch {
    // Outside a repository, or before its first commit.
    return { commit: undefined, prefix };
  }
}
