import type { Citation } from '../engine/generated/assessment.js';
import type { ExplainedParameter, Explanation } from '../engine/generated/explanation.js';
import { domainTitle, UNIT_WORDS } from './controls.js';
import { boundsText, parameterText } from './explain/numbers.js';
import { VERIFIED } from './law.js';

/**
 * A built-in control as a page of Markdown, for somebody who has never seen a rule. Its words are Privity's own.
 * @param words the page that stands beside the rule, as Markdown without its title
 */
export function controlPage({ control, parameters }: Explanation, words: string): string {
  const { id, title, description, severity, profile, unit, subjects, domain, remediation } = control;
  const facts = [
    ['Domain', `[${domainTitle(domain)}](README.md#${domain})`],
    ['Severity', severity],
    ['Profile', profile],
    ['Examines', subjects.join(', ')],
    ['Judged', UNIT_WORDS[unit]],
  ].map(([name, value]) => `| ${name} | ${value} |`);
  const sections = [
    `# ${id} ${title}`,
    inCell(description),
    `| | |\n| --- | --- |\n${facts.join('\n')}`,
    `## Why the law asks\n\n${lawTable(control.citations)}`,
    `## What it asks and finds\n\n${words.trim()}`,
    `## How to put it right\n\n${inCell(remediation)}`,
    ...(parameters.length === 0 ? [] : [`## The numbers it uses\n\n${parameters.map(numberItem).join('\n')}`]),
    `## What it reads\n\n${control.reads.map(({ record, fields }) => `- **${record}**: ${fields.join('; ')}`).join('\n')}`,
    'A control paraphrases the law for engineering and is not legal advice.',
  ];
  return `${sections.join('\n\n')}\n`;
}

function inCell(text: string): string {
  return text.replaceAll('|', '\\|');
}

function lawTable(citations: readonly Citation[]): string {
  const rows = citations.map(
    ({ framework, ref, says, status }) =>
      `| ${inCell(framework)} ${inCell(ref)} | ${inCell(says)} | ${VERIFIED[status].means} |`,
  );
  return `| law or standard | says | verified |\n| --- | --- | --- |\n${rows.join('\n')}`;
}

function numberItem(parameter: ExplainedParameter): string {
  const { title, note } = parameter;
  const more = note === undefined ? '' : ` ${note}`;
  return `- ${inCell(`${title}: ${parameterText(parameter)}. ${boundsText(parameter)}${more}`)}`;
}
