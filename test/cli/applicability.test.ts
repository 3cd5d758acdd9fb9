import { expect } from 'chai';
import { builtinPolicies } from '../../engine/compile/policies.js';
import type { Applicability } from '../../engine/generated/applicability.js';
import type { Assessment } from '../../engine/generated/assessment.js';
import { validate } from '../../engine/generated/validate-applicability.js';
import { applicabilityText } from '../../reports/applicability.js';
import { privity, smallFirm, withFirm } from '../support/firm.js';
import { texas } from '../support/texas.js';

const AS_OF = ['--as-of', '2026-11-22'];

async function applicabilityOf(files: Record<string, string>, ...args: string[]): Promise<Applicability> {
  return withFirm(files, async (directory) => {
    const { code, stdout, stderr } = await privity([
      'explain',
      '--applicability',
      directory,
      ...AS_OF,
      '--format',
      'json',
      ...args,
    ]);
    expect({ code, stderr }).to.deep.equal({ code: 0, stderr: '' });
    return JSON.parse(stdout) as Applicability;
  });
}

const idsOf = ({ not_applicable: groups }: Applicability): string[] =>
  groups.flatMap(({ controls }) => controls.map(({ id }) => id)).sort();

/** What the catalogue limits to the GDPR, the UK GDPR or California. */
const EUROPEAN_OR_CALIFORNIAN = [
  'BREACH-005',
  'CONSENT-004',
  'CONSENT-005',
  'GOV-002',
  'GOV-003',
  'GOV-005',
  'GOV-006',
  'GOV-007',
  'GOV-008',
  'GOV-012',
  'RIGHTS-001',
  'RIGHTS-002',
  'RIGHTS-008',
  'TRANS-002',
  'TRANS-003',
  'TRANS-005',
  'TRANS-009',
  'XFER-001',
  'XFER-002',
  'XFER-003',
  'XFER-004',
  'XFER-005',
];

/** General by the catalogue's words, though no law of Texas is cited for them: they go by what a record says of itself. */
const GENERAL = [
  'CONSENT-006',
  'CONSENT-007',
  'CONSENT-011',
  'CONSENT-012',
  'RET-007',
  'RIGHTS-003',
  'RIGHTS-004',
  'VEND-002',
];

describe('a firm in Texas', () => {
  let verdict: Assessment;
  before(async () => {
    verdict = await withFirm(texas, async (directory) => {
      const { stdout, stderr } = await privity(['check', directory, ...AS_OF, '--format', 'json']);
      expect(stderr).to.equal('');
      return JSON.parse(stdout) as Assessment;
    });
  });

  it('is told of each control of Europe and California that it does not apply, and why', () => {
    for (const id of EUROPEAN_OR_CALIFORNIAN) {
      const { result, why } = verdict.outcomes.find(({ control }) => control === id) ?? {};
      expect({ id, result }).to.deep.equal({ id, result: 'not-applicable' });
      expect(why, id).to.match(/GDPR|California Consumer Privacy Act/);
    }
  });

  it('over the whole catalogue: what no law of the firm is cited for does not apply, or is known to be general', async () => {
    const { controls, frameworks } = await builtinPolicies();
    const ofTexas = new Set(['aba', 'us-state-breach']);
    const foreign = controls.filter(({ citations }) =>
      citations.every(({ framework: name }) => {
        const regimes = frameworks.frameworks.find((one) => one.name === name)?.regimes;
        return regimes !== undefined && !regimes.some((regime) => ofTexas.has(regime));
      }),
    );
    const applying = foreign
      .map(({ id }) => id)
      .filter((id) => verdict.outcomes.find(({ control }) => control === id)?.result !== 'not-applicable');
    expect(applying.filter((id) => !GENERAL.includes(id))).to.deep.equal([]);
    expect(foreign.length).to.be.greaterThan(15);
  });

  it('reads of no foreign law in what is found', () => {
    const foreign = verdict.findings.filter(({ message }) => /GDPR|\bUK\b|\bEU\b|California|CCPA|Union/.test(message));
    expect(foreign.map(({ control, message }) => `${control} ${message}`)).to.deep.equal([]);
    expect(verdict.findings.length).to.be.greaterThan(30);
  });
});

describe('privity explain --applicability', () => {
  it('gives what its schema says, and every control that does not apply once, with its reason', async () => {
    const result = await applicabilityOf(texas);
    expect(validate(result), JSON.stringify(validate.errors)).to.equal(true);
    expect(idsOf(result)).to.include.members(EUROPEAN_OR_CALIFORNIAN);
    expect(new Set(idsOf(result)).size).to.equal(idsOf(result).length);
    expect(result.controls.all - result.controls.apply).to.equal(idsOf(result).length);
    expect(result.broken).to.deep.equal([]);
    const counts = result.not_applicable.map(({ controls }) => controls.length);
    expect(counts).to.deep.equal([...counts].sort((a, b) => b - a));
  });

  it('says what is declared, what is excluded and where it stands', async () => {
    const { laws, places_without_laws: silent, not_declared: lacking } = await applicabilityOf(texas);
    const of = (standing: string) => laws.filter((law) => law.standing === standing);
    expect(of('applies').map(({ regime, location }) => [regime, location?.line])).to.deep.equal([
      ['us-state-breach', 4],
      ['aba', 4],
    ]);
    expect(of('excluded').map(({ regime, reason, location }) => [regime, reason, location?.line])).to.deep.equal([
      ['us-glba-safeguards', 'No tax or lending services are offered.', 6],
    ]);
    expect(of('open')).to.deep.equal([]);
    expect({ silent, lacking }).to.deep.equal({ silent: ['US-TX'], lacking: [] });
    for (const { regime, controls } of of('applies')) expect(controls, regime).to.be.greaterThan(0);
  });

  it('finds what follows from offices and clients and is not answered, by the firm’s own table too', async () => {
    const firm = (texas['inventory/firm.yaml'] as string)
      .replace('establishments: [US-TX]', 'establishments: [US-TX, GB-SCT]')
      .replace('client_places: [US-TX]', 'client_places: [US-TX, GB, IE]');
    const own = `table: regime_map
checked_on: "2026-10-01"
source: Texas Bus. & Com. Code 521.053
reviewer: R. Vance
status: secondary
entries: { US-TX: [us-state-breach] }
`;
    const { laws, table } = await applicabilityOf({
      ...texas,
      'inventory/firm.yaml': firm,
      'policies/tables/laws.yaml': own,
    });
    const why = (regime: string) => {
      const { standing, from_offices, from_clients } = laws.find((law) => law.regime === regime) ?? {};
      return { standing, from_offices, from_clients };
    };
    expect(why('us-state-breach')).to.deep.equal({ standing: 'applies', from_offices: ['US-TX'], from_clients: [] });
    // A country's laws count for its parts: the office in Scotland.
    expect(why('uk-gdpr')).to.deep.equal({ standing: 'open', from_offices: ['GB-SCT'], from_clients: ['GB'] });
    expect(why('eu-gdpr')).to.deep.equal({ standing: 'open', from_offices: [], from_clients: ['IE'] });
    expect(why('us-ca-ccpa')).to.deep.equal({ standing: 'not-considered', from_offices: [], from_clients: [] });
    expect(table.own_entries).to.equal(1);
  });

  it('takes nothing out for a firm that has not said which laws apply, and says so', async () => {
    const silent = (smallFirm['inventory/firm.yaml'] as string).replace(/ {2}regimes.*\n/, '');
    const result = await applicabilityOf({ ...smallFirm, 'inventory/firm.yaml': silent });
    expect(result.not_declared).to.deep.equal([
      'the laws and professional rules that apply to the firm',
      'the countries and states in which the firm has offices',
      'the countries and states in which its clients live',
    ]);
    expect(idsOf(result).filter((id) => EUROPEAN_OR_CALIFORNIAN.includes(id))).to.deep.equal([]);
    const small = result.laws.find(({ regime }) => regime === 'uk-gdpr');
    expect(small?.in_profile).to.be.lessThan(small?.controls ?? 0);
  });

  it('is for a lawyer to read, in the width of the terminal', async () => {
    const result = await applicabilityOf(texas);
    for (const width of [80, 160]) {
      const text = applicabilityText(result, { width, colour: false });
      const lines = text.split('\n');
      for (const line of lines) expect(line.length, line).to.be.at.most(width);
      expect(text).to.match(/LAWS THAT APPLY {2}2 laws\n {2}The data breach laws of other US states\b/);
      expect(text.replace(/\s+/g, ' ')).to.include('The reason given: No tax or lending services are offered.');
      expect(text).to.match(/ {4}GOV-012 +The UK data protection fee is paid\n/);
      expect(text.replace(/\s+/g, ' ')).to.include('It says nothing of US-TX: laws of those places are for the firm');
    }
  });

  it('refuses what makes no sense in words', async () => {
    await withFirm(smallFirm, async (directory) => {
      const both = await privity(['explain', 'GOV-013', directory, '--applicability']);
      expect({ code: both.code, said: both.stderr.includes('leave out "GOV-013"') }).to.deep.equal({
        code: 2,
        said: true,
      });
      const none = await privity(['explain'], { cwd: directory });
      expect({ code: none.code, said: none.stderr.includes('Say what to explain') }).to.deep.equal({
        code: 2,
        said: true,
      });
    });
  });
});
