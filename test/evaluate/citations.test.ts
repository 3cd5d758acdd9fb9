import { expect } from 'chai';
import { builtinData, builtinPolicies } from '../../engine/compile/policies.js';
import { applicableCitations } from '../../engine/evaluate/citations.js';
import { schemaOf } from '../../engine/load/schema.js';

const { frameworks } = await builtinData();
const { controls } = await builtinPolicies();

/** Citations as `framework ref: status`, with the note where there is one. */
function cited(citations: readonly (readonly [string, string])[], regimes: readonly string[] | undefined): string[] {
  return applicableCitations(
    citations.map(([framework, ref]) => ({ framework, ref, says: 'What it says.', status: 'primary' as const })),
    regimes,
    frameworks,
  ).map(({ framework, ref, status, note }) => `${framework} ${ref}: ${status}${note === undefined ? '' : `, ${note}`}`);
}

const CONSENT = ['GDPR', 'Art 7(3)'] as const;
const GUIDELINES = ['EDPB Guidelines', '05/2020 (consent)'] as const;
const NIST = ['NIST 800-53r5', 'PT-4'] as const;
const ABA = ['ABA Model Rule', '1.6(c)'] as const;

describe('evaluate/citations', () => {
  const cases: [string, (readonly [string, string])[], string[] | undefined, string[]][] = [
    ['the GDPR under eu-gdpr', [CONSENT], ['eu-gdpr'], ['GDPR Art 7(3): primary']],
    ['the UK GDPR under uk-gdpr', [CONSENT], ['uk-gdpr'], ['UK GDPR Art 7(3): primary']],
    ['both under both', [CONSENT], ['uk-gdpr', 'eu-gdpr'], ['GDPR Art 7(3): primary', 'UK GDPR Art 7(3): primary']],
    ['a changed article', [['GDPR', 'Art 6(4)']], ['uk-gdpr'], ['UK GDPR Art 8A: secondary, compatibility moved']],
    [
      'a part of a changed article that keeps its number',
      [['GDPR', 'Art 25(2)']],
      ['uk-gdpr'],
      ["UK GDPR Art 25(2): unverified, children's higher protection matters added"],
    ],
    [
      'a part of a changed article that moved',
      [['GDPR', 'Art 22(1)']],
      ['uk-gdpr'],
      ['UK GDPR Arts 22A-22D: secondary, safeguards always, limits for special-category decisions'],
    ],
    ['no article of the same first digits', [['GDPR', 'Art 26(1)']], ['uk-gdpr'], ['UK GDPR Art 26(1): primary']],
    [
      'what became one article once',
      [
        ['GDPR', 'Art 44'],
        ['GDPR', 'Art 46(1)'],
      ],
      ['uk-gdpr'],
      [
        'UK GDPR Arts 44A, 45A-45C, 46, 49: secondary, approved countries and a data protection test replace adequacy decisions',
      ],
    ],
    [
      'guidance of the EU in the EU',
      [GUIDELINES],
      ['eu-gdpr', 'uk-gdpr'],
      ['EDPB Guidelines 05/2020 (consent): primary'],
    ],
    [
      'guidance of the EU in the UK alone',
      [GUIDELINES],
      ['uk-gdpr'],
      ['EDPB Guidelines 05/2020 (consent): primary, persuasive only'],
    ],
    ['standards for every firm', [CONSENT, NIST, ABA], ['us-ca-ccpa'], ['NIST 800-53r5 PT-4: primary']],
    ['California’s rules in place of the ABA’s', [ABA, NIST], ['us-ca-bar'], ['NIST 800-53r5 PT-4: primary']],
    ['a framework that no table knows', [['House rules', '4']], ['sra'], ['House rules 4: primary']],
    [
      'all where nothing applies',
      [CONSENT, ABA],
      ['sra'],
      ['GDPR Art 7(3): primary', 'ABA Model Rule 1.6(c): primary'],
    ],
    [
      'all where no regime is declared',
      [CONSENT, ABA],
      undefined,
      ['GDPR Art 7(3): primary', 'ABA Model Rule 1.6(c): primary'],
    ],
    ['standards alone where no regime applies', [CONSENT, NIST], [], ['NIST 800-53r5 PT-4: primary']],
  ];
  for (const [title, citations, regimes, expected] of cases) {
    it(`cites ${title}`, () => expect(cited(citations, regimes)).to.deep.equal(expected));
  }

  it('knows every framework that a control cites', () => {
    const known = new Set(frameworks.frameworks.map(({ name }) => name));
    const unknown = controls.flatMap(({ id, citations }) =>
      citations.filter(({ framework }) => !known.has(framework)).map(({ framework }) => `${id}: ${framework}`),
    );
    expect(unknown).to.deep.equal([]);
  });

  it('names regimes that a firm can be under', () => {
    const regimes = schemaOf('inventory').$defs?.Firm?.properties?.regimes?.items?.enum ?? [];
    const unknown = frameworks.frameworks.flatMap(({ name, regimes: of = [], persuasive_under = [] }) =>
      [...of, ...persuasive_under].filter((regime) => !regimes.includes(regime)).map((regime) => `${name}: ${regime}`),
    );
    expect(unknown).to.deep.equal([]);
  });
});
