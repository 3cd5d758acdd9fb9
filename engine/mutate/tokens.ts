/** A piece of Rego: comments are none, and a string is one with its quotation marks. Offsets are UTF-16. */
export interface Token {
  kind: 'name' | 'number' | 'string' | 'mark';
  text: string;
  start: number;
  end: number;
  /** From 1. */
  line: number;
  /** How many brackets are open before it. An opening bracket has the depth of what stands before it, as its closing one. */
  depth: number;
}

const PIECE =
  /(?<space>\s+)|(?<comment>#[^\n]*)|(?<string>"(?:[^"\\\n]|\\.)*"|`[^`]*`)|(?<number>\d+(?:\.\d+)?)|(?<name>[A-Za-z_]\w*)|(?<mark>:=|==|!=|<=|>=|[^\s\w])/gy;

const OPENS = '([{';
const CLOSES = ')]}';

/** Rego in pieces. Not a parser: sources are in OPA's own format, which the tests of the repository hold them to. */
export function tokensOf(text: string): Token[] {
  const tokens: Token[] = [];
  let line = 1;
  let depth = 0;
  for (const { 0: piece, index, groups = {} } of text.matchAll(PIECE)) {
    const kind = (['name', 'number', 'string', 'mark'] as const).find((one) => groups[one] !== undefined);
    if (kind !== undefined) {
      if (kind === 'mark' && CLOSES.includes(piece)) depth -= 1;
      tokens.push({ kind, text: piece, start: index, end: index + piece.length, line, depth });
      if (kind === 'mark' && OPENS.includes(piece)) depth += 1;
    }
    line += piece.split('\n').length - 1;
  }
  return tokens;
}

export function opens(token: Token | undefined): boolean {
  return token?.kind === 'mark' && OPENS.includes(token.text);
}

export function closes(token: Token | undefined): boolean {
  return token?.kind === 'mark' && CLOSES.includes(token.text);
}

/** Whether an expression can end with this token: then a bracket after it is an index, a call or a body. */
export function endsExpression(token: Token | undefined): boolean {
  if (token === undefined) return false;
  if (token.kind === 'name') return !KEYWORDS.has(token.text);
  return token.kind !== 'mark' || closes(token);
}

/** The place of the bracket that closes the one at `at`. */
export function closingOf(tokens: readonly Token[], at: number): number {
  const { depth } = tokens[at] as Token;
  return tokens.findIndex((token, index) => index > at && token.depth === depth && closes(token));
}

const KEYWORDS = new Set([
  'if',
  'else',
  'contains',
  'some',
  'every',
  'in',
  'not',
  'with',
  'as',
  'default',
  'import',
  'package',
]);
