import { expect } from 'chai';
import type { Assessment } from '../../engine/generated/assessment.js';
import { sarif } from '../../reports/sarif.js';
import { assessmentIn, fewControls, fewFindings, reportedFirm } from '../support/reported.js';

interface Region {
  startLine: number;
  startColumn: number;
  endLine: number;
  endColumn: number;
}
interface Location {
  physicalLocation: { artifactLocation: { uri: string; uriBaseId: string }; region: Region };
  message?: { text: string };
}
interface Rule {
  id: string;
  name: string;
  shortDescription: { text: string };
  fullDescription: { text: string };
  help: { text: string; markdown: string };
  defaultConfiguration: { level: string };
  properties: { tags: string[]; precision: string; 'security-severity': string };
}
interface Result {
  ruleId: string;
  ruleIndex: number;
  kind: string;
  level: string;
  message: { text: string };
  locations: Location[];
  partialFingerprints: Record<string, string>;
}
interface Notification {
  descriptor: { id: string; index: number };
  level: string;
  message: { text: string };
  associatedRule?: { id: string; index: number };
}
interface Run {
  tool: { driver: { name: string; rules: Rule[]; notifications: { id: string }[] } };
  automationDetails: { id: string };
  invocations: [
    {
      executionSuccessful: boolean;
      toolExecutionNotifications: Notification[];
      toolConfigurationNotifications: Notification[];
    },
  ];
  columnKind: string;
  results: Result[];
}

function runIn(text: string): Run {
  const log = JSON.parse(text) as { $schema: string; version: string; runs: Run[] };
  expect({ ...log, runs: log.runs.length }).to.deep.equal({
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: 1,
  });
  return log.runs[0] as Run;
}

const CONTROL_IDS = ['ACC-002', 'ACC-006', 'RET-003'];

describe('reports: sarif', () => {
  let assessment: Assessment;
  let run: Run;
  before(async () => {
    const shown = await reportedFirm(fewFindings, fewControls);
    assessment = assessmentIn(shown);
    run = runIn(shown.sarif);
  });

  it('has a rule for each control judged, with all that GitHub asks of one', () => {
    expect(run.tool.driver.rules.map(({ id }) => id)).to.deep.equal(CONTROL_IDS);
    expect(
      run.tool.driver.rules.map(({ defaultConfiguration, properties }) => [defaultConfiguration.level, properties]),
    ).to.deep.equal([
      [
        'error',
        {
          tags: ['privacy', 'security', 'access', 'UK GDPR', 'NIST 800-53r5', 'ISO/IEC 27001:2022'],
          precision: 'high',
          'security-severity': '9.5',
        },
      ],
      [
        'error',
        {
          tags: ['privacy', 'security', 'access', 'UK GDPR', 'NIST 800-53r5', 'NIST Privacy Framework 1.0'],
          precision: 'high',
          'security-severity': '8.0',
        },
      ],
      [
        'error',
        {
          tags: ['privacy', 'security', 'retention', 'UK GDPR', 'NIST Privacy Framework 1.0', 'NIST 800-53r5'],
          precision: 'high',
          'security-severity': '8.0',
        },
      ],
    ]);
    for (const { name, shortDescription, fullDescription, help } of run.tool.driver.rules) {
      expect(name.length).to.be.within(1, 255);
      expect(shortDescription.text.length).to.be.within(1, 1024);
      expect(fullDescription.text.length).to.be.within(1, 1024);
      expect(help.text).to.include('What to do: ').and.to.include('Law: ');
      expect(help.markdown).to.include('**What to do:** ').and.to.include('- **UK GDPR Art ');
    }
  });

  it('has a result for each finding, but what is kept for now is told as a notification', () => {
    const at = (startLine: number, startColumn: number): Location[] => [
      {
        physicalLocation: {
          artifactLocation: { uri: 'inventory/firm.yaml', uriBaseId: '%SRCROOT%' },
          region: { startLine, startColumn, endLine: startLine, endColumn: startColumn + 1 },
        },
      },
    ];
    const ids = assessment.findings.map(({ id }) => id.split('.')[1]);
    expect(run.results.map(({ message: _, ...result }) => ({ ...result, properties: undefined }))).to.deep.equal(
      (
        [
          ['ACC-002', 0, 'fail', 'error', at(10, 5)],
          ['ACC-006', 1, 'open', 'none', at(4, 5)],
          ['ACC-006', 1, 'open', 'none', at(4, 123)],
          ['ACC-006', 1, 'open', 'none', at(4, 123)],
        ] as const
      ).map(([ruleId, ruleIndex, kind, level, locations], index) => ({
        ruleId,
        ruleIndex,
        kind,
        level,
        locations,
        partialFingerprints: {
          primaryLocationLineHash: `${ids[index]}:1`,
          'privityFindingId/v1': `${ruleId}.${ids[index]}`,
        },
        properties: undefined,
      })),
    );
    const [invocation] = run.invocations;
    expect(invocation.executionSuccessful).to.equal(true);
    expect(
      invocation.toolExecutionNotifications.map(({ descriptor, level, associatedRule }) => [
        descriptor,
        level,
        associatedRule,
      ]),
    ).to.deep.equal([[{ id: 'kept-for-now', index: 1 }, 'note', { id: 'RET-003', index: 2 }]]);
    expect(invocation.toolConfigurationNotifications.map(({ message }) => message.text)).to.deep.equal([
      'The firm does not judge ACC-005: Nobody reviews these rights yet.',
    ]);
    expect(run.tool.driver.notifications.map(({ id }) => id)[1]).to.equal('kept-for-now');
    expect(run.columnKind).to.equal('unicodeCodePoints');
  });

  it('keeps the alerts of a whole run apart from those of a run of some controls', () => {
    expect(run.automationDetails.id).to.equal('privity/only/ACC-002+ACC-006+RET-003/2026-11-22');
    const whole = { ...assessment, scope: { ...assessment.scope, not_selected: 0 } };
    expect(runIn(sarif(whole, { prefix: '' })).automationDetails.id).to.equal('privity/2026-11-22');
  });

  it('links to the file from the root of the repository, percent-encoded', () => {
    const [first, ...rest] = assessment.findings;
    const moved = {
      ...assessment,
      findings: [{ ...(first as (typeof rest)[0]), location: { file: 'registers/a b#1.csv', row: 882 } }, ...rest],
    };
    const [result] = runIn(sarif(moved, { prefix: 'firms/älder/' })).results;
    expect(result?.locations).to.deep.equal([
      {
        physicalLocation: {
          artifactLocation: { uri: 'firms/%C3%A4lder/registers/a%20b%231.csv', uriBaseId: '%SRCROOT%' },
          region: { startLine: 1, startColumn: 1, endLine: 1, endColumn: 2 },
        },
        message: { text: 'registers/a b#1.csv, row 882' },
      },
    ]);
  });

  it('tells of a rule that broke, and that the run did not succeed', () => {
    const outcomes = assessment.outcomes.map((outcome) =>
      outcome.control === 'ACC-006' ? { ...outcome, result: 'error' as const, why: 'It ran out of time.' } : outcome,
    );
    const [invocation] = runIn(sarif({ ...assessment, outcomes }, { prefix: '' })).invocations;
    expect(invocation.executionSuccessful).to.equal(false);
    expect(invocation.toolExecutionNotifications[0]).to.deep.equal({
      descriptor: { id: 'broken-rule', index: 0 },
      level: 'error',
      message: {
        text: 'Systems with client data require strong sign-in: this rule broke, so it says nothing. It ran out of time.',
      },
      associatedRule: { id: 'ACC-006', index: 1 },
    });
  });

  it('stays within the results that GitHub accepts, and says how many it leaves out', () => {
    const [first] = assessment.findings as [Assessment['findings'][0]];
    const findings = Array.from({ length: 25_010 }, (_, index) => ({ ...first, id: `${first.id}${index}` }));
    const outcomes = assessment.outcomes.map((outcome) => ({
      ...outcome,
      findings: { fail: outcome.control === 'ACC-002' ? 25_011 : 0, warn: 0, unknown: 0, suspended: 0, history: 0 },
    }));
    const large = runIn(sarif({ ...assessment, outcomes, findings }, { prefix: '' }));
    expect(large.results).to.have.length(25_000);
    expect(large.invocations[0].toolExecutionNotifications.map(({ message }) => message.text)).to.deep.equal([
      '11 findings more are counted and not listed.',
    ]);
  });

  it('gives advice no higher level than a warning', () => {
    const [first] = assessment.findings as [Assessment['findings'][0]];
    const levels = (['critical', 'high', 'medium', 'low'] as const).flatMap((severity) =>
      (['fail', 'warn'] as const).map((result) => ({ ...first, severity, result })),
    );
    expect(
      runIn(sarif({ ...assessment, findings: levels }, { prefix: '' })).results.map(({ level }) => level),
    ).to.deep.equal(['error', 'warning', 'error', 'warning', 'warning', 'warning', 'note', 'note']);
  });
});
