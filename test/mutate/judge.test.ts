import { expect } from 'chai';
import { agreed } from '../../engine/mutate/accepted.js';
import { engine, judge } from '../../engine/mutate/judge.js';
import { mutantsOf } from '../../engine/mutate/mutants.js';
import { mutate } from '../../engine/mutate/run.js';
import { failures } from '../../engine/mutate/tally.js';
import { runText } from '../../engine/mutate/texts.js';
import { unitsOf } from '../../engine/mutate/units.js';
import { UserError } from '../../engine/problems.js';

const RULE = `# METADATA
# scope: package
# custom:
#   id: ACC-900
package privity.access.late

import data.lib.days

findings contains {"reason": "late"} if {
	days.after(input.day, input.due)
	not input.done
}
`;

// The weak test never says what happens on the day itself.
const WEAK = `package privity.access.late_test

import data.privity.access.late as control

test_late if count(control.findings) == 1 with input as {"day": 9, "due": 7}

test_in_time if count(control.findings) == 0 with input as {"day": 6, "due": 7}

test_done if count(control.findings) == 0 with input as {"day": 9, "due": 7, "done": true}
`;

const STRONG = `${WEAK}
test_on_the_day if count(control.findings) == 0 with input as {"day": 7, "due": 7}
`;

const DAYS = 'package lib.days\n\nafter(day, other) if day > other\n';

const sources = (test: string): Record<string, string> => ({
  'policies/lib/days.rego': DAYS,
  'policies/access/late/late.rego': RULE,
  'policies/access/late/late_test.rego': test,
});

const options = {
  engine: engine({ embedded: true }),
  accepted: [],
  sample: undefined,
  seed: '',
  limitMs: undefined,
  remember: false,
  progress: () => undefined,
};

describe('mutate: judging', () => {
  it('finds what a weak test lets live, in a helper as well', async () => {
    const rego = sources(WEAK);
    const { tallies } = await mutate(unitsOf(rego), rego, options);
    expect(tallies.map(({ unit, killed, counted }) => [unit.id, killed, counted])).to.deep.equal([
      ['ACC-900', 6, 6],
      ['lib/days', 2, 3],
    ]);
    expect(tallies.flatMap(({ survivors }) => survivors)).to.deep.equal(
      mutantsOf('policies/lib/days.rego', DAYS).filter(({ mutation }) => mutation === 'boundary'),
    );
    expect(runText(tallies, new Map(), false)).to.equal(`policies/lib/days.rego:3 boundary
  - after(day, other) if day > other
  + after(day, other) if day >= other

ACC-900   100.0%  6 of 6 killed
lib/days   66.6%  2 of 3 killed
together   88.8%  8 of 9 killed
lib/days: 66.6% killed, 95.0% wanted.
All together: 88.8% killed, 95.0% wanted.
`);
  });

  it('finds nothing where the day itself is tested', async () => {
    const rego = sources(STRONG);
    const { tallies } = await mutate(unitsOf(rego), rego, options);
    expect(tallies.flatMap(({ survivors }) => survivors)).to.deep.equal([]);
    expect(failures(tallies, new Map(), false)).to.deep.equal([]);
  });

  it('does not count what does not compile, and counts what never ends as killed', async () => {
    const rego = sources(WEAK);
    const [unit] = unitsOf(rego);
    if (unit === undefined) throw new Error('no unit');
    const [mutant] = mutantsOf(unit.file, RULE);
    if (mutant === undefined) throw new Error('no mutant');
    const forever = 'count([1 | some a in numbers.range(1, 9000); some b in numbers.range(1, 9000); a + b < 0]) == 0';
    const texts = [
      RULE.replace('input.due', 'nowhere'),
      RULE.replace('input.done', 'data.inventory.nowhere ==='),
      RULE.replace('not input.done', forever),
      RULE.replace('not input.done', 'not input["done"]'),
    ];
    const judged = await judge(
      unit,
      texts.map((text) => ({ ...mutant, text })),
      rego,
      { ...options.engine, mutantMs: 500 },
    );
    expect(judged.map(({ outcome }) => outcome)).to.deep.equal(['refused', 'refused', 'timeout', 'survived']);
  });

  it('says so where a test fails without any mutation', async () => {
    const rego = sources(WEAK.replace('"day": 6', '"day": 8'));
    try {
      await mutate(unitsOf(rego), rego, options);
      expect.fail('mutated');
    } catch (error) {
      expect((error as UserError).problems.map(({ message }) => message)).to.deep.equal([
        'without any mutation: killed by data.privity.access.late_test.test_in_time',
      ]);
    }
  });
});

describe('mutate: the accepted mutants', () => {
  it('each have a reason, and are of a control that there is', async () => {
    for (const { control, reason } of (await agreed()).accepted) {
      expect(control).to.match(/^([A-Z]+-\d{3}|lib\/\w+)$/);
      expect(reason.length, control).to.be.greaterThan(20);
    }
  });
});
