import { Worker } from 'node:worker_threads';
import { closingRules } from '../load/closing.js';
import type { Closings, RowFormat } from '../load/registers/read.js';
import type { Moment } from '../load/time.js';
import { UserError } from '../problems.js';
import { workerScript } from '../root.js';
import type { RuleData } from './facts.js';
import { type EvaluationFailure, failureOf, tooLong } from './failures.js';
import type { EvaluateRequest, JudgeReply, JudgeRequest, WorkerReply, WorkerRules, WorkerStart } from './protocol.js';
import { jsonBuffer } from './units.js';

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
  /** What days are derived from for the rows of files. */
  closings?: Closings;
}

export type Evaluated = { value: unknown } | { failure: EvaluationFailure };

/** A thread that judges, held by one task at a time. */
export interface Thread {
  /** The value of an entrypoint for an input, or why there is none; of the firm's own rules, or of the built-in ones. */
  evaluate(entrypoint: string, input: unknown, own?: boolean): Promise<Evaluated>;
  /** Judges a batch. */
  judge(request: JudgeRequest): Promise<JudgeReply | { failure: EvaluationFailure }>;
}

/** Runs compiled rules in worker threads, within bounds of time and memory. */
export interface Evaluator {
  readonly threads: number;
  /**
   * Waits for a free thread and lends it.
   * @throws UserError where the facts alone need more memory than the rules may use
   */
  use<T>(task: (thread: Thread) => Promise<T>): Promise<T>;
  close(): Promise<void>;
}

const PAGE = 65_536;

/** Compiled rules: the built-in ones, and a firm's own, which are compiled apart from them. */
export interface CompiledRules {
  wasm: Uint8Array;
  ownWasm?: Uint8Array;
}

/** The rules of a run, and a first thread that has begun to load them. */
export interface WarmStart {
  rules: Promise<WorkerRules>;
  worker: Worker;
}

/**
 * Begins to start a thread while the facts are still being read: together they take half as long as one after the other.
 * It ends with the process where it is not needed after all.
 */
export function warmStart(given: Promise<CompiledRules> | CompiledRules, memoryMb: number): WarmStart {
  const maximumPages = Math.floor((memoryMb * 1024 * 1024) / PAGE);
  const compiled = async (): Promise<WorkerRules> => {
    const { wasm, ownWasm } = await given;
    return {
      builtin: await WebAssembly.compile(wasm),
      ...(ownWasm === undefined ? {} : { own: await WebAssembly.compile(ownWasm) }),
      // A first evaluation that has to grow its memory page by page takes many times as long.
      initialPages: Math.min(800, maximumPages),
      maximumPages,
    };
  };
  const rules = compiled();
  const worker = newWorker(rules, memoryMb);
  worker.unref();
  return { rules, worker };
}

/**
 * Starts further workers as they are needed; one that has passed its limits is ended (within about 20 ms) and replaced.
 * @param warm the compiled rules, shared by all workers
 */
export function startEvaluator(
  { rules, worker: first }: WarmStart,
  data: RuleData,
  options: EvaluatorOptions,
): Evaluator {
  const {
    seconds,
    memoryMb,
    threads = 1,
    zone = 'UTC',
    asOf = { day: 0, ms: 0 },
    showFacts = false,
    formats = {},
    closings = { rules: closingRules([]), matters: new Map() },
  } = options;
  const start: WorkerStart = { data: jsonBuffer(data), zone, asOf, showFacts, formats, closings };
  const running = new Set<Worker>([first]);
  const idle: Promise<Worker>[] = [];
  const waiting: ((worker: Promise<Worker>) => void)[] = [];
  let lent = 0;

  let warm: Worker | undefined = first;
  const startWorker = async (): Promise<Worker> => {
    const worker = warm ?? newWorker(rules, memoryMb);
    warm = undefined;
    running.add(worker);
    worker.ref();
    worker.on('error', () => running.delete(worker));
    await rules;
    worker.postMessage(start);
    const reply = await nextReply(worker, undefined, memoryMb);
    if ('failure' in reply) throw cannotStart(reply.failure, memoryMb);
    return worker;
  };
  const freshWorker = (): Promise<Worker> => {
    const worker = startWorker();
    // Whoever waits for it is told; nobody may.
    worker.catch(() => undefined);
    return worker;
  };
  const end = async (worker: Worker): Promise<void> => {
    running.delete(worker);
    await worker.terminate();
  };
  const acquire = (): Promise<Worker> => {
    const free = idle.pop();
    if (free) return free;
    if (lent < threads) {
      lent += 1;
      return freshWorker();
    }
    return new Promise((resolve) => waiting.push(resolve));
  };
  const release = (worker: Promise<Worker>): void => {
    const next = waiting.shift();
    if (next) next(worker);
    else idle.push(worker);
  };

  return {
    threads,
    async use(task) {
      let worker = acquire();
      const ask = async (request: EvaluateRequest | JudgeRequest): Promise<Evaluated> => {
        const current = await worker;
        current.postMessage(request);
        const reply = await nextReply(current, seconds, memoryMb);
        if ('failure' in reply) {
          await end(current);
          worker = freshWorker();
        }
        return reply;
      };
      try {
        await worker;
        return await task({
          evaluate: (entrypoint, input, own = false) => ask({ entrypoint, input: jsonBuffer(input), own }),
          async judge(request) {
            const reply = await ask(request);
            return 'value' in reply ? (reply.value as JudgeReply) : reply;
          },
        });
      } finally {
        release(worker);
      }
    },
    async close() {
      await Promise.all([...running].map(end));
    },
  };
}

/** A thread that loads the rules as soon as they are there. */
function newWorker(rules: Promise<WorkerRules>, memoryMb: number): Worker {
  const worker = new Worker(workerScript('judging'), {
    env: {},
    stdout: true,
    stderr: true,
    // What rules yield is parsed in the worker's own heap: without a bound it would end the whole process.
    // A batch lives for some milliseconds: a small young generation keeps a million rows from spreading over the memory.
    resourceLimits: { maxOldGenerationSizeMb: Math.max(512, memoryMb), maxYoungGenerationSizeMb: 8 },
  });
  // Without a listener, a worker that breaks while nobody waits for it would end the whole process.
  worker.on('error', () => undefined);
  rules.then(
    (given) => worker.postMessage(given),
    // Whoever asked for the rules is told.
    () => undefined,
  );
  return worker;
}

/**
 * The worker's next word: its reply, or that it is ready.
 * @param seconds after which it is given up; undefined for no limit
 */
function nextReply(worker: Worker, seconds: number | undefined, memoryMb: number): Promise<Evaluated> {
  return new Promise((resolve) => {
    const end = (result: Evaluated): void => {
      clearTimeout(timer);
      worker.off('message', onMessage);
      worker.off('error', onError);
      worker.off('exit', onExit);
      resolve(result);
    };
    const onMessage = (reply: WorkerReply): void => {
      if ('error' in reply) end({ failure: failureOf(reply.error, memoryMb) });
      else end('value' in reply ? reply : { value: undefined });
    };
    const onError = (error: unknown): void =>
      end({ failure: failureOf(error instanceof Error ? error.message : String(error), memoryMb) });
    const onExit = (): void => end({ failure: failureOf('the worker ended', memoryMb) });
    const timer =
      seconds === undefined ? undefined : setTimeout(() => end({ failure: tooLong(seconds) }), seconds * 1000);
    worker.on('message', onMessage);
    worker.on('error', onError);
    worker.on('exit', onExit);
    // It ended before anybody listened.
    if (worker.threadId === -1) onExit();
  });
}

function cannotStart({ kind, detail }: EvaluationFailure, memoryMb: number): Error {
  if (kind !== 'too-large') return new Error(`The compiled rules could not be started. ${detail}`);
  return new UserError(
    `What the firm declares needs more memory than the rules may use (${memoryMb} MB). Raise limits.memory_mb in privity.yaml.`,
  );
}
