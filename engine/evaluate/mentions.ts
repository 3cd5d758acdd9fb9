import type { Inventory } from '../load/inventory.js';
import type { ReadRow } from '../load/registers/read.js';
import type { JudgeReply, Mention } from './protocol.js';

/** What findings say of a row that they mention. */
export function mentionOf({ row, facts, derivation }: ReadRow, showFacts: boolean): Mention {
  const { title, grade } = facts;
  return {
    row,
    grade: Number(grade),
    ...(typeof title === 'string' ? { title } : {}),
    ...(derivation === undefined ? {} : { derivation }),
    ...(showFacts ? { facts } : {}),
  };
}

/** The rows of files that declared records refer to: findings of any batch may mention them. */
export function referencedMentions({ referenced }: Inventory): JudgeReply['mentioned'] {
  return Object.fromEntries(
    [...(referenced ?? [])].map(([collection, rows]) => [
      collection,
      Object.fromEntries([...rows].map(([id, row]) => [id, mentionOf(row, true)])),
    ]),
  );
}
