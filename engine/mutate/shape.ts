import { closes, closingOf, endsExpression, opens, type Token } from './tokens.js';

/** From the token at `from` up to, not including, the one at `to`. */
export interface Span {
  from: number;
  to: number;
}

export interface Rule extends Span {
  name: string;
}

/** Where conditions stand: the body of a rule, of an `every` or of a comprehension. */
export interface Body extends Span {
  /** `line`: one condition after `if`, without braces. */
  kind: 'braces' | 'line' | 'comprehension';
  statements: Span[];
}

/** The rules of a module: what begins at the margin and is neither the package nor an import. */
export function rulesOf(text: string, tokens: readonly Token[]): Rule[] {
  const starts: number[] = [];
  tokens.forEach((token, at) => {
    const atMargin = token.start === 0 || text[token.start - 1] === '\n';
    if (atMargin && token.depth === 0 && token.kind === 'name') starts.push(at);
  });
  return starts.flatMap((from, index) => {
    const first = (tokens[from] as Token).text;
    if (first === 'package' || first === 'import') return [];
    const name = first === 'default' ? (tokens[from + 1] as Token).text : first;
    return [{ name, from, to: starts[index + 1] ?? tokens.length }];
  });
}

export function bodiesOf(tokens: readonly Token[], rules: readonly Rule[]): Body[] {
  return tokens.flatMap((token, at): Body[] => {
    if (token.kind === 'name' && token.text === 'if') {
      const next = tokens[at + 1];
      if (next?.text === '{') return [bodyOf(tokens, 'braces', at + 2, closingOf(tokens, at + 1))];
      return [bodyOf(tokens, 'line', at + 1, endOfLineBody(tokens, at + 1, rules))];
    }
    if (token.kind === 'name' && token.text === 'every') {
      const brace = braceOfEvery(tokens, at);
      return brace === -1 ? [] : [bodyOf(tokens, 'braces', brace + 1, closingOf(tokens, brace))];
    }
    if (token.text === '|' && opensComprehension(tokens, at)) {
      const closing = tokens.findIndex((one, index) => index > at && one.depth === token.depth - 1 && closes(one));
      return [bodyOf(tokens, 'comprehension', at + 1, closing)];
    }
    return [];
  });
}

/** Whether `|` begins the body of a comprehension, not a union: the first one directly within its bracket, after one value. */
export function opensComprehension(tokens: readonly Token[], at: number): boolean {
  const { depth } = tokens[at] as Token;
  for (let before = at - 1; before >= 0; before -= 1) {
    const token = tokens[before] as Token;
    if (token.depth === depth - 1 && opens(token))
      return token.text !== '(' && !isBrace(tokens, before) && !isIndex(tokens, before);
    if (token.depth === depth && ['|', ',', ';'].includes(token.text)) return false;
  }
  return false;
}

/** Whether the `{` at `at` encloses conditions. */
export function isBrace(tokens: readonly Token[], at: number): boolean {
  return tokens[at]?.text === '{' && (tokens[at - 1]?.text === 'if' || endsExpression(tokens[at - 1]));
}

/** Whether the `[` at `at` picks from what stands before it. */
export function isIndex(tokens: readonly Token[], at: number): boolean {
  return tokens[at]?.text === '[' && endsExpression(tokens[at - 1]) && tokens[at - 1]?.end === tokens[at]?.start;
}

// The brace follows the domain: `every x in xs {`, `every x in {1, 2} {`.
function braceOfEvery(tokens: readonly Token[], every: number): number {
  const { depth } = tokens[every] as Token;
  return tokens.findIndex((token, at) => at > every && token.depth === depth && isBrace(tokens, at));
}

function endOfLineBody(tokens: readonly Token[], from: number, rules: readonly Rule[]): number {
  const rule = rules.find((one) => one.from < from && from < one.to);
  const end = rule?.to ?? tokens.length;
  const otherwise = tokens.findIndex(
    (token, at) => at > from && at < end && token.depth === 0 && token.text === 'else',
  );
  return otherwise === -1 ? end : otherwise;
}

function bodyOf(tokens: readonly Token[], kind: Body['kind'], from: number, to: number): Body {
  const depth = tokens[from]?.depth;
  const statements: Span[] = [];
  let start = from;
  for (let at = from + 1; at <= to; at += 1) {
    const token = tokens[at] as Token;
    const before = tokens[at - 1] as Token;
    const newLine = token?.line !== before.line && token?.depth === depth && !continues(before, token);
    if (at === to || (before.text === ';' && before.depth === depth) || (kind !== 'line' && newLine)) {
      statements.push({ from: start, to: before.text === ';' ? at - 1 : at });
      start = at;
    }
  }
  return { kind, from, to, statements };
}

function continues(before: Token, token: Token): boolean {
  return !endsExpression(before) || closes(token) || token.text === 'with';
}
