import type { SimpleGit } from 'simple-git';
import { gitIn } from './git.js';

/** Where a firm's directory stands in git. */
export interface Standing {
  /** The commit, shortened, with `+` where the directory has changes; undefined outside a repository. */
  commit: string | undefined;
  /** Where the directory lies below the root of its repository (`firms/harbour/`); empty at the root or outside one. */
  prefix: string;
  /** The files below the directory that git tracks, relative to it; undefined outside a repository. */
  tracked: string[] | undefined;
}

export async function standingOf(directory: string): Promise<Standing> {
  const git = gitIn(directory);
  let prefix = '';
  let tracked: string[] | undefined;
  try {
    prefix = (await git.revparse(['--show-prefix'])).replace(/\n$/, '');
    tracked = await trackedBelow(git);
    const commit = (await git.revparse(['--short=7', 'HEAD'])).trim();
    const status = await git.raw([
      'status',
      '--porcelain',
      '--untracked-files=normal',
      '--ignore-submodules=all',
      '--',
      '.',
    ]);
    return { commit: status.trim() === '' ? commit : `${commit}+`, prefix, tracked };
  } catch {
    // Outside a repository, or before its first commit.
    return { commit: undefined, prefix, tracked };
  }
}

async function trackedBelow(git: SimpleGit): Promise<string[]> {
  const list = await git.raw(['ls-files', '-z', '--cached', '--', '.']);
  // A file with conflicts is listed once for each side.
  return [...new Set(list.split('\0'))].filter((file) => file !== '');
}
