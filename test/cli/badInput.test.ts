import { mkdir, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect } from 'chai';
import type { Assessment } from '../../engine/generated/assessment.js';
import { privity, smallFirm, withFirm } from '../support/firm.js';
import { EXAMINED, firmWith, ownControl } from '../support/ownRules.js';

/** What a user can get wrong ends in a sentence with a place and a remedy, exit code 2, and no stack. */
const deep = `firm:\n  legal_name: ${'['.repeat(10_000)}${']'.repeat(10_000)}\n`;
const bomb = `x0: &x0 [a, a, a, a, a, a, a, a, a, a]\n${Array.from({ length: 9 }, (_, index) => `x${index + 1}: &x${index + 1} [${`*x${index}, `.repeat(10)}]\n`).join('')}`;

interface Case {
  title: string;
  files: Record<string, string | Uint8Array>;
  args?: string[];
  says: RegExp[];
}

const cases: Case[] = [
  { title: 'an empty directory', files: {}, says: [/There is no privity\.yaml in .* create the file/] },
  {
    title: 'no inventory file',
    files: { 'privity.yaml': 'privity: 1\n' },
    says: [/No inventory file was found \(inventory\/\*\*\/\*\.\{yaml,yml,json\}/],
  },
  {
    title: 'an empty inventory',
    files: { 'privity.yaml': 'privity: 1\n', 'inventory/a.yaml': '# nothing yet\n' },
    says: [/Nothing was examined/],
  },
  {
    title: 'a glob that matches nothing',
    files: { 'privity.yaml': 'privity: 1\ninventory: ["facts/*.yaml"]\n' },
    says: [/No inventory file was found \(facts\/\*\.yaml\)/],
  },
  {
    title: 'a pattern that leaves the directory',
    files: { 'privity.yaml': 'privity: 1\ninventory: ["../**/*.yaml"]\n' },
    says: [/privity\.yaml:2:13 The pattern "\.\.\/\*\*\/\*\.yaml" must stay below/],
  },
  {
    title: 'an unknown key of the configuration',
    files: { 'privity.yaml': 'privity: 1\nprofil: full\n' },
    says: [/privity\.yaml:2:1 "profil" is not a field .* Did you mean "profile"\?/],
  },
  {
    title: 'text that is not UTF-8',
    files: { 'inventory/a.yaml': Uint8Array.from([0x66, 0x69, 0x72, 0x6d, 0x3a, 0x20, 0xe9]) },
    says: [/inventory\/a\.yaml: This file is not UTF-8 text\. Save it as UTF-8\./],
  },
  {
    title: 'tabs',
    files: { 'inventory/a.yaml': 'vendors:\n\t- id: x\n' },
    says: [/inventory\/a\.yaml:2:1 A tab stands where spaces must/],
  },
  {
    title: 'a key that stands twice',
    files: { 'inventory/a.yaml': 'vendors:\n  - id: x\n    id: y\n' },
    says: [/inventory\/a\.yaml:3:5 This key stands twice/],
  },
  {
    title: 'anchors that explode',
    files: { 'inventory/a.yaml': bomb },
    says: [/inventory\/a\.yaml: This file expands to more than 5,000,000 values/],
  },
  { title: '10,000 levels of nesting', files: { 'inventory/a.yaml': deep }, says: [/nested more than 60 levels deep/] },
  {
    title: 'a __proto__ key',
    files: { 'inventory/a.yaml': 'vendors:\n  - id: x\n    __proto__: { polluted: true }\n' },
    says: [/inventory\/a\.yaml:3:5 "__proto__" cannot be used as a key/],
  },
  {
    title: 'an integer above 2^53',
    files: { 'inventory/a.yaml': 'vendors:\n  - id: 9007199254740993\n' },
    says: [/inventory\/a\.yaml:2:5 This number is too large to be kept exactly/],
  },
  {
    title: 'a date that does not exist',
    files: { 'inventory/a.yaml': 'vendors:\n  - id: x\n    ended_on: 2026-02-30\n' },
    says: [/inventory\/a\.yaml:3:5 ended_on "2026-02-30" is not a date that exists/],
  },
  {
    title: 'an instant without offset',
    files: { 'inventory/a.yaml': 'incidents:\n  - id: x\n    detected_at: 2026-02-20T10:00:00\n' },
    says: [/inventory\/a\.yaml:3:5 detected_at .* does not say in which offset from UTC/],
  },
  {
    title: 'a date where an instant is meant',
    files: { 'inventory/a.yaml': 'incidents:\n  - id: x\n    detected_at: 2026-02-20\n' },
    says: [/needs a time and an offset/],
  },
  {
    title: 'an unknown key with a near one',
    files: { 'inventory/systems.yaml': 'systems:\n  - id: mail\n    mfa_scope: all-users\n' },
    says: [/inventory\/systems\.yaml:3:5 "mfa_scope" is not a field of a system\. Did you mean "mfa"\?/],
  },
  {
    title: 'an unknown collection',
    files: { 'inventory/a.yaml': 'vendor:\n  - id: x\n' },
    says: [/inventory\/a\.yaml:1:1 "vendor" is not a field of an inventory file\. Did you mean "vendors"\?/],
  },
  {
    title: 'an unknown enum value',
    files: { 'inventory/a.yaml': 'systems:\n  - id: x\n    medium: stone\n' },
    says: [/inventory\/a\.yaml:3:5 "medium" must be one of electronic, paper/],
  },
  {
    title: 'a wrong type',
    files: { 'inventory/a.yaml': 'systems:\n  - id: x\n    internet_facing: "yes"\n' },
    says: [/inventory\/a\.yaml:3:5 "internet_facing" must be true or false/],
  },
  {
    title: 'a record without id',
    files: { 'inventory/a.yaml': 'systems:\n  - title: x\n' },
    says: [/inventory\/a\.yaml:2:5 A system needs "id"/],
  },
  {
    title: 'an id declared twice',
    files: { 'inventory/a.yaml': 'vendors:\n  - id: x\n', 'inventory/b.yaml': 'vendors:\n  - id: y\n  - id: x\n' },
    says: [/inventory\/b\.yaml:3:5 The id "x" of vendors is declared twice, first at inventory\/a\.yaml:2:5/],
  },
  {
    title: 'a single object declared twice',
    files: { 'inventory/a.yaml': 'firm: {}\n' },
    says: [/"firm" is declared twice, first at/],
  },
  {
    title: 'a time zone that does not exist',
    files: { 'inventory/firm.yaml': 'firm:\n  timezone: Europe/Atlantis\n' },
    says: [/inventory\/firm\.yaml:2:3 "Europe\/Atlantis" is not a time zone/],
  },
  {
    title: 'JSON that is cut off',
    files: { 'inventory/a.json': '{"vendors": [{"id": "x"}' },
    says: [/inventory\/a\.json.*This is not valid JSON/],
  },
  {
    title: 'a value out of bounds',
    files: { 'privity.yaml': 'privity: 1\nparameters:\n  access_review_days: 400\n' },
    says: [/privity\.yaml:3:3 "access_review_days" may be at most 365 days/],
  },
  {
    title: 'an unknown parameter',
    files: { 'privity.yaml': 'privity: 1\nparameters:\n  acess_review_days: 100\n' },
    says: [/Did you mean "access_review_days"\?/],
  },
  {
    title: 'an id that no control has',
    files: {},
    args: ['--only', 'ACC-009'],
    says: [/There is no control ACC-009\. Did you mean ACC-00\d\?/],
  },
  {
    title: 'a day that does not exist',
    files: {},
    args: ['--as-of', '2026-02-30'],
    says: [/--as-of 2026-02-30 is neither a date/],
  },
  {
    title: 'Rego that does not parse',
    files: {
      'policies/own.rego': ownControl({ id: 'FIRM-001', name: 'own', rules: 'findings contains {{ if true\n' }),
    },
    says: [/policies\/own\.rego:27:\d+ unexpected if keyword/],
  },
  {
    title: 'Rego that calls the network',
    files: {
      'policies/own.rego': ownControl({ id: 'FIRM-001', name: 'own', rules: 'findings := http.send({"url": "x"})\n' }),
    },
    says: [/policies\/own\.rego:27:\d+ undefined function http\.send/],
  },
  {
    title: 'Rego that takes the id of a built-in control',
    files: { 'policies/own.rego': ownControl({ id: 'ACC-006', name: 'own' }) },
    says: [/policies\/own\.rego:5 The id ACC-006 is taken by the built-in control in policies\/access\//],
  },
  {
    title: 'Rego that redefines a built-in control',
    files: {
      'policies/own.rego': ownControl({ id: 'FIRM-001', name: 'own' }).replace('firm.own', 'access.strong_sign_in'),
    },
    says: [/policies\/own\.rego:23 The package privity\.access\.strong_sign_in belongs to the built-in rules/],
  },
  {
    title: 'a key file that is not there',
    files: {},
    args: ['--key', 'no-such-key.txt'],
    says: [/The key file .*no-such-key\.txt cannot be read\. Name a file that exists, or leave --key out/],
  },
  { title: 'an unknown option', files: {}, args: ['--formt', 'json'], says: [/Unknown arguments?: formt/] },
];

describe('cli: bad input', () => {
  for (const { title, files, args = [], says } of cases) {
    it(title, async () => {
      const base =
        Object.keys(files).length === 0 && args.length === 0
          ? {}
          : title.includes('inventory') || title.includes('glob')
            ? {}
            : smallFirm;
      await withFirm({ ...base, ...files }, async (directory) => {
        const { code, stdout, stderr } = await privity(['check', directory, ...args]);
        expect(stderr).to.match(/\(exit 2\)/);
        for (const sentence of says) expect(stderr).to.match(sentence);
        expect(stderr).not.to.match(/^\s+at /m);
        expect(stdout).to.equal('');
        expect(code).to.equal(2);
      });
    });
  }

  it('a link that leaves the directory', async () => {
    await withFirm({ 'elsewhere.yaml': 'vendors: []\n' }, async (outside) => {
      await withFirm(smallFirm, async (directory) => {
        await mkdir(join(directory, 'inventory'), { recursive: true });
        await symlink(join(outside, 'elsewhere.yaml'), join(directory, 'inventory/vendors.yaml'));
        const { code, stderr } = await privity(['check', directory]);
        expect(stderr).to.match(/inventory\/vendors\.yaml: This link leads outside the directory and is not followed/);
        expect(code).to.equal(2);
      });
    });
  });

  it('rules that loop for ever or allocate without end break by themselves, and the run exits 2', async () => {
    const rules = (body: string): string =>
      `${EXAMINED}\nfindings contains {"subject": judged.subject("systems", input.system), "reason": "wrong"} if {\n${body}\n}\n`;
    const thousand = 'numbers.range(1, 1000)';
    const firm = firmWith(
      { id: 'FIRM-001', name: 'loop', rules: rules(`\tsome a in ${thousand}\n\tsome b in ${thousand}\n\ta + b < 0`) },
      { id: 'FIRM-002', name: 'memory', rules: rules('\tcount([[a] | some a in numbers.range(1, 10000000)]) == 0') },
    );
    const limits = 'limits:\n  evaluation_seconds: 2\n  memory_mb: 64\n';
    await withFirm({ ...firm, 'privity.yaml': `${smallFirm['privity.yaml']}${limits}` }, async (directory) => {
      const { code, stdout, stderr } = await privity(['check', directory, '--format', 'json'], {
        env: { PRIVITY_CACHE_DIR: join(directory, '.cache') },
      });
      expect(stderr).to.equal('');
      expect(code).to.equal(2);
      const { outcomes } = JSON.parse(stdout) as Assessment;
      expect(outcomes.filter(({ result }) => result === 'error').map(({ control }) => control)).to.deep.equal([
        'FIRM-001',
        'FIRM-002',
      ]);
    });
  });

  it('a link that leads round in a circle', async () => {
    await withFirm(smallFirm, async (directory) => {
      await symlink(directory, join(directory, 'inventory/again'));
      const { code, stderr } = await privity(['check', directory, '--only', 'ACC-006', '--fail-on', 'never']);
      expect(stderr).to.match(/declared twice/);
      expect(code).to.equal(2);
    });
  });

  it('says everything that is wrong at once', async () => {
    await withFirm(
      { ...smallFirm, 'inventory/a.yaml': 'systems:\n  - id: x\n    mfaa: {}\n  - id: y\n    medium: stone\n' },
      async (directory) => {
        const { stderr } = await privity(['check', directory]);
        expect(stderr).to.match(/2 problems\. Nothing was judged\. \(exit 2\)/);
      },
    );
  });

  it('a byte order mark and CRLF are no trouble, and change no place', async () => {
    const firm = (smallFirm['inventory/firm.yaml'] as string).replaceAll('\n', '\r\n');
    await withFirm({ ...smallFirm, 'inventory/firm.yaml': `\ufeff${firm}` }, async (directory) => {
      await writeFile(join(directory, 'inventory/more.yaml'), '\ufeffsystems:\r\n  - id: x\r\n    medium: stone\r\n');
      const { stderr } = await privity(['check', directory]);
      expect(stderr).to.match(/inventory\/more\.yaml:3:5 "medium" must be one of/);
    });
  });

  it('a first judgement of the small firm works', async () => {
    await withFirm(smallFirm, async (directory) => {
      const { code, stdout, stderr } = await privity([
        'check',
        directory,
        '--as-of',
        '2026-11-22',
        '--only',
        'ACC-006',
      ]);
      expect(stderr).to.equal('');
      expect(stdout).to.match(/Alder & Finch LLP/);
      expect(code).to.equal(0);
    });
  });
});
