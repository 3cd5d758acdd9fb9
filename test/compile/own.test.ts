import { symlink } from 'node:fs/promises';
import { join } from 'node:path';
import { expect } from 'chai';
import { policiesWithOwn } from '../../engine/compile/own.js';
import { builtinPolicies } from '../../engine/compile/policies.js';
import { loadConfig } from '../../engine/load/config.js';
import { loadRules } from '../../engine/load/rules.js';
import { problemText, UserError } from '../../engine/problems.js';
import { withFirm } from '../support/firm.js';
import { firmWith, ownControl } from '../support/ownRules.js';

/** A firm's own rules, from its files to what is compiled, or to the sentences that say why not. */
async function compiled(files: Record<string, string | Uint8Array>, prepare?: (directory: string) => Promise<void>) {
  return withFirm(files, async (directory) => {
    await prepare?.(directory);
    const { rules } = await loadRules(directory, await loadConfig(directory));
    return policiesWithOwn(rules, { engineVersion: 'test', cacheDirectory: undefined });
  });
}

async function complaints(
  files: Record<string, string | Uint8Array>,
  prepare?: (directory: string) => Promise<void>,
): Promise<string[]> {
  try {
    await compiled(files, prepare);
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    return error.problems.map(problemText);
  }
  return [];
}

const good = { id: 'FIRM-001', name: 'good' };
const withPackage = (name: string): Record<string, string> => ({
  ...firmWith(good),
  'policies/other.rego': ownControl({ id: 'FIRM-002', name: 'other' }).replace('privity.firm.other', name),
});
const sentence = 'This is a whole sentence.';

describe('compile: a firm’s own rules', () => {
  it('stand beside the built-in ones, which do not change', async () => {
    const [{ controls, digest }, builtin] = await Promise.all([
      compiled({
        ...firmWith(good),
        // Of the same path as the built-in driver, which it does not replace.
        'policies/main.rego': 'package lib.firm\n\nanswer := 42\n',
        'policies/good_test.rego': 'package privity.firm.good_test\n\ntest_left_out if not_parsed(((\n',
      }),
      builtinPolicies(),
    ]);
    const own = controls.filter((control) => control.own);
    expect(
      own.map(({ id, path, file, domain, severity, needs }) => ({ id, path, file, domain, severity, needs })),
    ).to.deep.equal([
      {
        id: 'FIRM-001',
        path: ['firm', 'good'],
        file: 'policies/good.rego',
        domain: 'firm',
        severity: 'low',
        needs: ['systems'],
      },
    ]);
    expect(controls.filter((control) => !control.own)).to.deep.equal(builtin.controls);
    expect(digest).not.to.equal(builtin.digest);
  });

  it('a firm without rules is judged by the built-in ones as they were built', async () => {
    const [{ digest, controls }, builtin] = await Promise.all([
      compiled({ 'privity.yaml': 'privity: 1\n' }),
      builtinPolicies(),
    ]);
    expect({ digest, controls }).to.deep.equal({ digest: builtin.digest, controls: builtin.controls });
  });

  it('line ends do not count', async () => {
    const rulesOf = (files: Record<string, string>) =>
      withFirm(files, async (directory) => loadRules(directory, await loadConfig(directory)));
    const crlf = Object.entries(firmWith(good)).map(([path, text]) => [path, text.replaceAll('\n', '\r\n')]);
    expect(await rulesOf(Object.fromEntries(crlf))).to.deep.equal(await rulesOf(firmWith(good)));
  });

  describe('refuses METADATA with', () => {
    const inMetadata: [title: string, metadata: Record<string, string | undefined>, says: RegExp][] = [
      ['no id', { id: undefined }, /:4:3 The METADATA of this control gives no id\.$/],
      [
        'an id in small letters',
        { id: 'firm-1' },
        /:5:5 "id" of the METADATA of this control is not written as it must be: capitals and digits/,
      ],
      [
        'the id of a built-in control',
        { id: 'ACC-001' },
        /:5 The id ACC-001 is taken by the built-in control in policies\/access\/[a-z-]+\/[a-z-]+\.rego \(".+"\)\. Choose another/,
      ],
      ['an id twice', { id: 'FIRM-001' }, /:5 The id FIRM-001 is taken by policies\/good\.rego \(".+"\)/],
      ['no citations', { citations: undefined }, /:4:3 The METADATA of this control gives no citations\.$/],
      ['an empty list of citations', { citations: '[]' }, /:17:5 The METADATA of this control gives no citations\.$/],
      [
        'a reason without message',
        { reasons: `\n  - code: wrong\n    result: fail\n    severity: low\n    many: ${sentence}` },
        /:12:7 Reason "wrong" in the METADATA of this control gives no message\.$/,
      ],
      [
        'a reason without its sentence for several',
        { reasons: `\n  - code: wrong\n    result: fail\n    severity: low\n    message: ${sentence}` },
        /:12:7 Reason "wrong" in the METADATA of this control gives no "many", the sentence about several findings/,
      ],
      [
        'a reason without code',
        { reasons: `\n  - result: fail\n    severity: low\n    message: ${sentence}\n    many: ${sentence}` },
        /:12:7 Reason 1 in the METADATA of this control gives no code\.$/,
      ],
      [
        'a citation without its law',
        { citations: `\n  - ref: Art 5\n    says: ${sentence}\n    status: primary` },
        /Citation "Art 5" in the METADATA of this control gives no framework\.$/,
      ],
      [
        'a result that does not exist',
        {
          reasons: `\n  - code: wrong\n    result: bad\n    severity: low\n    message: ${sentence}\n    many: ${sentence}`,
        },
        /"result" of reason "wrong" in the METADATA of this control must be one of fail, warn, unknown, suspended, history\.$/,
      ],
      [
        'a misspelt key',
        { citation: 'x' },
        /"citation" is not known in the METADATA of this control\. Did you mean "citations"\?$/,
      ],
      [
        'a text where a list belongs',
        { reads: 'system.medium' },
        /"reads" of the METADATA of this control must be a list\.$/,
      ],
      [
        'a remedy that says nothing',
        { remediation: 'Fix it' },
        /"remediation" of the METADATA of this control is too short: 10 characters or more are needed\.$/,
      ],
      [
        'a fact that does not exist',
        { reads: '[system.medum]' },
        /:9:\d+ "medum" is not a field of system records\. Did you mean "medium"\?$/,
      ],
      [
        'facts of something that does not exist',
        { reads: '[sytem.medium]' },
        /"sytem\.medium" names no record of the inventory\. Did you mean "system"\?$/,
      ],
      [
        'a collection that does not exist',
        { subjects: '[system]' },
        /:8:\d+ "system" is not a collection of the inventory\. Did you mean "systems"\?$/,
      ],
      [
        'a parameter that does not exist',
        { parameters: '[acces_review_days]' },
        /"acces_review_days" is not a parameter\. Did you mean "access_review_days"\?/,
      ],
      [
        'a reason twice',
        {
          reasons: ['wrong', 'wrong']
            .map(
              (code) =>
                `\n  - code: ${code}\n    result: fail\n    severity: low\n    message: ${sentence}\n    many: ${sentence}`,
            )
            .join(''),
        },
        /:17:\d+ The reason "wrong" is declared twice\.$/,
      ],
    ];
    const others: [title: string, text: string, says: RegExp][] = [
      [
        'nothing at all',
        'package privity.firm.bare\n\nfindings := set()\n',
        /:1 This control has no METADATA block for its package/,
      ],
      [
        'another scope',
        ownControl({ id: 'FIRM-800', name: 'wide' }).replace('# custom:', '# scope: subpackages\n# custom:'),
        /:24 This control has no METADATA block for its package/,
      ],
      [
        'a title alone',
        '# METADATA\n# title: A title of some length\npackage privity.firm.plain\n\nx := 1\n',
        /:1 The METADATA of this control has no "custom:" part/,
      ],
    ];
    // One firm with every mistake, each in a file of its own: one compilation, and each sentence stands at its place.
    let found: string[];
    before(async () => {
      const controls = inMetadata.map(([, metadata], index) => ({
        id: `FIRM-${900 + index}`,
        name: `wrong_${index}`,
        metadata,
      }));
      const files = others.map(([, text], index) => [`policies/other_${index}.rego`, text]);
      found = await complaints({ ...firmWith(good, ...controls), ...Object.fromEntries(files) });
    });
    const cases = [
      ...inMetadata.map(([title, , says], index) => ({ title, says, file: `policies/wrong_${index}.rego` })),
      ...others.map(([title, , says], index) => ({ title, says, file: `policies/other_${index}.rego` })),
    ];
    for (const { title, says, file } of cases) {
      it(title, () => {
        const here = found.filter((one) => one.startsWith(`${file}:`));
        expect(here.length, here.join('\n')).to.equal(1);
        expect(here[0]?.slice(file.length)).to.match(says);
      });
    }
    it('and says nothing of what is right', () => {
      expect(found.filter((one) => one.includes('policies/good.rego:'))).to.deep.equal([]);
    });
  });

  const refused: [string, Record<string, string | Uint8Array>, RegExp][] = [
    [
      'a package of a built-in control',
      withPackage('privity.access.strong_sign_in'),
      /^policies\/other\.rego:23 The package privity\.access\.strong_sign_in belongs to the built-in rules \(policies\/access\/strong-sign-in\/strong-sign-in\.rego\), which cannot be changed or added to/,
    ],
    [
      'a package below a built-in one',
      withPackage('lib.dates.more'),
      /belongs to the built-in rules \(policies\/lib\/dates\.rego\)/,
    ],
    [
      'a package of helpers that is built in',
      withPackage('lib.facts'),
      /belongs to the built-in rules \(policies\/lib\/facts\.rego\)/,
    ],
    ['the package of all helpers', withPackage('lib'), /belongs to the built-in rules/],
    ['the package of all controls', withPackage('privity'), /belongs to the built-in rules/],
    ['the driver', withPackage('main'), /The package main belongs to the built-in rules \(policies\/main\.rego\)/],
    ['a package within a control', withPackage('privity.access.strong_sign_in.more'), /is not one that a firm can use/],
    ['a package of a domain', withPackage('privity.access'), /is not one that a firm can use/],
    [
      'a package elsewhere',
      withPackage('firm.rules'),
      /A control stands in a package privity\.<domain>\.<control>, helpers in lib\.<name>/,
    ],
    [
      'a package in brackets',
      withPackage('privity["access"].strong_sign_in'),
      /^policies\/other\.rego:23 The first line of Rego must be "package" and a plain name/,
    ],
    ['a control named like a test', withPackage('privity.firm.pen_test'), /is named like a test/],
    [
      'a package twice',
      withPackage('privity.firm.good'),
      /^policies\/other\.rego:23 The package privity\.firm\.good stands in policies\/good\.rego already/,
    ],
    [
      'an empty file',
      { ...firmWith(good), 'policies/empty.rego': '\n' },
      /^policies\/empty\.rego:1 This file is empty/,
    ],
    [
      'a control in a file named like a test',
      { ...firmWith(good), 'policies/penetration_test.rego': ownControl({ id: 'FIRM-004', name: 'penetration' }) },
      /^policies\/penetration_test\.rego: This file declares a control, but files whose name ends in _test\.rego hold tests/,
    ],
    [
      'text that is not UTF-8',
      { ...firmWith(good), 'policies/latin.rego': Uint8Array.from([0x23, 0xe9, 0x0a]) },
      /^policies\/latin\.rego: This file is not UTF-8 text/,
    ],
    [
      'a file that is too large',
      { ...firmWith(good), 'policies/large.rego': `package lib.large\n${'# x\n'.repeat(300_000)}` },
      /^policies\/large\.rego: This file is larger than 1 MB/,
    ],
    [
      'a pattern of its own that matches nothing',
      { ...firmWith(good), 'privity.yaml': 'privity: 1\npolicies: ["rules/**/*.rego"]\n' },
      /^privity\.yaml:2:12 The pattern "rules\/\*\*\/\*\.rego" matches no file/,
    ],
    [
      'a pattern that matches something else',
      { ...firmWith(good), 'privity.yaml': 'privity: 1\npolicies: ["inventory/*"]\n' },
      /^inventory\/firm\.yaml: This is not a Rego file/,
    ],
    [
      'Rego that does not parse',
      firmWith({ ...good, rules: 'findings contains {{ if true\n' }),
      /^policies\/good\.rego:27:\d+ unexpected if keyword/,
    ],
    [
      'the network',
      firmWith({ ...good, rules: 'findings := http.send({"url": "https://example.org", "method": "get"})\n' }),
      /^policies\/good\.rego:27:\d+ undefined function http\.send \(not among what rules may use: no network/,
    ],
    [
      'a field that no schema has',
      firmWith({ ...good, rules: 'findings := input.system.medum\n' }),
      /^policies\/good\.rego:27:\d+ .*the schema has no "medum" here/,
    ],
    [
      'a parameter that does not exist',
      firmWith({ ...good, rules: 'findings := data.parameters.access_days\n' }),
      /^policies\/good\.rego:27:\d+ .*the schema has no "access_days" here/,
    ],
    ['a rule that asks the driver', firmWith({ ...good, rules: 'findings := data.main.judged\n' }), /recursive/],
    [
      'nesting without end',
      firmWith({ ...good, rules: `findings := ${'['.repeat(100_000)}${']'.repeat(100_000)}\n` }),
      /^policies\/good\.rego: The firm's own rules could not be compiled\. .*nested too deeply/,
    ],
  ];
  for (const [title, files, says] of refused) {
    it(`refuses ${title}`, async () => {
      const found = await complaints(files);
      expect(
        found.some((one) => says.test(one)),
        found.join('\n'),
      ).to.equal(true);
    });
  }

  it('refuses a link that leads outside the directory', async () => {
    await withFirm({ 'elsewhere.rego': ownControl(good) }, async (outside) => {
      const found = await complaints(firmWith(good), (directory) =>
        symlink(join(outside, 'elsewhere.rego'), join(directory, 'policies/elsewhere.rego')),
      );
      expect(found).to.deep.equal([
        'policies/elsewhere.rego: This link leads outside the directory and is not followed. Put the file itself here.',
      ]);
    });
  });

  it('ends the compiler at its limit, with a sentence', async () => {
    const rules = [{ path: 'policies/good.rego', text: ownControl(good) }];
    let found: unknown;
    try {
      await policiesWithOwn(rules, { engineVersion: 'test', cacheDirectory: undefined, timeoutMs: 100 });
    } catch (error) {
      found = error;
    }
    expect(found).to.be.instanceOf(UserError);
    expect((found as UserError).message).to.match(
      /^policies\/good\.rego: The firm's own rules could not be compiled\. The Rego compiler did not finish within 0\.1 seconds\./,
    );
  });
});
