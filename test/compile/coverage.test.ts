import { expect } from 'chai';
import { articlesIn, catalogueList, coverageOf } from '../../engine/compile/coverage.js';
import { builtinPolicies } from '../../engine/compile/policies.js';

const policies = await builtinPolicies();

describe('compile: which articles controls cover', () => {
  const references: [string, string[]][] = [
    ['Art 33(1)', ['Art 33']],
    ['Arts 9(1), 11A', ['Art 9', 'Art 11A']],
    ['Art 21(2)-(3)', ['Art 21']],
    ['Art 3(1)-(2) (Art 3(4)-(5) unverified)', ['Art 3']],
    ['Arts 22A-22D', ['Art 22A']],
    ['Art 6(1), with (ea) and Annex 1', ['Art 6']],
    ['Arts 44-46', ['Art 44', 'Art 45', 'Art 46']],
    ['1798.100(a)', ['1798.100']],
    ['rule 13.1', ['rule 13.1']],
    ['PT-4', ['PT-4']],
  ];
  for (const [ref, articles] of references) it(ref, () => expect(articlesIn(ref)).to.deep.equal(articles));

  it('lists every control with what it cites', () => {
    const { controls } = catalogueList(policies, {});
    expect(controls.map(({ id }) => id)).to.deep.equal(policies.controls.map(({ id }) => id));
    for (const { frameworks } of controls) expect(frameworks).to.not.deep.equal([]);
  });

  it('says which articles of the GDPR no control covers, in the order of the law', () => {
    const list = policies.articles.find(({ name }) => name === 'GDPR');
    const { articles } = coverageOf('GDPR', policies.controls, list);
    const numbers = articles.map(({ ref }) => Number(/\d+/.exec(ref)?.[0]));
    expect(numbers).to.deep.equal([...numbers].sort((a, b) => a - b));
    expect(articles.find(({ ref }) => ref === 'Art 7')?.controls).to.include('CONSENT-008');
    expect(articles.filter(({ controls }) => controls.length === 0).map(({ ref }) => ref)).to.include('Art 88');
    for (const { ref, title } of articles)
      if (title === undefined) expect(list?.articles.map((a) => a.ref)).to.not.include(ref);
  });
});
