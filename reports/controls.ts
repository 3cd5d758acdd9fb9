import type { Catalogue, CatalogueEntry, Coverage } from '../engine/generated/catalogue.js';
import { type Page, type PageOptions, pageOf, pageText } from './page.js';
import { plural, upperFirst } from './words.js';

/** The catalogue on a terminal: by domain; or a framework by article, with what no control covers. */
export function controlsTable(catalogue: Catalogue, options: PageOptions): string {
  const page = pageOf(options);
  const { controls, coverage, version } = catalogue;
  const remark = `${plural(controls.length, 'control')} - rules ${version}`;
  if (coverage) return pageText([...page.title(coverage.framework, remark), ...articles(coverage, page)]);
  const domains = [...new Set(controls.map(({ domain }) => domain))];
  return pageText([
    ...page.title('The controls', remark),
    ...domains.flatMap((domain) => [
      '',
      page.strong(domainTitle(domain)),
      ...controls.filter((control) => control.domain === domain).flatMap((control) => row(control, page)),
    ]),
  ]);
}

/** `legal-profession` as a heading. */
export function domainTitle(domain: string): string {
  return upperFirst(domain.replaceAll('-', ' '));
}

/** What one evaluation sees, in words. */
export const UNIT_WORDS: Record<CatalogueEntry['unit'], string> = {
  inventory: 'all that is declared',
  record: 'each record by itself',
  client: 'client by client',
  matter: 'matter by matter',
  staff: 'person by person',
  asset: 'store by store',
};

const ID_COLUMNS = 13;

function row(
  { id, title, severity, profile, unit, frameworks, own, switched_off: off }: CatalogueEntry,
  page: Page,
): string[] {
  const remarks = [severity, profile, UNIT_WORDS[unit], ...(own ? ['the firm\u2019s own'] : []), frameworks.join(', ')];
  return [
    ...page.prose(`${id.padEnd(ID_COLUMNS - 2)} ${title}`, 2, ID_COLUMNS - 1),
    ...page.prose(remarks, ID_COLUMNS + 1, 0, page.faint),
    ...(off === undefined ? [] : page.prose(`Switched off by the firm: ${off}`, ID_COLUMNS + 1, 0, page.doubtful)),
  ];
}

function articles({ articles: all, source }: Coverage, page: Page): string[] {
  const open = all.filter(({ controls }) => controls.length === 0);
  const covered = all.filter(({ controls }) => controls.length > 0);
  const line = ({ ref, title = '', controls }: Coverage['articles'][number]): string[] => [
    ...page.prose(`${ref}  ${title}`.trim(), 2, ref.length + 2),
    ...(controls.length === 0 ? [] : page.prose(controls.join(', '), ref.length + 4, 0, page.faint)),
  ];
  const none =
    source === undefined
      ? ['', ...page.prose('Its articles are not listed here: only those that a control cites are known.', 2)]
      : ['', page.strong(`No control covers (${open.length})`), ...open.flatMap(line)];
  return ['', page.strong(`Covered (${covered.length})`), ...covered.flatMap(line), ...none];
}
