import { headOf, isGuard } from './guards.js';
import { type Body, bodiesOf, isBrace, isIndex, opensComprehension, type Rule, rulesOf, type Span } from './shape.js';
import { closingOf, endsExpression, type Token, tokensOf } from './tokens.js';

/** What kind of fault is planted. */
export type Mutation =
  | 'boundary'
  | 'comparison'
  | 'negation'
  | 'number'
  | 'arithmetic'
  | 'literal'
  | 'extreme'
  | 'quantifier'
  | 'drop-condition'
  | 'drop-entry'
  | 'drop-rule'
  | 'drop-else'
  | 'swap-arguments';

/** A module with one fault. */
export interface Mutant {
  file: string;
  /** Where the fault begins, from 1. */
  line: number;
  mutation: Mutation;
  /** The lines that change, as they stand: white space drawn together, the middle of long ones left out. */
  before: string;
  /** The same lines with the fault; empty where nothing is left of them. */
  after: string;
  /** The whole module. */
  text: string;
}

interface Edit {
  mutation: Mutation;
  start: number;
  end: number;
  replacement: string;
}

/** One module, taken apart. */
interface Module {
  text: string;
  tokens: Token[];
  rules: Rule[];
  bodies: Body[];
}

const LONGEST = 200;

/**
 * Every mutant of a module, in the order of its lines. Some will not compile; METADATA, comments, the package and the
 * imports are left alone.
 * @param source in OPA's own format
 */
export function mutantsOf(file: string, source: string): Mutant[] {
  const tokens = tokensOf(source);
  const rules = rulesOf(source, tokens);
  const module = { text: source, tokens, rules, bodies: bodiesOf(tokens, rules) };
  const seen = new Set<string>();
  return [
    ...tokenEdits(module),
    ...statementEdits(module),
    ...entryEdits(module),
    ...callEdits(module),
    ...ruleEdits(module),
  ]
    .sort((a, b) => a.start - b.start || a.end - b.end)
    .flatMap((edit) => {
      const text = source.slice(0, edit.start) + edit.replacement + source.slice(edit.end);
      if (text === source || seen.has(text)) return [];
      seen.add(text);
      return [{ file, mutation: edit.mutation, ...shown(source, edit), text }];
    });
}

function shown(source: string, { start, end, replacement }: Edit): Pick<Mutant, 'line' | 'before' | 'after'> {
  const from = source.lastIndexOf('\n', start - 1) + 1;
  const newline = source.indexOf('\n', end);
  const to = newline === -1 ? source.length : newline;
  return {
    line: source.slice(0, start).split('\n').length,
    before: drawnTogether(source.slice(from, to)),
    after: drawnTogether(source.slice(from, start) + replacement + source.slice(end, to)),
  };
}

function drawnTogether(text: string): string {
  const together = text
    .replace(/^\s*#.*$/gm, '')
    .replace(/\s+/g, ' ')
    .trim();
  if (together.length <= LONGEST) return together;
  return `${together.slice(0, LONGEST - 70)} … ${together.slice(-60)}`;
}

const BOUNDARIES: Record<string, string> = { '<': '<=', '<=': '<', '>': '>=', '>=': '>' };
const OPPOSITES: Record<string, string> = { '==': '!=', '!=': '==', '<': '>=', '<=': '>', '>': '<=', '>=': '<' };
const LITERALS: Record<string, string> = { true: 'false', false: 'true' };
const EXTREMES: Record<string, string> = { min: 'max', max: 'min' };

function* tokenEdits({ tokens, rules }: Module): Generator<Edit> {
  const begin = rules[0]?.from ?? tokens.length;
  for (let at = begin; at < tokens.length; at += 1) {
    const token = tokens[at] as Token;
    const [before, after] = [tokens[at - 1], tokens[at + 1]];
    const become = (mutation: Mutation, replacement: string | undefined): Edit[] =>
      replacement === undefined ? [] : [{ mutation, start: token.start, end: token.end, replacement }];
    if (token.kind === 'number') {
      const number = Number(token.text);
      yield* become('number', String(number + 1));
      if (number >= 1) yield* become('number', String(number - 1));
    } else if (token.kind === 'name') {
      if (before?.text !== '.') yield* become('literal', LITERALS[token.text]);
      if (before?.text !== '.' && after?.text === '(') yield* become('extreme', EXTREMES[token.text]);
    } else if (token.kind === 'mark') {
      // Nothing counts less than none: that would be the condition dropped, which stands among the mutants anyway.
      if (!(after?.text === '0' && isCount(tokens, at - 1))) yield* become('boundary', BOUNDARIES[token.text]);
      yield* become('comparison', OPPOSITES[token.text]);
      if (endsExpression(before)) {
        if (token.text === '+' || token.text === '-') yield* become('arithmetic', token.text === '+' ? '-' : '+');
        if (token.text === '&') yield* become('arithmetic', '|');
        if (token.text === '|' && !opensComprehension(tokens, at)) yield* become('arithmetic', '&');
      }
    }
  }
}

function isCount(tokens: readonly Token[], end: number): boolean {
  const opening = tokens.findLastIndex((one, at) => at < end && one.depth === tokens[end]?.depth && one.text === '(');
  return tokens[end]?.text === ')' && tokens[opening - 1]?.text === 'count';
}

function* statementEdits(module: Module): Generator<Edit> {
  const { tokens } = module;
  for (const body of module.bodies) {
    for (const [index, statement] of body.statements.entries()) {
      const [first, second] = [tokens[statement.from] as Token, tokens[statement.from + 1] as Token];
      const [start, end] = [first.start, (tokens[statement.to - 1] as Token).end];
      const word = first.kind === 'name' ? first.text : '';
      const own = tokens.slice(statement.from, statement.to).filter(({ depth }) => depth === first.depth);
      const has = (...marks: string[]): boolean =>
        own.some(({ kind, text: mark }) => kind === 'mark' && marks.includes(mark));
      const given =
        word === 'some'
          ? own.slice(
              1,
              own.findIndex((one) => one.text === 'in'),
            )
          : [];
      // What a name is given cannot be dropped: a compiler would miss the name.
      const gives = has(':=') || (word === 'some' && given.every(isGiven));
      if (!gives && !isGuard(tokens, module.rules, body, statement))
        yield { mutation: 'drop-condition', start, end, replacement: 'true' };
      if (word === 'not') yield { mutation: 'negation', start, end: second.start, replacement: '' };
      else if (!['some', 'every'].includes(word) && !has(':=', '=', ...Object.keys(OPPOSITES))) {
        yield { mutation: 'negation', start, end: start, replacement: 'not ' };
      }
      if (word === 'some') yield* everyForSome(module, body, index, given);
      if (word === 'every') yield* someForEvery(module, body, statement);
    }
  }
}

function* everyForSome(
  { tokens, text, rules }: Module,
  body: Body,
  index: number,
  given: readonly Token[],
): Generator<Edit> {
  const [statement, rest] = body.statements.slice(index, index + 2);
  if (statement === undefined || rest === undefined || given.length === 0) return;
  // What lies before it, the head above all, cannot see the names that an `every` gives.
  const names = new Set(given.filter(isGiven).map((one) => one.text));
  const head = tokens.slice(headOf(tokens, rules, body).from, statement.from);
  if (head.some((one, at) => one.kind === 'name' && names.has(one.text) && head[at - 1]?.text !== '.')) return;
  const [start, end] = [(tokens[statement.from] as Token).start, (tokens[body.to - 1] as Token).end];
  const domain = text.slice((tokens[statement.from] as Token).end, (tokens[statement.to - 1] as Token).end);
  const conditions = text.slice((tokens[rest.from] as Token).start, end);
  yield { mutation: 'quantifier', start, end, replacement: `every${domain} {\n${conditions}\n}` };
}

function isGiven({ kind, text }: Token): boolean {
  return text === ',' || (kind === 'name' && text !== '_');
}

function* someForEvery({ tokens, text }: Module, body: Body, statement: Span): Generator<Edit> {
  const first = tokens[statement.from] as Token;
  const brace = tokens.findIndex((one, at) => at > statement.from && one.depth === first.depth && isBrace(tokens, at));
  if (brace === -1 || brace >= statement.to) return;
  const [opening, closing] = [tokens[brace] as Token, tokens[closingOf(tokens, brace)] as Token];
  const domain = text.slice(first.end, opening.start).trimEnd();
  const conditions = `some${domain}\n${text.slice(opening.end, closing.start).trim()}`;
  const replacement = body.kind === 'line' ? `{\n${conditions}\n}` : conditions;
  yield { mutation: 'quantifier', start: first.start, end: closing.end, replacement };
}

/** Entries of lists and sets that are written out. */
function* entryEdits({ tokens }: Module): Generator<Edit> {
  for (const [at, token] of tokens.entries()) {
    if (
      (token.text !== '[' && token.text !== '{') ||
      token.kind !== 'mark' ||
      isIndex(tokens, at) ||
      isBrace(tokens, at)
    )
      continue;
    const end = closingOf(tokens, at);
    const inner = tokens
      .map((_, index) => index)
      .slice(at + 1, end)
      .filter((index) => tokens[index]?.depth === token.depth + 1);
    const marks = inner.filter((index) => tokens[index]?.kind === 'mark').map((index) => (tokens[index] as Token).text);
    const isPattern = tokens[end + 1]?.text === ':=' || tokens[at - 1]?.text === 'some';
    if (inner.length === 0 || isPattern || marks.includes(':')) continue;
    if (inner.some((index) => tokens[index]?.text === '|' && opensComprehension(tokens, index))) continue;
    const commas = inner.filter((index) => tokens[index]?.text === ',');
    const ends = commas.at(-1) === end - 1 ? commas : [...commas, end];
    if (ends.length === 1) {
      const replacement = token.text === '[' ? '[]' : 'set()';
      yield { mutation: 'drop-entry', start: token.start, end: (tokens[end] as Token).end, replacement };
      continue;
    }
    for (const [index, after] of ends.entries()) {
      const from = index === 0 ? at + 1 : (ends[index - 1] as number) + 1;
      // With the comma that follows it, or, at the end, the one before.
      const isLast = after === end;
      const start = (tokens[isLast ? from - 1 : from] as Token).start;
      yield { mutation: 'drop-entry', start, end: (tokens[isLast ? end - 1 : after] as Token).end, replacement: '' };
    }
  }
}

// Where the order of the two does not matter, or only that of a list.
const SYMMETRIC = new Set(['min', 'max', 'array.concat', 'object.union', 'dates.add_days']);

/** Calls with two arguments, both names or paths. */
function* callEdits({ tokens, text, rules }: Module): Generator<Edit> {
  const heads = new Set(rules.map(({ from }) => from));
  for (const [at, token] of tokens.entries()) {
    const callee = tokens[at - 1];
    if (token.text !== '(' || callee?.kind !== 'name' || callee.end !== token.start || heads.has(at - 1)) continue;
    const end = closingOf(tokens, at);
    const commas = tokens
      .map((_, index) => index)
      .slice(at, end)
      .filter((index) => tokens[index]?.text === ',' && tokens[index]?.depth === token.depth + 1);
    const comma = commas[0];
    if (comma === undefined || commas.length > 1) continue;
    const isPath = (span: Token[]): boolean =>
      span[0]?.kind === 'name' && span.every(({ kind, text: one }) => kind === 'name' || one === '.');
    const [first, second] = [tokens.slice(at + 1, comma), tokens.slice(comma + 1, end)];
    const name = text.slice(/[\w.]*$/.exec(text.slice(0, token.start))?.index, token.start);
    if (!isPath(first) || !isPath(second) || SYMMETRIC.has(name)) continue;
    const textOf = (span: Token[]): string => text.slice((span[0] as Token).start, (span.at(-1) as Token).end);
    yield {
      mutation: 'swap-arguments',
      start: (first[0] as Token).start,
      end: (second.at(-1) as Token).end,
      replacement: `${textOf(second)}, ${textOf(first)}`,
    };
  }
}

function* ruleEdits({ tokens, rules }: Module): Generator<Edit> {
  for (const { name, from, to } of rules) {
    const [start, end] = [(tokens[from] as Token).start, (tokens[to - 1] as Token).end];
    // Without the only rule of a name that others use, nothing compiles.
    const others = tokens.filter(
      (one, at) => (at < from || at >= to) && one.text === name && tokens[at - 1]?.text !== '.',
    );
    const isNeeded = others.length > 0 && !rules.some((rule) => rule.from !== from && rule.name === name);
    if (!isNeeded) yield { mutation: 'drop-rule', start, end, replacement: '' };
    const branches = tokens
      .map((_, at) => at)
      .slice(from, to)
      .filter((at) => tokens[at]?.depth === 0 && tokens[at]?.text === 'else');
    for (const [index, at] of branches.entries()) {
      const next = branches[index + 1] ?? to;
      yield {
        mutation: 'drop-else',
        start: (tokens[at - 1] as Token).end,
        end: (tokens[next - 1] as Token).end,
        replacement: '',
      };
    }
  }
}
