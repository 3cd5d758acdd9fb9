import { type SimpleGit, simpleGit } from 'simple-git';

/** Git in a directory, with everything switched off by which a repository could run a program of its own. */
export function gitIn(directory: string): SimpleGit {
  return simpleGit(directory, {
    config: ['core.fsmonitor=false', 'core.hooksPath=/dev/null', 'diff.external=', 'core.untrackedCache=false'],
  });
}
