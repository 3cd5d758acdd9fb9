import { expect } from 'chai';
import { RUNTIME_BUILTINS } from '../../engine/compile/builtins.js';
import { askCompiler, CompilerFailure, type CompilerRequest } from '../../engine/compile/compiler.js';
import { ruleSchemas, vocabulary } from '../../engine/compile/shapes.js';

const schemas = ruleSchemas(['access_review_days']);
const annotated = `# METADATA
# scope: package
# schemas:
#   - input: schema.unit
#   - data.inventory: schema.inventory
package privity.firm.rule
`;

async function problemsOf(rule: string, request: Partial<CompilerRequest> = {}) {
  const response = await askCompiler({
    op: 'check',
    modules: { 'policies/rule.rego': annotated + rule },
    schemas,
    builtins: RUNTIME_BUILTINS,
    vocabulary: vocabulary(),
    ...request,
  });
  return (response.problems ?? []).map(
    ({ file, line, column, message }) => `${file}:${line}:${column} ${message.split('\n')[0]}`,
  );
}

describe('compile/compiler', () => {
  const cases: [string, string, RegExp[]][] = [
    [
      'accepts what it knows',
      'found contains id if {\n\tsome id, system in data.inventory.systems\n\tsystem.medium == "paper"\n}\n',
      [],
    ],
    [
      'refuses what does not parse, with the place',
      'found contains x if {\n',
      [/^policies\/rule\.rego:\d+:\d+ unexpected eof/],
    ],
    [
      'refuses a field that no schema has',
      'found if data.inventory.systems.dms.medum == "paper"\n',
      [/^policies\/rule\.rego:7:\d+ data\.inventory\.systems\.dms\.medum: the schema has no "medum" here/],
    ],
    [
      'refuses a collection that streams',
      'found if data.inventory.clients.k1.status == "current"\n',
      [/undefined ref/, /the schema has no "clients" here/],
    ],
    [
      'refuses a misspelt field of a local variable',
      'found if {\n\tsome system in data.inventory.systems\n\tstrange(system)\n}\n\nstrange(thing) if thing.medum == "paper"\n',
      [/^policies\/rule\.rego:12:\d+ thing\.medum: no schema has a field of the name "medum"/],
    ],
    [
      'refuses a misspelt enum value in a helper',
      'found if {\n\tsome system in data.inventory.systems\n\tstrange(system)\n}\n\nstrange(thing) if thing.medium in {"paper", "electronical"}\n',
      [/"electronical" is not a value of medium; the schema knows electronic, paper/],
    ],
    [
      'refuses the network',
      'found if http.send({"url": "https://example.org", "method": "get"}).status_code == 200\n',
      [/undefined function http\.send/],
    ],
    ['refuses a clock', 'found if time.now_ns() > 0\n', [/undefined function time\.now_ns/]],
    [
      'refuses an import that is not used',
      'import data.lib.dates\n\nfound := true\n',
      [/import data\.lib\.dates unused/],
    ],
  ];
  for (const [title, rule, expected] of cases) {
    it(title, async () => {
      const problems = await problemsOf(rule);
      expect(problems.length, problems.join('\n')).to.equal(expected.length);
      for (const [index, pattern] of expected.entries()) expect(problems[index]).to.match(pattern);
    });
  }

  it('gives the annotations of packages', async () => {
    const { annotations } = await askCompiler({
      op: 'check',
      modules: { 'a.rego': '# METADATA\n# title: A title\n# custom:\n#   id: X-001\npackage a.b\n' },
    });
    expect(annotations).to.deep.equal([
      {
        file: 'a.rego',
        line: 1,
        scope: 'package',
        path: ['data', 'a', 'b'],
        title: 'A title',
        custom: { id: 'X-001' },
      },
    ]);
  });

  it('formats', async () => {
    const { formatted } = await askCompiler({ op: 'format', modules: { 'a.rego': 'package   a\nx:=1' } });
    expect(formatted).to.deep.equal({ 'a.rego': 'package a\n\nx := 1\n' });
  });

  it('runs tests, failing ones included', async () => {
    const { tests } = await askCompiler({
      op: 'test',
      modules: { 'a_test.rego': 'package a_test\n\ntest_yes if 1 == 1\n\ntest_no if 1 == 2\n' },
    });
    expect(tests?.map(({ name, passed }) => [name, passed])).to.have.deep.members([
      ['test_yes', true],
      ['test_no', false],
    ]);
  });

  it('compiles the same source to the same bytes', async () => {
    const request: CompilerRequest = {
      op: 'compile',
      modules: { 'a.rego': 'package a\n\nx := 1\n' },
      entrypoints: ['a/x'],
    };
    const [first, second] = await Promise.all([askCompiler(request), askCompiler(request)]);
    expect(first.wasm).to.be.a('string').and.to.equal(second.wasm);
  });

  it('is ended at its limit', async () => {
    const loop = 'package a\n\nx := count([1 | numbers.range(1, 30000)[_] > numbers.range(1, 30000)[_]])\n';
    const started = performance.now();
    let failure: unknown;
    try {
      await askCompiler(
        { op: 'evaluate', modules: { 'a.rego': loop }, query: 'data.a.x', cases: [{ input: {} }] },
        3_000,
      );
    } catch (error) {
      failure = error;
    }
    expect(failure).to.be.instanceOf(CompilerFailure);
    expect(performance.now() - started).to.be.lessThan(20_000);
  });
});
