import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'chai';
import { builtinPolicies } from '../engine/compile/policies.js';
import type { Assessment } from '../engine/generated/assessment.js';
import { validate } from '../engine/generated/validate-assessment.js';
import { packageRoot } from '../engine/root.js';
import { privity } from './support/firm.js';

const fixtures = readdirSync(join(packageRoot, 'fixtures')).sort();
const verdicts = new Map<string, Assessment>();

async function verdictOf(firm: string, ...more: string[]): Promise<Assessment> {
  const { stdout, stderr } = await privity([
    'check',
    `fixtures/${firm}`,
    '--as-of',
    '2026-11-22',
    '--format',
    'json',
    ...more,
  ]);
  expect(stderr).to.equal('');
  return JSON.parse(stdout) as Assessment;
}

describe('fixtures', () => {
  before(async () => {
    for (const firm of fixtures) verdicts.set(firm, await verdictOf(firm));
  });

  for (const firm of fixtures) {
    it(`${firm} is judged as expected`, () => {
      const expected = readFileSync(join(packageRoot, 'fixtures', firm, 'expected-assessment.json'), 'utf8');
      expect(verdicts.get(firm), 'Run npm run accept, and read the difference.').to.deep.equal(JSON.parse(expected));
    });

    it(`${firm}: the assessment meets its schema`, () => {
      expect(validate(verdicts.get(firm)), JSON.stringify(validate.errors)).to.equal(true);
    });
  }

  for (const firm of ['quill-probate', 'sequoia-estates']) {
    it(`${firm} is clean on a real population`, () => {
      const { summary, outcomes } = verdicts.get(firm) as Assessment;
      expect(summary.findings).to.deep.equal({ fail: 0, warn: 0, unknown: 0, suspended: 0 });
      const passes = outcomes.filter(({ result, examined }) => result === 'pass' && examined > 0);
      const others = outcomes.filter(({ result, why }) => result === 'not-applicable' && why !== undefined);
      expect(outcomes.filter((outcome) => !passes.includes(outcome) && !others.includes(outcome))).to.deep.equal([]);
    });
  }

  it('what applies in California alone passes in sequoia-estates, and what applies in Europe alone is not judged there', () => {
    const { outcomes } = verdicts.get('sequoia-estates') as Assessment;
    const of = (wanted: string) => outcomes.filter(({ result }) => result === wanted).map(({ control }) => control);
    expect(of('pass')).to.include.members(['RIGHTS-002', 'GOV-008', 'TRANS-003', 'TRANS-009', 'BREACH-009']);
    expect(of('not-applicable')).to.include.members(['RIGHTS-001', 'GOV-005', 'TRANS-002', 'TRANS-005', 'XFER-001']);
    expect(of('not-applicable').filter((control) => control.startsWith('LEGAL'))).to.deep.equal([]);
  });

  it('first-week asks at most ten questions', () => {
    const { findings, summary } = verdicts.get('first-week') as Assessment;
    const questions = new Set(
      findings
        .filter(({ result }) => result === 'unknown')
        .map(({ control, reason, distinguishes }) =>
          reason === 'collection-not-declared' ? distinguishes : `${control} ${distinguishes}`,
        ),
    );
    expect(questions.size).to.be.lessThanOrEqual(10);
    expect(summary.outcomes.error).to.equal(0);
  });

  it('harbour-family-law has findings of every severity', () => {
    const { severity } = (verdicts.get('harbour-family-law') as Assessment).summary;
    for (const count of Object.values(severity)) expect(count).to.be.greaterThan(0);
  });

  it('every control fires in one of them, and passes in one of them', async () => {
    const full = await verdictOf('harbour-family-law', '--profile', 'full');
    const all = [...verdicts.values(), full].flatMap(({ outcomes }) => outcomes);
    const { controls } = await builtinPolicies();
    const fired = new Set(
      all.filter(({ result }) => result === 'fail' || result === 'warn').map(({ control }) => control),
    );
    const passed = new Set(all.filter(({ result }) => result === 'pass').map(({ control }) => control));
    expect(controls.map(({ id }) => id).filter((id) => !fired.has(id))).to.deep.equal([]);
    expect(controls.map(({ id }) => id).filter((id) => !passed.has(id))).to.deep.equal([]);
  });

  it('gives the same bytes in another time zone, locale and with other line ends', async () => {
    const args = ['check', 'fixtures/harbour-family-law', '--as-of', '2026-11-22', '--format', 'json'];
    const here = await privity(args);
    const there = await privity(args, { env: { TZ: 'Pacific/Auckland', LANG: 'de_DE.UTF-8', LC_ALL: 'de_DE.UTF-8' } });
    expect(there.stdout).to.equal(here.stdout);
  });
});
