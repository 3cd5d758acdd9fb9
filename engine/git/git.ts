import { type SimpleGit, simpleGit } from 'simple-git';

/** Git in a directory, with everything switched off by which a repository could run a program of its own. */
export function gitIn(directory: string): SimpleGit {
  return simpleGit(directory, {
    config: ['core.fsmonitor=false', 'core.hooksPath=/dev/null', 'diff.external=', 'core.untrackedCache=false'],
    // simple-git refuses these settings whatever their value, lest somebody else's word sets them. Ours switch them off.
    unsafe: { allowUnsafeFsMonitor: true, allowUnsafeHooksPath: true, allowUnsafeDiffExternal: true },
  });
}
