import { createHash } from 'node:crypto';
import type { Mutant } from './mutants.js';

/** The same mutants for the same seed, in whatever order they come: those with the smallest digests. */
export function sampleOf<T extends { mutant: Mutant }>(all: readonly T[], size: number, seed: string): T[] {
  if (all.length <= size) return [...all];
  const digest = ({ mutant }: T): string =>
    createHash('sha256')
      .update(JSON.stringify([seed, mutant.file, mutant.text]))
      .digest('hex');
  const drawn = all.map((one) => ({ one, digest: digest(one) })).sort((a, b) => (a.digest < b.digest ? -1 : 1));
  const kept = new Set(drawn.slice(0, size).map(({ one }) => one));
  return all.filter((one) => kept.has(one));
}
