import { expect } from 'chai';
import type { Assessment } from '../../engine/generated/assessment.js';
import { privity, smallFirm, withFirm } from '../support/firm.js';
import { assessmentIn, reported } from '../support/reported.js';

/** A firm's own reference tables, from the file to what every reader is told. */
const firm = (regimes: string): Record<string, string> => ({
  'privity.yaml': 'privity: 1\nprofile: standard\n',
  'inventory/firm.yaml': `firm:
  legal_name: Alder & Finch PLLC
  timezone: America/Chicago
  regimes: [${regimes}]
  establishments: [US-TX]
  client_places: [US-TX]
`,
});

const TEXAS = `table: regime_map
checked_on: "2026-10-01"
source: Texas Bus. & Com. Code 521.053
reviewer: R. Vance
status: secondary
entries:
  US-TX: [us-state-breach]
`;

async function judged(files: Record<string, string>, asOf: string): Promise<Assessment> {
  return withFirm(files, async (directory) => {
    const args = ['--as-of', asOf, '--format', 'json', '--only', 'GOV-013', 'GOV-015'];
    const { stdout, stderr } = await privity(['check', directory, ...args]);
    expect(stderr).to.equal('');
    return JSON.parse(stdout) as Assessment;
  });
}

const messages = ({ findings }: Assessment): string[] => findings.map(({ message }) => message);

describe('privity check: a firm’s own reference tables', () => {
  it('decide what rules find, are named in the assessment, and change its digest', async () => {
    const without = await judged(firm('aba'), '2026-11-22');
    const withTable = await judged({ ...firm('aba'), 'policies/tables/laws.yaml': TEXAS }, '2026-11-22');
    expect(messages(without)).to.deep.equal([]);
    expect(messages(withTable)).to.deep.equal([
      'The firm has an office in US-TX, and the data breach laws of other US states is neither applied nor excluded.',
    ]);
    expect(without.policies.own_tables).to.deep.equal([]);
    expect(withTable.policies.own_tables).to.deep.equal([
      {
        table: 'regime_map',
        title: 'Laws that usually follow from a place',
        file: 'policies/tables/laws.yaml',
        checked_on: '2026-10-01',
        entries: 1,
        replaced: 0,
      },
    ]);
    expect(withTable.policies.digest).to.not.equal(without.policies.digest);
    expect(withTable.inventory).to.deep.equal(without.inventory);
  });

  it('are found when their check is too old, at the line that says its day; Privity’s own where the firm says how it is judged', async () => {
    const { findings, outcomes } = await judged(
      { ...firm('aba, us-state-breach'), 'policies/tables/laws.yaml': TEXAS },
      '2027-10-02',
    );
    const own = findings.filter(({ reason }) => reason === 'own-table-stale');
    expect(own.map(({ message, location }) => ({ message, location }))).to.deep.equal([
      {
        message:
          "The firm's own reference table “Laws that usually follow from a place” was last compared with the law on 1 October 2026, and was to be checked again by 1 October 2027.",
        location: { file: 'policies/tables/laws.yaml', line: 2, column: 1 },
      },
    ]);
    const privitys = findings.filter(({ reason }) => reason === 'table-stale');
    // Twelve months are not over for the others, and the adequacy of countries is no question of a Texan firm.
    expect(privitys.map(({ message, location }) => ({ message, location }))).to.deep.equal([
      {
        message:
          "Privity's reference table “Time limits of US states for notices about a breach” was last compared with the law on 22 November 2026, and was to be checked again by 22 May 2027. Update Privity, or check the table and put the firm's own in its place.",
        location: { file: 'privity.yaml', line: 1, column: 1 },
      },
    ]);
    expect(outcomes.find(({ control }) => control === 'GOV-015')?.result).to.equal('warn');
  });

  it('put an end to the finding on Privity’s own where they stand in the place of all its entries', async () => {
    const own = `table: us_state_breach
checked_on: "2027-09-30"
source: the codes of California and New York
reviewer: R. Vance
entries:
  - { state: CA, resident_days: 30, effective_from: "2026-01-01", status: primary }
  - { state: NY, resident_days: 30, effective_from: "2024-12-21", status: primary }
`;
    const whole = { ...firm('aba, us-state-breach'), 'policies/tables/us_state_breach.yaml': own };
    expect(messages(await judged(whole, '2027-10-02'))).to.deep.equal([]);
    const part = { ...whole, 'policies/tables/us_state_breach.yaml': own.replace(/.*state: NY.*\n/, '') };
    expect((await judged(part, '2027-10-02')).findings.map(({ reason }) => reason)).to.deep.equal(['table-stale']);
  });

  it('stand in every report that says what was switched off', async () => {
    const files = { ...firm('aba, us-state-breach'), 'policies/tables/laws.yaml': TEXAS };
    const shown = await withFirm(files, (directory) =>
      reported(directory, ['--as-of', '2026-11-22', '--only', 'GOV-013', 'GOV-015']),
    );
    expect(assessmentIn(shown).policies.own_tables).to.have.length(1);
    expect(shown.pretty.replace(/\s+/g, ' ')).to.include(
      'By the firm\'s own reference tables: "Laws that usually follow from a place" (1 entry; checked on 1 October 2026; policies/tables/laws.yaml)',
    );
    expect(shown.markdown).to.include(
      "- Judged by the firm's own reference tables: “Laws that usually follow from a place” (1 entry; checked on 1 October 2026; policies/tables/laws.yaml).",
    );
    expect(JSON.parse(shown.sarif).runs[0].invocations[0].toolConfigurationNotifications).to.deep.equal([
      {
        descriptor: { id: 'own-table', index: 4 },
        level: 'note',
        message: {
          text: "Judged by the firm's own reference table: “Laws that usually follow from a place” (1 entry; checked on 1 October 2026; policies/tables/laws.yaml).",
        },
      },
    ]);
  });

  it('that cannot be used end the run, with their place', async () => {
    const files = { ...smallFirm, 'policies/tables/laws.yaml': TEXAS.replace(/reviewer.*\n/, '') };
    const { code, stderr } = await withFirm(files, (directory) => privity(['check', directory]));
    expect(stderr).to.match(
      /policies\/tables\/laws\.yaml:1:1 This reference table needs "reviewer": the lawyer who has checked its entries\./,
    );
    expect(code).to.equal(2);
  });

  it('cannot be declared in the inventory', async () => {
    const files = { ...smallFirm, 'inventory/tables.yaml': 'reference_tables:\n  - id: adequacy\n' };
    const { code, stderr } = await withFirm(files, (directory) => privity(['check', directory]));
    expect(stderr).to.match(
      /inventory\/tables\.yaml:1:1 reference_tables are known to Privity and cannot be declared: a firm’s own reference tables stand in policies\/tables\./,
    );
    expect(code).to.equal(2);
  });
});
