import type { Citation } from '../engine/generated/assessment.js';

const ORDER: readonly Citation['kind'][] = ['law', 'guidance', 'standard'];

/** How far a citation was verified, and what that means. */
export const VERIFIED: Record<Citation['status'], { short: string; means: string }> = {
  primary: { short: 'text checked', means: 'read in the text of the law itself' },
  secondary: { short: 'from summaries', means: 'known from what others write about it' },
  unverified: { short: 'not verified', means: 'read nowhere yet, so check it before you rely on it' },
};

/**
 * Citations in one line, law before guidance before standards, by framework, with how far each was verified:
 * `UK GDPR Art 6(1), 7(3) (from summaries); NIST 800-53r5 PT-4`.
 * @param brief standards are left out where there is law
 */
export function lawText(citations: readonly Citation[], { brief }: { brief: boolean }): string {
  const hasLaw = citations.some(({ kind }) => kind === 'law');
  const shown = ORDER.flatMap((kind) => citations.filter((citation) => citation.kind === kind)).filter(
    ({ kind }) => !(brief && hasLaw && kind === 'standard'),
  );
  const byFramework = new Map<string, Citation[]>();
  for (const citation of shown) {
    byFramework.set(citation.framework, [...(byFramework.get(citation.framework) ?? []), citation]);
  }
  // The GDPR and the UK GDPR often say the same in the same place.
  const byRefs = new Map<string, string[]>();
  for (const [framework, cited] of byFramework) {
    const refs = refsText(cited);
    byRefs.set(refs, [...(byRefs.get(refs) ?? []), framework]);
  }
  return [...byRefs].map(([refs, frameworks]) => `${frameworks.join(' and ')} ${refs}`).join('; ');
}

function refsText(citations: readonly Citation[]): string {
  return citations
    .map(({ ref, status, kind, note }, index) => {
      // After one article the next needs its number only, unless the one before is more than a number.
      const short = /^Arts? [\d()a-z-]+$/.test(citations[index - 1]?.ref ?? '') ? ref.replace(/^Art /, '') : ref;
      const verified = status === 'primary' ? '' : VERIFIED[status].short;
      const remarks = [verified, kind === 'guidance' ? (note ?? '') : ''].filter((remark) => remark !== '');
      return remarks.length === 0 ? short : `${short} (${remarks.join(', ')})`;
    })
    .join(', ');
}
