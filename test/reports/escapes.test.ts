import { expect } from 'chai';
import { commandData, commandProperty } from '../../reports/github.js';
import { jsonText } from '../../reports/jsonText.js';
import { xmlText } from '../../reports/junit.js';
import { legible, legibleTexts, withPlainSigns } from '../../reports/legible.js';
import { markdownText } from '../../reports/markdownText.js';
import { repositoryPath, uriOf } from '../../reports/places.js';
import { messageText } from '../../reports/sarif.js';

/** Each report's escaping: what a fact says, and what is written. */
function table(title: string, escape: (text: string) => string, rows: readonly (readonly [string, string])[]): void {
  describe(`reports: ${title}`, () => {
    for (const [fact, written] of rows) {
      it(inAscii(fact), () => expect(escape(fact)).to.equal(written));
    }
  });
}

function inAscii(text: string): string {
  return JSON.stringify(text).replace(/[^ -~]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`);
}

table('text that is legible', legible, [
  ['Müller & Søn, 東京', 'Müller & Søn, 東京'],
  ['two\r\nlines\tand\u2028more', 'two lines and more'],
  ['\u001b[31mred\u0007\u009b', '[U+001B][31mred[U+0007][U+009B]'],
  ['nul\u0000', 'nul[U+0000]'],
  ['paid\u202egnp.exe', 'paid[U+202E]gnp.exe'],
  ['\u2066isolated\u2069', '[U+2066]isolated[U+2069]'],
  ['zero\u200bwidth\ufeff', 'zero[U+200B]width[U+FEFF]'],
  ['tag\u{e0041}', 'tag[U+E0041]'],
  ['half \ud83d', 'half [U+D83D]'],
  ['whole 👩‍⚖️', 'whole 👩‍⚖️'],
  ['::error::gone', ':\u200b:error::gone'],
  ['a ::add-mask::b', 'a :\u200b:add-mask::b'],
  ['a::b', 'a::b'],
  ['x ##[error]y', 'x #\u200b#[error]y'],
  ['##vso[task] ##TeamCity[x]', '#\u200b#vso[task] #\u200b#TeamCity[x]'],
  ['## Heading', '## Heading'],
]);

table('text for a plain terminal', withPlainSigns, [
  ['“Client’s file” …', '"Client\'s file" ...'],
  ['1–2 — 3', '1-2 - 3'],
  ['Müller, 東京', 'Müller, 東京'],
]);

table('Markdown', markdownText, [
  ['Alder Finch LLP', 'Alder Finch LLP'],
  ['<script>', '&#60;script&#62;'],
  ['a](javascript:alert(1))', 'a&#93;(javascript:alert(1))'],
  ['![x](y)', '&#33;&#91;x&#93;(y)'],
  ['**b** _i_ `c` ~s~', '&#42;&#42;b&#42;&#42; &#95;i&#95; &#96;c&#96; &#126;\u200bs&#126;'],
  ['a | b', 'a &#124; b'],
  ['a\nb', 'a b'],
  ['a\\', 'a&#92;'],
  ['&lt;', '&#38;\u200blt;'],
  ['@someone', '@\u200bsomeone'],
  ['m@example.com', 'm@\u200bexample.com'],
  ['#12 !3 %4 &5 ~6', '&#35;\u200b12 &#33;\u200b3 %\u200b4 &#38;\u200b5 &#126;\u200b6'],
  ['GH-12', 'GH\u200b-12'],
  ['https://example.com', 'https:\u200b//example.com'],
  ['www.example.com', 'www\u200b.example.com'],
  [':tada:', ':\u200btada:'],
  ['$x$', '<span>$</span>x<span>$</span>'],
  ['[issue:1] {+a+}', '&#91;\u200bissue:1&#93; {\u200b+a+}'],
  ['/close', '/close'],
]);

table('workflow command text', commandData, [
  ['100%', '100%25'],
  ['%0A', '%250A'],
  ['a\r\nb', 'a%0D%0Ab'],
  ['a:b,c', 'a:b,c'],
]);

table('workflow command property', commandProperty, [
  ['a:b,c', 'a%3Ab%2Cc'],
  ['100%\r\n', '100%25%0D%0A'],
  ['x::y', 'x%3A%3Ay'],
]);

table('XML', xmlText, [
  ['<a b="c">&\'', '&lt;a b=&quot;c&quot;&gt;&amp;&apos;'],
  [']]>', ']]&gt;'],
  ['\u0000\u001b\ufffe', '\ufffd\ufffd\ufffd'],
  ['half \ud83d', 'half \ufffd'],
  ['whole 👍', 'whole 👍'],
  ['a\rb', 'a&#13;b'],
]);

table('SARIF', messageText, [
  ['{0} and }', '{{0}} and }}'],
  ['[a](1)', '[a]\u200b(1)'],
]);

table('JSON', (fact) => jsonText(fact), [
  ['"\\', '"\\"\\\\"'],
  ['a\u2028b\u0085\u202e', '"a\\u2028b\\u0085\\u202e"'],
  ['##[error]', '"#\\u0023[error]"'],
  ['half \ud83d', '"half \\ud83d"'],
]);

table('a URI', uriOf, [
  ['inventory/a b.yaml', 'inventory/a%20b.yaml'],
  ['é#?%25.yaml', '%C3%A9%23%3F%2525.yaml'],
  ["a:b(1)'.yaml", 'a%3Ab%281%29%27.yaml'],
  ['/srv/registers/a.csv', 'file:///srv/registers/a.csv'],
  ['C:/registers/a.csv', 'file:///C:/registers/a.csv'],
  ['\ud800', '%EF%BF%BD'],
]);

describe('reports: places', () => {
  const rows: [file: string, prefix: string, path: string][] = [
    ['inventory/a.yaml', '', 'inventory/a.yaml'],
    ['inventory/a.yaml', 'firms/alder/', 'firms/alder/inventory/a.yaml'],
    ['../registers/a.csv', 'firms/alder/', 'firms/registers/a.csv'],
    ['../../../a.csv', 'firms/alder/', '../a.csv'],
    ['./a.yaml', '', 'a.yaml'],
    ['/srv/a.csv', 'firms/alder/', '/srv/a.csv'],
    ['inventory\\a.yaml', '', 'inventory/a.yaml'],
  ];
  for (const [file, prefix, path] of rows) {
    it(`${file} below "${prefix}"`, () => expect(repositoryPath(file, prefix)).to.equal(path));
  }
  it('JSON keeps every value as it is', () => {
    const value = { text: 'a\u2028##[x]\u202e\u200b', list: ['##vso[y]'] };
    expect(JSON.parse(jsonText(value, 2))).to.deep.equal(value);
  });
  it('names of files stay as they are, whatever they hold', () => {
    expect(legibleTexts({ file: 'a\u202e.yaml', message: 'a\u202e' })).to.deep.equal({
      file: 'a\u202e.yaml',
      message: 'a[U+202E]',
    });
  });
});
