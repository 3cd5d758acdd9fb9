import { createRequire } from 'node:module';
import { parentPort, workerData } from 'node:worker_threads';
import type { WorkerReply, WorkerRequest, WorkerStart } from './protocol.js';

/** Judges batches in a thread of its own, which is ended at its limit: rules are untrusted, and WASM cannot be paused. */

interface LoadedPolicy {
  setData(data: ArrayBuffer): void;
  evaluate(input: ArrayBuffer, entrypoint: string): { result: unknown }[];
}

const { loadPolicy } = createRequire(import.meta.url)('@open-policy-agent/opa-wasm') as {
  loadPolicy(module: WebAssembly.Module, memory: { initial: number; maximum: number }): Promise<LoadedPolicy>;
};

const { module, data, initialPages, maximumPages } = workerData as WorkerStart;
const policy = await loadPolicy(module, { initial: initialPages, maximum: maximumPages });
policy.setData(data);

parentPort?.on('message', ({ entrypoint, input }: WorkerRequest) => {
  parentPort?.postMessage(reply(entrypoint, input));
});

function reply(entrypoint: string, input: ArrayBuffer): WorkerReply {
  try {
    return { value: policy.evaluate(input, entrypoint)[0]?.result };
  } catch (error) {
    // opa-wasm throws a bare string where a rule conflicts with itself.
    return { error: error instanceof Error ? error.message : String(error) };
  }
}
