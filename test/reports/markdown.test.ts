import { expect } from 'chai';
import type { Assessment, Finding } from '../../engine/generated/assessment.js';
import { markdown } from '../../reports/markdown.js';
import { assessmentIn, fewControls, fewFindings, reportedFirm } from '../support/reported.js';

describe('reports: a long comment', () => {
  let assessment: Assessment;
  before(async () => {
    assessment = assessmentIn(await reportedFirm(fewFindings, fewControls));
  });

  /** An assessment of many findings: the first one of the firm, again and again. */
  function manyFindings(count: number, of: (index: number) => Partial<Finding>): Assessment {
    const [first] = assessment.findings as [Finding];
    return {
      ...assessment,
      findings: Array.from({ length: count }, (_, index) => ({ ...first, id: `${first.id}${index}`, ...of(index) })),
    };
  }

  it('folds findings of one kind, and says how many more there are', () => {
    const text = markdown(
      manyFindings(100, (index) => ({ message: `Finding number ${index}.` })),
      { opaque: true },
    );
    const shown = [...text.matchAll(/Finding number (\d+)\./g)].map(([, number]) => Number(number));
    expect(shown).to.deep.equal(Array.from({ length: 23 }, (_, index) => index));
    expect(text).to.include('<summary>… and 97 more</summary>').and.to.include('  - … and 77 more');
    expect(text).to.include('100 findings on 1 record');
  });

  for (const severity of ['critical', 'low'] as const) {
    it(`stays under 60,000 characters with 3,000 kinds of ${severity} findings, and counts what has no room`, () => {
      const text = markdown(
        manyFindings(3_000, (index) => ({
          severity,
          reason: `reason-${index}`,
          message: `@someone <b> ${index} `.repeat(400),
        })),
        { opaque: true },
      );
      expect(text.length).to.be.lessThan(60_000);
      const shown = [...text.matchAll(/^- \*\*/gm)].length;
      expect(shown).to.be.greaterThan(5);
      expect(text).to.include(`- … and ${(3_000 - shown).toLocaleString('en-GB')} more, which have no room here`);
      expect(text.split('<details>')).to.have.length(text.split('</details>').length);
      expect(text).to.include('How this was judged');
    });
  }

  it('does not end within a character', () => {
    const text = markdown(
      manyFindings(1, () => ({ message: '👍'.repeat(1_000) })),
      { opaque: true },
    );
    expect(text).not.to.match(/\p{Cs}/u);
    expect(text).to.include('👍…');
  });
});
