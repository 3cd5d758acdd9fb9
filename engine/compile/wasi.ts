/**
 * The system calls that a Go program built for wasip1 makes, as far as Privity's compiler needs them: memory in, memory
 * out, clock and random numbers. No file, no environment of the user, no network. `node:wasi` is not used: it aborted
 * the whole process on some inputs (nodejs/node#46777).
 */
export interface WasiRun {
  exitCode: number;
  stdout: Uint8Array;
  stderr: string;
}

const ERRNO = { success: 0, badf: 8, inval: 28, nosys: 52, spipe: 70 } as const;
const CHARACTER_DEVICE = 2;
const STDIN = 0;
const STDOUT = 1;

class Exit extends Error {
  readonly code: number;

  constructor(code: number) {
    super(`exit ${code}`);
    this.code = code;
  }
}

/** Runs the program to its end, synchronously: call it in a worker. */
export function runWasi(module: WebAssembly.Module, stdin: Uint8Array, environment: readonly string[] = []): WasiRun {
  const stdout: Uint8Array[] = [];
  const stderr: Uint8Array[] = [];
  let consumed = 0;
  let memory: WebAssembly.Memory;
  const view = (): DataView => new DataView(memory.buffer);
  const bytes = (): Uint8Array => new Uint8Array(memory.buffer);

  const writeStrings = (strings: readonly string[], pointers: number, buffer: number): number => {
    let at = buffer;
    strings.forEach((text, index) => {
      view().setUint32(pointers + 4 * index, at, true);
      const encoded = new TextEncoder().encode(`${text}\0`);
      bytes().set(encoded, at);
      at += encoded.length;
    });
    return ERRNO.success;
  };
  const writeSizes = (strings: readonly string[], count: number, size: number): number => {
    view().setUint32(count, strings.length, true);
    view().setUint32(
      size,
      strings.reduce((sum, text) => sum + Buffer.byteLength(text) + 1, 0),
      true,
    );
    return ERRNO.success;
  };
  // Calls `each` with the address and length of every buffer of a scatter/gather list.
  const overVectors = (vectors: number, count: number, each: (address: number, length: number) => number): number => {
    let total = 0;
    for (let index = 0; index < count; index += 1) {
      total += each(view().getUint32(vectors + 8 * index, true), view().getUint32(vectors + 8 * index + 4, true));
    }
    return total;
  };

  const calls = {
    args_sizes_get: (count: number, size: number) => writeSizes(['opa'], count, size),
    args_get: (pointers: number, buffer: number) => writeStrings(['opa'], pointers, buffer),
    environ_sizes_get: (count: number, size: number) => writeSizes(environment, count, size),
    environ_get: (pointers: number, buffer: number) => writeStrings(environment, pointers, buffer),
    clock_time_get: (_id: number, _precision: bigint, result: number) => {
      view().setBigUint64(result, BigInt(Math.round((performance.timeOrigin + performance.now()) * 1e6)), true);
      return ERRNO.success;
    },
    random_get: (address: number, length: number) => {
      for (let at = 0; at < length; at += 65_536) {
        crypto.getRandomValues(bytes().subarray(address + at, address + Math.min(at + 65_536, length)));
      }
      return ERRNO.success;
    },
    fd_read: (descriptor: number, vectors: number, count: number, read: number) => {
      if (descriptor !== STDIN) return ERRNO.badf;
      const total = overVectors(vectors, count, (address, length) => {
        const part = stdin.subarray(consumed, consumed + length);
        bytes().set(part, address);
        consumed += part.length;
        return part.length;
      });
      view().setUint32(read, total, true);
      return ERRNO.success;
    },
    fd_write: (descriptor: number, vectors: number, count: number, written: number) => {
      if (descriptor < 1 || descriptor > 2) return ERRNO.badf;
      const sink = descriptor === STDOUT ? stdout : stderr;
      const total = overVectors(vectors, count, (address, length) => {
        sink.push(bytes().slice(address, address + length));
        return length;
      });
      view().setUint32(written, total, true);
      return ERRNO.success;
    },
    fd_fdstat_get: (descriptor: number, result: number) => {
      if (descriptor > 2) return ERRNO.badf;
      bytes().fill(0, result, result + 24);
      view().setUint8(result, CHARACTER_DEVICE);
      view().setBigUint64(result + 8, 0xffff_ffffn, true);
      return ERRNO.success;
    },
    fd_filestat_get: (descriptor: number, result: number) => {
      if (descriptor > 2) return ERRNO.badf;
      bytes().fill(0, result, result + 64);
      view().setUint8(result + 16, CHARACTER_DEVICE);
      return ERRNO.success;
    },
    fd_fdstat_set_flags: (descriptor: number) => (descriptor > 2 ? ERRNO.badf : ERRNO.success),
    fd_seek: () => ERRNO.spipe,
    fd_close: () => ERRNO.success,
    fd_readdir: () => ERRNO.badf,
    fd_prestat_get: () => ERRNO.badf,
    fd_prestat_dir_name: () => ERRNO.badf,
    path_open: () => ERRNO.nosys,
    path_filestat_get: () => ERRNO.nosys,
    path_readlink: () => ERRNO.nosys,
    sched_yield: () => ERRNO.success,
    // Only timers are ever waited for; the program is busy, so every timer that it asks about has come.
    poll_oneoff: (subscriptions: number, events: number, count: number, result: number) => {
      for (let index = 0; index < count; index += 1) {
        const event = events + 32 * index;
        bytes().fill(0, event, event + 32);
        view().setBigUint64(event, view().getBigUint64(subscriptions + 48 * index, true), true);
        view().setUint8(event + 10, view().getUint8(subscriptions + 48 * index + 8));
      }
      view().setUint32(result, count, true);
      return ERRNO.success;
    },
    proc_exit: (code: number) => {
      throw new Exit(code);
    },
  };

  const instance = new WebAssembly.Instance(module, { wasi_snapshot_preview1: calls });
  memory = instance.exports.memory as WebAssembly.Memory;
  let exitCode = 0;
  try {
    (instance.exports._start as () => void)();
  } catch (error) {
    if (!(error instanceof Exit)) throw error;
    exitCode = error.code;
  }
  return { exitCode, stdout: Buffer.concat(stdout), stderr: Buffer.concat(stderr).toString('utf8') };
}
