import { expect } from 'chai';
import { findingId } from '../../engine/evaluate/findings.js';
import type { Explanation } from '../../engine/generated/explanation.js';
import { validate } from '../../engine/generated/validate-explanation.js';
import { privity, smallFirm, withFirm } from '../support/firm.js';

const weakSystem = (id: string): string => `  - id: ${id}
    medium: electronic
    holds_client_data: true
    holds_privileged: false
    internet_facing: false
    mfa: { scope: all-users, passwordless: false }
    password_policy: { min_length: 6, breached_password_check: true, lockout_threshold: 5 }
`;
const weakFirm = {
  ...smallFirm,
  'inventory/weak.yaml': `systems:\n${weakSystem('billing')}`,
};

async function explained(directory: string, ...args: string[]): Promise<Explanation> {
  const { code, stdout, stderr } = await privity([
    'explain',
    ...args,
    directory,
    '--as-of',
    '2026-11-22',
    '--format',
    'json',
  ]);
  expect(stderr).to.equal('');
  expect(code).to.equal(0);
  const explanation = JSON.parse(stdout) as Explanation;
  expect(validate(explanation), JSON.stringify(validate.errors)).to.equal(true);
  return explanation;
}

describe('cli: explain', () => {
  it('explains a control with the facts of the firm and where they stand', async () => {
    await withFirm(weakFirm, async (directory) => {
      const { code, stdout, stderr } = await privity(['explain', 'acc-006', directory, '--as-of', '2026-11-22']);
      expect(stderr).to.equal('');
      expect(code).to.equal(0);
      expect(stdout).to.match(
        /^ACC-006 Systems with client data require strong sign-in\nAlder & Finch LLP - judged as of/,
      );
      expect(stdout).to.include('Examined: 2, out of 2 systems that the firm declares.');
      expect(stdout).to.include('Among 2 examined: 1 exception.');
      expect(stdout).to.include(
        'the shortest password allowed: 6\n          inventory/weak.yaml:8 > password_policy.min_length\n',
      );
      expect(stdout).to.include("So: The password rules of system billing are below the firm's minimum.");
      expect(stdout).to.include('NIST 800-53r5 IA-2: Uniquely identify and authenticate users. (text checked)');
      expect(stdout).to.include('may accept: 12 characters');
      expect(stdout).to.include('sso_system_id: firm-sign-on');
      expect(stdout).to.include('policies/access/strong-sign-in/strong-sign-in.rego, in the Privity package');
    });
  });

  it('explains one finding alone', async () => {
    await withFirm(
      { ...smallFirm, 'inventory/weak.yaml': `systems:\n${weakSystem('a')}${weakSystem('b')}` },
      async (directory) => {
        const all = await explained(directory, 'ACC-006');
        const [, second] = all.assessment?.findings ?? [];
        const id = String(second?.id);
        const one = await explained(directory, id);
        expect(one.finding).to.equal(id);
        expect(one.assessment?.findings).to.deep.equal([second]);
        expect(one.assessment?.outcomes).to.deep.equal(all.assessment?.outcomes);
        const { stdout } = await privity(['explain', id, directory, '--as-of', '2026-11-22']);
        expect(stdout).to.include('Among 3 examined: 2 exceptions. The one that you asked for:');
        expect(stdout.match(/ - ACC-006\.[0-9a-f]{16}/g)).to.deep.equal([` - ${id}`]);
      },
    );
  });

  it('finds a finding beyond those that are kept, and says that not all are shown', async () => {
    const ids = Array.from({ length: 1_001 }, (_, index) => `s${String(index).padStart(4, '0')}`);
    await withFirm(
      { ...smallFirm, 'inventory/weak.yaml': `systems:\n${ids.map(weakSystem).join('')}` },
      async (directory) => {
        const { stdout } = await privity(['explain', 'ACC-006', directory, '--as-of', '2026-11-22']);
        expect(stdout).to.include('\n  1 further finding not shown here.\n');
        expect(stdout).not.to.include('System s1000');
        const subject = { collection: 'systems', id: 's1000' };
        const beyond = findingId('ACC-006', { subject, reason: 'weak-passwords' });
        const { assessment } = await explained(directory, beyond);
        expect(assessment?.findings.map(({ subject }) => subject.id)).to.deep.equal(['s1000']);
      },
    );
  });

  it('shows what the rows of a register file say, and in which row', async () => {
    const grants = `id,holder_id,system_id,level,granted_on,revoked_on,evidence.grade,evidence.by,evidence.on
G-1,S-1,dms,read,2026-01-05,,,,
G-2,S-6,dms,write,2026-01-05,,attested,S-1,2026-10-05
`;
    await withFirm(
      {
        ...smallFirm,
        'privity.yaml': 'privity: 1\nregisters:\n  access_grants: { file: registers/grants.csv }\n',
        'inventory/staff.yaml': `staff:
  - { id: S-1, status: active, start_date: 2020-01-06 }
  - { id: S-6, status: left, start_date: 2020-01-06, end_date: 2026-08-28 }
`,
        'registers/grants.csv': grants,
      },
      async (directory) => {
        const { population, assessment } = await explained(directory, 'ACC-002');
        expect(population).to.deep.include({ collection: 'access_grants', title: 'Access rights', records: 2 });
        const finding = assessment?.findings.find(({ subject }) => subject.id === 'G-2');
        expect(finding?.facts).to.deep.equal([
          {
            collection: 'access_grants',
            id: 'G-2',
            path: 'revoked_on',
            location: { file: 'registers/grants.csv', row: 2 },
            field: 'the day on which the access ended',
            shows: 'not declared',
          },
          {
            collection: 'staff',
            id: 'S-6',
            path: 'end_date',
            location: { file: 'inventory/staff.yaml', line: 3, column: 54 },
            field: 'the last working day',
            shows: '28 August 2026',
          },
        ]);
        expect(finding?.records?.[0]).to.deep.equal({
          collection: 'access_grants',
          id: 'G-2',
          name: 'Access right G-2',
          evidence: 'confirmed by member of staff S-1 on 5 October 2026',
          location: { file: 'registers/grants.csv', row: 2 },
        });
      },
    );
  });

  it('shows facts only where they are asked for', async () => {
    await withFirm(weakFirm, async (directory) => {
      const only = ['--only', 'ACC-006', '--format', 'json'];
      const { stdout } = await privity(['check', directory, '--as-of', '2026-11-22', ...only]);
      expect(stdout).to.include('password_policy.min_length');
      expect(stdout).not.to.match(/"(shows|field|records)": [^\d]/);
    });
  });

  it('explains a control where there is no firm', async () => {
    await withFirm({ 'notes.txt': 'nothing' }, async (directory) => {
      const { code, stdout, stderr } = await privity(['explain', 'CONSENT-001'], { cwd: directory });
      expect(stderr).to.equal('');
      expect(code).to.equal(0);
      expect(stdout).to.match(
        /^CONSENT-001 Every consent-based use has a live consent from that client\n\nTHE QUESTION\n/,
      );
      expect(stdout).to.include('WHAT IT LOOKS AT\n  Examined are: clients, matters.\n');
      expect(stdout).not.to.include('WHAT IT FOUND');
      expect((await explained(directory, 'CONSENT-001')).assessment).to.equal(undefined);
    });
  });

  it('judges a control that the firm’s profile leaves out, and says so', async () => {
    await withFirm(smallFirm, async (directory) => {
      const { outside_profile, assessment } = await explained(directory, 'RET-003');
      expect([outside_profile, assessment?.profile, assessment?.scope.judged]).to.deep.equal([
        'essentials',
        'essentials',
        1,
      ]);
      const { stdout } = await privity(['explain', 'RET-003', directory]);
      expect(stdout.replaceAll(/\s+/g, ' ')).to.include(
        'The firm judges the profile essentials, which leaves it out; it was judged here because you asked.',
      );
      const asked = await explained(directory, 'RET-003', '--profile', 'full');
      expect([asked.outside_profile, asked.assessment?.profile]).to.deep.equal([undefined, 'full']);
    });
  });

  it('says why a control does not apply', async () => {
    await withFirm({ ...smallFirm, 'inventory/systems.yaml': 'retention_rules: []\n' }, async (directory) => {
      const { code, stdout } = await privity(['explain', 'RET-004', directory]);
      expect(stdout).to.include('It does not apply here. The firm declares that it has none: retention rules.');
      expect(code).to.equal(0);
    });
  });

  it('explains a control that is switched off, and refuses its findings', async () => {
    const off = 'privity: 1\ncontrols:\n  off:\n    - { control: ACC-006, reason: Our landlord runs the systems. }\n';
    await withFirm({ ...weakFirm, 'privity.yaml': off }, async (directory) => {
      const { code, stdout } = await privity(['explain', 'ACC-006', directory]);
      expect(code).to.equal(0);
      expect(stdout).to.include(
        'Nothing was judged: the firm has switched this check off. Our landlord runs the systems.',
      );
      const refused = await privity(['explain', 'ACC-006.0123456789abcdef', directory]);
      expect(refused.stderr).to.match(/ACC-006 is switched off in privity\.yaml, so it has no findings/);
      expect(refused.code).to.equal(2);
    });
  });

  it('says where the firm has set a parameter', async () => {
    const own = 'privity: 1\nparameters:\n  min_password_length: 16\n';
    await withFirm({ ...weakFirm, 'privity.yaml': own }, async (directory) => {
      const { parameters } = await explained(directory, 'ACC-006');
      expect(parameters).to.deep.equal([
        {
          name: 'min_password_length',
          title: 'The shortest password that a system with client data may accept',
          value: 16,
          default: 12,
          min: 8,
          unit: 'characters',
          kind: 'firm-policy',
          set_at: { file: 'privity.yaml', line: 3, column: 3 },
        },
      ]);
    });
  });

  it('uses colour only where it is asked for', async () => {
    const plain = await privity(['explain', 'ACC-006', '/tmp'], { env: { NO_COLOR: '1' } });
    const coloured = await privity(['explain', 'ACC-006', '/tmp', '--color']);
    expect(plain.stdout).not.to.include('\u001b');
    expect(coloured.stdout).to.include('\u001b[1mTHE QUESTION\u001b[0m');
  });

  const refused: { title: string; args: string[]; says: RegExp }[] = [
    {
      title: 'an id that no control has',
      args: ['CONSENT-0O1'],
      says: /There is no control and no finding "CONSENT-0O1"\. Did you mean CONSENT-001 \(Every consent-based use/,
    },
    {
      title: 'a word instead of an id',
      args: ['sign-in'],
      says: /There is no control and no finding "sign-in"\. Did you mean ACC-006 \(Systems with client data/,
    },
    {
      title: 'a word that means nothing',
      args: ['xyzzy\u001b[2J'],
      says: /no finding "xyzzy\\u001b\[2J"\. privity check shows the ids\./,
    },
    {
      title: 'a finding that is not there',
      args: ['ACC-006.0123456789abcdef'],
      says: /The finding "ACC-006\.0123456789abcdef" is not there as of 2026-11-22: it has been resolved, or the id is of another firm\. privity explain ACC-006 shows what it finds there now\./,
    },
    { title: 'a day that does not exist', args: ['ACC-006', '--as-of', '2026-02-30'], says: /neither a date/ },
  ];
  for (const { title, args, says } of refused) {
    it(title, async () => {
      await withFirm(weakFirm, async (directory) => {
        const [what = '', ...rest] = args;
        const asOf = rest.length === 0 ? ['--as-of', '2026-11-22'] : rest;
        const { code, stdout, stderr } = await privity(['explain', what, directory, ...asOf]);
        expect(stderr).to.match(says);
        expect(stderr).not.to.match(/^\s+at /m);
        expect([stdout, code]).to.deep.equal(['', 2]);
      });
    });
  }

  it('a finding needs a firm', async () => {
    await withFirm({}, async (directory) => {
      const { code, stderr } = await privity(['explain', 'ACC-006.0123456789abcdef', directory]);
      expect(stderr).to.match(/There is no privity\.yaml in .* Go to the firm's directory/);
      expect(code).to.equal(2);
    });
  });

  it('a directory that is not there', async () => {
    const { code, stderr } = await privity(['explain', 'ACC-006', '/tmp/no-such-firm']);
    expect(stderr).to.match(/There is no directory \/tmp\/no-such-firm/);
    expect(code).to.equal(2);
  });
});
