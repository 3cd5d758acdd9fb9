import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect } from 'chai';
import { highest } from '../../engine/compile/catalogue.js';
import { builtinPolicies } from '../../engine/compile/policies.js';
import { packageRoot } from '../../engine/root.js';

/** Every built-in control is complete: page, tests, citations, reasons that some test produces, parameters that it uses. */
const { controls, parameters } = await builtinPolicies();

describe('policies: contract', () => {
  for (const control of controls) {
    describe(control.id, () => {
      const folder = join(packageRoot, dirname(control.file));
      const slug = control.path[1].replaceAll('_', '-');
      const rule = readFileSync(join(folder, `${slug}.rego`), 'utf8');
      const tests = readFileSync(join(folder, `${slug}_test.rego`), 'utf8');

      it('stands in the folder of its domain and name', () => {
        expect(control.file).to.equal(`policies/${control.domain}/${slug}/${slug}.rego`);
      });

      it('has a page that names it and shows what to write', () => {
        const page = readFileSync(join(folder, `${slug}.md`), 'utf8');
        expect(page.split('\n')[0]).to.equal(`# ${control.id} ${control.title}`);
        expect(page).to.match(/```yaml\n/);
        expect(page).to.match(/\*\*Looks at\*\*/);
        expect(page).to.match(/\*\*Finds\*\*/);
      });

      it('cites the law, with what was verified', () => {
        expect(control.citations.length).to.be.greaterThan(0);
        for (const { status } of control.citations) expect(status).to.be.oneOf(['primary', 'secondary', 'unverified']);
      });

      it('has each reason once, and a test that produces it', () => {
        const codes = control.reasons.map(({ code }) => code);
        expect(new Set(codes).size).to.equal(codes.length);
        for (const code of codes) expect(tests, code).to.include(code);
        expect(highest(control.reasons.map(({ severity }) => severity))).to.equal(control.severity);
      });

      it('gives no reason that it does not declare', () => {
        const given = [...rule.matchAll(/"reason": "([a-z-]+)"/g)].map(([, code]) => code as string);
        const declared = control.reasons.map(({ code }) => code);
        expect(given.filter((code) => !declared.includes(code))).to.deep.equal([]);
      });

      it('uses the parameters that it declares, and no others', () => {
        const body = rule.slice(rule.indexOf('\npackage '));
        const used = new Set([...body.matchAll(/data\.parameters\.([a-z_0-9]+)/g)].map(([, name]) => name as string));
        for (const name of used) expect(control.parameters, name).to.include(name);
        for (const name of control.parameters) expect(parameters[name], name).to.not.equal(undefined);
      });

      it('tests a pass, and what does not apply', () => {
        expect(existsSync(join(folder, `${slug}_test.rego`))).to.equal(true);
        expect(tests).to.match(/== set\(\)/);
      });
    });
  }

  it('uses, bounds and documents every parameter', () => {
    const used = new Set(controls.flatMap((control) => control.parameters));
    for (const [name, { title, kind, min, max, default: standard, unit }] of Object.entries(parameters)) {
      expect(title, name).to.match(/\w{3}/);
      expect(unit, name).to.match(/\w/);
      if (name !== 'control_start_dates') expect([...used], name).to.include(name);
      if (kind === 'legal-fixed' || kind === 'legal-reference' || typeof standard !== 'number') continue;
      expect(
        [min, max].filter((bound) => bound !== undefined),
        name,
      ).to.not.be.empty;
    }
  });
});
