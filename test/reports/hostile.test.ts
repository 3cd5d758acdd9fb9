import { expect } from 'chai';
import { formats } from '../../reports/formats.js';
import { legible } from '../../reports/legible.js';
import { pretty } from '../../reports/pretty.js';
import { assessmentIn, fewControls, fewFindings, reportedFirm } from '../support/reported.js';
import { readXml } from '../support/xml.js';

/** A title of a system that tries to be more than a title, in each of the outputs. */
const HOSTILE =
  '<script>alert(1)</script> a](javascript:x) ::error::b %0A::c @someone &#64; #12 | ##[add-mask]d \u202egnp \u001b[2J {0} $e$ "f\' `g`\n::stop-commands::h';

const TEXTS = ['github', 'gitlab', 'junit', 'markdown', 'sarif', 'pretty', 'json', 'ndjson'] as const;

describe('reports: a fact that tries to be markup or a command', () => {
  let shown: Awaited<ReturnType<typeof reportedFirm>>;
  before(async () => {
    const firm = (fewFindings['inventory/firm.yaml'] as string).replace(
      'title: Documents',
      `title: ${JSON.stringify(HOSTILE).replaceAll('\u202e', '\\u202e')}`,
    );
    shown = await reportedFirm({ ...fewFindings, 'inventory/firm.yaml': firm }, fewControls);
  });

  it('is taken as it is by the machine’s own formats', () => {
    expect(assessmentIn(shown).findings[0]?.message).to.include(HOSTILE);
    expect((JSON.parse(shown.ndjson.split('\n')[0] as string) as { message: string }).message).to.include(HOSTILE);
  });

  for (const name of TEXTS) {
    it(`${name} writes no control character, no override, and no command but its own`, () => {
      expect(shown[name]).not.to.match(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/);
      expect(shown[name]).not.to.match(/##\[|##vso\[/);
      const commands = shown[name].split('\n').filter((line) => /^\s*::/.test(line));
      if (name === 'github') expect(commands.every((line) => /^::(error|warning|notice) /.test(line))).to.equal(true);
      else expect(commands).to.deep.equal([]);
    });
  }

  it('pretty: a long word that is broken puts no command at the start of a line', () => {
    const assessment = assessmentIn(shown);
    for (let length = 1; length <= 100; length += 1) {
      const sentence = `${'x'.repeat(length)}::error::y`;
      const outcomes = assessment.outcomes.map((outcome) => ({
        ...outcome,
        reasons: outcome.reasons.map((reason) => ({ ...reason, sentence })),
      }));
      const text = pretty({ ...assessment, outcomes }, { width: 80, colour: false });
      expect(text.split('\n').filter((line) => /^\s*::/.test(line))).to.deep.equal([]);
    }
  });

  it('github: comes out whole where the runner reads it', () => {
    const [, line] = shown.github.split('\n') as [string, string];
    const message = line.slice(line.indexOf('::', 2) + 2);
    const read = message.replaceAll('%0D', '\r').replaceAll('%0A', '\n').replaceAll('%25', '%');
    expect(read).to.include(legible(HOSTILE));
    expect(message).to.include('%250A');
  });

  it('gitlab: comes out as text', () => {
    const [first] = JSON.parse(shown.gitlab) as [{ description: string }];
    expect(first.description).to.include(legible(HOSTILE));
  });

  it('sarif: comes out as text, without a link or a placeholder', () => {
    const { runs } = JSON.parse(shown.sarif) as { runs: [{ results: [{ message: { text: string } }] }] };
    const { text } = runs[0].results[0].message;
    expect(text).to.include('{{0}}').and.to.include('a]\u200b(javascript:x)');
    expect(text.replaceAll(']\u200b(', '](').replaceAll('{{', '{').replaceAll('}}', '}')).to.include(legible(HOSTILE));
  });

  it('junit: comes out as text', () => {
    const failure = readXml(shown.junit).children[0]?.children[1]?.children[0];
    expect(failure?.attributes.message).to.include(legible(HOSTILE));
    expect(failure?.text).to.include(legible(HOSTILE));
  });

  it('markdown: has no element but its own, no link, no mention', () => {
    const elements = [...shown.markdown.matchAll(/<[^>]*>/g)].map(([element]) => element);
    expect([...new Set(elements)].sort()).to.deep.equal([
      '</code>',
      '</details>',
      '</span>',
      '</sub>',
      '</summary>',
      '<code>',
      '<details>',
      '<span>',
      '<sub>',
      '<summary>',
    ]);
    expect(shown.markdown).not.to.match(/\]\(|@\w|[^&]#\d|\$\w/);
  });

  it('every format is looked at here', () => {
    expect([...TEXTS].sort()).to.deep.equal(Object.keys(formats).sort());
  });
});
