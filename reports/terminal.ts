/**
 * What may not reach a terminal: control characters (C0, C1: escape sequences start with one), overrides of the direction
 * of writing, separators of lines and paragraphs, and invisible tag characters.
 */
const UNSAFE = /[\u0000-\u001f\u007f-\u009f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff]|[\u{e0000}-\u{e007f}]/gu;

const ASCII: Record<string, string> = { '“': '"', '”': '"', '‘': "'", '’': "'", '…': '...', '–': '-', '—': '-' };

/** A text that cannot move the cursor, change colours or hide what it says; whitespace becomes a space. */
export function terminalText(text: string): string {
  return text.replace(UNSAFE, (character) => (/\s/.test(character) ? ' ' : '\ufffd'));
}

/** As `terminalText`, without typographic signs, which plain terminals and logs may lack. Letters stay as they are. */
export function plainTerminalText(text: string): string {
  return terminalText(text).replace(/[“”‘’…–—\ufffd]/g, (sign) => ASCII[sign] ?? '?');
}

/** A copy of a value of JSON with every text made safe. */
export function withSafeTexts<T>(value: T, safe: (text: string) => string): T {
  const visit = (node: unknown): unknown => {
    if (typeof node === 'string') return safe(node);
    if (Array.isArray(node)) return node.map(visit);
    if (typeof node !== 'object' || node === null) return node;
    return Object.fromEntries(Object.entries(node).map(([key, inner]) => [key, visit(inner)]));
  };
  return visit(value) as T;
}

/** How many columns a text takes: none for combining signs, two for wide characters (Unicode TR 11). */
export function columnsOf(text: string): number {
  let columns = 0;
  for (const character of text) columns += columnsOfCharacter(character);
  return columns;
}

const WIDE: readonly [number, number][] = [
  [0x1100, 0x115f],
  [0x2e80, 0xa4cf],
  [0xac00, 0xd7a3],
  [0xf900, 0xfaff],
  [0xfe30, 0xfe6f],
  [0xff00, 0xff60],
  [0xffe0, 0xffe6],
  [0x1f300, 0x1faff],
  [0x20000, 0x3fffd],
];

function columnsOfCharacter(character: string): number {
  const code = character.codePointAt(0) as number;
  if (code < 0x300) return 1;
  if (/\p{Mn}|\p{Me}|\p{Cf}/u.test(character)) return 0;
  return WIDE.some(([from, to]) => code >= from && code <= to) ? 2 : 1;
}

/** Lines of at most `width` columns, broken at spaces; a word that is longer is broken after a slash, else anywhere. */
export function wrapped(text: string, width: number): string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(/\s+/).filter((part) => part !== '')) {
    if (line !== '' && columnsOf(line) + 1 + columnsOf(word) <= width) {
      line += ` ${word}`;
      continue;
    }
    if (line !== '') lines.push(line);
    const pieces = broken(word, width);
    lines.push(...pieces.slice(0, -1));
    line = pieces.at(-1) ?? '';
  }
  return line === '' ? lines : [...lines, line];
}

function broken(word: string, width: number): string[] {
  const pieces: string[] = [];
  let rest = word;
  while (columnsOf(rest) > width) {
    let fitting = '';
    for (const character of rest) {
      if (fitting !== '' && columnsOf(fitting + character) > width) break;
      fitting += character;
    }
    const slash = fitting.lastIndexOf('/');
    const piece = slash > 0 ? fitting.slice(0, slash + 1) : fitting;
    pieces.push(piece);
    rest = rest.slice(piece.length);
  }
  return [...pieces, rest];
}
