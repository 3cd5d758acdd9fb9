import { expect } from 'chai';
import type { FormatName } from '../../reports/formatNames.js';
import { formats } from '../../reports/formats.js';
import { assessmentIn, fewControls, fewFindings, reportedFirm } from '../support/reported.js';
import { readXml } from '../support/xml.js';

const LEAVER =
  'Member of staff 95f6d593 left on 28 August 2026, and the register does not show that access to “Documents” has ended; it was to end by 29 August 2026.';
const MAIL = [
  'The entry for “Mail” does not give the people who must use a second sign-in step, so this could not be judged.',
  'The entry for “Mail” does not give an answer on whether known leaked passwords are refused, so this could not be judged.',
  'The entry for “Mail” does not give the number of failed attempts before locking, so this could not be judged.',
] as const;

/** A small firm judged once, and what each format says of it, whole. */
describe('reports: formats', () => {
  let shown: Awaited<ReturnType<typeof reportedFirm>>;
  before(async () => {
    shown = await reportedFirm(fewFindings, fewControls);
  });

  it('ndjson: the findings of the assessment, one a line, with their ids', () => {
    expect(shown.ndjson.endsWith('}\n')).to.equal(true);
    const lines = shown.ndjson.split('\n').slice(0, -1);
    expect(lines.map((line) => JSON.parse(line) as unknown)).to.deep.equal(
      assessmentIn(shown).findings.map((finding) => ({ ...finding, rules: '2026.11' })),
    );
    expect(lines).to.have.length(5);
    expect(shown.ndjson).to.include('"id":"S-001"').and.to.include('Ms Quill left on');
  });

  it('github: the verdict, then annotations, worst first', () => {
    const signIn = 'title=ACC-006%3A Systems with client data require strong sign-in';
    expect(shown.github.split('\n')).to.deep.equal([
      '::notice title=Privity::1 of 3 checks found exceptions and 1 could not be judged. This stops the merge (gate: high and above). Rules 2026.11.',
      `::error file=inventory/firm.yaml,line=10,col=5,title=ACC-002%3A Leavers and movers lose access in time::${LEAVER}`,
      `::notice file=inventory/firm.yaml,line=4,col=5,${signIn}::${MAIL[0]}`,
      `::notice file=inventory/firm.yaml,line=4,col=123,${signIn}::${MAIL[1]}`,
      `::notice file=inventory/firm.yaml,line=4,col=123,${signIn}::${MAIL[2]}`,
      `::notice file=inventory/firm.yaml,line=21,col=33,title=RET-003%3A Data is not kept past its retention date::${kept(shown.sarif)}`,
      '',
    ]);
  });

  it('gitlab: a code quality report', () => {
    const issue = (control: string, severity: string, begin: number, description: string, fingerprint: string) => ({
      description,
      check_name: control,
      content: { body: `Privity ${control}, rules 2026.11` },
      fingerprint,
      severity,
      location: { path: 'inventory/firm.yaml', lines: { begin } },
    });
    const ids = assessmentIn(shown).findings.map(({ id }) => id);
    const open = (text: string) => `Open question: ${text}`;
    expect(JSON.parse(shown.gitlab)).to.deep.equal([
      issue('ACC-002', 'blocker', 10, LEAVER, ids[0] as string),
      issue('ACC-006', 'info', 4, open(MAIL[0]), ids[1] as string),
      issue('ACC-006', 'info', 4, open(MAIL[1]), ids[2] as string),
      issue('ACC-006', 'info', 4, open(MAIL[2]), ids[3] as string),
      issue('RET-003', 'info', 21, `Kept for now: ${kept(shown.sarif)}`, ids[4] as string),
    ]);
  });

  it('junit: suites by domain, a case for each control, and only what the schema allows', () => {
    const root = readXml(shown.junit);
    expect(root.attributes).to.deep.equal({ name: 'privity', tests: '3', failures: '1', errors: '0' });
    expect(
      root.children.map(({ name, attributes, children }) => ({
        name,
        attributes,
        cases: children
          .slice(1)
          .map((one) => [
            one.attributes.name,
            ...one.children.map((part) => [part.name, part.attributes, part.text.split('\n')[0]]),
          ]),
      })),
    ).to.deep.equal([
      {
        name: 'testsuite',
        attributes: { name: 'access', tests: '2', failures: '1', errors: '0', skipped: '1' },
        cases: [
          [
            'ACC-002 Leavers and movers lose access in time',
            ['failure', { type: 'critical', message: LEAVER }, `inventory/firm.yaml:10: ${LEAVER}`],
          ],
          [
            'ACC-006 Systems with client data require strong sign-in',
            [
              'skipped',
              { type: 'needs-review', message: `Could not be judged. 3 findings. The first: ${MAIL[0]}` },
              `inventory/firm.yaml:4: ${MAIL[0]}`,
            ],
          ],
        ],
      },
      {
        name: 'testsuite',
        attributes: { name: 'retention', tests: '1', failures: '0', errors: '0', skipped: '0' },
        cases: [['RET-003 Data is not kept past its retention date', ['system-out', {}, '1 examined.']]],
      },
    ]);
  });

  it('each names the version of the rules', () => {
    const whole = assessmentIn(shown);
    const assessment = { ...whole, policies: { ...whole.policies, version: '2031.02' } };
    const at = { commit: undefined, prefix: '', opaque: true, width: 100, colour: false };
    const { policies } = JSON.parse(formats.json.render(assessment)) as { policies: { version: string } };
    expect(policies.version).to.equal('2031.02');
    for (const [name, { render }] of Object.entries(formats))
      expect(render(assessment, at), name).to.include('2031.02');
    for (const line of formats.ndjson.render(assessment).trim().split('\n')) {
      expect(JSON.parse(line)).to.include({ rules: '2031.02' });
    }
    for (const suite of readXml(formats.junit.render(assessment)).children) {
      expect(suite.children[0]?.children.map(({ attributes }) => attributes)).to.deep.equal([
        { name: 'rules', value: '2031.02' },
      ]);
    }
  });

  it('a rule that broke is told by each: it is neither a pass nor a verdict', () => {
    const whole = assessmentIn(shown);
    const broken = whole.outcomes.map((outcome) =>
      outcome.control === 'RET-003' ? { ...outcome, result: 'error' as const, why: 'It ran for 10 seconds.' } : outcome,
    );
    const { pass, error, ...others } = whole.summary.outcomes;
    const assessment = {
      ...whole,
      outcomes: broken,
      summary: { ...whole.summary, outcomes: { ...others, pass: pass - 1, error: error + 1 } },
    };
    const rendered = (name: FormatName): string =>
      formats[name].render(assessment, { commit: undefined, prefix: '', opaque: true, width: 100, colour: false });
    const verdict =
      '1 of 3 checks found exceptions, 1 could not be judged and 1 broke. A rule broke, so this is not a verdict.';
    const said = 'This rule broke, so it says nothing. It ran for 10 seconds.';
    expect(rendered('github').split('\n').slice(0, 2)).to.deep.equal([
      `::notice title=Privity::${verdict} Rules 2026.11.`,
      `::error title=RET-003%3A Data is not kept past its retention date::${said}`,
    ]);
    const junit = readXml(rendered('junit'));
    expect(junit.attributes.errors).to.equal('1');
    expect(junit.children[1]?.children[1]?.children[0]?.attributes).to.deep.equal({
      type: 'broken-rule',
      message: said,
    });
    expect(rendered('markdown').split('\n')[0]).to.equal(
      '**Privity: A rule broke, so this is not a verdict. 1 of 3 checks found exceptions, 1 could not be judged and 1 broke.**',
    );
    expect(rendered('markdown')).to.include('It ran for 10 seconds.');
    expect(rendered('pretty')).to.include('says nothing: its rule broke. It ran for 10 ');
    expect(rendered('sarif')).to.include('It ran for 10 seconds.');
  });

  it('markdown: verdict, findings with place, remedy and law, questions, the rest folded', () => {
    expect(shown.markdown.split('\n').slice(0, 21)).to.deep.equal([
      '**Privity: This stops the merge (gate: high and above). 1 of 3 checks found exceptions and 1 could not be judged.**',
      '',
      'Alder &#38; Finch LLP, judged as of 22 November 2026, rules 2026.11 (full).',
      '',
      '| critical | high | medium | low | open questions | kept for now |',
      '| ---: | ---: | ---: | ---: | ---: | ---: |',
      '| 1 | 0 | 0 | 0 | 3 | 1 |',
      '',
      '### Critical',
      '',
      `- **${LEAVER}** <code>inventory/firm.yaml:10</code>`,
      '',
      '  Revoke the leaver&#39;s grant now; re-approve or remove the mover&#39;s old grants.\\',
      '  <sub>UK GDPR Art 32(1)(b); NIST 800-53r5 PS-4, PS-5, AC-2(3); ISO/IEC 27001:2022 A.5.18 (<code>ACC-002</code>, 1 examined)</sub>',
      '',
      '### Could not be judged',
      '',
      ...MAIL.map((text) => `- ${text} <code>inventory/firm.yaml:4</code> <sub>ACC-006</sub>`),
      '',
    ]);
    expect([...shown.markdown.matchAll(/<summary>(.*)<\/summary>/g)].map(([, text]) => text)).to.deep.equal([
      'Kept for now (1)',
      'How this was judged',
    ]);
  });
});

/** What is kept for now, as SARIF tells it. */
function kept(sarif: string): string {
  const [, text] = /"text": "(File [^"]* must be kept while [^"]*)"/.exec(sarif) ?? [];
  return text ?? 'nothing is told as kept';
}
