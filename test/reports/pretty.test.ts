import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'chai';
import { builtinPolicies } from '../../engine/compile/policies.js';
import type { Assessment } from '../../engine/generated/assessment.js';
import { packageRoot } from '../../engine/root.js';
import { columnsOf } from '../../reports/columns.js';
import { pretty } from '../../reports/pretty.js';
import { assessmentOf, privity, withFirm } from '../support/firm.js';

/** A small firm with something of everything: exceptions, advice, a hold, facts that are missing, registers too. */
const firm: Record<string, string> = {
  'privity.yaml': 'privity: 1\nprofile: standard\ngate: { fail_on: high }\n',
  'inventory/firm.yaml': `firm:
  legal_name: Alder & Finch LLP
  timezone: Europe/London
  regimes: [uk-gdpr, sra]
systems:
  - id: dms
    title: Document management
    medium: electronic
    holds_client_data: true
    holds_privileged: true
    internet_facing: true
    access_reviewed_on: 2026-03-02
    mfa: { scope: admins }
    password_policy: { min_length: 8 }
  - { id: crm, title: Client list, medium: electronic, holds_client_data: true, internet_facing: false, holds_privileged: false }
  - { id: scans, title: Scan room, medium: electronic, holds_client_data: true, internet_facing: false, holds_privileged: false }
`,
  'inventory/retention.yaml': `legal_holds:
  - { id: H-07, status: active, triggered_on: 2023-02-01, matter_ids: [M-4] }
client_terms: []
retention_rules:
  - id: files
    title: Client files
    status: approved
    record_class: client-file
    trigger_event: matter-closed
    period: { years: 6 }
    legal_basis_text: Claims can be brought for six years.
    disposal_method: Shredded or deleted
    owner_id: S-1
    approved_on: 2025-01-10
`,
  'registers/files.yaml': `rights_requests: []
client_files:
${['2018-05-12', '2018-06-01', '2018-06-19', '2019-03-29', '2020-11-05']
  .map(
    (day, index) =>
      `  - { id: A-${index + 1}, status: closed, contains_personal_data: true, record_class: client-file, client_id: K-${index + 1}, matter_ids: [M-${index + 1}], custodian_ids: [], retention_rule_ids: [files], retention_trigger_on: ${day} }`,
  )
  .join('\n')}
data_assets: []
`,
};
const only = ['ACC-006', 'ACC-007', 'CONSENT-001', 'RET-001', 'RET-002', 'RET-003'];
// What the firm was not asked changes with the catalogue.
const { controls } = await builtinPolicies();
const outside = controls.filter(({ profile }) => profile === 'full').length;
const unasked = controls.length - outside - only.length;
const assessed = (): Promise<Assessment> =>
  withFirm(firm, (directory) => assessmentOf(directory, { asOf: '2026-11-22', only }));

const ESCAPES = /\u001b\[\d+m/g;

describe('reports/pretty', () => {
  it('prints a small firm on a plain terminal of 80 columns', async () => {
    expect(pretty(await assessed(), { width: 80, colour: false, commit: '4f2c91a' })).to.equal(PLAIN_80);
  });

  it('prints it in two columns on 160 in colour', async () => {
    const text = pretty(await assessed(), { width: 160, colour: true, seconds: 0.414 });
    expect(text.replace(ESCAPES, '')).to.equal(COLOUR_160);
    expect(text).to.include('\u001b[31m✗\u001b[0m \u001b[1m3 files are past their destruction date');
  });
});

interface Printed {
  checks: Record<string, number>;
  findings: Record<string, number>;
  total: { checks: number; findings: number };
  sections: Record<string, number>;
}

/** What a reader of the summary can add up. */
function printed(text: string): Printed {
  const oneLine = text.replace(ESCAPES, '').replace(/\n {2,}/g, ' ');
  const number = (digits: string | undefined): number => Number((digits ?? '0').replaceAll(',', ''));
  const parts = (list: string): Record<string, number> =>
    Object.fromEntries(
      list.split(' · ').map((part) => {
        const [, count, what = ''] = /^([\d,]+) (.*)$/.exec(part) ?? [];
        return [what, number(count)];
      }),
    );
  const line = (name: string): [number, Record<string, number>] => {
    const found = new RegExp(`^([\\d,]+) ${name}s?: (.*)$`, 'm').exec(oneLine);
    return found ? [number(found[1]), parts(found[2] as string)] : [0, {}];
  };
  const [checks, byOutcome] = line('check');
  const [findings, bySeverity] = line('finding');
  const sections = [...text.replace(ESCAPES, '').matchAll(/^(CRITICAL|HIGH|MEDIUM|LOW) {2}([\d,]+) finding/gm)];
  return {
    checks: byOutcome,
    findings: bySeverity,
    total: { checks, findings },
    sections: Object.fromEntries(sections.map(([, name, count]) => [(name as string).toLowerCase(), number(count)])),
  };
}

function sum(counts: Record<string, number>): number {
  return Object.values(counts).reduce((total, count) => total + count, 0);
}

describe('reports/pretty: what is printed adds up', () => {
  const fixtures = readdirSync(join(packageRoot, 'fixtures'));
  for (const name of fixtures) {
    it(name, async function () {
      this.timeout(60_000);
      const assessment = await assessmentOf(join(packageRoot, 'fixtures', name), { asOf: '2026-11-22' });
      const { summary, outcomes } = assessment;
      for (const { findings, reasons } of outcomes) {
        const counted = { fail: 0, warn: 0, unknown: 0, suspended: 0 };
        for (const { result, count } of reasons) counted[result] += count;
        expect({ ...counted, history: findings.history }).to.deep.equal(findings);
      }
      for (const width of [24, 40, 79, 80, 109, 110, 132, 160, 240]) {
        for (const colour of [true, false]) {
          const text = pretty(assessment, { width, colour });
          const widest = Math.max(...text.split('\n').map((line) => columnsOf(line.replace(ESCAPES, ''))));
          expect(widest, `${width} columns`).to.be.at.most(width);
          if (colour) continue;
          expect(text).not.to.match(/[\u0000-\u0009\u000b-\u001f✗⏸…·›→“”]/);
        }
      }
      const { checks, findings, total, sections } = printed(pretty(assessment, { width: 160, colour: true }));
      expect(sum(checks)).to.equal(total.checks).and.to.equal(outcomes.length);
      expect(sum(findings))
        .to.equal(total.findings)
        .and.to.equal(summary.findings.fail + summary.findings.warn);
      expect(sections).to.deep.equal(findings);
      expect(sum(summary.evidence)).to.equal(outcomes.filter(({ examined }) => examined > 0).length);
    });
  }
});

describe('reports/pretty: a register that is configured', () => {
  it('and not at hand is not said to be undeclared', async () => {
    const files = {
      ...firm,
      'privity.yaml': `${firm['privity.yaml']}registers:\n  matters: { file: registers/matters.csv }\n`,
    };
    const assessment = await withFirm(files, (directory) =>
      assessmentOf(directory, { asOf: '2026-11-22', only: ['CONSENT-001', 'RET-001'] }),
    );
    const text = pretty(assessment, { width: 160, colour: true }).replace(ESCAPES, '');
    expect(text).to.include('Nobody has declared: clients, consent records, processing activities (needed by 1');
    expect(text).to.match(
      /\? The register of matters \(.*matters\.csv\) is not at hand, so this could not be judged\./,
    );
  });
});

describe('reports/pretty: facts cannot steer the terminal', () => {
  const hostile = {
    ...firm,
    'inventory/firm.yaml': (firm['inventory/firm.yaml'] as string)
      .replace('Alder & Finch LLP', '"Alder \\e[2J\\e]0;owned\\a& \\u202eFinch\\x9b31m LLP"')
      .replace('Document management', '"Document\\r\\e[31m management\\u2066\\x85"'),
  };
  // Our own colours, and everything that may not be there.
  const steering = /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]/;
  for (const args of [['--color'], ['--no-color'], ['--format', 'json']]) {
    it(`privity check ${args.join(' ')}`, async () => {
      await withFirm(hostile, async (directory) => {
        const { stdout } = await privity(['check', directory, '--as-of', '2026-11-22', '--only', 'ACC-006', ...args]);
        expect(stdout).to.include('Finch').and.include('Document');
        expect(stdout.replace(ESCAPES, '')).not.to.match(steering);
      });
    });
  }

  it('nor in an error', async () => {
    const files = { ...firm, 'inventory/x.yaml': '"sys\\e[31mtems": []\n' };
    await withFirm(files, async (directory) => {
      const { stderr, code } = await privity(['check', directory, '--as-of', '2026-11-22']);
      expect(code).to.equal(2);
      expect(stderr).to.include('is not a').and.not.to.match(steering);
    });
  });
});

const PLAIN_80 = `Alder & Finch LLP - judged as of 22 November 2026 - commit 4f2c91a -
  rules 2026.11 (standard)

  3 of 6 checks found exceptions - 1 gives advice only - 1 could not be judged
  gate: high -> 4 exceptions stop the merge

HIGH  4 findings
  x "Document management" can be reached from the internet or holds      ACC-006
    privileged material, and a second sign-in step is not required of
    everyone.
    inventory/firm.yaml:13 - 3 systems examined
    > Turn on multi-factor sign-in for all users and strengthen the password
      policy.
    UK GDPR Art 32(1)(b)

  x 3 files are past their destruction date and still kept.              RET-003
    of 5 files examined
    - File A-1 was due to be destroyed on 12 May 2024 and is still kept.
      registers/files.yaml:3
    - File A-2 was due to be destroyed on 1 June 2024 and is still kept.
      registers/files.yaml:4
    - File A-3 was due to be destroyed on 19 June 2024 and is still kept.
      registers/files.yaml:5
    = File A-4 was due to be destroyed on 29 March 2025 and must be kept while
      legal hold H-07 stands.
      inventory/retention.yaml:2
    > Have the file reviewed, then destroy it with a record, or record an
      approved extension.
    UK GDPR Art 5(1)(e), 17(3)(e)

MEDIUM  2 findings
  x The password rules of "Document management" are below the firm's     ACC-006
    minimum.
    inventory/firm.yaml:14 - 3 systems examined
    > Turn on multi-factor sign-in for all users and strengthen the password
      policy.
    UK GDPR Art 32(1)(b)

  x The access rights of "Document management" were last reviewed on 2   ACC-007
    March 2026; a review was due by 31 May 2026.
    inventory/firm.yaml:12 - 3 systems examined
    > Review who can open the system, remove what is not needed and record the
      date.
    UK GDPR Art 32(1)(d)

LOW  2 findings
  ! The retention rule "Client files" does not say that it covers        RET-002
    backup copies.
    inventory/retention.yaml:5 - 1 retention rule examined
    > Complete the rule and have its owner approve it.
    UK GDPR Art 5(1)(e), 13(2)(a)

  ! File A-5 became due for destruction on 5 November 2026; it should    RET-003
    be dealt with by 5 December 2026.
    registers/files.yaml:7 - 5 files examined
    > Have the file reviewed, then destroy it with a record, or record an
      approved extension.
    UK GDPR Art 5(1)(e), 17(3)(e)

COULD NOT BE JUDGED  3 checks wait for facts; 2 of them found exceptions too
  ? Nobody has declared: clients, consent records, matters,          CONSENT-001
    processing activities (needed by 1 check). If there are none,
    write for example "clients: []".
  ? For each of 2 systems, nobody has declared the people who must use   ACC-006
    a second sign-in step.
    inventory/firm.yaml:15 > mfa.scope
    inventory/firm.yaml:16 > mfa.scope
  ? For each of 2 systems, nobody has declared the password rules.       ACC-006
    inventory/firm.yaml:15 > password_policy
    inventory/firm.yaml:16 > password_policy
  ? For "Document management", nobody has said whether known leaked      ACC-006
    passwords are refused.
    inventory/firm.yaml:14 > password_policy.breached_password_check
  ? For "Document management", nobody has declared the number of failed  ACC-006
    attempts before locking.
    inventory/firm.yaml:14 > password_policy.lockout_threshold
  ? For each of 2 systems, nobody has declared the date of the last      ACC-007
    review of its access rights.
    inventory/firm.yaml:15 > access_reviewed_on
    inventory/firm.yaml:16 > access_reviewed_on

6 checks: 1 found no exception - 3 found exceptions - 1 gives advice only -
  1 could not be judged
8 findings: 4 high - 2 medium - 2 low
Besides: 12 not judged for want of a fact - 1 kept for now
Not looked at: ${outside} checks outside the standard profile - ${unasked} not asked for
Weakest fact behind each of 5 checks: 5 declared by the firm
That no exception was found is not an opinion that the firm complies.
Next: privity explain ACC-006 - privity check --only ACC-006 --format json
`;

const COLOUR_160 = `Alder & Finch LLP · judged as of 22 November 2026 · rules 2026.11 (standard)

  3 of 6 checks found exceptions · 1 gives advice only · 1 could not be judged                        gate: high → 4 exceptions stop the merge

HIGH  4 findings
  ✗ “Document management” can be reached from the internet or holds privileged material, and a        ACC-006
    second sign-in step is not required of everyone.                                                  inventory/firm.yaml:13
    3 systems examined
    → Turn on multi-factor sign-in for all users and strengthen the password policy.
    UK GDPR Art 32(1)(b); NIST 800-53r5 IA-2, IA-2(1), IA-5(1); NIST Privacy Framework 1.0 PR.AC-P6

  ✗ 3 files are past their destruction date and still kept.                                           RET-003
    of 5 files examined
    · File A-1 was due to be destroyed on 12 May 2024 and is still kept.                              registers/files.yaml:3
    · File A-2 was due to be destroyed on 1 June 2024 and is still kept.                              registers/files.yaml:4
    · File A-3 was due to be destroyed on 19 June 2024 and is still kept.                             registers/files.yaml:5
    ⏸ File A-4 was due to be destroyed on 29 March 2025 and must be kept while legal hold H-07        inventory/retention.yaml:2
      stands.
    → Have the file reviewed, then destroy it with a record, or record an approved extension.
    UK GDPR Art 5(1)(e), 17(3)(e); NIST Privacy Framework 1.0 CT.DM-P5; NIST 800-53r5 SI-12(3)

MEDIUM  2 findings
  ✗ The password rules of “Document management” are below the firm's minimum.                         ACC-006
    3 systems examined                                                                                inventory/firm.yaml:14
    → Turn on multi-factor sign-in for all users and strengthen the password policy.
    UK GDPR Art 32(1)(b); NIST 800-53r5 IA-2, IA-2(1), IA-5(1); NIST Privacy Framework 1.0 PR.AC-P6

  ✗ The access rights of “Document management” were last reviewed on 2 March 2026; a review was due   ACC-007
    by 31 May 2026.                                                                                   inventory/firm.yaml:12
    3 systems examined
    → Review who can open the system, remove what is not needed and record the date.
    UK GDPR Art 32(1)(d); NIST 800-53r5 AC-6(7); ISO/IEC 27001:2022 A.5.18

LOW  2 findings
  ! The retention rule “Client files” does not say that it covers backup copies.                      RET-002
    1 retention rule examined                                                                         inventory/retention.yaml:5
    → Complete the rule and have its owner approve it.
    UK GDPR Art 5(1)(e), 13(2)(a); NIST 800-53r5 SI-12; ISO/IEC 27701:2019 7.4.7 (not verified)

  ! File A-5 became due for destruction on 5 November 2026; it should be dealt with by 5 December     RET-003
    2026.                                                                                             registers/files.yaml:7
    5 files examined
    → Have the file reviewed, then destroy it with a record, or record an approved extension.
    UK GDPR Art 5(1)(e), 17(3)(e); NIST Privacy Framework 1.0 CT.DM-P5; NIST 800-53r5 SI-12(3)

COULD NOT BE JUDGED  3 checks wait for facts; 2 of them found exceptions too
  ? Nobody has declared: clients, consent records, matters, processing activities (needed by 1        CONSENT-001
    check). If there are none, write for example “clients: []”.
  ? For each of 2 systems, nobody has declared the people who must use a second sign-in step.         ACC-006
                                                                                                      inventory/firm.yaml:15 › mfa.scope
                                                                                                      inventory/firm.yaml:16 › mfa.scope
  ? For each of 2 systems, nobody has declared the password rules.                                    ACC-006
                                                                                                      inventory/firm.yaml:15 › password_policy
                                                                                                      inventory/firm.yaml:16 › password_policy
  ? For “Document management”, nobody has said whether known leaked passwords are refused.            ACC-006
                                                                                                      inventory/firm.yaml:14 ›
                                                                                                        password_policy.breached_password_check
  ? For “Document management”, nobody has declared the number of failed attempts before locking.      ACC-006
                                                                                                      inventory/firm.yaml:14 › password_policy.lockout_threshold
  ? For each of 2 systems, nobody has declared the date of the last review of its access rights.      ACC-007
                                                                                                      inventory/firm.yaml:15 › access_reviewed_on
                                                                                                      inventory/firm.yaml:16 › access_reviewed_on

6 checks: 1 found no exception · 3 found exceptions · 1 gives advice only · 1 could not be judged
8 findings: 4 high · 2 medium · 2 low
Besides: 12 not judged for want of a fact · 1 kept for now
Not looked at: ${outside} checks outside the standard profile · ${unasked} not asked for
Weakest fact behind each of 5 checks: 5 declared by the firm
That no exception was found is not an opinion that the firm complies. 0.41 s
Next: privity explain ACC-006 · privity check --only ACC-006 --format json
`;
