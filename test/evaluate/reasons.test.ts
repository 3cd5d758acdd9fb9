import { expect } from 'chai';
import type { Control } from '../../engine/compile/catalogue.js';
import { builtinPolicies } from '../../engine/compile/policies.js';
import { assessmentOf, withFirm } from '../support/firm.js';

const { controls } = await builtinPolicies();

function placeholders(template: string): string[] {
  return [...template.matchAll(/\{([a-z_]+)\}/g)].map(([, name]) => name as string);
}

const reasons = controls.flatMap((control: Control) => control.reasons.map((reason) => ({ control, reason })));

/** Reasons that are found once for the firm, in controls that look at records of which it may have many. */
const foundOnce = new Set(['BREACH-001 no-plan', 'CONSENT-009 no-process', 'GOV-003 no-register']);

/** There is one firm and one repository: nothing to count. */
function mayStandAlone({ id, subjects }: Control, code: string): boolean {
  return foundOnce.has(`${id} ${code}`) || subjects.every((subject) => subject === 'firm' || subject === 'repository');
}

describe('evaluate/reasons', () => {
  it('has a sentence about many findings for every reason but want of a fact', () => {
    const wrong = reasons
      .filter(({ reason }) => (reason.code === 'not-declared') !== (reason.many === undefined))
      .map(({ control, reason }) => `${control.id} ${reason.code}`);
    expect(wrong).to.deep.equal([]);
  });

  it('says in it how many, and nothing that the message does not know', () => {
    const wrong = reasons.flatMap(({ control, reason }) => {
      if (reason.many === undefined) return [];
      const names = placeholders(reason.many);
      const known = ['count', 'subjects', ...placeholders(reason.message)];
      const counts = names.some((name) => name === 'count' || name === 'subjects');
      const complete = counts || mayStandAlone(control, reason.code);
      return names.every((name) => known.includes(name)) && complete ? [] : [`${control.id} ${reason.code}`];
    });
    expect(wrong).to.deep.equal([]);
  });

  it('counts findings by reason, and those for want of a fact by the records that lack it', async () => {
    const firm = {
      'privity.yaml': 'privity: 1\nprofile: standard\n',
      'inventory/firm.yaml': `firm: { legal_name: Alder & Finch LLP, timezone: Europe/London, regimes: [uk-gdpr] }
data_assets: []
legal_holds:
  - { id: H-1, status: active, triggered_on: 2020-01-01, matter_ids: [M-1] }
  - { id: H-2, status: active, triggered_on: 2020-01-01, matter_ids: [M-1] }
client_terms: []
rights_requests: []
retention_rules:
  - { id: files, title: Files, status: approved, record_class: client-file, trigger_event: matter-closed, period: { years: 6 } }
  - { id: drafts, title: Drafts, record_class: client-file, trigger_event: matter-closed, period: { years: 6 } }
  - { id: copies, title: Copies, record_class: client-file, trigger_event: matter-closed, period: { years: 6 } }
client_files:
${[
  ['A-1', 'files', 'M-1'],
  ['A-2', 'files', 'M-2'],
  ['A-3', 'files', 'M-3'],
  ['A-4', 'drafts', 'M-4'],
  ['A-5', 'drafts', 'M-5'],
  ['A-6', 'copies', 'M-6'],
]
  .map(
    ([id, rule, matter]) =>
      `  - { id: ${id}, status: closed, contains_personal_data: true, record_class: client-file, client_id: K-1, matter_ids: [${matter}], custodian_ids: [], retention_rule_ids: [${rule}], retention_trigger_on: 2015-03-01 }`,
  )
  .join('\n')}
`,
    };
    const assessment = await withFirm(firm, (directory) =>
      assessmentOf(directory, { asOf: '2026-11-22', only: ['RET-003'] }),
    );
    const [outcome] = assessment.outcomes;
    expect(outcome?.reasons).to.deep.equal([
      {
        code: 'kept-too-long',
        result: 'fail',
        severity: 'high',
        count: 2,
        sentence: '2 files are past their destruction date and still kept.',
        settled: false,
      },
      {
        code: 'not-declared',
        result: 'unknown',
        severity: 'medium',
        count: 3,
        sentence: 'For each of 2 retention rules, nobody has declared the status of the rule.',
        settled: false,
        missing: 'retention_rules.status',
        missing_title: 'the status of the rule',
      },
      {
        code: 'kept-under-hold',
        result: 'suspended',
        severity: 'low',
        count: 2,
        sentence: '1 file must be kept because of legal hold H-1 and legal hold H-2.',
        settled: false,
      },
    ]);
    expect(outcome?.population).to.equal('6 files');
  });
});
