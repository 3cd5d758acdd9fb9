import { readFile } from 'node:fs/promises';
import type { ControlPage, PageBlock } from '../generated/explanation.js';
import { packageRoot } from '../root.js';
import type { Control } from './catalogue.js';

/**
 * The page that stands beside a control's rule, as plain text; undefined where there is none.
 * @param ownPage the text beside the rule of a firm's own
 */
export async function pageOf({ file, own }: Control, ownPage?: string): Promise<ControlPage | undefined> {
  if (own) return ownPage === undefined ? undefined : parsedPage(ownPage);
  try {
    return parsedPage(await readFile(packageRoot + file.replace(/\.rego$/, '.md'), 'utf8'));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
}

/**
 * Reads a page as far as pages of controls use Markdown: a title, paragraphs, sections that begin with bold words
 * (`**Looks at** every system …`), lists, tables, and fenced examples.
 */
export function parsedPage(text: string): ControlPage {
  const page: ControlPage = { intro: [], sections: [] };
  for (const chunk of chunksOf(text.replaceAll('\r\n', '\n'))) {
    if (chunk.startsWith('# ')) continue;
    const begun = /^\*\*([^*]+?)\.?\*\*\s*([\s\S]*)$/.exec(chunk);
    if (begun) page.sections.push({ title: begun[1] as string, blocks: blocksOf(begun[2] as string) });
    else if (page.sections.length === 0) page.intro.push(...blocksOf(chunk).map(introText));
    else page.sections.at(-1)?.blocks.push(...blocksOf(chunk));
  }
  return page;
}

/** Parts of a text between empty lines; a fenced example is one part, its empty lines included. */
function chunksOf(text: string): string[] {
  return text
    .split(/^(```[^\n]*\n[\s\S]*?^```)[^\S\n]*$/m)
    .flatMap((part) => (part.startsWith('```') ? [part] : part.split(/\n\s*\n/)))
    .map((chunk) => (chunk.startsWith('```') ? chunk : chunk.trim()))
    .filter((chunk) => chunk !== '');
}

function blocksOf(chunk: string): PageBlock[] {
  if (chunk === '') return [];
  if (chunk.startsWith('```')) {
    return [{ kind: 'example', text: chunk.replace(/^```[^\n]*\n/, '').replace(/\n?```$/, '') }];
  }
  if (chunk.startsWith('|')) return [tableOf(chunk.split('\n'))];
  const blocks: { kind: 'text' | 'item'; text: string }[] = [];
  for (const line of chunk.split('\n')) {
    const last = blocks.at(-1);
    if (line.startsWith('- ')) blocks.push({ kind: 'item', text: line.slice(2) });
    else if (last) last.text += ` ${line.trim()}`;
    else blocks.push({ kind: 'text', text: line.trim() });
  }
  return blocks.map(({ kind, text }) => ({ kind, text: plain(text) }));
}

function tableOf(lines: readonly string[]): PageBlock {
  const [head = [], , ...rows] = lines.map((line) =>
    line
      .trim()
      .replace(/^\||\|$/g, '')
      .split(/(?<!\\)\|/)
      .map((cell) => plain(cell.replaceAll('\\|', '|').trim())),
  );
  return { kind: 'table', head, rows };
}

function introText(block: PageBlock): string {
  return block.kind === 'table' ? block.rows.flat().join(' ') : block.text;
}

/** Without the marks of bold words; what is code stands in quotation marks. */
function plain(text: string): string {
  return text.replaceAll('**', '').replace(/`([^`]*)`/g, '"$1"');
}
