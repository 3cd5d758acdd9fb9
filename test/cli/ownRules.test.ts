import { readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';
import type { Assessment } from '../../engine/generated/assessment.js';
import { packageRoot } from '../../engine/root.js';
import { type CommandResult, privity, withFirm } from '../support/firm.js';
import { firmWith } from '../support/ownRules.js';

/** The control that docs/own-rules.md shows: what a firm copies from there must work. */
function exampleOfTheDocs(): string {
  const page = readFileSync(join(packageRoot, 'docs/own-rules.md'), 'utf8');
  return (/```rego\n([\s\S]*?)```/.exec(page) as RegExpExecArray)[1] as string;
}

/** A firm's own controls in the commands: no different from the built-in ones. */
describe('cli: a firm’s own controls', () => {
  let cache: string;
  let run: (verb: string, ...args: string[]) => Promise<CommandResult>;
  let leave: () => void;
  before(async () => {
    cache = await mkdtemp(join(tmpdir(), 'privity-cache-'));
    const firm = {
      ...firmWith({ id: 'FIRM-001', name: 'good' }, { id: 'FIRM-002', name: 'later', metadata: { profile: 'full' } }),
      'policies/no_passwords_from_outside.rego': exampleOfTheDocs(),
    };
    await new Promise<void>((ready) => {
      void withFirm(firm, (directory) => {
        run = (verb, ...args) =>
          privity([verb, ...args, '--as-of', '2026-11-22'], { cwd: directory, env: { PRIVITY_CACHE_DIR: cache } });
        ready();
        return new Promise<void>((done) => {
          leave = done;
        });
      });
    });
  });
  after(async () => {
    leave();
    await rm(cache, { recursive: true, force: true });
  });

  it('are judged with their profile, and marked as the firm’s own', async () => {
    const { code, stdout, stderr } = await run('check', '--format', 'json', '--fail-on', 'low');
    expect(stderr).to.equal('');
    const { outcomes, findings, policies, scope } = JSON.parse(stdout) as Assessment;
    expect(
      outcomes.filter(({ own }) => own).map(({ control, result, domain }) => [control, result, domain]),
    ).to.deep.equal([
      ['FIRM-001', 'fail', 'firm'],
      ['FIRM-010', 'pass', 'firm'],
    ]);
    expect(scope.not_in_profile).to.include('FIRM-002');
    expect(policies.own).to.equal(3);
    const [finding] = findings.filter(({ control }) => control === 'FIRM-001');
    expect(finding?.message).to.match(/Document management.* is not as the office manual wants it\./);
    expect(finding?.location.file).to.equal('inventory/firm.yaml');
    expect(code).to.equal(1);
  });

  it('can be the only ones', async () => {
    const { code, stdout } = await run('check', '--format', 'json', '--only', 'FIRM-002', '--fail-on', 'never');
    expect((JSON.parse(stdout) as Assessment).outcomes.map(({ control }) => control)).to.deep.equal(['FIRM-002']);
    expect(code).to.equal(0);
  });

  it('are explained', async () => {
    const { code, stdout, stderr } = await run('explain', 'FIRM-001');
    expect(stderr).to.equal('');
    expect(stdout).to.match(/Every system is as the office manual wants it/);
    expect(stdout).to.match(/policies\/good\.rego/);
    expect(code).to.equal(0);
  });
});
