import { columnsOf, wrapped } from './terminal.js';

/** How a terminal shows things: its width in columns, and whether colour and symbols may be used. */
export interface PageOptions {
  width: number;
  colour: boolean;
}

type Paint = (text: string) => string;

/** A piece of a page: wrapped with a hanging indent, its first line after a mark where it has one. */
export interface Piece {
  text: string;
  /** Columns before the text; a mark stands in the last two of them. */
  indent: number;
  mark?: string;
  paint?: Paint;
}

export interface Page {
  /** Whether there is room for two columns. */
  wide: boolean;
  marks: Record<'cross' | 'bang' | 'question' | 'pause' | 'dot' | 'more' | 'remedy' | 'arrow' | 'field', string>;
  strong: Paint;
  faint: Paint;
  bad: Paint;
  doubtful: Paint;
  open: Paint;
  /** A heading of the page with a remark behind it, or under it where there is no room. */
  title(text: string, remark: string): string[];
  /** A paragraph of the whole width, its further lines indented. */
  paragraph(text: string, paint?: Paint): string[];
  /** Pieces one under the other. */
  stack(...pieces: Piece[]): string[];
  /** Pieces with remarks at the right; without room for two columns, `under` stands below, and `tag` at the edge. */
  beside(pieces: Piece[], remarks: { tag?: string; under?: string[] }): string[];
}

const WIDE_ENOUGH = 110;
const NARROWEST = 24;
const WIDEST = 160;
const REMARKS_AT_LEAST = 40;
const SENTENCE_AT_MOST = 100;
const PARAGRAPH_AT_MOST = 120;
const GAP = 2;

/** The measures and signs of a page. Nothing on it is wider than the terminal. */
export function pageOf({ width: columns, colour }: PageOptions): Page {
  const width = Math.max(NARROWEST, Math.min(columns, WIDEST));
  const wide = width >= WIDE_ENOUGH;
  const left = wide ? Math.min(width - REMARKS_AT_LEAST - GAP, SENTENCE_AT_MOST) : width;
  const painter =
    (code: string): Paint =>
    (text) =>
      colour ? `\u001b[${code}m${text}\u001b[0m` : text;
  const faint = painter('2');

  const linesOf = ({ text, indent, mark, paint = same }: Piece, limit: number): Line[] =>
    wrapped(text, Math.max(1, limit - indent)).map((line, index) => ({
      text: ' '.repeat(indent - 2) + (index === 0 && mark !== undefined ? `${mark} ` : '  ') + paint(line),
      columns: indent + columnsOf(line),
    }));

  const twoColumns = (pieces: readonly Piece[], remarks: readonly string[]): string[] => {
    const lines = pieces.flatMap((piece) => linesOf(piece, left));
    const notes = remarks.flatMap((remark) =>
      wrapped(remark, width - left - GAP).map((line, index) => (index === 0 ? line : `  ${line}`)),
    );
    return Array.from({ length: Math.max(lines.length, notes.length) }, (_, index) => {
      const { text, columns: used } = lines[index] ?? { text: '', columns: 0 };
      const note = notes[index];
      return note === undefined ? text : `${text}${' '.repeat(left + GAP - used)}${faint(note)}`;
    });
  };

  const oneColumn = (pieces: readonly Piece[], tag: string | undefined, under: readonly string[]): string[] => {
    const [first, ...rest] = pieces as [Piece, ...Piece[]];
    const reserved = tag === undefined ? 0 : columnsOf(tag) + GAP;
    // A tag that would leave the sentence no room stands below, too.
    const atEdge = reserved > 0 && reserved <= width / 4;
    const lines = linesOf(first, width - (atEdge ? reserved : 0)).map(({ text, columns: used }, index) =>
      index === 0 && atEdge ? `${text}${' '.repeat(width - used - reserved + GAP)}${faint(tag as string)}` : text,
    );
    const below = [...(atEdge || tag === undefined ? [] : [tag]), ...under];
    return [
      ...lines,
      ...rest.flatMap((piece) => linesOf(piece, width).map(({ text }) => text)),
      ...below.flatMap((text) => linesOf({ text, indent: first.indent, paint: faint }, width).map((line) => line.text)),
    ];
  };

  return {
    wide,
    marks: colour
      ? { cross: '✗', bang: '!', question: '?', pause: '⏸', dot: '·', more: '…', remedy: '→', arrow: '→', field: '›' }
      : {
          cross: 'x',
          bang: '!',
          question: '?',
          pause: '=',
          dot: '-',
          more: '...',
          remedy: '>',
          arrow: '->',
          field: '>',
        },
    strong: painter('1'),
    faint,
    bad: painter('31'),
    doubtful: painter('33'),
    open: painter('36'),
    title: (text, remark) => {
      const heading = painter('1')(text);
      if (columnsOf(text) + GAP + columnsOf(remark) <= width) return [`${heading}  ${faint(remark)}`];
      return [heading, ...linesOf({ text: remark, indent: 2, paint: faint }, width).map((line) => line.text)];
    },
    paragraph: (text, paint) =>
      linesOf({ text, indent: 2, ...(paint ? { paint } : {}) }, Math.min(width, PARAGRAPH_AT_MOST)).map(
        (line, index) => (index === 0 ? line.text.slice(2) : line.text),
      ),
    stack: (...pieces) => pieces.flatMap((piece) => linesOf(piece, left).map(({ text }) => text)),
    beside: (pieces, { tag, under = [] }) =>
      wide ? twoColumns(pieces, tag === undefined ? under : [tag, ...under]) : oneColumn(pieces, tag, under),
  };
}

interface Line {
  text: string;
  columns: number;
}

function same(text: string): string {
  return text;
}
