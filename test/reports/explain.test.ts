import { expect } from 'chai';
import type { Explanation } from '../../engine/generated/explanation.js';
import { explained } from '../../reports/explain.js';
import { retentionExplained } from '../support/explanation.js';

const narrow = { width: 80, colour: false, commit: '4f2c91a' };

const WHOLE = `RET-900 Files go when their time is over
Alder & Finch LLP - judged as of 22 November 2026 - commit 4f2c91a -
  rules 2026.11

THE QUESTION
  Looks at every closed file: whether its time has passed.

  When the time is over, the data goes.

WHY THE LAW ASKS
  GDPR Art 5(1)(e): No longer than needed. (text checked)
  ISO 27701 7.4.7: Dispose of it. (not verified)
  Text checked: read in the text of the law itself. Not verified: read nowhere
  yet, so check it before you rely on it.

WHAT IT LOOKED AT
  Examined: 1,200, out of 1,930 client files that the firm declares.
  How they are chosen:
    every closed file.
  One store or file is judged at a time: the rule sees its entries, and those of
  no other store or file.
  It belongs to the profiles standard and full. This firm is judged by the
  profile standard.
  The facts that it reads:
    Client file: the status of the file; the day from which its period runs

WHAT IT CAN FIND
  kept: the day is over

WHAT IT FOUND
  Among 1,200 examined: 1 exception. 2 past and dealt with, only counted.

  x File F-1
        exception, high - RET-900.0123456789abcdef
      the day from which its period runs: 12 May 2018
          registers/files.yaml:4 > retention_trigger_on
      how it is known: confirmed by member of staff S-1 on 5 October 2026
          registers/files.yaml:5
    Retention rule "Six years" (six)
      the retention period: 6 years
          inventory/retention.yaml:9 > period
    So: File F-1 was due on 12 May 2024 and is still kept.
    Time alone changes this on 1 April 2027.
    It cannot be accepted: the law fixes it.

THE NUMBERS IT USES
  Days of grace: 1 day
    Set by the firm, privity.yaml:3 > grace_days; the default is 30 days. The
      law names no number: the firm may set 0 to 90 days (grace_days).

HOW TO PUT IT RIGHT
  Destroy the file and record it.

  An example of what to write; the names in it are made up:

    client_files:
      - id: F-1

  Or extend it.

WHAT IT DOES NOT JUDGE
  Without these facts it asks instead of judging:
    The day.
  Where the words leave room:
    - A hold counts.
  It judges what the firm has declared, not what happens in the firm. It
  paraphrases the law and is no legal advice.

HOW GOOD THE FACTS ARE
  Of 1,200 examined, each counted by its weakest fact: 1,200 confirmed by a
  named person (attested).
  The 1,930 client files that the firm declares:
    1,900 confirmed by member of staff S-1 on 5 October 2026
    30 stated by the firm; nobody has confirmed it
  Confirmations and documents count one grade lower when they are more than 12
  months old.

WHERE THE RULE STANDS
  policies/retention/gone/gone.rego, in the Privity package (rules 2026.11)
  Its page: policies/retention/gone/gone.md
`;

const [finding] = retentionExplained.assessment?.findings ?? [];
const [outcome] = retentionExplained.assessment?.outcomes ?? [];
if (!finding || !outcome || !retentionExplained.assessment) throw new Error('the sample has a finding');
const { assessment } = retentionExplained;

function withAssessment(changes: Partial<typeof assessment>): Explanation {
  return { ...retentionExplained, assessment: { ...assessment, ...changes } };
}

describe('reports: explain', () => {
  it('says everything, in plain text of 80 columns', () => {
    expect(explained(retentionExplained, narrow)).to.equal(WHOLE);
  });

  it('puts places in a column of their own where there is room', () => {
    const lines = explained(retentionExplained, { width: 160, colour: false }).split('\n');
    const facts = lines.filter((line) => line.includes('.yaml:4 ') || line.includes('.yaml:9 '));
    expect(facts.map((line) => line.replace(/ {2,}/g, ' | '))).to.deep.equal([
      ' | the day from which its period runs: 12 May 2018 | registers/files.yaml:4 > retention_trigger_on',
      ' | the retention period: 6 years | inventory/retention.yaml:9 > period',
    ]);
    expect(new Set(facts.map((line) => line.search(/\S+\.yaml/)))).to.deep.equal(new Set([102]));
  });

  for (const width of [40, 80, 109, 110, 160]) {
    it(`keeps to ${width} columns`, () => {
      for (const line of explained(retentionExplained, { width, colour: false }).split('\n')) {
        expect(line.length, line).to.be.at.most(width);
      }
    });
  }

  it('breaks words that are longer than a line', () => {
    const long = withAssessment({ findings: [{ ...finding, message: `See ${'x'.repeat(300)}.` }] });
    const lines = explained(long, narrow).split('\n');
    expect(lines.filter((line) => line.includes('xxx')).every((line) => line.length <= 80)).to.equal(true);
    expect(lines.join('').replaceAll(/[^x]/g, '').length).to.be.at.least(300);
  });

  it('uses symbols and colour only where they are asked for', () => {
    const plain = explained(retentionExplained, narrow);
    expect(/[^\n\x20-\x7e]/.exec(plain)).to.equal(null);
    const colourful = explained(retentionExplained, { ...narrow, colour: true });
    expect(colourful).to.include('\u001b[31m✗\u001b[0m File F-1');
    // biome-ignore format: one pattern.
    expect(colourful.replaceAll(/\u001b\[\d+m/g, '').replaceAll('·', '-').replaceAll('›', '>').replace('✗', 'x').replace(/[“”]/g, '"')).to.equal(plain);
  });

  it('lets no fact drive the terminal or turn its text', () => {
    const hostile = 'a\u001b[2Jb\u202ec\u2066d\u0007e\u200bf\r\ng\u009b';
    const text = explained(
      withAssessment({
        firm: { name: hostile, timezone: 'UTC' },
        findings: [
          {
            ...finding,
            message: hostile,
            facts: [
              {
                collection: 'client_files',
                id: 'F-1',
                path: hostile,
                field: hostile,
                shows: hostile,
                location: { file: hostile },
              },
            ],
            records: [{ collection: 'client_files', id: 'F-1', name: hostile, evidence: hostile }],
          },
        ],
      }),
      narrow,
    );
    expect(/[^\n\x20-\x7e]/.exec(text)).to.equal(null);
    expect(text).to.include('So: a[U+001B][2Jb[U+202E]c[U+2066]d[U+0007]e[U+200B]f g[U+009B]');
  });

  it('explains a control without a firm', () => {
    const { population, assessment: judged, ...rest } = retentionExplained;
    const text = explained(rest, narrow);
    expect(text).to.include('WHAT IT LOOKS AT\n  Examined are: client files.\n');
    expect(text).not.to.match(/WHAT IT FOUND|HOW GOOD THE FACTS ARE|Alder/);
  });

  const verdicts: { title: string; explanation: Explanation; says: string }[] = [
    {
      title: 'no exception',
      explanation: withAssessment({
        findings: [],
        outcomes: [{ ...outcome, result: 'pass', findings: { ...outcome.findings, fail: 0, history: 0 } }],
      }),
      says: 'Among 1,200 examined: no exception.',
    },
    {
      title: 'every kind of finding',
      explanation: withAssessment({
        findings: [],
        outcomes: [{ ...outcome, findings: { fail: 2, warn: 1, unknown: 3, suspended: 1, history: 0 } }],
      }),
      says: 'Among 1,200 examined: 2 exceptions; 3 questions open, because facts are not declared; 1 to keep an eye on; 1 kept for now, because something forbids it. 7 further findings not shown here.',
    },
    {
      title: 'not applicable',
      explanation: withAssessment({
        findings: [],
        outcomes: [{ ...outcome, result: 'not-applicable', examined: 0, why: 'The firm has none.' }],
      }),
      says: 'It does not apply here. The firm has none.',
    },
    {
      title: 'a rule that broke',
      explanation: withAssessment({
        findings: [],
        outcomes: [{ ...outcome, result: 'error', why: 'It ran too long.' }],
      }),
      says: 'The rule broke, so it says nothing. It ran too long.',
    },
    {
      title: 'switched off',
      explanation: { ...retentionExplained, switched_off: 'We keep nothing.' },
      says: 'Nothing was judged: the firm has switched this check off. We keep nothing.',
    },
    {
      title: 'nothing declared',
      explanation: withAssessment({
        findings: [],
        outcomes: [
          { ...outcome, result: 'needs-review', examined: 0, findings: { ...outcome.findings, fail: 0, unknown: 1 } },
        ],
      }),
      says: 'Nothing could be examined: 1 question open, because facts are not declared.',
    },
  ];
  for (const { title, explanation, says } of verdicts) {
    it(`says what was found: ${title}`, () => {
      const section = /WHAT IT FOUND\n([\s\S]*?)\n\n[A-Z]/.exec(explained(explanation, narrow))?.[1] ?? '';
      expect(section.replaceAll(/\s+/g, ' ').trim()).to.match(new RegExp(`^${says.replaceAll(/[.()]/g, '\\$&')}`));
    });
  }
});
