import { columnsOf, wrapped, wrappedParts } from './columns.js';
import { legible, withoutCommands, withPlainSigns } from './legible.js';

/** How a terminal shows things: its width in columns, and whether colour and symbols may be used. */
export interface PageOptions {
  width: number;
  colour: boolean;
}

type Paint = (text: string) => string;

/** A text; or parts, which stand apart by dots and are kept whole where lines are broken. */
export type Words = string | readonly string[];

/** A piece of a page: wrapped at its indent, its first line after a mark where it has one. */
export interface Piece {
  text: Words;
  /** Columns before the text; a mark stands in the last two of them. */
  indent: number;
  /** Columns by which all lines but the first are indented further. */
  hanging?: number;
  mark?: string;
  paint?: Paint;
}

/** Text laid out for one terminal. Every text passes through `shown`, so no fact can steer the terminal. */
export interface Page {
  /** Whether there is room for two columns. */
  wide: boolean;
  marks: Record<'cross' | 'bang' | 'question' | 'pause' | 'dot' | 'more' | 'remedy' | 'arrow' | 'field', string>;
  strong: Paint;
  faint: Paint;
  bad: Paint;
  doubtful: Paint;
  open: Paint;
  /** A text as the page shows it: legible, and without signs that a plain terminal may lack. */
  shown(text: string): string;
  /** A heading of the page with a remark behind it, or under it where there is no room. */
  title(text: string, remark: string): string[];
  /** A paragraph of the whole width, as far as lines can be read with ease. */
  prose(text: Words, indent: number, hanging?: number, paint?: Paint): string[];
  /** Lines as they stand: examples to copy. */
  verbatim(text: string, indent: number): string[];
  /** Pieces one under the other, no wider than those that have remarks. */
  stack(...pieces: Piece[]): string[];
  /** Pieces with remarks at the right; without room for two columns, `under` stands below, and `tag` at the edge. */
  beside(pieces: Piece[], remarks: Remarks): string[];
}

export interface Remarks {
  tag?: string;
  under?: readonly Words[];
  /** Columns by which `under` is indented further than the pieces, where it stands below. */
  further?: number;
}

const WIDE_ENOUGH = 110;
const NARROWEST = 24;
const WIDEST = 160;
const REMARKS_AT_LEAST = 40;
const PROSE_AT_MOST = 100;
const GAP = 2;

/** The measures and signs of a page. Nothing on it is wider than the terminal. */
export function pageOf({ width: columns, colour }: PageOptions): Page {
  const width = Math.max(NARROWEST, Math.min(columns, WIDEST));
  const wide = width >= WIDE_ENOUGH;
  const left = wide ? Math.min(width - REMARKS_AT_LEAST - GAP, PROSE_AT_MOST) : width;
  const painter =
    (code: string): Paint =>
    (text) =>
      colour ? `\u001b[${code}m${text}\u001b[0m` : text;
  const faint = painter('2');
  const marks = colour ? SIGNS : PLAIN_SIGNS;
  const shown = (text: string): string => (colour ? legible(text) : withPlainSigns(legible(text)));

  const broken = (text: Words, limit: number, first: number): string[] =>
    typeof text === 'string'
      ? wrapped(shown(text), limit, first)
      : wrappedParts(text.map(shown), marks.dot, limit, first);

  const linesOf = ({ text, indent, hanging = 0, mark, paint = same }: Piece, limit: number): Line[] =>
    broken(text, Math.max(1, limit - indent - hanging), Math.max(1, limit - indent)).map((line, index) => {
      const before = index === 0 ? indent : indent + hanging;
      const marked = index === 0 && mark !== undefined ? `${spaces(before - 2)}${mark} ` : spaces(before);
      return { text: marked + paint(line), columns: before + columnsOf(line) };
    });
  const textsOf = (piece: Piece, limit: number): string[] => linesOf(piece, limit).map(({ text }) => text);

  const twoColumns = (pieces: readonly Piece[], remarks: readonly Words[]): string[] => {
    const lines = pieces.flatMap((piece) => linesOf(piece, left));
    const room = width - left - GAP;
    const notes = remarks.flatMap((remark) =>
      broken(remark, room - 2, room).map((line, index) => (index === 0 ? line : `  ${line}`)),
    );
    return Array.from({ length: Math.max(lines.length, notes.length) }, (_, index) => {
      const { text, columns: used } = lines[index] ?? { text: '', columns: 0 };
      const note = notes[index];
      return note === undefined ? text : `${text}${spaces(left + GAP - used)}${faint(note)}`;
    });
  };

  const oneColumn = (pieces: readonly Piece[], { tag, under = [], further = 0 }: Remarks): string[] => {
    const [first, ...rest] = pieces as [Piece, ...Piece[]];
    const edge = shown(tag ?? '');
    const reserved = edge === '' ? 0 : columnsOf(edge) + GAP;
    // A tag that would leave the sentence no room stands below, too.
    const atEdge = reserved > 0 && reserved <= width / 4;
    const lines = linesOf(first, width - (atEdge ? reserved : 0)).map(({ text, columns: used }, index) =>
      index === 0 && atEdge ? `${text}${spaces(width - used - reserved + GAP)}${faint(edge)}` : text,
    );
    const below = [...(atEdge || tag === undefined ? [] : [tag]), ...under];
    return [
      ...lines,
      ...rest.flatMap((piece) => textsOf(piece, width)),
      ...below.flatMap((text) => textsOf({ text, indent: first.indent + further, paint: faint }, width)),
    ];
  };

  return {
    wide,
    marks,
    strong: painter('1'),
    faint,
    bad: painter('31'),
    doubtful: painter('33'),
    open: painter('36'),
    shown,
    title: (text, remark) => {
      const [heading, beside] = [shown(text), shown(remark)];
      if (columnsOf(heading) + GAP + columnsOf(beside) <= width) return [`${painter('1')(heading)}  ${faint(beside)}`];
      return [painter('1')(heading), ...textsOf({ text: remark, indent: 2, paint: faint }, width)];
    },
    prose: (text, indent, hanging = 0, paint = same) =>
      textsOf({ text, indent, hanging, paint }, Math.min(width, PROSE_AT_MOST)),
    verbatim: (text, indent) => text.split('\n').map((line) => spaces(indent) + shown(line)),
    stack: (...pieces) => pieces.flatMap((piece) => textsOf(piece, left)),
    beside: (pieces, remarks) => {
      const { tag, under = [] } = remarks;
      return wide ? twoColumns(pieces, tag === undefined ? under : [tag, ...under]) : oneColumn(pieces, remarks);
    },
  };
}

/** The text of finished lines. Wrapping may put anything at the start of a line, so commands are looked for here again. */
export function pageText(lines: readonly string[]): string {
  return `${withoutCommands(lines.join('\n'))}\n`;
}

const SIGNS: Page['marks'] = {
  cross: '✗',
  bang: '!',
  question: '?',
  pause: '⏸',
  dot: '·',
  more: '…',
  remedy: '→',
  arrow: '→',
  field: '›',
};

const PLAIN_SIGNS: Page['marks'] = {
  cross: 'x',
  bang: '!',
  question: '?',
  pause: '=',
  dot: '-',
  more: '...',
  remedy: '>',
  arrow: '->',
  field: '>',
};

interface Line {
  text: string;
  columns: number;
}

function spaces(count: number): string {
  return ' '.repeat(count);
}

function same(text: string): string {
  return text;
}
