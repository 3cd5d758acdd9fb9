import type { Frameworks, UkEquivalent } from '../compile/policies.js';
import type { Citation as Cited } from '../generated/assessment.js';
import type { Citation } from '../generated/control.js';

/**
 * The citations of a control that apply to a firm under these regimes. Under uk-gdpr every citation of the GDPR is one of
 * the same article of the UK GDPR, with what the Data (Use and Access) Act 2025 changed; the GDPR itself is cited under
 * eu-gdpr only. Where nothing applies, or the firm has not said which regimes do (undefined), all are kept.
 */
export function applicableCitations(
  citations: readonly Citation[],
  regimes: readonly string[] | undefined,
  { frameworks, uk_equivalents }: Frameworks,
): Cited[] {
  const all = citations.map((citation): Cited => {
    const kind = frameworks.find(({ name }) => name === citation.framework)?.kind ?? 'law';
    return { ...citation, kind };
  });
  if (regimes === undefined) return all;
  const isUnder = (wanted: readonly string[] | undefined): boolean =>
    wanted?.some((regime) => regimes.includes(regime)) ?? false;
  const applicable = all.flatMap((citation): Cited[] => {
    const framework = frameworks.find(({ name }) => name === citation.framework);
    if (framework?.name === 'GDPR') {
      return [
        ...(isUnder(framework.regimes) ? [citation] : []),
        ...(regimes.includes('uk-gdpr') ? [ukCitation(citation, uk_equivalents)] : []),
      ];
    }
    if (framework?.regimes === undefined || isUnder(framework.regimes)) return [citation];
    return isUnder(framework.persuasive_under) ? [{ ...citation, note: 'persuasive only' }] : [];
  });
  const distinct = applicable.filter(
    ({ framework, ref }, index) =>
      applicable.findIndex((other) => other.framework === framework && other.ref === ref) === index,
  );
  return distinct.length > 0 ? distinct : all;
}

/**
 * The article of the UK GDPR. A citation of a part of a changed article (Art 25(2) of Art 25) keeps its own reference where
 * the article keeps its number, and has the status of the change.
 */
function ukCitation(citation: Cited, equivalents: readonly UkEquivalent[]): Cited {
  const uk: Cited = { ...citation, framework: 'UK GDPR' };
  const changed = equivalents
    .filter(({ gdpr }) => citation.ref === gdpr || citation.ref.startsWith(`${gdpr}(`))
    .sort((a, b) => b.gdpr.length - a.gdpr.length)[0];
  if (!changed) return uk;
  const isPart = citation.ref !== changed.gdpr;
  const ref = isPart && changed.uk.startsWith(changed.gdpr) ? citation.ref : changed.uk;
  return { ...uk, ref, status: changed.status, note: changed.note };
}
