import { expect } from 'chai';
import { boundedMemory } from '../../engine/compile/memory.js';

const HEADER = [0x00, 0x61, 0x73, 0x6d, 0x01, 0x00, 0x00, 0x00];
const MEMORY_OF_ONE_PAGE = [0x05, 0x03, 0x01, 0x00, 0x01];
const EXPORTED_AS_M = [0x07, 0x05, 0x01, 0x01, 0x6d, 0x02, 0x00];

function memoryOf(program: Uint8Array): WebAssembly.Memory {
  const { exports } = new WebAssembly.Instance(new WebAssembly.Module(new Uint8Array(program)), {});
  return exports.m as WebAssembly.Memory;
}

describe('compile: a program’s own memory', () => {
  const program = Uint8Array.from([...HEADER, ...MEMORY_OF_ONE_PAGE, ...EXPORTED_AS_M]);

  it('grows without end as it is', () => {
    expect(memoryOf(program).grow(1_000)).to.equal(1);
  });

  for (const pages of [1, 127, 128, 16_384]) {
    it(`grows to ${pages} pages and no further`, () => {
      const memory = memoryOf(boundedMemory(program, pages));
      expect(memory.grow(pages - 1)).to.equal(1);
      expect(() => memory.grow(1)).to.throw(RangeError);
    });
  }

  it('is refused where the program has none', () => {
    expect(() => boundedMemory(Uint8Array.from(HEADER), 10)).to.throw(/no memory of its own/);
  });
});
