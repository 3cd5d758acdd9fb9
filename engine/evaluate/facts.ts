import { collections } from '../generated/model.js';
import type { Facts } from '../load/facts.js';
import type { Inventory } from '../load/inventory.js';
import { convertRow } from '../load/registers/convert.js';
import type { RegisterSource } from '../load/registers/source.js';
import type { RowFormat } from './protocol.js';
import type { Registers } from './registers.js';

/** What every evaluation has at hand beside its unit, as `data`. */
export interface RuleData {
  inventory: Record<string, unknown>;
  as_of: { day: number; ms: number };
  parameters: Record<string, unknown>;
  tables: Record<string, unknown>;
  requests: Record<string, Facts>;
}

/** The declared collections keyed by id, the day, parameters and tables: registers are left out. */
export function ruleData(
  inventory: Inventory,
  parameters: Record<string, unknown>,
  tables: Record<string, unknown>,
  requests: Record<string, Facts>,
): RuleData {
  const declared: Record<string, unknown> = {};
  for (const [name, records] of inventory.records) {
    const model = collections[name];
    if (!model || model.register) continue;
    if (model.single) declared[name] = records.get(name)?.facts;
    else declared[name] = Object.fromEntries([...records].map(([id, { facts }]) => [id, facts]));
  }
  return { inventory: declared, as_of: inventory.asOf, parameters, tables, requests };
}

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

/**
 * The requests that may block a deletion, gathered while loading because they concern rows of other units: restrictions
 * of processing, and requests for access or portability that are open. They are few; the rules decide whether one does.
 */
export async function blockingRequests(
  inventory: Inventory,
  registers: Registers | undefined,
): Promise<Record<string, Facts>> {
  const requests: Record<string, Facts> = {};
  const { zone, asOf } = inventory;
  for (const [id, { facts }] of inventory.records.get('rights_requests') ?? []) {
    if (mayBlock(facts, asOf.day)) requests[id] = facts;
  }
  const source = registers?.sources.get('rights_requests');
  if (!registers || !source) return requests;
  for await (const rows of registers.reader.inOrder('rights_requests')) {
    for (const { text } of rows) {
      const converted = convertRow('rights_requests', parsedRow(text), { zone, asOf, ...rowFormat(source) });
      // Bad rows are counted, and refused, where the register is judged.
      if ('facts' in converted && mayBlock(converted.facts, asOf.day))
        requests[String(converted.facts.id)] = converted.facts;
    }
  }
  return requests;
}

function parsedRow(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** How the rows of a register are read. */
export function rowFormat({ format, listSeparator }: RegisterSource): RowFormat {
  return format === 'csv' ? { listSeparator } : {};
}
