import type { Explanation } from '../../engine/generated/explanation.js';
import type { Page } from '../page.js';
import { counted, lowerFirst } from '../words.js';
import { labelled, outcomeOf } from './parts.js';

const UNITS: Record<Explanation['control']['unit'], string> = {
  inventory: 'Everything that the firm declares is judged at once.',
  record: 'Each entry is judged by itself, beside what the firm declares of its practices.',
  client: "One client is judged at a time: the rule sees that client's entries, and those of no other client.",
  matter: "One matter is judged at a time: the rule sees that matter's entries, and those of no other matter.",
  staff: "One member of staff is judged at a time: the rule sees that person's entries, and those of nobody else.",
  asset: 'One store or file is judged at a time: the rule sees its entries, and those of no other store or file.',
};

const PROFILES: Record<Explanation['control']['profile'], string> = {
  essentials: 'It belongs to the essentials, so every profile has it.',
  standard: 'It belongs to the profiles standard and full.',
  full: 'It belongs to the profile full alone.',
};

export function population(explanation: Explanation, page: Page): string[] {
  const { control, population: declared, page: words } = explanation;
  const outcome = outcomeOf(explanation);
  const lines: string[] = [];
  if (outcome && declared) {
    lines.push(...page.prose(`Examined: ${counted(outcome.examined)}, out of ${declaredText(declared)}.`, 2));
  } else lines.push(...page.prose(`Examined are: ${control.subjects.map(lowerFirst).join(', ')}.`, 2));
  for (const { title, blocks } of words?.sections ?? []) {
    if (OTHER_SECTIONS.includes(title)) continue;
    const label = title === 'Looks at' ? 'How they are chosen' : title;
    lines.push(...labelled(label, blocks, page));
  }
  lines.push(...page.prose(UNITS[control.unit], 2));
  lines.push(...page.prose(`${PROFILES[control.profile]}${profileOf(explanation)}`, 2));
  if (explanation.finding === undefined) {
    lines.push(...page.prose('The facts that it reads:', 2));
    for (const { record, fields } of control.reads) lines.push(...page.prose(`${record}: ${fields.join('; ')}`, 4, 2));
  }
  return lines;
}

/** `18 clients and 20 matters that the firm declares`. */
function declaredText(population: NonNullable<Explanation['population']>): string {
  const known = population
    .filter(({ records }) => records !== undefined)
    .map(({ title, records = 0 }) => `${counted(records)} ${lowerFirst(title)}`);
  const missing = population.filter(({ records }) => records === undefined).map(({ title }) => lowerFirst(title));
  const parts = known.length === 0 ? [] : [`${known.join(' and ')} that the firm declares`];
  if (missing.length > 0) parts.push(`${missing.join(' and ')} that it has not declared`);
  return parts.join(', and ');
}

/** The sections of a page that have a place of their own; all others say more about what is looked at. */
const OTHER_SECTIONS = ['Finds', 'Not declared', 'Where the words leave room', 'Put it right'];

function profileOf({ outside_profile, assessment }: Explanation): string {
  if (outside_profile !== undefined) {
    return ` The firm judges the profile ${outside_profile}, which leaves it out; it was judged here because you asked.`;
  }
  return assessment ? ` This firm is judged by the profile ${assessment.profile}.` : '';
}

const GRADES = {
  declared: 'stated by the firm, confirmed by nobody (declared)',
  attested: 'confirmed by a named person (attested)',
  evidenced: 'shown by a document (evidenced)',
  fed: 'read from a system (fed)',
} as const;
const SHOWN_SOURCES = 6;

export function evidence(explanation: Explanation, page: Page): string[] {
  const outcome = outcomeOf(explanation);
  if (!outcome || outcome.examined === 0) return [];
  const grades = (['declared', 'attested', 'evidenced', 'fed'] as const).filter(
    (grade) => outcome.evidence_counts[grade] > 0,
  );
  const lines = page.prose(
    `Of ${counted(outcome.examined)} examined, each counted by its weakest fact: ${grades
      .map((grade) => `${counted(outcome.evidence_counts[grade])} ${GRADES[grade]}`)
      .join(', ')}.`,
    2,
  );
  for (const { title, records, known = [] } of explanation.population ?? []) {
    if (records === undefined || records === 0) continue;
    lines.push(...page.prose(`The ${counted(records)} ${lowerFirst(title)} that the firm declares:`, 2));
    for (const { how, records: count } of known.slice(0, SHOWN_SOURCES)) {
      lines.push(...page.prose(`${counted(count)} ${how}`, 4, 2));
    }
    const left = known.slice(SHOWN_SOURCES).reduce((sum, { records: count }) => sum + count, 0);
    if (left > 0) lines.push(...page.prose(`${counted(left)} in other ways`, 4, 2));
  }
  return [
    ...lines,
    ...page.prose('Confirmations and documents count one grade lower when they are more than 12 months old.', 2),
  ];
}
