import { builtinPolicies } from '../compile/policies.js';
import { startEvaluator, warmStart } from '../evaluate/evaluator.js';
import type { ControlSelection } from '../evaluate/protocol.js';
import type { Unit } from '../evaluate/units.js';
import { ruleInputsOf } from './benchFacts.js';

/** What judging a firm by one control costs, in milliseconds: that of handing the facts over is taken off. */
export interface ControlCost {
  id: string;
  ms: number;
}

interface Batch {
  units: Record<string, Unit>;
  controls: ControlSelection;
}

const RUNS = 5;
const MEMORY_MB = 512;
const NONE: ControlSelection = {};

/**
 * The cost of each control on a firm, each by itself, dearest first, and of all together in one walk; the quickest of
 * several runs.
 */
export async function controlCosts(firm: string): Promise<{ each: ControlCost[]; together: number; wasm: number }> {
  const policies = await builtinPolicies();
  const { data, input } = await ruleInputsOf(firm);
  const { batches } = input as { batches: Batch[] };
  const evaluator = startEvaluator(warmStart(policies, MEMORY_MB), data as Parameters<typeof startEvaluator>[1], {
    seconds: 60,
    memoryMb: MEMORY_MB,
  });
  const timed = ({ units }: Batch, controls: ControlSelection): Promise<number> =>
    evaluator.use(async (thread) => {
      let best = Number.POSITIVE_INFINITY;
      for (let run = 0; run < RUNS; run += 1) {
        const started = performance.now();
        const reply = await thread.evaluate('main/judged', { units, controls });
        if ('failure' in reply) throw new Error(reply.failure.detail);
        best = Math.min(best, performance.now() - started);
      }
      return best;
    });
  try {
    const costs = new Map<string, number>();
    let together = 0;
    for (const batch of batches) {
      const handing = await timed(batch, NONE);
      together += await timed(batch, batch.controls);
      for (const [id, control] of Object.entries(batch.controls)) {
        const alone = Math.max(0, (await timed(batch, { [id]: control })) - handing);
        costs.set(id, (costs.get(id) ?? 0) + alone);
      }
    }
    const each = [...costs].map(([id, ms]) => ({ id, ms })).sort((a, b) => b.ms - a.ms);
    return { each, together, wasm: policies.wasm.length };
  } finally {
    await evaluator.close();
  }
}
