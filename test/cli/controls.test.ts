import { expect } from 'chai';
import { validate } from '../../engine/generated/validate-catalogue.js';
import { privity, smallFirm, withFirm } from '../support/firm.js';
import { ownControl } from '../support/ownRules.js';

describe('privity controls', () => {
  it('lists the catalogue outside a firm, as its schema says', async () => {
    const { code, stdout } = await privity(['controls', 'policies', '--format', 'json']);
    expect(code).to.equal(0);
    const catalogue = JSON.parse(stdout);
    expect(validate(catalogue), JSON.stringify(validate.errors)).to.equal(true);
    expect(catalogue.controls.length).to.be.greaterThan(30);
  });

  it('prints no line wider than the terminal', async () => {
    const { stdout } = await privity(['controls', 'policies']);
    expect(stdout).to.match(/^ {2}ACC-001 Every access right belongs to one person/m);
    for (const line of stdout.split('\n')) expect(line.length).to.be.lessThanOrEqual(100);
  });

  it('lists a firm\u2019s own controls, and what the firm has switched off, with the reason', async () => {
    const files = {
      ...smallFirm,
      'privity.yaml': `${smallFirm['privity.yaml']}\ncontrols: { off: [{ control: ACC-006, reason: Signed off by the partners. }] }\n`,
      'policies/manual.rego': ownControl({ id: 'FIRM-001', name: 'manual' }),
    };
    await withFirm(files, async (directory) => {
      const { stdout } = await privity(['controls', directory]);
      expect(stdout).to.match(/FIRM-001[^]*the firm.s own/);
      expect(stdout).to.match(/ACC-006[^]*Switched off by the firm: Signed off by the partners\./);
    });
  }).timeout(120_000);

  it('shows a law by article, and what no control covers', async () => {
    const { stdout } = await privity(['controls', 'policies', '--framework', 'gdpr', '--format', 'markdown']);
    expect(stdout).to.match(/\| Art 7 \| Conditions for consent \|.*CONSENT-008/);
    expect(stdout).to.match(/No control covers:\n\n(- .*\n)*- Art 88 Processing in the context of employment/);
  });

  for (const [args, says] of [
    [['--framework', 'GPDR'], /There is no framework "GPDR"\. Did you mean GDPR\?/],
    [['--domain', 'acess'], /There is no domain "acess"\. The domains: access, /],
  ] as const) {
    it(`refuses ${args.join(' ')} in a sentence`, async () => {
      const { code, stderr } = await privity(['controls', 'policies', ...args]);
      expect(code).to.equal(2);
      expect(stderr).to.match(says);
    });
  }
});
