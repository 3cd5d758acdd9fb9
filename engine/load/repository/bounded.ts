import { byCodeUnits } from '../files.js';

/**
 * How many entries of each list of what is wrong with a repository are kept: as many as an assessment keeps findings of a
 * control. The rest is counted. A register of a million rows whose clients were left out has a million dead links.
 */
export const LISTED = 1_000;

/** The smallest entries, whatever the order in which they come, and how many there are besides. */
export interface Bounded<T> {
  add(entry: T): void;
  result(): { listed: T[]; more: number };
}

/** @param orderOf by what entries are compared, the first difference deciding: numbers by value, texts by code units */
export function bounded<T>(orderOf: (entry: T) => readonly (string | number)[], limit = LISTED): Bounded<T> {
  let kept: T[] = [];
  let count = 0;
  const compare = (a: T, b: T): number => {
    const [left, right] = [orderOf(a), orderOf(b)];
    for (const [at, one] of left.entries()) {
      const other = right[at];
      const order =
        typeof one === 'number' && typeof other === 'number' ? one - other : byCodeUnits(String(one), String(other));
      if (order !== 0) return order;
    }
    return 0;
  };
  const cut = (): void => {
    kept = kept.sort(compare).slice(0, limit);
  };
  return {
    add(entry) {
      kept.push(entry);
      count += 1;
      if (kept.length >= limit * 2) cut();
    },
    result() {
      cut();
      return { listed: kept, more: count - kept.length };
    },
  };
}
