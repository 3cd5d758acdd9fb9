import type { Facts } from '../load/facts.js';
import type { Inventory } from '../load/inventory.js';
import { closingsOf } from '../load/references.js';
import type { OpenRegisters } from '../load/registers/open.js';
import { readRow, rowFormats } from '../load/registers/read.js';
import { mentionOf } from './mentions.js';
import type { Mention } from './protocol.js';

const BLOCKING = new Set(['restriction', 'access', 'portability', 'ccpa-know']);

/** Whether a request can still keep data from being deleted: it restricts the use, or is not answered yet. */
export function mayBlock(
  { right, responded_on: respondedOn, restriction_lifted_on: liftedOn }: Facts,
  asOfDay: number,
): boolean {
  if (!BLOCKING.has(String(right))) return false;
  const ended = right === 'restriction' ? liftedOn : respondedOn;
  return typeof ended !== 'number' || ended > asOfDay;
}

/** Requests that may block a deletion, by id, and where those from a file stand. */
export interface BlockingRequests {
  facts: Record<string, Facts>;
  mentioned: Record<string, Record<string, Mention>>;
}

/**
 * Gathered while loading, because they concern rows of other units: restrictions of processing, and requests for access
 * or portability that are open. They are few; the rules decide whether one does block.
 */
export async function blockingRequests(
  inventory: Inventory,
  registers: OpenRegisters | undefined,
): Promise<BlockingRequests> {
  const found: BlockingRequests = { facts: {}, mentioned: {} };
  const { zone, asOf } = inventory;
  for (const [id, { facts }] of inventory.records.get('rights_requests') ?? []) {
    if (mayBlock(facts, asOf.day)) found.facts[id] = facts;
  }
  const source = registers?.sources.get('rights_requests');
  if (!registers || !source) return found;
  const mentions: Record<string, Mention> = {};
  const reading = { zone, asOf, formats: rowFormats([source]), closings: closingsOf(inventory) };
  for await (const rows of registers.reader.inOrder('rights_requests')) {
    for (const raw of rows) {
      const read = readRow('rights_requests', raw, reading);
      // Bad rows are counted, and refused, where the register is judged.
      if (!('facts' in read) || !mayBlock(read.facts, asOf.day)) continue;
      const id = String(read.facts.id);
      found.facts[id] = read.facts;
      mentions[id] = mentionOf(read, true);
    }
  }
  found.mentioned['rights_requests'] = mentions;
  return found;
}
