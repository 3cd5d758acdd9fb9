import type { Citation } from '../engine/generated/assessment.js';
import type { Explanation } from '../engine/generated/explanation.js';
import { found } from './explain/findings.js';
import { numbers } from './explain/numbers.js';
import { blockLines, blocksOf, labelled } from './explain/parts.js';
import { evidence, population } from './explain/population.js';
import { VERIFIED } from './law.js';
import { type Page, type PageOptions, pageOf, pageText } from './page.js';
import { longDate, upperFirst } from './words.js';

export interface ExplainOptions extends PageOptions {
  commit?: string | undefined;
}

/** A control or one finding for someone who has to judge it: question, law, facts, remedy, limits, sources. */
export function explained(explanation: Explanation, options: ExplainOptions): string {
  const page = pageOf(options);
  const section = (title: string, lines: readonly string[]): string[] =>
    lines.length === 0 ? [] : ['', page.strong(title), ...lines];
  return pageText([
    ...header(explanation, options, page),
    ...section('THE QUESTION', question(explanation, page)),
    ...section('WHY THE LAW ASKS', law(explanation.control.citations, page)),
    ...section(explanation.assessment ? 'WHAT IT LOOKED AT' : 'WHAT IT LOOKS AT', population(explanation, page)),
    ...section('WHAT IT CAN FIND', canFind(explanation, page)),
    ...section('WHAT IT FOUND', found(explanation, page)),
    ...section('THE NUMBERS IT USES', numbers(explanation, page)),
    ...section('HOW TO PUT IT RIGHT', remedy(explanation, page)),
    ...section('WHAT IT DOES NOT JUDGE', limits(explanation, page)),
    ...section('HOW GOOD THE FACTS ARE', evidence(explanation, page)),
    ...section('WHERE THE RULE STANDS', source(explanation, page)),
  ]);
}

function header({ control, assessment }: Explanation, { commit }: ExplainOptions, page: Page): string[] {
  const title = page.prose(`${control.id} ${control.title}`, 0, control.id.length + 1, page.strong);
  if (!assessment) return title;
  const parts = [assessment.firm.name, `judged as of ${longDate(assessment.as_of)}`];
  if (commit !== undefined) parts.push(`commit ${commit}`);
  return [...title, ...page.prose([...parts, `rules ${assessment.policies.version}`], 0, 2)];
}

function question({ control, page: words }: Explanation, page: Page): string[] {
  return [
    ...page.prose(control.description, 2),
    ...(words?.intro ?? []).flatMap((text) => ['', ...page.prose(text, 2)]),
  ];
}

function law(citations: readonly Citation[], page: Page): string[] {
  const used = (['primary', 'secondary', 'unverified'] as const).filter((status) =>
    citations.some((citation) => citation.status === status),
  );
  return [
    ...citations.flatMap(({ framework, ref, says, status }) =>
      page.prose(`${framework} ${ref}: ${says} (${VERIFIED[status].short})`, 2, 4),
    ),
    ...page.prose(
      used.map((status) => `${upperFirst(VERIFIED[status].short)}: ${VERIFIED[status].means}.`).join(' '),
      2,
      0,
      page.faint,
    ),
  ];
}

function canFind({ finding, page: words }: Explanation, page: Page): string[] {
  if (finding !== undefined) return [];
  return blocksOf(words, 'Finds').flatMap((block) => blockLines(block, page, 2));
}

/** What a page says before its first example repeats the remedy, which stands in the control itself. */
function remedy({ control, page: words }: Explanation, page: Page): string[] {
  const blocks = blocksOf(words, 'Put it right');
  const first = blocks.findIndex(({ kind }) => kind === 'example');
  const lines = page.prose(control.remediation, 2);
  if (first === -1) return lines;
  return [
    ...lines,
    '',
    ...page.prose('An example of what to write; the names in it are made up:', 2),
    ...blocks.slice(first).flatMap((block) => ['', ...blockLines(block, page, block.kind === 'example' ? 4 : 2)]),
  ];
}

function limits({ page: words }: Explanation, page: Page): string[] {
  return [
    ...labelled('Without these facts it asks instead of judging', blocksOf(words, 'Not declared'), page),
    ...labelled('Where the words leave room', blocksOf(words, 'Where the words leave room'), page),
    ...page.prose(
      'It judges what the firm has declared, not what happens in the firm. It paraphrases the law and is no legal advice.',
      2,
    ),
  ];
}

function source({ control, page: words, assessment }: Explanation, page: Page): string[] {
  const version = assessment ? ` (rules ${assessment.policies.version})` : '';
  const whose = control.own ? "the firm's own rules" : `the Privity package${version}`;
  return [
    ...page.prose(`${control.file}, in ${whose}`, 2, 2),
    ...(words ? page.prose(`Its page: ${control.file.replace(/\.rego$/, '.md')}`, 2, 2) : []),
  ];
}
