/**
 * Text as a reader must see it: facts are data, and no character of theirs may move, hide or reorder what stands around
 * them, or speak to the machine that prints them.
 *
 * Line breaks and tabs become spaces; other control characters (escape sequences start with one), directional overrides,
 * invisible characters and halves of characters appear by their number.
 */
export function legible(text: string): string {
  return withoutCommands(
    text
      .replace(/[\t\n\v\f\r\u0085\u2028\u2029]+/g, ' ')
      .replace(INVISIBLE, (character) => `[U+${hexadecimal(character)}]`),
  );
}

// Controls, surrogates that stand alone, directional marks, embeddings, overrides and isolates, zero-width and invisible
// operators, byte order marks, annotations, noncharacters, tags. Joiners (U+200C, U+200D) stay: scripts and emoji need them.
const INVISIBLE =
  /[\p{Cc}\p{Cs}\u061c\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb\ufffe\uffff\u{e0000}-\u{e007f}]/gu;

function hexadecimal(character: string): string {
  return (character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0');
}

/**
 * Text of any number of lines in which a job log finds no command. A log takes a line that begins with `::`, and `##[`
 * anywhere in one, for a command (actions/runner, ActionCommand.cs; Azure and TeamCity know `##vso[` and `##teamcity[`).
 * A space of no width ends that.
 */
export function withoutCommands(text: string): string {
  return text.replace(/##(?=\[|vso\[|teamcity\[)/gi, '#\u200b#').replace(/(^|\s)::/gm, '$1:\u200b:');
}

const ASCII: Record<string, string> = { '“': '"', '”': '"', '‘': "'", '’': "'", '…': '...', '–': '-', '—': '-' };

/** Without typographic signs, which plain terminals and logs may lack. Letters stay as they are. */
export function withPlainSigns(text: string): string {
  return text.replace(/[“”‘’…–—]/g, (sign) => ASCII[sign] as string);
}

/** Every text of a value made legible, but for the names of files, which a machine must find again. */
export function legibleTexts<T>(value: T): T {
  return textsChanged(value) as T;
}

// The shape stays the same, and only texts change, so the caller's type holds.
function textsChanged(value: unknown): unknown {
  if (typeof value === 'string') return legible(value);
  if (Array.isArray(value)) return value.map(textsChanged);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, inner]) => [name, name === 'file' ? inner : textsChanged(inner)]),
  );
}
