import type { Assessment, Finding, Outcome } from '../engine/generated/assessment.js';
import { type Group, grouped, type Question, questionsOf } from './groups.js';
import { lawText } from './law.js';
import { legibleTexts } from './legible.js';
import { markdownText } from './markdownText.js';
import { ownTableText } from './ownTables.js';
import { legiblePlace } from './places.js';
import { judgedText, stopsText, unlistedText } from './verdict.js';
import { counted, longDate, plural } from './words.js';

export interface MarkdownOptions {
  commit?: string | undefined;
  /** Whether clients, matters and staff appear as opaque ids. */
  opaque: boolean;
}

/** GitHub refuses a comment of more than 65,536 characters. */
const MAXIMUM_LENGTH = 60_000;
/** Kept free for the parts that are always there. */
const RESERVED = 6_000;
/** How many findings of one control and reason stand in the open, and how many more behind a fold. */
const SHOWN = 3;
const FOLDED = 20;
const MAXIMUM_MESSAGE = 600;

/**
 * A comment on a change, for a lawyer who has a minute: the verdict, what is wrong by severity with place, law and remedy,
 * the open questions, and the rest folded.
 */
export function markdown(assessed: Assessment, { commit, opaque }: MarkdownOptions): string {
  const assessment = legibleTexts(assessed);
  const room = { left: MAXIMUM_LENGTH - RESERVED };
  const parts = [
    ...verdict(assessment, commit),
    ...broken(assessment),
    ...exceptions(assessment, 'critical', room),
    ...exceptions(assessment, 'high', room),
    ...exceptions(assessment, 'medium', room),
    ...questions(assessment, room),
    ...minor(assessment, room),
    ...keptForNow(assessment, room),
    ...method(assessment, opaque),
  ];
  return `${parts.join('\n\n')}\n`;
}

function* verdict(assessment: Assessment, commit: string | undefined): Generator<string> {
  const { firm, as_of, policies, profile, summary } = assessment;
  yield `**Privity: ${stopsText(assessment)} ${judgedText(assessment)}**`;
  const where = commit === undefined ? '' : `, commit ${markdownText(commit)}`;
  yield `${markdownText(firm.name)}, judged as of ${longDate(as_of)}${where}, rules ${markdownText(policies.version)} (${profile}).`;
  const { critical, high, medium, low } = summary.severity;
  yield [
    '| critical | high | medium | low | open questions | kept for now |',
    '| ---: | ---: | ---: | ---: | ---: | ---: |',
    `| ${[critical, high, medium, low, summary.findings.unknown, summary.findings.suspended].map(counted).join(' | ')} |`,
  ].join('\n');
  const unlisted = unlistedText(assessment);
  if (unlisted !== '') yield unlisted;
}

function* broken({ outcomes }: Assessment): Generator<string> {
  const errors = outcomes.filter(({ result }) => result === 'error');
  if (errors.length === 0) return;
  yield '### Broken rules';
  yield errors
    .map(
      ({ control, title, why }) =>
        `- **${markdownText(title)}** (${code(control)}): this rule broke, so it says nothing. ${markdownText(clipped(why ?? ''))}`,
    )
    .join('\n');
}

interface Room {
  /** Characters that may still be written. */
  left: number;
}

function* exceptions(assessment: Assessment, severity: Finding['severity'], room: Room): Generator<string> {
  const groups = groupsOf(assessment, severity);
  if (groups.length === 0) return;
  yield `### ${severity.charAt(0).toUpperCase()}${severity.slice(1)}`;
  yield fitted(groups, exception, room);
}

function* minor(assessment: Assessment, room: Room): Generator<string> {
  const groups = groupsOf(assessment, 'low');
  if (groups.length === 0) return;
  yield folded(`Low (${counted(assessment.summary.severity.low)})`, fitted(groups, exception, room));
}

function groupsOf(assessment: Assessment, severity: Finding['severity']): Group[] {
  return grouped(
    assessment,
    (finding) => finding.severity === severity && (finding.result === 'fail' || finding.result === 'warn'),
  );
}

/** The first finding says what is wrong, others of its kind stand under it, then what to do and the law. */
function exception({ outcome, findings }: Group): string {
  const [first, ...others] = findings as [Finding, ...Finding[]];
  const open = others.slice(0, SHOWN - 1);
  const behind = others.slice(SHOWN - 1, SHOWN - 1 + FOLDED);
  const beyond = others.length - open.length - behind.length;
  const items = behind.map((finding) => `- ${sentence(finding)}`);
  if (beyond > 0) items.push(`- … and ${counted(beyond)} more`);
  return [
    `- ${first.result === 'warn' ? 'Advice: ' : ''}**${messageText(first)}** ${place(first)}`,
    ...open.map((finding) => `  - ${sentence(finding)}`),
    ...(behind.length === 0
      ? []
      : ['', folded(`… and ${counted(behind.length + beyond)} more`, items.join('\n'), '  ')]),
    '',
    `  ${markdownText(outcome.remediation)}\\`,
    `  <sub>${markdownText(lawText(outcome.citations, { brief: false }))} (${code(outcome.control)}, ${countText(outcome, findings)})</sub>`,
  ].join('\n');
}

function countText({ examined }: Outcome, findings: readonly Finding[]): string {
  const among = `${counted(examined)} examined`;
  if (findings.length === 1) return among;
  const subjects = new Set(findings.map(({ subject }) => `${subject.collection} ${subject.id}`)).size;
  return `${plural(findings.length, 'finding')} on ${plural(subjects, 'record')}, ${among}`;
}

function sentence(finding: Finding): string {
  return `${messageText(finding)} ${place(finding)}`;
}

function* questions(assessment: Assessment, room: Room): Generator<string> {
  const all = questionsOf(assessment);
  if (all.length === 0) return;
  yield '### Could not be judged';
  yield fitted(all, question, room);
}

function question({ first, findings, controls }: Question): string {
  const more = controls.length === 1 && findings.length > 1 ? ` (and ${counted(findings.length - 1)} more)` : '';
  const asking =
    controls.length > 4 ? `${controls.slice(0, 4).join(', ')} and ${controls.length - 4} more` : controls.join(', ');
  return `- ${messageText(first)}${more} ${place(first)} <sub>${markdownText(asking)}</sub>`;
}

function* keptForNow(assessment: Assessment, room: Room): Generator<string> {
  const findings = assessment.findings.filter(({ result }) => result === 'suspended');
  if (findings.length === 0) return;
  yield folded(
    `Kept for now (${counted(assessment.summary.findings.suspended)})`,
    fitted(findings, (finding) => `- ${sentence(finding)} (${code(finding.control)})`, room),
  );
}

function* method({ summary, outcomes, scope, policies }: Assessment, opaque: boolean): Generator<string> {
  const { pass, 'not-applicable': inapplicable } = summary.outcomes;
  const grades = (['declared', 'attested', 'evidenced', 'fed'] as const)
    .filter((grade) => summary.evidence[grade] > 0)
    .map((grade) => `${grade} (${summary.evidence[grade]})`);
  const left = [
    ...(scope.not_in_profile.length > 0 ? [`${scope.not_in_profile.length} outside the profile`] : []),
    ...(scope.switched_off.length > 0 ? [`${scope.switched_off.length} switched off by the firm`] : []),
    ...(scope.not_selected > 0 ? [`${scope.not_selected} not asked for`] : []),
  ];
  yield folded(
    'How this was judged',
    [
      `- ${plural(outcomes.length, 'check')}: ${pass} found no exception, ${inapplicable} do not apply.`,
      ...(left.length > 0 ? [`- Not judged: ${left.join(', ')}.`] : []),
      ...(policies.own_tables.length > 0
        ? [
            `- Judged by the firm's own reference tables: ${policies.own_tables.map((table) => markdownText(ownTableText(table))).join('; ')}.`,
          ]
        : []),
      ...(grades.length > 0 ? [`- Checks rest on facts that are ${grades.join(', ')}.`] : []),
      ...(opaque
        ? [
            '- Clients, matters and staff appear by opaque ids here; `privity check` on the firm’s own machine names them.',
          ]
        : []),
      '- No exception found is not an opinion that the firm complies.',
    ].join('\n'),
  );
}

/** The items that there is room for, and how many there are besides. */
function fitted<T>(items: readonly T[], textOf: (item: T) => string, room: Room): string {
  const texts: string[] = [];
  for (const item of items) {
    const text = textOf(item);
    if (text.length > room.left) {
      // What follows matters less: it shall not take the room that this lacked.
      room.left = 0;
      break;
    }
    room.left -= text.length + 1;
    texts.push(text);
  }
  const left = items.length - texts.length;
  if (left > 0)
    texts.push(
      `- … and ${counted(left)} more, which ${left === 1 ? 'has' : 'have'} no room here: run \`privity check\`.`,
    );
  return texts.join('\n');
}

function folded(summary: string, body: string, indent = ''): string {
  return ['<details>', `<summary>${summary}</summary>`, '', ...body.split('\n'), '', '</details>']
    .map((line) => (line === '' ? line : indent + line))
    .join('\n');
}

function messageText({ message }: Finding): string {
  return markdownText(clipped(message));
}

function place({ location }: Finding): string {
  return code(legiblePlace(location));
}

function code(text: string): string {
  return `<code>${markdownText(text)}</code>`;
}

function clipped(text: string): string {
  return text.length <= MAXIMUM_MESSAGE ? text : `${text.slice(0, MAXIMUM_MESSAGE - 1).replace(/\p{Cs}$/u, '')}…`;
}
