import { rmSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** What must not stay behind, however the run ends: also after Ctrl-C. */
const paths = new Set<string>();

process.on('exit', () => {
  for (const path of paths) rmSync(path, { recursive: true, force: true });
});

/** A directory of its own that is removed with `removeTemporary`, at the latest when the process ends. */
export async function temporaryDirectory(purpose: string): Promise<string> {
  return noted(await mkdtemp(join(tmpdir(), `privity-${purpose}-`)));
}

/** Notes a file that is about to be made and must not outlive the process. */
export function noted(path: string): string {
  paths.add(path);
  return path;
}

/** Removes what was noted; of a file that was moved to its place nothing is left to remove. */
export async function removeTemporary(path: string): Promise<void> {
  await rm(path, { recursive: true, force: true });
  paths.delete(path);
}
