import type { Assessment, Finding, Outcome } from '../engine/generated/assessment.js';
import { type Group, grouped, questionsOf } from './groups.js';
import { lawText } from './law.js';
import { legibleTexts } from './legible.js';
import { placeText } from './places.js';
import { longDate, plural } from './words.js';

/** How a terminal shows things: its width in columns, and whether colour and symbols may be used. */
export interface PrettyOptions {
  width: number;
  colour: boolean;
  commit?: string | undefined;
  seconds?: number | undefined;
}

const SHOWN = 3;
const WIDE_ENOUGH = 110;

/** The officer's view: what is wrong, how bad, where, which law, what to do; then what could not be judged. */
export function pretty(assessed: Assessment, options: PrettyOptions): string {
  const assessment = legibleTexts(assessed);
  const page = pageOf(options);
  const lines = [...header(assessment, options, page)];
  for (const severity of ['critical', 'high', 'medium', 'low'] as const) {
    const groups = grouped(
      assessment,
      (finding) => finding.severity === severity && (finding.result === 'fail' || finding.result === 'warn'),
    );
    if (groups.length > 0)
      lines.push('', page.heading(severity.toUpperCase()), ...groups.flatMap((group) => [...exception(group, page)]));
  }
  const broken = assessment.outcomes.filter(({ result }) => result === 'error');
  if (broken.length > 0)
    lines.push('', page.heading('BROKEN RULES'), ...broken.flatMap((outcome) => [...brokenRule(outcome, page)]));
  lines.push(...openQuestions(assessment, page));
  lines.push(...suspendedAlone(assessment, page));
  return `${[...lines, '', ...footer(assessment, options, page)].join('\n')}\n`;
}

interface Page {
  width: number;
  cross: string;
  bang: string;
  question: string;
  pause: string;
  dot: string;
  heading(text: string): string;
  strong(text: string): string;
  faint(text: string): string;
  bad(text: string): string;
  /** Text with a remark at the right edge, or under it where there is no room. */
  beside(text: string, remark: string, indent: number): string[];
  wrap(text: string, indent: number): string[];
}

function pageOf({ width, colour }: PrettyOptions): Page {
  const paint = (code: string) => (text: string) => (colour ? `\u001b[${code}m${text}\u001b[0m` : text);
  const faint = paint('2');
  const wrap = (text: string, indent: number): string[] =>
    wrapped(text, Math.max(40, width - indent - 2)).map((line) => ' '.repeat(indent) + line);
  return {
    width,
    cross: colour ? '✗' : 'x',
    bang: '!',
    question: '?',
    pause: colour ? '⏸' : '=',
    dot: colour ? '·' : '-',
    heading: paint('1'),
    strong: paint('1'),
    faint,
    bad: paint('31'),
    wrap,
    beside(text, remark, indent) {
      if (width < WIDE_ENOUGH) return [...wrap(text, indent), ...wrap(remark, indent + 2).map(faint)];
      const column = Math.max(70, Math.min(width - 52, 96));
      const lines = wrapped(text, column - indent - 2).map((line) => ' '.repeat(indent) + line);
      const first = lines[0] ?? '';
      return [`${first}${' '.repeat(Math.max(2, column - first.length))}${faint(remark)}`, ...lines.slice(1)];
    },
  };
}

function* header(
  { firm, as_of, policies, summary, gate, profile }: Assessment,
  { commit }: PrettyOptions,
  page: Page,
): Generator<string> {
  const place = commit === undefined ? '' : ` ${page.dot} commit ${commit}`;
  yield `${page.strong(firm.name)} ${page.dot} judged as of ${longDate(as_of)}${place} ${page.dot} rules ${policies.version} (${profile})`;
  yield '';
  const judged = countOf(summary.outcomes) - summary.outcomes['not-applicable'];
  const parts = [`${summary.outcomes.fail} of ${plural(judged, 'check')} found exceptions`];
  if (summary.outcomes.warn > 0) parts.push(`${summary.outcomes.warn} advise`);
  if (summary.outcomes['needs-review'] > 0) parts.push(`${summary.outcomes['needs-review']} could not be judged`);
  if (summary.outcomes.error > 0) parts.push(`${summary.outcomes.error} broke`);
  yield `  ${parts.join(` ${page.dot} `)}`;
  yield gate === 'never'
    ? '  Findings are reported only; nothing stops a merge.'
    : `  Gate: ${gate} and above stops the merge.`;
}

function* exception({ outcome, findings }: Group, page: Page): Generator<string> {
  const [first] = findings as [Finding];
  const mark = first.result === 'fail' ? page.bad(page.cross) : page.bang;
  const subjects = new Set(findings.map(({ subject }) => subject.id)).size;
  if (findings.length === 1) {
    yield* marked(mark, page.beside(first.message, outcome.control, 4));
    yield page.faint(`    ${placeText(first.location)} ${page.dot} ${examinedText(outcome)}`);
  } else {
    yield* marked(
      mark,
      page.beside(
        `${plural(findings.length, 'finding')} on ${plural(subjects, noun(first), nouns(first))}: ${lowerFirst(outcome.title)}`,
        outcome.control,
        4,
      ),
    );
    yield page.faint(`    ${examinedText(outcome)}`);
    for (const finding of findings.slice(0, SHOWN))
      yield* page.beside(`${page.dot} ${finding.message}`, placeText(finding.location), 4);
    if (findings.length > SHOWN)
      yield `      … and ${findings.length - SHOWN} more   (privity explain ${outcome.control})`;
  }
  yield* page.wrap(outcome.remediation, 4);
  yield* page.wrap(lawText(outcome), 4).map(page.faint);
}

/** Puts a mark before the first line of a block that is indented by four. */
function marked(mark: string, lines: readonly string[]): string[] {
  return lines.map((line, index) => (index === 0 ? `  ${mark} ${line.slice(4)}` : line));
}

function* brokenRule(outcome: Outcome, page: Page): Generator<string> {
  yield* marked(
    page.bad(page.cross),
    page.beside(`${outcome.title}: this rule broke, so it says nothing. ${outcome.why ?? ''}`, outcome.control, 4),
  );
}

function* openQuestions(assessment: Assessment, page: Page): Generator<string> {
  if (assessment.summary.findings.unknown === 0) return;
  yield '';
  yield page.heading('COULD NOT BE JUDGED');
  for (const { first, findings, controls } of questionsOf(assessment)) {
    const more =
      first.reason !== 'collection-not-declared' && findings.length > 1 ? ` (and ${findings.length - 1} more)` : '';
    yield* marked(
      page.question,
      page.beside(
        first.message + more,
        controls.length > 4 ? `${controls.slice(0, 4).join(', ')} …` : controls.join(', '),
        4,
      ),
    );
    yield page.faint(
      `    ${placeText(first.location)}${first.facts[0]?.path === undefined ? '' : ` › ${first.facts[0].path}`}`,
    );
  }
}

function* suspendedAlone(assessment: Assessment, page: Page): Generator<string> {
  const groups = grouped(assessment, ({ result }) => result === 'suspended');
  if (groups.length === 0) return;
  yield '';
  yield page.heading('KEPT FOR NOW');
  for (const { outcome, findings } of groups) {
    for (const finding of findings.slice(0, SHOWN))
      yield* marked(page.pause, page.beside(finding.message, `${outcome.control}  ${placeText(finding.location)}`, 4));
    if (findings.length > SHOWN) yield `    … and ${findings.length - SHOWN} more`;
  }
}

function* footer(
  { summary, outcomes, scope, findings }: Assessment,
  { seconds }: PrettyOptions,
  page: Page,
): Generator<string> {
  const { pass, fail, warn, error } = summary.outcomes;
  const parts = [`${pass} found no exception`, `${fail} found exceptions`];
  if (warn > 0) parts.push(`${warn} advise`);
  if (summary.outcomes['needs-review'] > 0) parts.push(`${summary.outcomes['needs-review']} could not be judged`);
  if (error > 0) parts.push(`${error} broke`);
  parts.push(`${summary.outcomes['not-applicable']} do not apply`);
  yield* page.wrap(`${plural(outcomes.length, 'check')}: ${parts.join(` ${page.dot} `)}`, 0);
  const left = [];
  if (scope.not_in_profile.length > 0) left.push(`${scope.not_in_profile.length} outside the profile`);
  if (scope.switched_off.length > 0) left.push(`${scope.switched_off.length} switched off by the firm`);
  if (scope.not_selected > 0) left.push(`${scope.not_selected} not asked for`);
  if (left.length > 0) yield* page.wrap(`Not judged: ${left.join(', ')}.`, 0);
  const grades = (['declared', 'attested', 'evidenced', 'fed'] as const)
    .filter((grade) => summary.evidence[grade] > 0)
    .map((grade) => `${grade} (${summary.evidence[grade]})`);
  if (grades.length > 0)
    yield* page.wrap(
      `Checks rest on facts that are ${grades.join(', ')}. No exception found is not an opinion that the firm complies.${seconds === undefined ? '' : ` ${seconds.toFixed(2)} s`}`,
      0,
    );
  const [worst] = findings;
  yield* page.wrap(
    `Next: ${worst ? `privity explain ${worst.control} ${page.dot} ` : ''}privity check --format json`,
    0,
  );
}

function examinedText({ examined, domain }: Outcome): string {
  return `${examined.toLocaleString('en-GB')} examined ${`(${domain.replaceAll('-', ' ')})`}`;
}

function noun({ subject }: Finding): string {
  return nouns({ subject } as Finding)
    .replace(/ies$/, 'y')
    .replace(/s$/, '');
}

function nouns({ subject }: Finding): string {
  return subject.collection.replaceAll('_', ' ');
}

function lowerFirst(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1);
}

function countOf(counts: Record<string, number>): number {
  return Object.values(counts).reduce((sum, count) => sum + count, 0);
}

function wrapped(text: string, width: number): string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(/\s+/)) {
    if (line !== '' && line.length + 1 + word.length > width) {
      lines.push(line);
      line = word;
    } else line = line === '' ? word : `${line} ${word}`;
  }
  return [...lines, line];
}
