/** Why an evaluation yielded nothing. */
export interface EvaluationFailure {
  kind: 'broke' | 'too-long' | 'too-large';
  /** A sentence about the rule ("It …"). */
  detail: string;
}

export function tooLong(seconds: number): EvaluationFailure {
  return {
    kind: 'too-long',
    detail: `It did not finish within ${seconds} ${seconds === 1 ? 'second' : 'seconds'}, the limit of one evaluation.`,
  };
}

// What opa-wasm, WebAssembly and the worker's own heap say when memory runs out.
const OUT_OF_MEMORY =
  /^opa_malloc|Memory\.grow|memory access out of bounds|reaching memory limit|^Start offset|longer than 0x|allocation failed/i;

/** What the runtime threw, in plain words. The place of a rule that conflicts is part of what it throws. */
export function failureOf(thrown: string, memoryMb: number): EvaluationFailure {
  const conflict = /^(.+:\d+:\d+): (var assignment|object insert|else) conflict/.exec(thrown);
  if (conflict) {
    const [, place, what] = conflict;
    const twice = what === 'object insert' ? 'one key of an object two values' : 'one rule two values';
    return { kind: 'broke', detail: `It contradicts itself: it gives ${twice} (${place}).` };
  }
  if (OUT_OF_MEMORY.test(thrown)) {
    return { kind: 'too-large', detail: `It needed more memory than it may use (${memoryMb} MB).` };
  }
  if (/call stack/i.test(thrown)) return { kind: 'too-large', detail: 'It nests values or rules too deeply.' };
  return { kind: 'broke', detail: `It broke: ${thrown.slice(0, 500)}` };
}
