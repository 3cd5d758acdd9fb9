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

/**
 * Lines of at most `width` columns, the first of at most `first`, broken at spaces; a word that is longer than a line is
 * broken after a slash, else anywhere.
 */
export function wrapped(text: string, width: number, first = width): string[] {
  return filled(
    text.split(/\s+/).filter((word) => word !== ''),
    width,
    first,
    broken,
  );
}

/** As `wrapped`, of parts with a sign after each but the last: broken between parts, within one only if it fills a line. */
export function wrappedParts(parts: readonly string[], sign: string, width: number, first = width): string[] {
  const units = parts.map((part, index) => (index < parts.length - 1 ? `${part} ${sign}` : part));
  return filled(units, width, first, wrapped);
}

/** Lines filled with units, a unit that is longer than a line split into pieces. */
function filled(
  units: readonly string[],
  width: number,
  first: number,
  split: (unit: string, width: number, first: number) => string[],
): string[] {
  const lines: string[] = [];
  let line = '';
  for (const unit of units) {
    const limit = (): number => (lines.length === 0 ? first : width);
    if (line !== '' && columnsOf(line) + 1 + columnsOf(unit) <= limit()) {
      line += ` ${unit}`;
      continue;
    }
    if (line !== '') lines.push(line);
    const pieces = split(unit, width, limit());
    lines.push(...pieces.slice(0, -1));
    line = pieces.at(-1) ?? '';
  }
  return line === '' ? lines : [...lines, line];
}

function broken(word: string, width: number, first: number): string[] {
  const pieces: string[] = [];
  let rest = word;
  const limit = (): number => (pieces.length === 0 ? first : width);
  while (columnsOf(rest) > limit()) {
    let fitting = '';
    for (const character of rest) {
      if (fitting !== '' && columnsOf(fitting + character) > limit()) break;
      fitting += character;
    }
    const slash = fitting.lastIndexOf('/');
    const piece = slash > 0 ? fitting.slice(0, slash + 1) : fitting;
    pieces.push(piece);
    rest = rest.slice(piece.length);
  }
  return [...pieces, rest];
}
