import type { Control } from '../compile/catalogue.js';
import { builtinPolicies } from '../compile/policies.js';
import { batchesOf } from '../evaluate/batches.js';
import { completed } from '../evaluate/completed.js';
import { ruleData } from '../evaluate/facts.js';
import { parameterValues } from '../evaluate/parameters.js';
import type { ControlSelection } from '../evaluate/protocol.js';
import { blockingRequests } from '../evaluate/requests.js';
import { addRow, type Unit, type UnitKind } from '../evaluate/units.js';
import { loadConfig } from '../load/config.js';
import { loadInventory } from '../load/inventory.js';
import { closingsOf } from '../load/references.js';
import { openFirmRegisters } from '../load/registers/open.js';
import { readRow, rowFormats } from '../load/registers/read.js';

/** The facts of a firm as one document, so that OPA's own evaluator can judge what Privity judges (for the bench). */
export async function ruleInputsOf(firm: string): Promise<{ data: unknown; input: unknown }> {
  const config = await loadConfig(firm);
  const loaded = await loadInventory(firm, config, { asOf: '2026-11-22', now: 0 });
  const policies = await builtinPolicies();
  const registers = await openFirmRegisters(config, [firm], loaded);
  const inventory = await completed(loaded, registers, policies, config);
  const formats = rowFormats(registers?.sources.values() ?? []);
  const reading = { ...inventory, formats, closings: closingsOf(inventory) };
  const requests = await blockingRequests(inventory, registers);
  const kinds = new Map<string, { kind: UnitKind; controls: ControlSelection }>();
  const add = (name: string, kind: UnitKind, { id, path }: Control): void => {
    const entry = kinds.get(name) ?? { kind, controls: {} };
    entry.controls[id] = { path, list: false };
    kinds.set(name, entry);
  };
  for (const control of policies.controls) {
    if (control.unit !== 'record') add(control.unit, control.unit, control);
    else for (const record of control.subjects) add(`record ${record}`, { record }, control);
  }
  const batches: { units: Record<string, Unit>; controls: ControlSelection }[] = [];
  for (const { kind, controls } of kinds.values()) {
    const units: Record<string, Unit> = {};
    for await (const batch of batchesOf(inventory, registers, kind)) {
      for (const { key, unit } of batch.units) units[key] = unit;
      for (const { unit, collection, rows } of batch.raw) {
        const target = units[batch.units[unit]?.key ?? ''] as Unit;
        for (const raw of rows) {
          const read = readRow(collection, raw, reading);
          if ('facts' in read)
            addRow(target, collection, read.facts, typeof kind === 'object' ? '' : kind, typeof kind === 'object');
        }
      }
    }
    batches.push({ units, controls });
  }
  await registers?.reader.close();
  return {
    data: ruleData(inventory, parameterValues(config, policies), policies.tables, requests.facts),
    input: { batches },
  };
}
