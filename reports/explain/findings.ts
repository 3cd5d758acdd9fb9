import type { Finding, Outcome } from '../../engine/generated/assessment.js';
import type { Explanation } from '../../engine/generated/explanation.js';
import { counted, longDate, lowerFirst, plural } from '../words.js';
import type { TerminalPage } from './page.js';
import { outcomeOf, placeText } from './parts.js';

/** What a control found in a firm: how many of how many, then each finding with its facts. */
export function found(explanation: Explanation, page: TerminalPage): string[] {
  if (explanation.switched_off !== undefined) {
    return page.wrap(`Nothing was judged: the firm has switched this check off. ${explanation.switched_off}`, 2);
  }
  const outcome = outcomeOf(explanation);
  if (!outcome || !explanation.assessment) return [];
  const { findings } = explanation.assessment;
  const lines = page.wrap(verdict(outcome, explanation.finding), 2);
  for (const finding of findings) lines.push('', ...findingLines(finding, page));
  const all = outcome.findings.fail + outcome.findings.warn + outcome.findings.unknown + outcome.findings.suspended;
  if (explanation.finding === undefined && all > findings.length) {
    lines.push('', ...page.wrap(`${plural(all - findings.length, 'further finding')} not shown here.`, 2));
  }
  return lines;
}

function verdict({ result, why, examined, findings }: Outcome, asked: string | undefined): string {
  if (result === 'error') return `The rule broke, so it says nothing. ${why ?? ''}`.trim();
  if (result === 'not-applicable') return `It does not apply here. ${why ?? ''}`.trim();
  const parts = [];
  if (findings.fail > 0) parts.push(plural(findings.fail, 'exception'));
  if (findings.unknown > 0) parts.push(`${plural(findings.unknown, 'question')} open, because facts are not declared`);
  if (findings.warn > 0) parts.push(`${counted(findings.warn)} to keep an eye on`);
  if (findings.suspended > 0) parts.push(`${counted(findings.suspended)} kept for now, because something forbids it`);
  if (parts.length === 0) parts.push('no exception');
  const past = findings.history > 0 ? ` ${counted(findings.history)} past and dealt with, only counted.` : '';
  const alone = asked === undefined ? '' : ' The one that you asked for:';
  const among = examined === 0 ? 'Nothing could be examined' : `Among ${counted(examined)} examined`;
  return `${among}: ${parts.join('; ')}.${past}${alone}`;
}

const KINDS = {
  fail: { mark: 'bad', says: (severity: string) => `exception, ${severity}` },
  warn: { mark: 'advice', says: (severity: string) => `advice, ${severity}` },
  unknown: { mark: 'open', says: () => 'could not be judged' },
  suspended: { mark: 'kept', says: () => 'kept for now' },
} as const;

/** A finding with every fact that it rests on, by record (that of the subject first), and what follows from them. */
function findingLines(finding: Finding, page: TerminalPage): string[] {
  const kind = KINDS[finding.result];
  const records = finding.records ?? [];
  const name = records[0]?.name ?? `${lowerFirst(finding.subject.collection)} ${finding.subject.id}`;
  const lines = page.beside(name, `${kind.says(finding.severity)} ${page.dot} ${finding.id}`, 4);
  lines[0] = `  ${page.mark(kind.mark)} ${(lines[0] ?? '').slice(4)}`;
  for (const record of records) {
    const { collection, id } = record;
    const facts = finding.facts.filter((fact) => fact.collection === collection && fact.id === id);
    if (record !== records[0]) lines.push(...page.wrap(record.name, 4));
    for (const { path, location, field, shows } of facts) {
      if (path === undefined) continue;
      const words = field ?? path;
      lines.push(
        ...page.beside(shows === undefined ? words : `${words}: ${shows}`, placeText(location, path, page), 6),
      );
    }
    if (record.evidence !== undefined && finding.facts.length > 0) {
      lines.push(...page.beside(`how it is known: ${record.evidence}`, placeText(record.location, '', page), 6));
    }
  }
  if (finding.facts.length === 0)
    lines.push(...page.beside(`So: ${finding.message}`, placeText(finding.location, '', page), 4));
  else lines.push(...page.wrap(`So: ${finding.message}`, 4, 4).map(page.strong));
  if (finding.changes_on !== undefined) {
    lines.push(...page.wrap(`Time alone changes this on ${longDate(finding.changes_on)}.`, 4, 4));
  }
  if (!finding.waivable) lines.push(...page.wrap('It cannot be accepted: the law fixes it.', 4, 4));
  return lines;
}
