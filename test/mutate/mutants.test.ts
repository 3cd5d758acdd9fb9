import { expect } from 'chai';
import { mutantsOf } from '../../engine/mutate/mutants.js';

const HEADER = `# METADATA
# title: Nothing here is true == false
# custom:
#   days: 30
package privity.access.late

import data.lib.facts

# A comment with 1 < 2.
`;

/** Every mutant as [mutation, before, after], in the order of the source. */
function mutants(rules: string): string[][] {
  return mutantsOf('late.rego', `${HEADER}${rules}\n`).map(({ mutation, before, after }) => [mutation, before, after]);
}

function ofKind(kind: string, rules: string): string[][] {
  return mutants(rules)
    .filter(([mutation]) => mutation === kind)
    .map(([, before = '', after = '']) => [before, after]);
}

describe('mutate: the mutants of a rule', () => {
  it('are all of them for a small rule, and none of its comments', () => {
    expect(mutants('_late if input.day > data.as_of.day + 7 # not > 7')).to.deep.equal(
      [
        ['drop-rule', ''],
        ['drop-condition', '_late if true # not > 7'],
        ['boundary', '_late if input.day >= data.as_of.day + 7 # not > 7'],
        ['comparison', '_late if input.day <= data.as_of.day + 7 # not > 7'],
        ['arithmetic', '_late if input.day > data.as_of.day - 7 # not > 7'],
        ['number', '_late if input.day > data.as_of.day + 8 # not > 7'],
        ['number', '_late if input.day > data.as_of.day + 6 # not > 7'],
      ].map(([mutation, after]) => [mutation, '_late if input.day > data.as_of.day + 7 # not > 7', after].map(String)),
    );
  });

  it('carry the whole module and the line of the fault', () => {
    const source = `${HEADER}_late if {\n\tinput.day\n\tnot input.done\n}\n`;
    const dropped = mutantsOf('late.rego', source).find(
      ({ before, after }) => before === 'not input.done' && after === 'true',
    );
    expect(dropped).to.deep.equal({
      file: 'late.rego',
      line: 12,
      mutation: 'drop-condition',
      before: 'not input.done',
      after: 'true',
      text: source.replace('not input.done', 'true'),
    });
  });

  it('turn conditions round', () => {
    const rule =
      '_late if {\n\tnot input.done\n\tfacts.present(input, "day")\n\tinput.level in {"a"}\n\tinput.day == 3\n}';
    expect(ofKind('negation', rule)).to.deep.equal([
      ['not input.done', 'input.done'],
      ['facts.present(input, "day")', 'not facts.present(input, "day")'],
      ['input.level in {"a"}', 'not input.level in {"a"}'],
    ]);
    expect(ofKind('comparison', rule)).to.deep.equal([['input.day == 3', 'input.day != 3']]);
    expect(ofKind('comparison', '_a if input.x != 1')).to.deep.equal([['_a if input.x != 1', '_a if input.x == 1']]);
    expect(ofKind('comparison', '_a if input.x <= 1')).to.deep.equal([['_a if input.x <= 1', '_a if input.x > 1']]);
  });

  it('do not say twice that something may be empty', () => {
    expect(ofKind('boundary', '_a if count(input.xs) > 0')).to.deep.equal([]);
    expect(ofKind('boundary', '_a if input.days > 0')).to.deep.equal([
      ['_a if input.days > 0', '_a if input.days >= 0'],
    ]);
    expect(ofKind('drop-condition', '_a if count(input.xs) > 0')).to.deep.equal([
      ['_a if count(input.xs) > 0', '_a if true'],
    ]);
  });

  it('drop conditions of rules, comprehensions and `every`, but nothing that gives a name its value', () => {
    const rule = `_all contains x if {
	some x, _ in input.xs
	y := x.y
	some "late" in y.flags
	every z in y.parts {
		z.day < 5
	}
	count([1 | some one in y.ones; one.done]) == 1
}`;
    expect(ofKind('drop-condition', rule)).to.deep.equal([
      ['some x, _ in input.xs', 'true'],
      ['some "late" in y.flags', 'true'],
      ['every z in y.parts { z.day < 5 }', 'true'],
      ['z.day < 5', 'true'],
      ['count([1 | some one in y.ones; one.done]) == 1', 'true'],
      ['count([1 | some one in y.ones; one.done]) == 1', 'count([1 | some one in y.ones; true]) == 1'],
    ]);
  });

  it('leave alone what only guards what the same rule reads', () => {
    const dropped = (rule: string): string[] => ofKind('drop-condition', rule).map(([before = '']) => before);
    expect(dropped('_a := input.x if facts.present(input, "x")')).to.deep.equal([]);
    expect(dropped('_a := min(_days) if {\n\tcount(_days) > 0\n} else := 0')).to.deep.equal([]);
    expect(dropped('_a if {\n\tfacts.present(input, ["x", "y"])\n\tinput.x.y < 5\n}')).to.deep.equal(['input.x.y < 5']);
    expect(
      dropped('_a contains elsewhere.not_declared(_b, "systems", ids, "x") if {\n\tids := _ids\n\tcount(ids) > 0\n}'),
    ).to.deep.equal([]);
    expect(dropped('_a := [y | facts.present(input, "x"); y := input.x]')).to.deep.equal([]);
    const others = [
      '_a if facts.present(input, "x")',
      '_a if {\n\tfacts.present(input, "x")\n\tnot input.x == 3\n}',
      '_a := [1 | input.x] if facts.present(input, "x")',
      '_a := input.xs if facts.present(input, "x")',
      '_a := max(_days) if {\n\tcount(_day) > 0\n}',
      '_a := max(_days) if {\n\tcount(_days) > 1\n}',
      '_a := 1 if {\n\tfacts.present(input, "x")\n} else := input.x',
    ];
    for (const rule of others) {
      expect(
        dropped(rule).some((before) => /present|count/.test(before)),
        rule,
      ).to.equal(true);
    }
  });

  it('swap `some` and `every`', () => {
    expect(ofKind('quantifier', '_a if {\n\tsome x in input.xs\n\tx.day < 5\n\tx.done\n}')).to.deep.equal([
      ['some x in input.xs x.day < 5 x.done', 'every x in input.xs { x.day < 5 x.done }'],
    ]);
    expect(ofKind('quantifier', '_a if {\n\tevery x in {1, 2} {\n\t\tx in input.xs\n\t}\n}')).to.deep.equal([
      ['every x in {1, 2} { x in input.xs }', 'some x in {1, 2} x in input.xs'],
    ]);
    expect(ofKind('quantifier', '_a if every x in input.xs { x.done }')).to.deep.equal([
      ['_a if every x in input.xs { x.done }', '_a if { some x in input.xs x.done }'],
    ]);
    expect(ofKind('quantifier', '_a := {x | some x in input.xs}')).to.deep.equal([]);
  });

  it('drop entries of lists and sets, not of records, indexes and patterns', () => {
    expect(ofKind('drop-entry', '_a := ["x", f(1, 2), "z"]')).to.deep.equal([
      ['_a := ["x", f(1, 2), "z"]', '_a := [ f(1, 2), "z"]'],
      ['_a := ["x", f(1, 2), "z"]', '_a := ["x", "z"]'],
      ['_a := ["x", f(1, 2), "z"]', '_a := ["x", f(1, 2)]'],
    ]);
    expect(ofKind('drop-entry', '_a := {\n\t"x",\n\t"y",\n}')).to.deep.equal([
      ['"x",', ''],
      ['"y",', ''],
    ]);
    expect(ofKind('drop-entry', '_a := {"x"} | set()')).to.deep.equal([['_a := {"x"} | set()', '_a := set() | set()']]);
    expect(ofKind('drop-entry', '_a := {"x": 1, "y": 2}[input.k][0]')).to.deep.equal([]);
    expect(ofKind('drop-entry', '_a if {\n\t[x, y] := input.pair\n\tx < y\n}')).to.deep.equal([]);
  });

  it('tell a union from a comprehension', () => {
    expect(ofKind('arithmetic', '_a := {x | some x in input.xs} | {"y"}')).to.deep.equal([
      ['_a := {x | some x in input.xs} | {"y"}', '_a := {x | some x in input.xs} & {"y"}'],
    ]);
    expect(ofKind('arithmetic', '_a := (input.a | input.b) - input.c')).to.deep.equal([
      ['_a := (input.a | input.b) - input.c', '_a := (input.a & input.b) - input.c'],
      ['_a := (input.a | input.b) - input.c', '_a := (input.a | input.b) + input.c'],
    ]);
  });

  it('drop rules and branches', () => {
    const rule = 'default _a := false\n\n_a := true if {\n\tinput.x\n} else := false if {\n\tinput.y\n} else := true';
    expect(ofKind('drop-rule', rule).map(([before]) => before)).to.deep.equal([
      'default _a := false',
      '_a := true if { input.x } else := false if { input.y } else := true',
    ]);
    expect(ofKind('drop-else', rule)).to.deep.equal([
      ['} else := false if { input.y } else := true', '} else := true'],
      ['} else := true', '}'],
    ]);
    expect(ofKind('literal', rule).length).to.equal(4);
  });

  it('swap two paths that a helper is given, and the least for the greatest', () => {
    expect(ofKind('swap-arguments', '_a if earlier(input.x, _b)')).to.deep.equal([
      ['_a if earlier(input.x, _b)', '_a if earlier(_b, input.x)'],
    ]);
    expect(ofKind('swap-arguments', 'earlier(x, y) if x < y')).to.deep.equal([]);
    expect(ofKind('swap-arguments', '_a := array.concat(input.x, input.y)')).to.deep.equal([]);
    expect(ofKind('swap-arguments', '_a if facts.absent(input.x, "y")')).to.deep.equal([]);
    expect(ofKind('extreme', '_a := max(input.days)')).to.deep.equal([
      ['_a := max(input.days)', '_a := min(input.days)'],
    ]);
  });
});
