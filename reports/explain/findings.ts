import type { Finding, Outcome } from '../../engine/generated/assessment.js';
import type { Explanation } from '../../engine/generated/explanation.js';
import type { Page, Piece } from '../page.js';
import { fieldPlace, placeText } from '../places.js';
import { counted, longDate, lowerFirst, plural } from '../words.js';
import { outcomeOf } from './parts.js';

/** What a control found in a firm: how many of how many, then each finding with its facts. */
export function found(explanation: Explanation, page: Page): string[] {
  if (explanation.switched_off !== undefined) {
    return page.prose(`Nothing was judged: the firm has switched this check off. ${explanation.switched_off}`, 2);
  }
  const outcome = outcomeOf(explanation);
  if (!outcome || !explanation.assessment) return [];
  const { findings } = explanation.assessment;
  const lines = page.prose(verdict(outcome, explanation.finding), 2);
  for (const finding of findings) lines.push('', ...findingLines(finding, page));
  const all = outcome.findings.fail + outcome.findings.warn + outcome.findings.unknown + outcome.findings.suspended;
  if (explanation.finding === undefined && all > findings.length) {
    lines.push('', ...page.prose(`${plural(all - findings.length, 'further finding')} not shown here.`, 2));
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

const KINDS: Record<
  Finding['result'],
  { mark: (page: Page) => string; says: (severity: Finding['severity']) => string }
> = {
  fail: { mark: ({ bad, marks }) => bad(marks.cross), says: (severity) => `exception, ${severity}` },
  warn: { mark: ({ doubtful, marks }) => doubtful(marks.bang), says: (severity) => `advice, ${severity}` },
  unknown: { mark: ({ open, marks }) => open(marks.question), says: () => 'could not be judged' },
  suspended: { mark: ({ marks }) => marks.pause, says: () => 'kept for now' },
};
/** Places stand further in than what they belong to, where there is no room for them beside it. */
const FURTHER = 4;

/** A finding with every fact that it rests on, by record (that of the subject first), and what follows from them. */
function findingLines(finding: Finding, page: Page): string[] {
  const kind = KINDS[finding.result];
  const records = finding.records ?? [];
  const withPlace = (piece: Piece, place: string): string[] =>
    page.beside([{ hanging: 2, ...piece }], { under: place === '' ? [] : [place], further: FURTHER });
  const name = records[0]?.name ?? `${lowerFirst(finding.subject.collection)} ${finding.subject.id}`;
  const lines = page.beside([{ text: name, indent: 4, mark: kind.mark(page) }], {
    under: [[kind.says(finding.severity), finding.id]],
    further: FURTHER,
  });
  for (const record of records) {
    const { collection, id } = record;
    const facts = finding.facts.filter((fact) => fact.collection === collection && fact.id === id);
    if (record !== records[0]) lines.push(...page.prose(record.name, 4));
    for (const { path, location, derived_from: from, field, shows } of facts) {
      if (path === undefined) continue;
      const words = field ?? path;
      lines.push(
        ...withPlace(
          { text: shows === undefined ? words : `${words}: ${shows}`, indent: 6 },
          fieldPlace(location, from?.path ?? path, page.marks.field),
        ),
      );
    }
    if (record.evidence !== undefined && finding.facts.length > 0) {
      const place = record.location === undefined ? '' : placeText(record.location);
      lines.push(...withPlace({ text: `how it is known: ${record.evidence}`, indent: 6 }, place));
    }
  }
  if (finding.facts.length === 0) {
    lines.push(...withPlace({ text: `So: ${finding.message}`, indent: 4 }, placeText(finding.location)));
  } else lines.push(...page.prose(`So: ${finding.message}`, 4, 4, page.strong));
  if (finding.changes_on !== undefined) {
    lines.push(...page.prose(`Time alone changes this on ${longDate(finding.changes_on)}.`, 4, 4));
  }
  if (!finding.waivable) lines.push(...page.prose('It cannot be accepted: the law fixes it.', 4, 4));
  return lines;
}
