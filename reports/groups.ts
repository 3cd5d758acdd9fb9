import type { Assessment, Finding, Outcome } from '../engine/generated/assessment.js';

/** Findings of one control and reason: what a reader takes in as one thing. */
export interface Group {
  outcome: Outcome;
  reason: string;
  findings: Finding[];
}

/** Findings of one control and reason together, in the order in which the assessment has them. */
export function grouped({ outcomes, findings }: Assessment, wanted: (finding: Finding) => boolean): Group[] {
  const groups = new Map<string, Group>();
  for (const finding of findings.filter(wanted)) {
    const key = `${finding.control} ${finding.reason}`;
    const known = groups.get(key);
    if (known) known.findings.push(finding);
    else
      groups.set(key, {
        outcome: outcomes.find(({ control }) => control === finding.control) as Outcome,
        reason: finding.reason,
        findings: [finding],
      });
  }
  return [...groups.values()];
}

/** One question: the findings that its answer would settle. */
export interface Question {
  first: Finding;
  findings: Finding[];
  /** Ids of the controls that wait for the answer. */
  controls: string[];
}

/** What could not be judged, each question once: a collection that nobody declared is asked for by many controls. */
export function questionsOf({ findings }: Assessment): Question[] {
  const questions = new Map<string, [Finding, ...Finding[]]>();
  for (const finding of findings.filter(({ result }) => result === 'unknown')) {
    const key =
      finding.reason === 'collection-not-declared'
        ? String(finding.distinguishes)
        : `${finding.control} ${finding.reason} ${finding.distinguishes ?? ''}`;
    const known = questions.get(key);
    if (known) known.push(finding);
    else questions.set(key, [finding]);
  }
  return [...questions.values()].map((all) => ({
    first: all[0],
    findings: all,
    controls: [...new Set(all.map(({ control }) => control))],
  }));
}
