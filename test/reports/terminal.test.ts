import { expect } from 'chai';
import { columnsOf, plainTerminalText, terminalText, wrapped } from '../../reports/terminal.js';

describe('reports/terminal', () => {
  const texts: [string, string, string, string][] = [
    ['escape sequences', '\u001b[31mred\u001b[0m', '�[31mred�[0m', '?[31mred?[0m'],
    ['eight-bit escape sequences', 'a\u009b2Jb', 'a�2Jb', 'a?2Jb'],
    ['a bell, a backspace, a deletion', 'a\u0007\u0008\u007f', 'a���', 'a???'],
    ['new lines and tabs', 'a\r\nb\tc', 'a  b c', 'a  b c'],
    ['separators of lines and paragraphs', 'a\u2028b\u2029c', 'a b c', 'a b c'],
    ['overrides of direction', 'a\u202eb\u2066c\u200f', 'a�b�c�', 'a?b?c?'],
    ['invisible tags', 'a\u{e0041}b', 'a�b', 'a?b'],
    ['typographic signs', '“Client’s file” …', '“Client’s file” …', '"Client\'s file" ...'],
    ['letters of any script', 'Müller, 東京', 'Müller, 東京', 'Müller, 東京'],
  ];
  for (const [title, text, safe, plain] of texts) {
    it(`makes safe: ${title}`, () => {
      expect([terminalText(text), plainTerminalText(text)]).to.deep.equal([safe, plain]);
    });
  }

  const measures: [string, number][] = [
    ['abc', 3],
    ['é', 1],
    ['e\u0301', 1],
    ['東京', 4],
    ['✗ ›', 3],
  ];
  for (const [text, columns] of measures) {
    it(`measures ${JSON.stringify(text)}`, () => expect(columnsOf(text)).to.equal(columns));
  }

  const wraps: [string, string, number, string[]][] = [
    ['at spaces', 'one two three', 7, ['one two', 'three']],
    ['exactly at the edge', 'one two', 7, ['one two']],
    [
      'a long path after a slash',
      'see registers/client_files.yaml:371',
      20,
      ['see', 'registers/', 'client_files.yaml:37', '1'],
    ],
    ['a long word anywhere', 'abcdefgh', 3, ['abc', 'def', 'gh']],
    ['wide characters', '東京東京', 5, ['東京', '東京']],
    ['nothing', '', 5, []],
  ];
  for (const [title, text, width, lines] of wraps) {
    it(`wraps ${title}`, () => expect(wrapped(text, width)).to.deep.equal(lines));
  }
});
