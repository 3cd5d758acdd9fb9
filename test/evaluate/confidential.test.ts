import { join } from 'node:path';
import { expect } from 'chai';
import { builtinPolicies } from '../../engine/compile/policies.js';
import { assess } from '../../engine/evaluate/assess.js';
import { opaqueId, withoutNames } from '../../engine/evaluate/confidential.js';
import type { Assessment, Finding } from '../../engine/generated/assessment.js';
import { collections } from '../../engine/generated/model.js';
import { loadConfig } from '../../engine/load/config.js';
import { type Inventory, loadInventory } from '../../engine/load/inventory.js';
import { packageRoot } from '../../engine/root.js';
import { type FormatName, formats } from '../../reports/formats.js';
import { reported } from '../support/reported.js';

const HARBOUR = join(packageRoot, 'fixtures/harbour-family-law');

describe('evaluate: an assessment without names', () => {
  let assessment: Assessment;
  let inventory: Inventory;
  let controls: Awaited<ReturnType<typeof builtinPolicies>>['controls'];
  let opaque: Assessment;
  before(async () => {
    const config = { ...(await loadConfig(HARBOUR)), profile: 'full' as const };
    const policies = await builtinPolicies();
    controls = policies.controls;
    inventory = await loadInventory(HARBOUR, config, { asOf: '2026-11-22', now: 0 });
    assessment = await assess(inventory, policies, config, { engineVersion: '0.0.0' });
    opaque = withoutNames(assessment, { inventory, controls });
  });

  /** Every id and title that stands in a confidential collection. */
  function confidences(): RegExp {
    const words = [...inventory.records]
      .filter(([name]) => collections[name]?.confidential)
      .flatMap(([, records]) => [...records].flatMap(([id, { facts }]) => [id, facts.title]))
      .filter((word): word is string => typeof word === 'string');
    expect(words.length).to.be.greaterThan(100);
    return new RegExp(
      `(?<![\\w-])(${words.map((word) => word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')).join('|')})(?![\\w-])`,
    );
  }

  function renamed(control: string, reason: string): Finding | undefined {
    return opaque.findings.find((finding) => finding.control === control && finding.reason === reason);
  }

  it('keeps everything but what is found, and every finding’s id, place and count', () => {
    expect({ ...opaque, findings: [] }).to.deep.equal({ ...assessment, findings: [] });
    const fixed = ({ id, control, severity, result, reason, location, evidence }: Finding) => ({
      id,
      control,
      severity,
      result,
      reason,
      location,
      evidence,
    });
    expect(opaque.findings.map(fixed)).to.deep.equal(assessment.findings.map(fixed));
  });

  it('names nobody', () => {
    const { findings } = opaque;
    expect(JSON.stringify(assessment.findings)).to.match(confidences());
    expect(
      JSON.stringify(
        findings.map(({ facts, ...finding }) => ({ ...finding, facts: facts.map(({ location: _, ...fact }) => fact) })),
      ),
    ).not.to.match(confidences());
  });

  it('fills messages again with opaque ids, and keeps declared practices', () => {
    const client = opaqueId('clients', 'K-0405');
    expect(renamed('CONSENT-001', 'withdrawn')).to.deep.include({
      message: `“Family mediation referrals” is carried out for client ${client} on the basis of a consent that was withdrawn on 3 September 2026.`,
      subject: { collection: 'matters', id: opaqueId('matters', 'M-2291') },
      arguments: {
        client: { collection: 'clients', id: client },
        activity: { collection: 'processing_activities', id: 'mediation-referrals' },
        withdrawn_on: { day: 20699 },
      },
    });
    const untouched = assessment.findings.find(
      ({ control, reason }) => control === 'MIN-003' && reason === 'required-beyond-need',
    );
    expect(renamed('MIN-003', 'required-beyond-need')).to.deep.equal(untouched);
  });

  it('gives one record one id, and another with the firm’s key', () => {
    expect(opaqueId('clients', 'K-0405'))
      .to.match(/^[0-9a-f]{8}$/)
      .and.to.equal(opaqueId('clients', 'K-0405'));
    const ids = [opaqueId('clients', 'K-0405'), opaqueId('matters', 'K-0405'), opaqueId('clients', 'K-0405', 'key')];
    expect(new Set(ids).size).to.equal(3);
    const keyed = withoutNames(assessment, { inventory, controls, key: 'key' });
    expect(keyed.findings.find(({ reason }) => reason === 'withdrawn')?.message).to.include(ids[2]);
  });

  const unsafe: [title: string, argument: unknown, shown: string][] = [
    ['a bare text', 'Ms Quill', '(not shown)'],
    ['the id of a person as a bare text', 'S-006', '(not shown)'],
    ['a text of a declared practice', 'Family courts', 'Family courts'],
    [
      'a record that nothing declares',
      { collection: 'vendors', id: 'S-099' },
      `supplier ${opaqueId('vendors', 'S-099')}`,
    ],
    ['a collection that does not exist', { collection: 'people', id: 'x' }, `people ${opaqueId('people', 'x')}`],
    ['a list of records', [{ collection: 'clients', id: 'K-1' }], `client ${opaqueId('clients', 'K-1')}`],
    [
      'a word that is no value of its field',
      { collection: 'matters', field: 'status', value: 'Ms Quill' },
      '(not shown)',
    ],
    ['a value of its field', { collection: 'matters', field: 'status', value: 'closed' }, 'closed'],
    ['a field that the schema does not have', { collection: 'matters', field: 'Ms Quill' }, '(not shown)'],
    ['something else', { name: 'Ms Quill' }, '(not shown)'],
    ['a record with a remark', { collection: 'systems', id: 'practice-management', note: 'Ms Quill' }, '(not shown)'],
    ['a moment with a remark', { day: 20699, note: 'Ms Quill' }, '(not shown)'],
    ['a day', { day: 20699 }, '3 September 2026'],
    ['a period', { period: { years: 6 } }, '6 years'],
    ['a number', 12, '12'],
    ['a declared practice', { collection: 'systems', id: 'practice-management' }, '“Practice management”'],
  ];
  for (const [title, argument, shown] of unsafe) {
    it(`a rule of the firm’s own gives ${title}`, () => {
      const finding = { ...(assessment.findings.find(({ reason }) => reason === 'withdrawn') as Finding) };
      const given = { ...finding, arguments: { ...finding.arguments, activity: argument } };
      const [changed] = withoutNames({ ...assessment, findings: [given] }, { inventory, controls }).findings;
      const sentence = `${shown} is carried out for client `;
      expect(changed?.message.toLowerCase()).to.include(sentence.toLowerCase());
      expect(JSON.stringify(changed?.arguments)).not.to.include('Quill');
    });
  }

  it('every format that leaves the machine names nobody', async () => {
    const shown = await reported(HARBOUR, ['--as-of', '2026-11-22', '--profile', 'full']);
    const leaving = (Object.keys(formats) as FormatName[]).filter((name) => formats[name].leavesMachine === 'always');
    expect(leaving).to.deep.equal(['sarif', 'junit', 'github', 'gitlab', 'markdown']);
    for (const name of leaving) expect(shown[name], name).not.to.match(confidences());
    for (const name of ['json', 'ndjson', 'pretty'] as const) expect(shown[name], name).to.match(confidences());
  });
});
