import { readFileSync } from 'node:fs';
import { parentPort, workerData } from 'node:worker_threads';
import { brotliDecompressSync } from 'node:zlib';
import { runWasi } from './wasi.js';

/** One request to the embedded compiler, in a thread of its own so that it can be ended at its limit. */
const { program, request } = workerData as { program: string; request: Uint8Array };
const module = new WebAssembly.Module(brotliDecompressSync(readFileSync(program)));
parentPort?.postMessage(runWasi(module, request, ['GOGC=400']));
