import { expect } from 'chai';
import { withShownFacts } from '../../engine/evaluate/shown.js';
import type { Finding } from '../../engine/generated/assessment.js';
import { loadConfig } from '../../engine/load/config.js';
import { type Inventory, loadInventory } from '../../engine/load/inventory.js';
import { withFirm } from '../support/firm.js';

const files = {
  'privity.yaml': 'privity: 1\n',
  'inventory/a.yaml': `firm: { legal_name: Alder LLP, timezone: Europe/London }
staff:
  - id: S-1
  - id: S-2
    title: Ms Alder
systems:
  - id: dms
    title: Documents
    internet_facing: false
    mfa: { scope: admins-and-remote, passwordless: true }
    password_policy: { min_length: 14 }
  - id: archive
retention_rules:
  - id: six
    title: Six years
    period: { years: 6, months: 3 }
    regimes: [uk-gdpr, sra]
processing_activities:
  - id: referrals
    title: Referrals
    purposes:
      - { id: refer, text: Introduce the client., bases: [{ regime: uk-gdpr, lawful_basis: consent }] }
      - { id: ask, text: "Ask, later.", added_on: 2025-11-03, compatibility: { outcome: compatible, assessed_on: 2025-10-20 } }
  - id: billing
    purposes: []
collection_forms:
  - id: enquiry
    fields:
      - { name: Name, required: true }
      - { name: Faith, required: false, justification: "  " }
matters:
  - id: M-1
    activity_ids: [referrals, billing, unknown-one]
client_files:
  - id: F-1
    retention_rule_ids: [six]
    retention_trigger_on: 2018-05-12
    extension: { until: 2027-03-31, approved_by: S-2 }
    note: ${'long '.repeat(80)}
consent_records:
  - id: C-1
    given_at: 2026-09-03T10:12:00Z
  - { id: C-2, evidence: { grade: attested, by: S-1, on: 2026-10-05 } }
  - { id: C-3, evidence: { grade: attested, by: S-1, on: 2025-10-05 } }
  - { id: C-4, evidence: { grade: attested, by: S-1 } }
  - { id: C-5, evidence: { grade: evidenced, by: S-2, on: 2026-10-05, uri: a/b.pdf } }
  - { id: C-6, evidence: { grade: evidenced, by: S-2, on: 2026-10-05 } }
  - { id: C-7, evidence: { grade: fed, on: 2026-11-16 } }
`,
};

function findingOn(collection: string, id: string, path?: string, distinguishes?: string): Finding {
  return {
    id: 'X-001.0',
    control: 'X-001',
    severity: 'low',
    result: 'fail',
    reason: 'any',
    message: 'Any.',
    subject: { collection, id },
    location: { file: 'a' },
    facts: [{ collection, id, ...(path === undefined ? {} : { path }) }],
    arguments: {},
    evidence: 'declared',
    waivable: true,
    ...(distinguishes === undefined ? {} : { distinguishes }),
  };
}

type Case = [collection: string, id: string, path: string, field: string, shows: string | undefined, by?: string];

const cases: Case[] = [
  ['client_files', 'F-1', 'retention_trigger_on', 'the day from which its retention period runs', '12 May 2018'],
  ['consent_records', 'C-1', 'given_at', 'the time at which consent was given', '3 September 2026, 11:12'],
  ['consent_records', 'C-2', 'given_at', 'the time at which consent was given', 'not declared'],
  ['client_files', 'F-1', 'extension.until', 'the day until which it may be kept', '31 March 2027'],
  ['client_files', 'F-1', 'extension.approved_by', 'the person who approved the extension', 'Ms Alder'],
  ['client_files', 'F-1', 'retention_rule_ids', 'the retention rules that apply to it', 'retention rule “Six years”'],
  ['retention_rules', 'six', 'period', 'the retention period', '6 years and 3 months'],
  ['retention_rules', 'six', 'regimes', 'the laws on which the rule rests', 'the UK GDPR, the SRA rules'],
  ['systems', 'dms', 'internet_facing', 'whether it can be reached from the internet', 'no'],
  ['systems', 'dms', 'password_policy.min_length', 'the shortest password allowed', '14'],
  ['systems', 'archive', 'password_policy.min_length', 'the shortest password allowed', 'not declared'],
  ['systems', 'gone', 'password_policy.min_length', 'the shortest password allowed', undefined],
  ['processing_activities', 'billing', 'purposes', 'the purposes', 'none'],
  [
    'processing_activities',
    'referrals',
    'purposes',
    'the purposes',
    'Introduce the client (bases (regime: the UK GDPR, lawful basis: consent)); Ask, later (added on: 3 November 2025, compatibility (outcome: compatible, assessed on: 20 October 2025))',
  ],
  ['processing_activities', 'billing', 'purposes.text', 'the wording of the purpose', 'none'],
  [
    'processing_activities',
    'referrals',
    'purposes.bases.lawful_basis',
    'the legal basis',
    '"refer", "uk-gdpr": consent; "ask": not declared',
  ],
  ['processing_activities', 'referrals', 'purposes.0.text', 'the wording of the purpose', 'Introduce the client.'],
  [
    'collection_forms',
    'enquiry',
    'fields.required',
    'whether the question must be answered',
    '"Name": yes; "Faith": no',
  ],
  [
    'collection_forms',
    'enquiry',
    'fields.justification',
    'the reason for asking',
    '"Faith": left empty (one of 2)',
    'religion/Faith',
  ],
  [
    'matters',
    'M-1',
    'activity_ids',
    'the activities carried out in the matter',
    '“Referrals”, activity billing, activity unknown-one',
  ],
  ['matters', 'M-1', 'activity_ids', 'the activities carried out in the matter', '“Referrals” (one of 3)', 'referrals'],
  ['client_files', 'F-1', 'note', 'its note', `${'long '.repeat(48)} [...]`],
];

const evidence: [id: string, text: string][] = [
  ['C-1', 'stated by the firm; nobody has confirmed it'],
  ['C-2', 'confirmed by member of staff S-1 on 5 October 2026'],
  [
    'C-3',
    'confirmed by member of staff S-1 on 5 October 2025; counts as declared only, because that is more than 12 months ago',
  ],
  [
    'C-4',
    'confirmed by member of staff S-1; counts as declared only, because it is not said who confirmed it, and when',
  ],
  ['C-5', 'shown by a document, a/b.pdf, confirmed by Ms Alder on 5 October 2026'],
  [
    'C-6',
    'shown by a document, confirmed by Ms Alder on 5 October 2026; counts as attested only, because no document is named',
  ],
  ['C-7', 'read from a system on 16 November 2026'],
];

describe('evaluate: facts shown in plain words', () => {
  let inventory: Inventory;
  before(() =>
    withFirm(files, async (directory) => {
      inventory = await loadInventory(directory, await loadConfig(directory), { asOf: '2026-11-22', now: 0 });
    }),
  );

  for (const [collection, id, path, field, shows, by] of cases) {
    it(`${collection} ${id} ${path}${by === undefined ? '' : ` of ${by}`}`, () => {
      expect(withShownFacts(findingOn(collection, id, path, by), inventory).facts).to.deep.equal([
        { collection, id, path, field, ...(shows === undefined ? {} : { shows }) },
      ]);
    });
  }

  for (const [id, text] of evidence) {
    it(`how ${id} is known`, () => {
      const { records, facts } = withShownFacts(findingOn('consent_records', id), inventory);
      expect(records?.map(({ name, evidence: how }) => [name, how])).to.deep.equal([[`Consent ${id}`, text]]);
      expect(facts).to.deep.equal([{ collection: 'consent_records', id }]);
    });
  }

  it('names each record once, by its title, with the place of its evidence', () => {
    const finding = findingOn('systems', 'dms', 'mfa.scope');
    const facts = [
      ...finding.facts,
      { collection: 'consent_records', id: 'C-5' },
      { collection: 'systems', id: 'gone' },
    ];
    expect(withShownFacts({ ...finding, facts }, inventory).records).to.deep.equal([
      {
        collection: 'systems',
        id: 'dms',
        name: '“Documents” (system dms)',
        evidence: 'stated by the firm; nobody has confirmed it',
        location: { file: 'inventory/a.yaml', line: 7, column: 5 },
      },
      {
        collection: 'consent_records',
        id: 'C-5',
        name: 'Consent C-5',
        evidence: 'shown by a document, a/b.pdf, confirmed by Ms Alder on 5 October 2026',
        location: { file: 'inventory/a.yaml', line: 46, column: 16 },
      },
      { collection: 'systems', id: 'gone', name: 'System gone' },
    ]);
  });
});
