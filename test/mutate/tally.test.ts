import { mkdtempSync, writeFileSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';
import { changedSince } from '../../engine/git/changed.js';
import { gitIn } from '../../engine/git/git.js';
import { type Accepted, agreed, matched } from '../../engine/mutate/accepted.js';
import { type Mutant, mutantsOf } from '../../engine/mutate/mutants.js';
import { sampleOf } from '../../engine/mutate/sample.js';
import { failures, percent, shareOf, tallyOf } from '../../engine/mutate/tally.js';
import { reportMarkdown } from '../../engine/mutate/texts.js';
import { changedUnits, namedUnits, unitsOf } from '../../engine/mutate/units.js';
import { UserError } from '../../engine/problems.js';

const RULE =
  '# METADATA\n# custom:\n#   id: ACC-900\npackage privity.access.late\n\nimport data.lib.used\n\n_a if input.x > 1\n\n_b if input.x > 1\n';
const FILE = 'policies/access/late/late.rego';
const units = unitsOf({
  [FILE]: RULE,
  'policies/access/late/late_test.rego':
    'package privity.access.late_test\n\nimport data.privity.access.late\n\nimport data.lib.below\n',
  'policies/lib/used.rego': 'package lib.used\n\nimport data.lib.below\n',
  'policies/lib/below.rego': 'package lib.below\n',
  'policies/lib/below_test.rego': 'package lib.below_test\n\ntest_it if data.lib.below.x\n',
  'policies/lib/testing.rego': 'package lib.testing\n',
  'policies/privity.rego': 'package privity\n',
});
const [unit] = units;
if (unit === undefined) throw new Error('no unit');
const mutants = mutantsOf(FILE, RULE);

const accepted = (changes: Partial<Accepted>): Accepted => ({
  control: 'ACC-900',
  mutation: 'boundary',
  line: '_a if input.x > 1',
  becomes: '_a if input.x >= 1',
  nth: 1,
  reason: 'because',
  ...changes,
});

const judgedAs = (alive: (mutant: Mutant) => boolean) =>
  mutants.map((mutant) => ({ mutant, outcome: alive(mutant) ? ('survived' as const) : ('killed' as const) }));
const isBoundary = ({ mutation }: Mutant): boolean => mutation === 'boundary';

describe('mutate: units', () => {
  it('are controls with their tests, and helpers with the tests that rest on them', () => {
    expect(units.map(({ id, modules, users }) => [id, modules, users])).to.deep.equal([
      [
        'ACC-900',
        [
          FILE,
          'policies/access/late/late_test.rego',
          'policies/lib/below.rego',
          'policies/lib/used.rego',
          'policies/privity.rego',
        ],
        [],
      ],
      ['lib/below', ['policies/lib/below.rego', 'policies/lib/below_test.rego', 'policies/privity.rego'], []],
      [
        'lib/used',
        ['policies/lib/below.rego', 'policies/lib/used.rego', 'policies/privity.rego'],
        ['policies/access/late/late_test.rego'],
      ],
    ]);
  });

  it('are chosen by control, domain or file, and by what changed', () => {
    expect(namedUnits(units, ['acc-900', 'lib/used']).map(({ id }) => id)).to.deep.equal(['ACC-900', 'lib/used']);
    expect(namedUnits(units, ['lib']).map(({ id }) => id)).to.deep.equal(['lib/below', 'lib/used']);
    expect(() => namedUnits(units, ['acess'])).to.throw(UserError, 'acess');
    expect(changedUnits(units, ['policies/lib/below_test.rego', 'README.md', FILE]).map(({ id }) => id)).to.deep.equal([
      'ACC-900',
      'lib/below',
    ]);
  });
});

describe('mutate: the tally', () => {
  it('leaves accepted mutants out of the share, and what is not compiled out of everything', () => {
    const judged = judgedAs(isBoundary).map((one, index) =>
      index === 0 ? { ...one, outcome: 'refused' as const } : one,
    );
    const tally = tallyOf(unit, mutants.length, judged, matched(unit, mutants, [accepted({})]));
    expect([tally.written, tally.counted, tally.killed, tally.accepted]).to.deep.equal([12, 11, 9, 1]);
    expect(tally.survivors.map(({ before }) => before)).to.deep.equal(['_b if input.x > 1']);
    expect(shareOf([tally])).to.equal(0.9);
    expect(failures([tally], new Map(), false)).to.deep.equal([
      'ACC-900: 90.0% killed, 95.0% wanted.',
      'All together: 90.0% killed, 95.0% wanted.',
    ]);
    // What a sample shows may be chance: of ten mutants one proves nothing, of a thousand a hundred do.
    expect(failures([tally], new Map(), true)).to.deep.equal([]);
    const many = { ...tally, counted: 1_001, killed: 900 };
    expect(failures([many], new Map(), true)).to.deep.equal(['All together: 90.0% killed, 92.9% wanted.']);
    expect(failures([tally], new Map([['ACC-900', 0.9]]), false)).to.deep.equal([]);
    expect(failures([tally], new Map([['ACC-900', 0.91]]), false)).to.deep.equal([
      'ACC-900: 90.0% killed, 91.0% wanted.',
      'All together: 90.0% killed, 91.0% wanted.',
    ]);
    const report = reportMarkdown([tally], '2026.11');
    expect(report).to.contain('| ACC-900 | 11 | 9 | 1 | 1 | 90.0% |');
    expect(report.split('\n').filter((one) => one.startsWith('- ACC-900'))).to.have.lengthOf(1);
    expect(report).to.match(/^- ACC-900, .*: `_b if input\.x > 1` (becomes|is left out)/m);
  });

  it('fails for an accepted mutant that is gone, and for one that a test kills', () => {
    const list = [
      accepted({ line: '_a if input.x > 2' }),
      accepted({ nth: 2 }),
      accepted({ mutation: 'drop-rule', becomes: '' }),
    ];
    const tally = tallyOf(
      unit,
      mutants.length,
      judgedAs(() => false),
      matched(unit, mutants, list),
    );
    expect(failures([tally], new Map(), false)).to.deep.equal([
      'policies/mutants.yaml lists ACC-900, boundary, "_a if input.x > 2" as "_a if input.x >= 1". There is no such mutant any more.',
      'policies/mutants.yaml lists ACC-900, boundary, "_a if input.x > 1" as "_a if input.x >= 1" (2). There is no such mutant any more.',
      'policies/mutants.yaml lists ACC-900, drop-rule, "_a if input.x > 1" as "". It is no survivor.',
    ]);
  });

  it('rounds down', () => {
    expect([0.9499, 0.95, 1].map(percent)).to.deep.equal(['94.9%', '95.0%', '100.0%']);
    expect(shareOf([])).to.equal(1);
  });

  it('draws the same mutants for the same seed, whatever their order', () => {
    const all = mutants.map((mutant) => ({ mutant }));
    const drawn = sampleOf(all, 5, 'one');
    expect(drawn.length).to.equal(5);
    expect(sampleOf([...all].reverse(), 5, 'one').reverse()).to.deep.equal(drawn);
    expect(sampleOf(all, 5, 'two')).not.to.deep.equal(drawn);
    expect(sampleOf(all, 99, 'one')).to.deep.equal(all);
  });
});

describe('mutate: files', () => {
  let folder: string;
  before(() => {
    folder = mkdtempSync(join(tmpdir(), 'privity-mutate-'));
  });
  after(() => rm(folder, { recursive: true, force: true }));

  it('refuses an accepted mutant without a reason', async () => {
    const file = join(folder, 'mutants.yaml');
    writeFileSync(
      file,
      'accepted:\n  - control: ACC-900\n    mutation: boundary\n    line: a < b\n    becomes: a <= b\n',
    );
    const problem = await agreed(file).catch((error: Error) => error.message);
    expect(problem).to.match(/^policies\/mutants.yaml: Entry 1 needs .*reason/);
    writeFileSync(file, 'below_goal:\n  ACC-900: 95\n');
    expect(await agreed(file).catch((error: Error) => error.message)).to.match(/ACC-900 is below the goal/);
    writeFileSync(file, 'below_goal:\n  ACC-900: 80.5\n');
    expect((await agreed(file)).floors).to.deep.equal(new Map([['ACC-900', 0.805]]));
  });

  it('compares with the commit that the work left, and says where there is none', async () => {
    expect(await changedSince(folder, 'HEAD')).to.equal(undefined);
    const git = gitIn(folder);
    await git.raw(['init', '-q', '-b', 'main']);
    await git.raw(['config', 'user.name', 'A']);
    await git.raw(['config', 'user.email', 'a@example.org']);
    const commit = async (name: string): Promise<void> => {
      writeFileSync(join(folder, name), name);
      await git.raw(['add', name]);
      await git.raw(['commit', '-q', '-m', name]);
    };
    await commit('first');
    expect(await changedSince(folder, 'HEAD^1')).to.equal(undefined);
    await git.raw(['checkout', '-q', '-b', 'work']);
    await commit('on the branch');
    writeFileSync(join(folder, 'new'), 'new');
    await git.raw(['checkout', '-q', 'main']);
    await commit('elsewhere');
    await git.raw(['checkout', '-q', 'work']);
    expect(await changedSince(folder, 'main')).to.deep.equal(['mutants.yaml', 'new', 'on the branch']);
    expect(await changedSince(folder, 'HEAD')).to.deep.equal(['mutants.yaml', 'new']);
    expect(await changedSince(folder, '--help')).to.equal(undefined);
  });
});
