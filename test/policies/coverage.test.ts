import { expect } from 'chai';
import { builtinPolicies, builtinPractices } from '../../engine/compile/policies.js';

const { controls } = await builtinPolicies();
const { practices, beyond } = await builtinPractices();

/** Every practice that law firms are told to keep is answered by controls that exist, and every control answers one. */
describe('policies: practices', () => {
  const ids = controls.map(({ id }) => id);

  for (const { asks, controls: answers } of practices) {
    it(`${asks}: by ${answers.join(', ')}`, () => {
      expect(answers.filter((id) => !ids.includes(id))).to.deep.equal([]);
      // A firm's own review says that somebody looked, not what is done.
      expect(answers.filter((id) => id !== 'AUDIT-001')).to.not.be.empty;
    });
  }

  it('names each practice once', () => {
    expect(new Set(practices.map(({ asks }) => asks)).size).to.equal(practices.length);
  });

  it('leaves no control without a practice, or a place beyond them', () => {
    const named = new Set([...practices.flatMap((practice) => practice.controls), ...beyond]);
    expect(ids.filter((id) => !named.has(id))).to.deep.equal([]);
  });
});
