import { readFileSync } from 'node:fs';
import { parentPort, workerData } from 'node:worker_threads';
import { brotliDecompressSync } from 'node:zlib';
import { boundedMemory } from './memory.js';
import { runWasi } from './wasi.js';

/** One request to the embedded compiler, in a thread of its own so that it can be ended at its limit. */
const { program, request, memoryPages } = workerData as { program: string; request: Uint8Array; memoryPages: number };
const bytes = boundedMemory(brotliDecompressSync(readFileSync(program)), memoryPages);
const module = new WebAssembly.Module(new Uint8Array(bytes));
// It collects garbage seldom, until it comes near its bound.
parentPort?.postMessage(
  runWasi(module, request, ['GOGC=400', `GOMEMLIMIT=${Math.floor(memoryPages * 0.75) * 65_536}`]),
);
