import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'chai';
import { load } from 'js-yaml';
import { builtinPolicies } from '../../engine/compile/policies.js';
import { packageRoot } from '../../engine/root.js';

interface Coverage {
  practices: { asks: string; controls: string[] }[];
  beyond: string[];
}

const { controls } = await builtinPolicies();
const { practices, beyond } = load(readFileSync(join(packageRoot, 'policies/coverage.yaml'), 'utf8')) as Coverage;

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
