import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';
import type { Assessment } from '../../engine/generated/assessment.js';
import { type CommandResult, privity, smallFirm, withFirm } from '../support/firm.js';
import { EXAMINED, FINDINGS, firmWith, type OwnControl } from '../support/ownRules.js';

/** Rules of a firm are untrusted: one that breaks is named, says nothing, and takes no other with it. */

const subject = '"subject": judged.subject("systems", input.system), "reason": "wrong"';
const endless = (body: string): string => `${EXAMINED}\nfindings contains {${subject}} if {\n${body}\n}\n`;

interface Case {
  title: string;
  rules: string;
  says: RegExp;
  /** METADATA beside the usual. */
  metadata?: Record<string, string>;
}

const broken: Case[] = [
  {
    title: 'one name, two values',
    rules: `${endless('\tchosen == 1')}\nchosen := 1 if input.system.medium\n\nchosen := 2 if input.system.id\n`,
    says: /^It contradicts itself: it gives one rule two values \(policies\/broken_0\.rego:\d+:\d+\)\.$/,
  },
  {
    title: 'one key, two values',
    rules: endless('\tcount({"a": number | some number in [1, 2]}) == 1'),
    says: /^It contradicts itself: it gives one key of an object two values \(policies\/broken_1\.rego:\d+:\d+\)\.$/,
  },
  {
    title: 'memory without end',
    rules: endless('\tcount([text | some number in numbers.range(1, 5000000); text := format_int(number, 10)]) == 0'),
    says: /^It needed more memory than it may use \(64 MB\)\.$/,
  },
  {
    title: 'a text that doubles without end',
    rules: endless(`\tlong := concat("", ["x" | some _ in numbers.range(1, 300000)])
	longer := concat("", [long, long, long, long, long, long, long, long, long, long])
	concat("", [longer, longer, longer, longer, longer, longer, longer, longer, longer, longer]) == ""`),
    says: /^It needed more memory than it may use \(64 MB\)\.$/,
  },
  {
    title: 'nesting without end',
    rules: endless('\tcount(json.unmarshal(concat("", ["[" | some _ in numbers.range(1, 200000)]))) == 1'),
    says: /^It (nests values or rules too deeply|needed more memory than it may use \(64 MB\))\.$/,
  },
  {
    title: 'findings that are no set',
    rules: `${EXAMINED}\nfindings := "none"\n`,
    says: /^It yielded nothing: it has no set `examined`, or no set `findings`\.$/,
  },
  {
    title: 'findings that are an object',
    rules: `${EXAMINED}\nfindings[reason] := 1 if some reason in ["wrong"]\n`,
    says: /^It yielded nothing/,
  },
  { title: 'no findings at all', rules: EXAMINED, says: /^It yielded nothing/ },
  { title: 'nothing examined', rules: FINDINGS, says: /^It yielded nothing/ },
  {
    title: 'examined that is true',
    rules: `examined if input.system\n\n${FINDINGS}`,
    says: /^It yielded nothing/,
  },
  {
    title: 'an examined entry that is a text',
    rules: `examined contains input.system.id\n\n${FINDINGS}`,
    says: /^Among what it `examined` are entries \(1\) that are not \{subject: \{collection, id\}, grade\}/,
  },
  {
    title: 'an examined entry of an unknown grade',
    rules: `examined contains object.union(judged.examined("systems", input.system), {"grade": 7})\n\n${FINDINGS}`,
    says: /^Among what it `examined` are entries \(1\) that are not/,
  },
  {
    title: 'an examined entry among good ones',
    rules: `${EXAMINED}\nexamined contains "and another"\n\n${FINDINGS}`,
    says: /^Among what it `examined` are entries \(1\) that are not/,
  },
  {
    title: 'an examined entry that changes on no day',
    rules: `examined contains object.union(judged.examined("systems", input.system), {"changes_on": "soon"})\n\n${FINDINGS}`,
    says: /^What it `examined` changes on something that is no day\.$/,
  },
  {
    title: 'a finding that is a number',
    rules: `${EXAMINED}\nfindings contains 7\n`,
    says: /^Among its `findings` is 7, which is not an object\.$/,
  },
  {
    title: 'a finding without subject',
    rules: `${EXAMINED}\nfindings contains {"reason": "wrong"}\n`,
    says: /^Among its `findings` is \{reason\}, which has no subject/,
  },
  {
    title: 'a subject of a collection that does not exist',
    rules: `${EXAMINED}\nfindings contains {"subject": {"collection": "__proto__", "id": "x"}, "reason": "wrong"}\n`,
    says: /which has no subject \{collection, id\} with a collection of the inventory\.$/,
  },
  {
    title: 'a finding without reason',
    rules: `${EXAMINED}\nfindings contains {"subject": judged.subject("systems", input.system)}\n`,
    says: /^Among its `findings` is \{subject\}, which gives no reason code\.$/,
  },
  {
    title: 'a reason that is not declared',
    rules: `${EXAMINED}\nfindings contains {"subject": judged.subject("systems", input.system), "reason": "else"}\n`,
    says: /^It gave the reason "else", which its METADATA does not declare\.$/,
  },
  {
    title: 'an argument that is a day in a million years',
    rules: `${EXAMINED}\nfindings contains {${subject}, "args": {"system": {"day": 400000000}}}\n`,
    says: /whose argument "system" is not one that a message can show\.$/,
  },
  {
    title: 'an argument whose field is a number',
    rules: `${EXAMINED}\nfindings contains {${subject}, "args": {"system": {"collection": "systems", "field": 7}}}\n`,
    says: /whose argument "system" is not one that a message can show\.$/,
  },
  {
    title: 'arguments that are a list',
    rules: `${EXAMINED}\nfindings contains {${subject}, "args": [1]}\n`,
    says: /whose `args` are not an object\.$/,
  },
  {
    title: 'facts relied on that are no facts',
    rules: `${EXAMINED}\nfindings contains {${subject}, "relied_on": ["systems"]}\n`,
    says: /whose `relied_on` is not a list of \{collection, id, path\}\.$/,
  },
  {
    title: 'a day of change that is none',
    rules: `${EXAMINED}\nfindings contains {${subject}, "changes_on": 1.5}\n`,
    says: /whose `changes_on` is not a day number\.$/,
  },
  {
    title: 'a key that no finding has',
    rules: `${EXAMINED}\nfindings contains {${subject}, "mesage": "x"}\n`,
    says: /which has the unknown key "mesage"\.$/,
  },
  {
    title: 'a text that fills the report',
    rules: `${EXAMINED}\nfindings contains {${subject}, "args": {"system": concat("", ["x" | some _ in numbers.range(1, 1)]), "more": long}}\n\nlong := concat("", [format_int(number, 10) | some number in numbers.range(1, 20000)])\n`,
    says: /^One of its findings is nested too deeply or has more than 20,000 characters\.$/,
  },
  {
    title: 'findings without number',
    rules: `${EXAMINED}\nfindings contains {${subject}, "by": format_int(number, 10)} if some number in numbers.range(1, 300000)\n`,
    says: /^(It yielded more than 200,000 findings on one unit|It needed more memory than it may use \(64 MB\))\.$/,
  },
  {
    title: 'a reason for not applying that is not declared',
    metadata: {
      not_applicable: `
  - code: no-office
    message: The firm has no office to which this could apply.`,
    },
    rules: `${EXAMINED}\n${FINDINGS}\nnot_applicable := "no-desk"\n`,
    says: /^It gave the reason "no-desk" for not applying, which its METADATA does not declare\.$/,
  },
  {
    title: 'two reasons for not applying',
    metadata: {
      not_applicable: `
  - code: no-office
    message: The firm has no office to which this could apply.`,
    },
    rules: `${EXAMINED}\n${FINDINGS}\nnot_applicable := "no-office" if data.inventory.firm\n\nnot_applicable := "none" if data.as_of.day > 0\n`,
    says: /^It contradicts itself: it gives one rule two values/,
  },
];

const number = (index: number): string => `FIRM-${String(100 + index)}`;
const healthy: OwnControl = { id: 'FIRM-001', name: 'healthy' };
const limited = (seconds: number, memory: number): string =>
  `privity: 1\nprofile: essentials\nlimits:\n  evaluation_seconds: ${seconds}\n  memory_mb: ${memory}\n`;

const SHOWN = ['check', '--as-of', '2026-11-22', '--format', 'json', '--fail-on', 'never'];

describe('evaluate: rules that break', () => {
  let cache: string;
  before(async () => {
    cache = await mkdtemp(join(tmpdir(), 'privity-cache-'));
  });
  after(() => rm(cache, { recursive: true, force: true }));

  const run = (directory: string): Promise<CommandResult> =>
    privity([...SHOWN, directory], { env: { PRIVITY_CACHE_DIR: cache } });

  describe('each is named, and the others are judged', () => {
    let result: CommandResult;
    let assessment: Assessment;
    before(async () => {
      const controls = broken.map(({ rules, metadata = {} }, index) => ({
        id: number(index),
        name: `broken_${index}`,
        metadata,
        rules,
      }));
      await withFirm({ ...firmWith(healthy, ...controls), 'privity.yaml': limited(20, 64) }, async (directory) => {
        result = await run(directory);
      });
      assessment = JSON.parse(result.stdout || '{}') as Assessment;
    });

    for (const [index, { title, says }] of broken.entries()) {
      it(title, () => {
        const outcome = assessment.outcomes.find(({ control }) => control === number(index));
        expect(outcome?.result).to.equal('error');
        expect(outcome?.why).to.match(says);
      });
    }

    it('the run exits 2, without a stack', () => {
      expect(result.code, result.stderr).to.equal(2);
      expect(result.stderr).to.equal('');
      expect(assessment.summary.outcomes.error).to.equal(broken.length);
    });

    it('the firm’s healthy rule and the built-in ones say what they say', () => {
      const outcomeOf = (id: string) => assessment.outcomes.find(({ control }) => control === id);
      const { result: own, examined, own: isOwn } = outcomeOf('FIRM-001') as Assessment['outcomes'][number];
      expect({ own, examined, isOwn }).to.deep.equal({ own: 'fail', examined: 1, isOwn: true });
      expect(outcomeOf('ACC-006')).to.include({ result: 'pass', examined: 1, own: false });
    });
  });

  it('a rule that loops is ended twice (among the others, and alone), and the others are judged', async () => {
    const loop: OwnControl = {
      id: 'FIRM-002',
      name: 'loop',
      rules: endless(
        '\tsome a in numbers.range(1, 1000)\n\tsome b in numbers.range(1, 1000)\n\tsome c in numbers.range(1, 1000)\n\t((a + b) + c) < 0',
      ),
    };
    const seconds = 2;
    await withFirm({ ...firmWith(healthy, loop), 'privity.yaml': limited(seconds, 1000) }, async (directory) => {
      // The first run fills the cache, so that the second one's time is that of judging.
      await run(directory);
      const started = performance.now();
      const { code, stdout, stderr } = await run(directory);
      const took = (performance.now() - started) / 1000;
      expect(stderr).to.equal('');
      expect(code).to.equal(2);
      const { outcomes } = JSON.parse(stdout) as Assessment;
      const loops = outcomes.find(({ control }) => control === 'FIRM-002');
      expect(loops?.why).to.equal('It did not finish within 2 seconds, the limit of one evaluation.');
      expect(outcomes.filter(({ result }) => result === 'error').map(({ control }) => control)).to.deep.equal([
        'FIRM-002',
      ]);
      expect(outcomes.find(({ control }) => control === 'FIRM-001')?.result).to.equal('fail');
      expect(took)
        .to.be.greaterThan(2 * seconds)
        .and.lessThan(2 * seconds + 10);
    });
  });

  it('facts that need more memory than the rules may use are the firm’s to know of', async () => {
    const vendors = Array.from({ length: 60_000 }, (_, index) => ({ id: `v${index}`, title: 'x'.repeat(400) }));
    await withFirm({ ...smallFirm, 'privity.yaml': limited(20, 64) }, async (directory) => {
      await writeFile(join(directory, 'inventory/more.json'), JSON.stringify({ vendors }));
      const { code, stderr } = await run(directory);
      expect(stderr).to.match(
        /^privity: What the firm declares needs more memory than the rules may use \(64 MB\)\. Raise limits\.memory_mb/,
      );
      expect(code).to.equal(2);
    });
  });
});
