import type { Catalogue, CatalogueEntry, Coverage } from '../engine/generated/catalogue.js';
import { domainTitle, UNIT_WORDS } from './controls.js';
import { markdownText } from './markdownText.js';
import { plural } from './words.js';

/** The catalogue as tables of Markdown. `link` gives the address of a control's page, where there is one. */
export function controlsMarkdown(
  catalogue: Catalogue,
  link: (id: string) => string | undefined = () => undefined,
): string {
  const { controls, coverage, version } = catalogue;
  const remark = `${plural(controls.length, 'control')}, rules ${version}.`;
  const named = (id: string): string => {
    const address = link(id);
    return address === undefined ? id : `[${id}](${address})`;
  };
  if (coverage)
    return `# ${markdownText(coverage.framework)} by article\n\n${remark}\n\n${coverageText(coverage, named)}`;
  const domains = [...new Set(controls.map(({ domain }) => domain))];
  const tables = domains.map((domain) => {
    const rows = controls.filter((control) => control.domain === domain).map((control) => rowText(control, named));
    return `## ${domainTitle(domain)}\n\n| control | duty | severity | profile | judged | cites |\n| --- | --- | --- | --- | --- | --- |\n${rows.join('\n')}\n`;
  });
  return `# The controls\n\n${remark}\n\n${tables.join('\n')}`;
}

function rowText(
  { id, title, severity, profile, unit, frameworks, switched_off: off }: CatalogueEntry,
  named: (id: string) => string,
): string {
  const duty = off === undefined ? title : `${title} (switched off by the firm: ${off})`;
  const cells = [duty, severity, profile, UNIT_WORDS[unit], frameworks.join(', ')].map(markdownText);
  return `| ${[named(id), ...cells].join(' | ')} |`;
}

/** A framework by article, what no control covers at the end. */
export function coverageText(
  { articles, source, checked_on: checked }: Coverage,
  named: (id: string) => string,
): string {
  const covered = articles
    .filter(({ controls }) => controls.length > 0)
    .map(
      ({ ref, title = '', controls }) =>
        `| ${markdownText(ref)} | ${markdownText(title)} | ${controls.map(named).join(', ')} |`,
    );
  const open = articles
    .filter(({ controls }) => controls.length === 0)
    .map(({ ref, title = '' }) => `- ${markdownText(`${ref} ${title}`.trim())}`);
  const table = `| article | title | controls |\n| --- | --- | --- |\n${covered.join('\n')}\n`;
  if (source === undefined)
    return `${table}\nIts articles are not listed: only those that a control cites are known.\n`;
  const rest = open.length === 0 ? 'A control covers every one.' : `No control covers:\n\n${open.join('\n')}`;
  return `${table}\n${rest}\n\nThe articles: ${markdownText(source)}, looked at on ${checked}.\n`;
}
