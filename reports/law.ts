import type { Outcome } from '../engine/generated/assessment.js';

const STATUS = { primary: '', secondary: ' (from summaries)', unverified: ' (not verified)' };

/** `GDPR Art 5(1)(e), Art 30(1); ISO/IEC 27701:2019 7.4.7 (not verified)`. */
export function lawText({ citations }: Pick<Outcome, 'citations'>): string {
  const byFramework = new Map<string, string[]>();
  for (const { framework, ref, status } of citations) {
    byFramework.set(framework, [...(byFramework.get(framework) ?? []), `${ref}${STATUS[status]}`]);
  }
  return [...byFramework].map(([framework, refs]) => `${framework} ${refs.join(', ')}`).join('; ');
}
