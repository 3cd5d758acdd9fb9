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
import type { FormatName } from '../../reports/formatNames.js';
import { formats } from '../../reports/formats.js';
import { pretty } from '../../reports/pretty.js';
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
    const withoutSentences = ({ outcomes, ...rest }: Assessment) => ({
      ...rest,
      findings: [],
      outcomes: outcomes.map(({ reasons, ...outcome }) => ({
        ...outcome,
        reasons: reasons.map(({ sentence: _, ...reason }) => reason),
      })),
    });
    expect(withoutSentences(opaque)).to.deep.equal(withoutSentences(assessment));
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
    expect(JSON.stringify(assessment.outcomes)).to.match(confidences());
    expect(JSON.stringify(opaque.outcomes)).not.to.match(confidences());
    expect(pretty(opaque, { width: 100, colour: false })).not.to.match(confidences());
  });

  it('says the same of all findings of a reason, with opaque ids', () => {
    const changed = assessment.outcomes.flatMap(({ control, reasons }, outcome) =>
      reasons.flatMap(({ sentence }, reason) => {
        const without = opaque.outcomes[outcome]?.reasons[reason]?.sentence ?? '';
        return without === sentence ? [] : [`${control} ${without}`];
      }),
    );
    expect(changed).to.deep.equal([
      'ACC-001 Member of staff cdd8ae65 reaches “Practice management” through an account that several people share.',
      'ACC-002 The access of member of staff 5b811f5c to “Matter workspaces” ended on 23 December 2025; it was to end by 20 December 2025.',
      "BREACH-004 Incident 20be606e was escalated on 6 July 2026, 09:15, later than the firm's limit of 4 July 2026, 16:50.",
      'BREACH-005 Incident 20be606e was notified on 10 July 2026, 11:00, after the 9 July 2026, 09:30 deadline, and no reason for the delay is recorded.',
      'BREACH-007 The people affected by incident cc2f04ed were told on 7 October 2026, 09:30, later than 5 October 2026, 16:00, and no reason is recorded.',
      'BREACH-010 The record of incident a6373912 does not give the timeline.',
      'BREACH-011 Incident 20be606e was closed on 24 July 2026, and no review of its lessons is recorded.',
      'BREACH-011 An action after incident a6373912 has no owner or no date.',
      "BREACH-012 The record does not show that the notice about incident a6373912 to the people concerned was cleared for privilege and for other clients' confidences before it was sent.",
      "BREACH-014 It is not recorded whether incident 20be606e must be reported to the firm's professional regulator.",
      'BREACH-015 It is not recorded whether evidence about incident 20be606e must be preserved for a claim or an investigation.',
      'CONSENT-001 “Family mediation referrals” is carried out for client 9a437f17 on the basis of consent, and no live consent is recorded.',
      'CONSENT-001 “Family mediation referrals” is carried out for client a6d2c620 on the basis of a consent that was withdrawn on 3 September 2026.',
      'CONSENT-006 Client 254c5938 agreed to part of “Family mediation referrals”, and the register does not say which parts are carried out for this client.',
      'CONSENT-008 Client a6d2c620 withdrew consent to “Family mediation referrals” on 3 September 2026, and the register does not show that the use has stopped.',
      'CONSENT-011 The consent of client 57241e2c for “Family mediation referrals” was last looked at on 10 July 2025; firm policy asks for a review by 10 July 2026.',
      'CONSENT-014 Marketing was sent to client 3f0673e3 on 6 October 2026, after they had asked on 10 September 2026 for it to stop.',
      'GOV-014 Member of staff 4adf172b has not yet confirmed the duties of role “Paralegal”.',
      'LEGAL-001 No conflict check is recorded for matter 019f1d2e, which was opened or discussed in detail on 20 July 2026.',
      'LEGAL-001 The conflict check of matter 99ab5925 was completed on 9 March 2026, after 2 March 2026.',
      'LEGAL-002 A person screened by information barrier 406a7153 has not confirmed the instructions.',
      'LEGAL-003 “Practice management” holds matter 457289d6 and is not part of the barrier around it.',
      'LEGAL-004 The safeguards for matter 457289d6 were assessed on 12 August 2026, after 10 August 2026.',
      'LEGAL-005 The record does not show that the client was told to preserve documents for legal hold 87fa47ce.',
      'LEGAL-008 File 8fa6fc8a was destroyed on 14 August 2026, and no warning to the client is recorded.',
      'LEGAL-009 For client f2c695b9, nobody has declared the level of detail that was learned.',
      'RET-003 File 3f03af96 became due for destruction on 5 November 2026; it should be dealt with by 5 December 2026.',
      'RET-003 File ae48bc10 is kept past 15 November 2025 under an extension approved until 31 March 2027.',
      'RET-003 File 0f61d545 was due to be destroyed on 29 March 2025 and must be kept while legal hold 9899b32b stands.',
      'RET-005 The identity checks on client b90a5f76 were due for deletion on 12 May 2023, and no reason to keep them is recorded.',
      'SEC-007 Member of staff 4adf172b has not confirmed the current version of “Information security policy”.',
      "TRANS-004 Client 9a437f17's data has been collected since 20 July 2026, and no privacy notice to them is recorded.",
      'TRANS-004 Client 81c128a1 received the privacy notice on 12 August 2026, after data was first collected on 10 August 2026.',
    ]);
  });

  it('of findings that are not kept, gives their number and the control’s title alone', () => {
    const cut = withoutNames({ ...assessment, findings: [] }, { inventory, controls });
    const sentenceOf = (code: string, { outcomes }: Assessment): string | undefined =>
      outcomes.flatMap(({ reasons }) => reasons).find((reason) => reason.code === code)?.sentence;
    expect(sentenceOf('withdrawn', cut)).to.equal(
      '1 finding: Every consent-based use has a live consent from that client.',
    );
    expect(JSON.stringify(cut.outcomes)).not.to.match(confidences());
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
    [
      'a purpose of a declared activity',
      { collection: 'processing_activities', id: 'mediation-referrals', field: 'purposes', part: 'follow-up' },
      '“Ask the mediation service afterwards whether the client attended”',
    ],
    [
      'a part that the record does not have',
      { collection: 'processing_activities', id: 'mediation-referrals', field: 'purposes', part: 'Ms Quill' },
      '(not shown)',
    ],
    [
      'a part with a remark',
      { collection: 'processing_activities', id: 'mediation-referrals', field: 'purposes', part: 'refer', day: 1 },
      '(not shown)',
    ],
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
