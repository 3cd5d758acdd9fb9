const HEADER = 8;
const MEMORY_SECTION = 5;
const WITH_MAXIMUM = 1;

/**
 * A WebAssembly program whose own memory cannot grow beyond `pages` (of 64 KB). A program that brings its memory along
 * cannot be bounded from outside, and Go's linker declares none: the bound is written into the program.
 */
export function boundedMemory(program: Uint8Array, pages: number): Uint8Array {
  for (let at = HEADER; at < program.length; ) {
    const size = readNumber(program, at + 1);
    const end = size.end + size.value;
    if (program[at] === MEMORY_SECTION) {
      // One memory: its count, its flags (0: no maximum), and the pages that it begins with.
      if (program[size.end] !== 1 || program[size.end + 1] !== 0) break;
      const initial = program.subarray(size.end + 2, end);
      const section = [1, WITH_MAXIMUM, ...initial, ...written(pages)];
      return Buffer.concat([
        program.subarray(0, at),
        Uint8Array.from([MEMORY_SECTION, ...written(section.length), ...section]),
        program.subarray(end),
      ]);
    }
    at = end;
  }
  throw new Error('The program declares no memory of its own that could be bounded.');
}

// LEB128, as WebAssembly writes unsigned numbers.
function readNumber(bytes: Uint8Array, start: number): { value: number; end: number } {
  let value = 0;
  for (let at = start, shift = 0; ; at += 1, shift += 7) {
    const byte = bytes[at] ?? 0;
    value += (byte & 0x7f) * 2 ** shift;
    if ((byte & 0x80) === 0) return { value, end: at + 1 };
  }
}

function written(value: number): number[] {
  const bytes: number[] = [];
  let rest = value;
  do {
    bytes.push(rest >= 0x80 ? (rest & 0x7f) | 0x80 : rest);
    rest = Math.floor(rest / 0x80);
  } while (rest > 0);
  return bytes;
}
