import { readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect } from 'chai';
import { validate } from '../../engine/generated/validate-tests.js';
import { packageRoot } from '../../engine/root.js';
import { privity, withFirm } from '../support/firm.js';
import { readXml } from '../support/xml.js';

/** The rule and the test that docs/own-rules.md shows: what it says must work. */
const [rule = '', tests = ''] = [
  ...readFileSync(`${packageRoot}docs/own-rules.md`, 'utf8').matchAll(/```rego\n([^]*?)```/g),
].map(([, text]) => text);
const firm = {
  'privity.yaml': 'privity: 1\n',
  'policies/no_passwords.rego': rule,
  'policies/no_passwords_test.rego': tests,
};

describe('privity test', () => {
  it('runs the tests that the documentation shows, and names the lines that none reaches', () =>
    withFirm(firm, async (directory) => {
      const { code, stdout, stderr } = await privity(['test', directory]);
      expect(stderr).to.equal('');
      expect(stdout).to.match(/4 tests passed, 0 failed/);
      const lines = rule.split('\n');
      const first = lines.findIndex((line) =>
        line.includes('judged.not_declared(_subject, "systems", "internet_facing")'),
      );
      expect(stdout).to.match(
        new RegExp(`[0-9.]+ % policies/no_passwords.rego\\n *no test reaches lines? .*${first + 1}`),
      );
      expect(code).to.equal(0);
    }));

  it('says what fails and where, as text, JSON and JUnit, and exits 1', () =>
    withFirm(
      {
        ...firm,
        'policies/no_passwords_test.rego': tests.replace(
          '["webmail", "passwords-accepted", ""]',
          '["intranet", "x", ""]',
        ),
      },
      async (directory) => {
        const pretty = await privity(['test', directory]);
        expect(pretty.code).to.equal(1);
        expect(pretty.stdout).to.match(/3 tests passed, 1 failed/);
        expect(pretty.stdout).to.match(/a password is found\n +policies\/no_passwords_test\.rego:13/);
        const { stdout } = await privity(['test', directory, '--format', 'json']);
        const run = JSON.parse(stdout);
        expect(validate(run), JSON.stringify(validate.errors)).to.equal(true);
        expect(run.tests.map(({ result }: { result: string }) => result).sort()).to.deep.equal([
          'fail',
          'pass',
          'pass',
          'pass',
        ]);
        const junit = await privity(['test', directory, '--format', 'junit']);
        const root = readXml(junit.stdout);
        expect(root.attributes).to.include({ tests: '4', failures: '1', errors: '0', skipped: '0' });
      },
    )).timeout(120_000);

  it('refuses what does not compile, with the place', () =>
    withFirm(
      { ...firm, 'policies/broken_test.rego': 'package privity.firm.broken_test\n\ntest_x if {\n' },
      async (directory) => {
        const { code, stderr } = await privity(['test', directory]);
        expect(code).to.equal(2);
        expect(stderr).to.match(/policies\/broken_test\.rego:\d+:\d+ /);
        expect(stderr).to.match(/Nothing was tested/);
      },
    ));

  it('says so where there is no test', () =>
    withFirm({ ...firm, 'policies/no_passwords_test.rego': 'package privity.firm.none_test\n' }, async (directory) => {
      const { code, stderr } = await privity(['test', directory]);
      expect(code).to.equal(2);
      expect(stderr).to.match(/There is no test/);
    }));
});

describe('privity fmt', () => {
  const untidy = { ...firm, 'policies/no_passwords_test.rego': tests.replaceAll('\t', '  ') };

  it('formats as OPA does, and leaves what is formatted', () =>
    withFirm(untidy, async (directory) => {
      const first = await privity(['fmt', directory]);
      expect(first.stdout).to.equal('policies/no_passwords_test.rego\n2 files of rules, 1 formatted.\n');
      expect(await readFile(join(directory, 'policies/no_passwords_test.rego'), 'utf8')).to.equal(tests);
      expect((await privity(['fmt', directory])).stdout).to.equal('2 files of rules, 0 formatted.\n');
    }));

  it('changes nothing with --check, and exits 1', () =>
    withFirm(untidy, async (directory) => {
      const { code, stdout } = await privity(['fmt', directory, '--check']);
      expect(stdout).to.equal('policies/no_passwords_test.rego\n2 files of rules, 1 would change.\n');
      expect(code).to.equal(1);
      expect(await readFile(join(directory, 'policies/no_passwords_test.rego'), 'utf8')).to.not.equal(tests);
    }));
});
