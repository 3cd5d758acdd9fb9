import { gitIn } from './git.js';

/** Where a directory lies below the root of its repository (`firms/harbour/`); empty at the root or outside one. */
export async function prefixOf(directory: string): Promise<string> {
  try {
    return (await gitIn(directory).revparse(['--show-prefix'])).replace(/\n$/, '');
  } catch {
    return '';
  }
}
