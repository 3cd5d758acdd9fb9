import type { Catalogue, CatalogueEntry, Coverage } from '../generated/catalogue.js';
import type { Control } from './catalogue.js';
import type { PolicySet } from './policies.js';

/** Articles of a law that put a duty on a firm; see `policies/articles.yaml`. */
export interface ArticleList {
  name: string;
  source: string;
  checked_on: string;
  articles: { ref: string; title: string }[];
}

/**
 * The catalogue as it is listed, and, for a framework, its coverage by article.
 * @param switchedOff what the firm has switched off, and why
 */
export function catalogueList(
  { controls, version }: Pick<PolicySet, 'controls' | 'version'>,
  { switchedOff = [], coverage }: { switchedOff?: readonly { control: string; reason: string }[]; coverage?: Coverage },
): Catalogue {
  const off = new Map(switchedOff.map(({ control, reason }) => [control, reason]));
  return {
    schema: 1,
    version,
    controls: controls.map((control) => entryOf(control, off.get(control.id))),
    ...(coverage === undefined ? {} : { coverage }),
  };
}

function entryOf(control: Control, switchedOff: string | undefined): CatalogueEntry {
  const { id, title, description, domain, severity, profile, unit, citations, own } = control;
  const frameworks = [...new Set(citations.map(({ framework }) => framework))];
  const entry = { id, title, description, domain, severity, profile, unit, frameworks, own };
  return switchedOff === undefined ? entry : { ...entry, switched_off: switchedOff };
}

/** A framework by article. Without a list of its articles only those are known that some control cites. */
export function coverageOf(framework: string, controls: readonly Control[], list: ArticleList | undefined): Coverage {
  const citing = new Map<string, Set<string>>();
  for (const { id, citations } of controls) {
    for (const citation of citations) {
      if (citation.framework !== framework) continue;
      for (const article of articlesIn(citation.ref)) {
        const ids = citing.get(article) ?? new Set();
        citing.set(article, ids.add(id));
      }
    }
  }
  const idsOf = (ref: string): string[] => [...(citing.get(ref) ?? [])].sort();
  const known = new Set(list?.articles.map(({ ref }) => ref));
  const others = [...citing.keys()].filter((ref) => !known.has(ref)).sort(byNumber);
  return {
    framework,
    ...(list === undefined ? {} : { source: list.source, checked_on: list.checked_on }),
    articles: [
      ...(list?.articles ?? []).map(({ ref, title }) => ({ ref, title, controls: idsOf(ref) })),
      ...others.map((ref) => ({ ref, controls: idsOf(ref) })),
    ].sort((a, b) => byNumber(a.ref, b.ref)),
  };
}

/**
 * The articles, sections or rules that a reference names, without paragraphs: `Art 33` of "Art 33(1)", `Art 9` and
 * `Art 11A` of "Arts 9(1), 11A", `1798.100` of "1798.100(a)".
 */
export function articlesIn(ref: string): string[] {
  const bare = withoutBrackets(ref).trim();
  const articles = /^Arts?\s+(.*)$/.exec(bare)?.[1];
  if (articles === undefined) return [bare.replace(/[,\s]+$/, '')];
  // "Art 6(1), with (ea) and Annex 1": what follows is no article.
  const named = articles.replace(/\b(with|and Annex|DPA|Annex)\b.*$/, '');
  const numbers = named.split(/[\s,]+/).flatMap((part) => {
    const range = /^(\d+)-(\d+)$/.exec(part);
    if (!range) return /^\d+[A-Z]*/.exec(part) ?? [];
    const [first, last] = [Number(range[1]), Number(range[2])];
    return Array.from({ length: Math.max(0, last - first + 1) }, (_, index) => String(first + index));
  });
  return [...new Set(numbers)].map((number) => `Art ${number}`);
}

// "Art 3(1)-(2) (not verified)" is about Art 3.
function withoutBrackets(text: string): string {
  let bare = text;
  for (let before = ''; before !== bare; ) {
    before = bare;
    bare = bare.replace(/\([^()]*\)/g, '');
  }
  return bare.replace(/-+(?=[\s,]|$)/g, '');
}

/** `Art 9` before `Art 10`, `Art 11` before `Art 11A`. */
function byNumber(a: string, b: string): number {
  const parts = (text: string): string[] => text.match(/\d+|\D+/g) ?? [];
  const [left, right] = [parts(a), parts(b)];
  for (let at = 0; at < Math.max(left.length, right.length); at += 1) {
    const [one = '', other = ''] = [left[at], right[at]];
    const difference = Number(one) - Number(other);
    if (one !== other) return Number.isNaN(difference) ? (one < other ? -1 : 1) : difference;
  }
  return 0;
}
