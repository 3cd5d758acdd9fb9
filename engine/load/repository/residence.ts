/** The states in which the GDPR is law: the Union, and the others of the European Economic Area. */
const EUROPEAN = new Set(
  'AT BE BG CY CZ DE DK EE ES FI FR GR HR HU IE IS IT LI LT LU LV MT NL NO PL PT RO SE SI SK'.split(' '),
);

/**
 * The law that follows from where a client lives, as consents name it (`consent_records.regime`).
 * @param residence a country, or a state with its country in front (`US-CA`)
 */
export function lawOfResidence(residence: string): 'eu' | 'uk' | 'us-ca' | 'us-ny' | 'us-other' | 'other' {
  if (residence === 'US-CA') return 'us-ca';
  if (residence === 'US-NY') return 'us-ny';
  const country = residence.slice(0, 2);
  if (country === 'US') return 'us-other';
  if (country === 'GB') return 'uk';
  return EUROPEAN.has(country) ? 'eu' : 'other';
}
