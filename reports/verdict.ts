import type { Assessment } from '../engine/generated/assessment.js';
import { plural } from './words.js';

const SEVERITIES = ['critical', 'high', 'medium', 'low'] as const;

/** `11 of 26 checks found exceptions, 1 advises and 2 could not be judged.` */
export function judgedText({ summary: { outcomes } }: Assessment): string {
  const judged = Object.values(outcomes).reduce((sum, count) => sum + count, 0) - outcomes['not-applicable'];
  const parts = [`${outcomes.fail} of ${plural(judged, 'check')} found exceptions`];
  if (outcomes.warn > 0) parts.push(`${outcomes.warn} ${outcomes.warn === 1 ? 'gives' : 'give'} advice`);
  if (outcomes['needs-review'] > 0) parts.push(`${outcomes['needs-review']} could not be judged`);
  if (outcomes.error > 0) parts.push(`${outcomes.error} broke`);
  return `${parts.length === 1 ? parts[0] : `${parts.slice(0, -1).join(', ')} and ${parts.at(-1)}`}.`;
}

/** What follows for the change: whether it may be merged, by the firm's own gate. */
export function stopsText({ gate, summary }: Assessment): string {
  if (summary.outcomes.error > 0) return 'A rule broke, so this is not a verdict.';
  if (gate === 'never') return 'Findings are reported only; nothing stops a merge.';
  const stopping = SEVERITIES.slice(0, SEVERITIES.indexOf(gate) + 1);
  const above = gate === 'critical' ? gate : `${gate} and above`;
  return stopping.some((severity) => summary.fails[severity] > 0)
    ? `This stops the merge (gate: ${above}).`
    : `Nothing stops the merge (gate: ${above}).`;
}

/** `Rules 2026.11.`: by which rules it was judged, so that the same can be judged again. */
export function rulesText({ policies }: Assessment): string {
  return `Rules ${policies.version}.`;
}

/** How many findings are counted and not listed: of each control the assessment keeps the first ones alone. */
export function unlistedCount({ outcomes, findings }: Assessment): number {
  const counted = outcomes.flatMap(({ findings: { fail, warn, unknown, suspended } }) => [
    fail,
    warn,
    unknown,
    suspended,
  ]);
  return counted.reduce((sum, count) => sum + count, 0) - findings.length;
}

/** Says so, or is empty. */
export function unlistedText(assessment: Assessment): string {
  const count = unlistedCount(assessment);
  return count > 0 ? `${plural(count, 'further finding')} ${count === 1 ? 'is' : 'are'} counted and not listed.` : '';
}
