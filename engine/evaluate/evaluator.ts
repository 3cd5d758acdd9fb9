import { Worker } from 'node:worker_threads';
import type { RuleData } from './facts.js';
import type { WorkerReply, WorkerStart } from './protocol.js';

/** Why an evaluation yielded nothing. */
export interface EvaluationFailure {
  kind: 'broke' | 'too-long' | 'too-large';
  detail: string;
}

export interface Evaluator {
  /** The value of an entrypoint for an input, or why there is none. */
  evaluate(entrypoint: string, input: unknown): Promise<{ value: unknown } | { failure: EvaluationFailure }>;
  close(): Promise<void>;
}

const PAGE = 65_536;

/**
 * Runs compiled rules in a worker thread, within bounds of time and memory; a worker that has passed them is ended
 * (within about 20 ms) and replaced.
 * @param seconds the bound on one evaluation
 * @param memoryMb the bound on the rules' memory
 */
export async function startEvaluator(
  wasm: Uint8Array,
  data: RuleData,
  { seconds, memoryMb }: { seconds: number; memoryMb: number },
): Promise<Evaluator> {
  const module = await WebAssembly.compile(wasm);
  const start: WorkerStart = {
    module,
    data: jsonBuffer(data),
    // A first evaluation that has to grow its memory page by page takes many times as long.
    initialPages: Math.min(800, Math.floor((memoryMb * 1024 * 1024) / PAGE)),
    maximumPages: Math.floor((memoryMb * 1024 * 1024) / PAGE),
  };
  let worker = newWorker(start);
  const replace = async (): Promise<void> => {
    await worker.terminate();
    worker = newWorker(start);
  };
  return {
    async evaluate(entrypoint, input) {
      const reply = await ask(worker, entrypoint, input, seconds);
      if ('value' in reply) return reply;
      await replace();
      return reply;
    },
    async close() {
      await worker.terminate();
    },
  };
}

function newWorker(start: WorkerStart): Worker {
  return new Worker(new URL('./worker.js', import.meta.url), {
    workerData: start,
    env: {},
    stdout: true,
    stderr: true,
  });
}

function ask(
  worker: Worker,
  entrypoint: string,
  input: unknown,
  seconds: number,
): Promise<{ value: unknown } | { failure: EvaluationFailure }> {
  return new Promise((resolve) => {
    const end = (result: { value: unknown } | { failure: EvaluationFailure }): void => {
      clearTimeout(timer);
      worker.off('message', onMessage);
      worker.off('error', onError);
      resolve(result);
    };
    const onMessage = (reply: WorkerReply): void => {
      end('error' in reply ? { failure: failureOf(reply.error) } : { value: reply.value });
    };
    const onError = (error: Error): void => end({ failure: failureOf(error.message) });
    const timer = setTimeout(() => {
      end({ failure: { kind: 'too-long', detail: `It did not finish within ${seconds} seconds.` } });
    }, seconds * 1000);
    worker.on('message', onMessage);
    worker.on('error', onError);
    const buffer = jsonBuffer(input);
    worker.postMessage({ entrypoint, input: buffer }, [buffer]);
  });
}

function failureOf(message: string): EvaluationFailure {
  const outOfMemory = /malloc|memory|out of bounds|Start offset/i.test(message);
  return outOfMemory
    ? { kind: 'too-large', detail: 'It needed more memory than it may use.' }
    : { kind: 'broke', detail: message.slice(0, 500) };
}

/** JSON text in a buffer of exactly its size. */
function jsonBuffer(value: unknown): ArrayBuffer {
  const encoded = new TextEncoder().encode(JSON.stringify(value));
  return encoded.byteLength === encoded.buffer.byteLength
    ? (encoded.buffer as ArrayBuffer)
    : (encoded.buffer.slice(encoded.byteOffset, encoded.byteOffset + encoded.byteLength) as ArrayBuffer);
}
