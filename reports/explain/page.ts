/** How a terminal shows things: its width in columns, and whether colour and symbols may be used. */
export interface TerminalOptions {
  width: number;
  colour: boolean;
}

/** Lines of prose are not made longer than this, however wide the terminal is. */
const LONGEST_LINE = 100;
/** From this width on, places stand beside the text; below it, under it. */
const WIDE_ENOUGH = 110;
const PLACES = 60;

/** Text laid out for one terminal. Everything passes through `clean`. */
export interface TerminalPage {
  dot: string;
  into: string;
  ellipsis: string;
  mark(kind: 'bad' | 'advice' | 'open' | 'kept' | 'good'): string;
  heading(text: string): string;
  strong(text: string): string;
  faint(text: string): string;
  /** Paragraph lines at an indent; `hanging` indents all lines but the first further. */
  wrap(text: string, indent: number, hanging?: number): string[];
  /** Text with a remark in a column at the right, or under it where there is no room. */
  beside(text: string, remark: string, indent: number): string[];
  /** Text as it stands, at an indent: examples to copy. */
  verbatim(text: string, indent: number): string[];
}

export function terminalPage({ width, colour }: TerminalOptions): TerminalPage {
  const paint = (code: string) => (text: string) => (colour ? `\u001b[${code}m${text}\u001b[0m` : text);
  const replacement = colour ? '\ufffd' : '?';
  const faint = paint('2');
  const spaces = (count: number): string => ' '.repeat(count);
  const room = (indent: number): number => Math.max(20, Math.min(width, LONGEST_LINE) - indent);
  const wrap = (text: string, indent: number, hanging = 0): string[] =>
    wrapped(clean(text, replacement), room(indent + hanging), room(indent)).map(
      (line, index) => spaces(indent + (index === 0 ? 0 : hanging)) + line,
    );
  const marks = {
    bad: paint('31')(colour ? '✗' : 'x'),
    advice: '!',
    open: '?',
    kept: colour ? '⏸' : '=',
    good: colour ? '✓' : '+',
  };
  return {
    dot: colour ? '·' : '-',
    into: colour ? '›' : '>',
    ellipsis: colour ? '…' : '...',
    mark: (kind) => marks[kind],
    heading: paint('1'),
    strong: (text) => paint('1')(clean(text, replacement)),
    faint: (text) => faint(clean(text, replacement)),
    wrap,
    beside(text, remark, indent) {
      const shown = clean(remark, replacement);
      const column = width - PLACES;
      if (width < WIDE_ENOUGH || shown.length > PLACES) {
        return [...wrap(text, indent, 2), ...wrap(remark, indent + 4).map(faint)];
      }
      const [first = '', ...rest] = wrapped(clean(text, replacement), column - indent - 4, column - indent - 2);
      const gap = spaces(Math.max(2, column - indent - columns(first)));
      return [`${spaces(indent)}${first}${gap}${faint(shown)}`, ...rest.map((line) => spaces(indent + 2) + line)];
    },
    verbatim: (text, indent) => text.split('\n').map((line) => spaces(indent) + clean(line, replacement)),
  };
}

/**
 * Facts are data wherever they are printed: control characters, which could drive the terminal, and characters that turn
 * the direction of text, which could make it read as something else, are replaced. Spaces of any kind become one.
 */
export function clean(text: string, replacement: string): string {
  return text.replace(/[\t\n\r]/g, ' ').replace(UNSAFE, replacement);
}

const UNSAFE = /[\u0000-\u001f\u007f-\u009f\u061c\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\u{e0000}-\u{e007f}]/gu;

function columns(text: string): number {
  return [...text].length;
}

/** Breaks text into lines of at most `width` columns, the first of at most `first`; words that are longer are cut. */
function wrapped(text: string, width: number, first: number): string[] {
  const lines: string[] = [];
  let line = '';
  const limit = (): number => (lines.length === 0 ? first : width);
  for (const word of text.split(/\s+/)) {
    let left = word;
    if (line !== '' && columns(line) + 1 + columns(left) > limit()) {
      lines.push(line);
      line = '';
    }
    while (line === '' && columns(left) > limit()) {
      const characters = [...left];
      const size = limit();
      lines.push(characters.slice(0, size).join(''));
      left = characters.slice(size).join('');
    }
    line = line === '' ? left : `${line} ${left}`;
  }
  return [...lines, line];
}
