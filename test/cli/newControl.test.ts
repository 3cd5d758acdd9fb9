import { mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';
import type { Assessment } from '../../engine/generated/assessment.js';
import { privity, smallFirm, withFirm } from '../support/firm.js';

const TITLE = 'Systems have a second sign-in step for everyone';

/** `privity new control`: what it writes works as it stands. */
describe('privity new control', () => {
  it('writes a rule, a test and a page that are formatted, pass, judge and explain', () =>
    withFirm(smallFirm, async (directory) => {
      const made = await privity([
        'new',
        'control',
        TITLE,
        directory,
        '--fact',
        'system.mfa.scope',
        '--wants',
        'all-users',
      ]);
      expect(made.stderr).to.equal('');
      expect(made.stdout.split('\n').slice(0, 3)).to.deep.equal([
        'policies/systems_have_a_second_sign_in_step_for_everyone.rego',
        'policies/systems_have_a_second_sign_in_step_for_everyone_test.rego',
        'policies/systems_have_a_second_sign_in_step_for_everyone.md',
      ]);
      expect(made.code).to.equal(0);

      const formatted = await privity(['fmt', directory, '--check']);
      expect(formatted.stdout).to.match(/2 files of rules, 0 would change/);
      const tested = await privity(['test', directory]);
      expect(tested.stderr).to.equal('');
      expect(tested.stdout).to.match(/3 tests passed, 0 failed/);
      expect(tested.stdout).to.match(/100 %/);

      const checked = await privity([
        'check',
        directory,
        '--only',
        'FIRM-001',
        '--format',
        'json',
        '--fail-on',
        'never',
      ]);
      expect(checked.stderr).to.equal('');
      const { outcomes } = JSON.parse(checked.stdout) as Assessment;
      expect(outcomes.map(({ control, own }) => [control, own])).to.deep.equal([['FIRM-001', true]]);
      expect(outcomes[0]?.examined).to.be.greaterThan(0);

      const explained = await privity(['explain', 'FIRM-001', directory]);
      expect(explained.stdout).to.match(/Say here why the firm asks for this/);
    }));

  it('takes the next id and name that are free, and overwrites nothing', () =>
    withFirm(smallFirm, async (directory) => {
      await privity(['new', 'control', TITLE, directory]);
      const before = readFileSync(
        join(directory, 'policies/systems_have_a_second_sign_in_step_for_everyone.rego'),
        'utf8',
      );
      const again = await privity(['new', 'control', TITLE, directory]);
      expect(again.code).to.equal(2);
      expect(again.stderr).to.match(
        /stands in policies\/systems_have.* already. Give --name another name\.\n.*Nothing was written/s,
      );
      const other = await privity(['new', 'control', TITLE, directory, '--name', 'second_step']);
      expect(other.stdout).to.match(/^FIRM-002 is judged/m);
      expect(
        readFileSync(join(directory, 'policies/systems_have_a_second_sign_in_step_for_everyone.rego'), 'utf8'),
      ).to.equal(before);
      const tested = await privity(['test', directory]);
      expect(tested.stdout).to.match(/6 tests passed, 0 failed/);
    }));

  it('works for facts of every kind', () =>
    withFirm(smallFirm, async (directory) => {
      const kinds = [
        ['vendor.receives_personal_data', 'false'],
        ['staff.role_id', 'partner "senior"'],
        ['system.password_policy.min_length', '14'],
        ['matters.status', 'open'],
      ];
      for (const [index, [fact = '', wants = '']] of kinds.entries()) {
        const made = await privity([
          'new',
          'control',
          'What the firm wants: "as it is"',
          directory,
          '--fact',
          fact,
          '--wants',
          wants,
          '--name',
          `kind_${index}`,
        ]);
        expect(made.stderr, fact).to.equal('');
      }
      const tested = await privity(['test', directory]);
      expect(tested.stderr).to.equal('');
      expect(tested.stdout).to.match(/12 tests passed, 0 failed/);
      const formatted = await privity(['fmt', directory, '--check']);
      expect(formatted.code, formatted.stdout).to.equal(0);
    }));

  it('writes where the firm keeps its rules', () =>
    withFirm(
      { ...smallFirm, 'privity.yaml': `${smallFirm['privity.yaml']}policies: ["rules/**/*.rego"]\n` },
      async (directory) => {
        const made = await privity(['new', 'control', TITLE, directory, '--name', 'second_step']);
        expect(made.stderr).to.equal('');
        expect(made.stdout).to.match(/^rules\/second_step\.rego/);
      },
    ));

  const refused: [string, string[], RegExp][] = [
    ['an unknown record', ['--fact', 'sistem.mfa'], /no kind of record "sistem"\. Did you mean "system"\?/],
    ['an unknown field', ['--fact', 'system.mfa.scpe'], /system\.mfa has no field "scpe"\. Did you mean "scope"\?/],
    ['a record without a field', ['--fact', 'system'], /say which field of a system/],
    [
      'a choice that is none',
      ['--fact', 'system.mfa.scope', '--wants', 'all'],
      /cannot be "all".*It is one of .*all-users/,
    ],
    ['a list', ['--fact', 'system.hosting_countries'], /no single word, number, or yes or no/],
    ['a text without the word', ['--fact', 'system.title'], /--wants: say what system\.title is to be/],
    ['an id that is taken', ['--id', 'ACC-001'], /The id ACC-001 is taken by policies\/access/],
    ['an id that is none', ['--id', 'firm-1'], /is not written as an id is/],
    ['a name that is none', ['--name', '../evil'], /--name: "\.\.\/evil" must be small letters/],
    ['a name of a test', ['--name', 'pen_test'], /not end in _test/],
  ];
  for (const [what, options, message] of refused) {
    it(`refuses ${what}, and writes nothing`, () =>
      withFirm(smallFirm, async (directory) => {
        const { code, stderr, stdout } = await privity(['new', 'control', TITLE, directory, ...options]);
        expect(stderr).to.match(message);
        expect(stderr).to.match(/Nothing was written/);
        expect(stdout).to.equal('');
        expect(code).to.equal(2);
      }));
  }

  it('refuses a title that is no sentence', () =>
    withFirm(smallFirm, async (directory) => {
      expect((await privity(['new', 'control', 'short', directory])).stderr).to.match(/10 to 150 characters/);
      expect((await privity(['new', 'control', 'A title with {braces}', directory])).stderr).to.match(/without braces/);
    }));

  it('follows no link that leads outside the firm', () =>
    withFirm(smallFirm, async (directory) => {
      const elsewhere = mkdtempSync(join(tmpdir(), 'privity-elsewhere-'));
      try {
        symlinkSync(elsewhere, join(directory, 'policies'));
        const { code, stderr } = await privity(['new', 'control', TITLE, directory]);
        expect(stderr).to.match(/policies is a link that leads outside/);
        expect(code).to.equal(2);
      } finally {
        rmSync(elsewhere, { recursive: true });
      }
    }));

  it('is of no use outside a firm', async () => {
    const elsewhere = mkdtempSync(join(tmpdir(), 'privity-elsewhere-'));
    try {
      writeFileSync(join(elsewhere, 'a.txt'), '');
      const { code, stderr } = await privity(['new', 'control', TITLE, elsewhere]);
      expect(stderr).to.match(/privity\.yaml/);
      expect(code).to.equal(2);
    } finally {
      rmSync(elsewhere, { recursive: true });
    }
  });
});
