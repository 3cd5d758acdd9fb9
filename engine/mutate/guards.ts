import { type Body, opensComprehension, type Rule, type Span } from './shape.js';
import { closingOf, opens, type Token } from './tokens.js';

/**
 * Whether a condition only says that something is there which the same rule reads anyway: without the condition the rule
 * is undefined all the same where it is absent, and no test could tell. `facts.present(x, "f")` beside `x.f`, and
 * `count(xs) > 0` beside `min(xs)`. Reads within comprehensions, `every` and `not` do not count: they hold all the same.
 */
export function isGuard(tokens: readonly Token[], rules: readonly Rule[], body: Body, statement: Span): boolean {
  const condition = textOf(tokens.slice(statement.from, statement.to));
  const [, record, field] = /^facts\.present\(([\w.]+),(.+)\)$/.exec(condition) ?? [];
  const [, counted] = /^count\((.+)\)>0$/.exec(condition) ?? [];
  if (record === undefined && counted === undefined) return false;
  const others = body.statements.filter(
    (one) => one !== statement && !['not', 'every'].includes(tokens[one.from]?.text ?? ''),
  );
  const read = [headOf(tokens, rules, body), ...others].map((span) => textOf(firm(tokens, span))).join('\n');
  if (record !== undefined) {
    const path = [...(field ?? '').matchAll(/"(\w+)"/g)].map(([, name]) => name).join('.');
    return path !== '' && new RegExp(`(?<![\\w.])${escaped(`${record}.${path}`)}(?!\\w)`).test(read);
  }
  const set = escaped(counted as string);
  return new RegExp(`(?<![\\w.])(min|max)\\(${set}\\)|elsewhere\\.not_declared\\([^\\n]*,${set},`).test(read);
}

/** What stands before the conditions: of a rule from its name, of a further branch from its `else`, of a comprehension from its bracket. */
export function headOf(tokens: readonly Token[], rules: readonly Rule[], { kind, from }: Body): Span {
  if (kind === 'comprehension') {
    const depth = (tokens[from - 1] as Token).depth;
    return {
      from: tokens.findLastIndex((one, at) => at < from && one.depth === depth - 1 && opens(one)) + 1,
      to: from - 1,
    };
  }
  const to = kind === 'braces' ? from - 1 : from;
  const rule = rules.find((one) => one.from < from && from <= one.to)?.from ?? from;
  const otherwise = tokens.findLastIndex((one, at) => at > rule && at < to && one.depth === 0 && one.text === 'else');
  return { from: Math.max(rule, otherwise), to };
}

/** Tokens without those of comprehensions. */
function firm(tokens: readonly Token[], { from, to }: Span): Token[] {
  const kept: Token[] = [];
  for (let at = from; at < to; at += 1) {
    const token = tokens[at] as Token;
    if (opens(token)) {
      const end = closingOf(tokens, at);
      const isComprehension = tokens
        .slice(at, end)
        .some(
          (one, index) => one.text === '|' && one.depth === token.depth + 1 && opensComprehension(tokens, at + index),
        );
      if (isComprehension) {
        at = end;
        continue;
      }
    }
    kept.push(token);
  }
  return kept;
}

function textOf(tokens: readonly Token[]): string {
  return tokens
    .map(({ text, kind }, at) => (kind === 'name' && tokens[at - 1]?.kind === 'name' ? ` ${text}` : text))
    .join('');
}

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
