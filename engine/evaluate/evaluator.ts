import { Worker } from 'node:worker_threads';
import type { Moment } from '../load/time.js';
import { workerScript } from '../root.js';
import type { RuleData } from './facts.js';
import type { EvaluateRequest, JudgeReply, JudgeRequest, RowFormat, WorkerReply, WorkerStart } from './protocol.js';
import { jsonBuffer } from './units.js';

/** Why an evaluation yielded nothing. */
export interface EvaluationFailure {
  kind: 'broke' | 'too-long' | 'too-large';
  detail: string;
}

export interface EvaluatorOptions {
  /** The bound on one evaluation. */
  seconds: number;
  /** The bound on the rules' memory in each worker. */
  memoryMb: number;
  /** How many threads may judge at once. */
  threads?: number;
  zone?: string;
  asOf?: Required<Moment>;
  /** Whether the facts of rows that findings mention are wanted. */
  showFacts?: boolean;
  formats?: Record<string, RowFormat>;
}

/** Runs compiled rules in worker threads, within bounds of time and memory. */
export interface Evaluator {
  readonly threads: number;
  /** The value of an entrypoint for an input, or why there is none. */
  evaluate(entrypoint: string, input: unknown): Promise<{ value: unknown } | { failure: EvaluationFailure }>;
  /** Judges a batch. Waits for a free thread. */
  judge(request: JudgeRequest): Promise<JudgeReply | { failure: EvaluationFailure }>;
  close(): Promise<void>;
}

const PAGE = 65_536;

/**
 * Starts workers as they are needed; one that has passed its limits is ended (within about 20 ms) and replaced.
 * @param wasm the compiled rules, shared by all workers
 */
export async function startEvaluator(wasm: Uint8Array, data: RuleData, options: EvaluatorOptions): Promise<Evaluator> {
  const {
    seconds,
    memoryMb,
    threads = 1,
    zone = 'UTC',
    asOf = { day: 0, ms: 0 },
    showFacts = false,
    formats = {},
  } = options;
  const maximumPages = Math.floor((memoryMb * 1024 * 1024) / PAGE);
  const start: WorkerStart = {
    module: await WebAssembly.compile(wasm),
    data: jsonBuffer(data),
    // A first evaluation that has to grow its memory page by page takes many times as long.
    initialPages: Math.min(800, maximumPages),
    maximumPages,
    zone,
    asOf,
    showFacts,
    formats,
  };
  const idle: Worker[] = [];
  const waiting: ((worker: Worker) => void)[] = [];
  let running = 0;

  const acquire = (): Promise<Worker> => {
    const free = idle.pop();
    if (free) return Promise.resolve(free);
    if (running < threads) {
      running += 1;
      return Promise.resolve(newWorker(start));
    }
    return new Promise((resolve) => waiting.push(resolve));
  };
  const release = (worker: Worker): void => {
    const next = waiting.shift();
    if (next) next(worker);
    else idle.push(worker);
  };
  const ask = async (
    request: EvaluateRequest | JudgeRequest,
  ): Promise<{ value: unknown } | { failure: EvaluationFailure }> => {
    const worker = await acquire();
    const reply = await exchange(worker, request, seconds);
    if ('value' in reply) release(worker);
    else {
      await worker.terminate();
      release(newWorker(start));
    }
    return reply;
  };

  return {
    threads,
    evaluate: (entrypoint, input) => ask({ entrypoint, input: jsonBuffer(input) }),
    async judge(request) {
      const reply = await ask(request);
      return 'value' in reply ? (reply.value as JudgeReply) : reply;
    },
    async close() {
      await Promise.all(idle.map((worker) => worker.terminate()));
    },
  };
}

function newWorker(start: WorkerStart): Worker {
  return new Worker(workerScript('judging'), {
    workerData: start,
    env: {},
    stdout: true,
    stderr: true,
  });
}

function exchange(
  worker: Worker,
  request: EvaluateRequest | JudgeRequest,
  seconds: number,
): Promise<{ value: unknown } | { failure: EvaluationFailure }> {
  return new Promise((resolve) => {
    const end = (result: { value: unknown } | { failure: EvaluationFailure }): void => {
      clearTimeout(timer);
      worker.off('message', onMessage);
      worker.off('error', onError);
      resolve(result);
    };
    const onMessage = (reply: WorkerReply): void => end('error' in reply ? { failure: failureOf(reply.error) } : reply);
    const onError = (error: Error): void => end({ failure: failureOf(error.message) });
    const timer = setTimeout(() => {
      end({ failure: { kind: 'too-long', detail: `It did not finish within ${seconds} seconds.` } });
    }, seconds * 1000);
    worker.on('message', onMessage);
    worker.on('error', onError);
    worker.postMessage(request);
  });
}

function failureOf(message: string): EvaluationFailure {
  const outOfMemory = /malloc|memory|out of bounds|Start offset/i.test(message);
  return outOfMemory
    ? { kind: 'too-large', detail: 'It needed more memory than it may use.' }
    : { kind: 'broke', detail: message.slice(0, 500) };
}
