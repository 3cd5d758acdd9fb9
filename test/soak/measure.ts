import type { Control } from '../../engine/compile/catalogue.js';
import type { Yielded } from '../../engine/evaluate/protocol.js';

/** How many inventories a control had to do with. */
export interface Reach {
  examined: number;
  /** By reason. */
  found: Map<string, number>;
}

export interface Measure {
  /** Adds what the controls yielded on one inventory. */
  add(judged: readonly Yielded[]): void;
  /** The controls that never examined, or never found, anything. */
  idle(): string[];
  report(): string;
}

/** Counts, inventory by inventory, what each control examined and found. */
export function startMeasure(controls: readonly Control[]): Measure {
  let inventories = 0;
  const reaches = new Map<string, Reach>(controls.map(({ id }) => [id, { examined: 0, found: new Map() }]));
  return {
    add(judged) {
      inventories += 1;
      const examined = new Set<string>();
      const found = new Set<string>();
      for (const results of judged.flatMap((batch) => Object.values(batch))) {
        for (const [id, result] of Object.entries(results)) {
          if (result === 'undefined') continue;
          const { examined: subjects, findings } = result;
          if (Array.isArray(subjects) ? subjects.length > 0 : subjects.count > 0) examined.add(id);
          for (const { reason } of findings) found.add(`${id} ${reason}`);
        }
      }
      for (const id of examined) (reaches.get(id) as Reach).examined += 1;
      for (const key of found) {
        const [id, reason] = key.split(' ') as [string, string];
        const reach = reaches.get(id) as Reach;
        reach.found.set(reason, (reach.found.get(reason) ?? 0) + 1);
      }
    },
    idle() {
      return [...reaches].filter(([, { examined, found }]) => examined === 0 || found.size === 0).map(([id]) => id);
    },
    /** Shares in plain words: overall, then control by control, with the reasons never given. */
    report() {
      const reasons = controls.flatMap(({ id, reasons: declared }) => declared.map(({ code }) => ({ id, code })));
      const given = reasons.filter(({ id, code }) => reaches.get(id)?.found.has(code));
      const all = [...reaches.values()];
      const lines = [
        `${inventories} inventories: ${all.filter(({ examined }) => examined > 0).length} of ${controls.length} controls examined something, ` +
          `${all.filter(({ found }) => found.size > 0).length} found something, ${given.length} of ${reasons.length} reasons were given.`,
      ];
      for (const [id, { examined, found }] of reaches) {
        const never = reasons.filter((reason) => reason.id === id && !found.has(reason.code)).map(({ code }) => code);
        const percent = inventories === 0 ? 0 : Math.round((100 * examined) / inventories);
        lines.push(
          `  ${id.padEnd(13)} examined in ${String(percent).padStart(3)} %, ${found.size} reasons${never.length > 0 ? `; never: ${never.join(', ')}` : ''}`,
        );
      }
      return lines.join('\n');
    },
  };
}
