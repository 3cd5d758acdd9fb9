import { expect } from 'chai';
import { columnsOf, wrapped, wrappedParts } from '../../reports/columns.js';

describe('reports/columns', () => {
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

  it('wraps with a first line of another width', () => {
    expect(wrapped('one two three four', 5, 7)).to.deep.equal(['one two', 'three', 'four']);
    expect(wrapped('abcdefgh', 2, 4)).to.deep.equal(['abcd', 'ef', 'gh']);
  });

  const parts: [string, number, string[]][] = [
    ['on one line where they fit', 27, ['one two - three - four five']],
    ['as few as needed', 26, ['one two - three -', 'four five']],
    ['between parts', 12, ['one two -', 'three -', 'four five']],
    ['within a part that fills a line', 6, ['one', 'two -', 'three', '-', 'four', 'five']],
  ];
  for (const [title, width, lines] of parts) {
    it(`breaks parts ${title}`, () =>
      expect(wrappedParts(['one two', 'three', 'four five'], '-', width)).to.deep.equal(lines));
  }
});
