import type { Outcome } from '../../engine/generated/assessment.js';
import type { Explanation, PageBlock } from '../../engine/generated/explanation.js';
import type { Page } from '../page.js';

export function blocksOf(words: Explanation['page'], title: string): PageBlock[] {
  return (words?.sections ?? []).filter((section) => section.title === title).flatMap(({ blocks }) => blocks);
}

/** A label, and below it what it stands for. */
export function labelled(label: string, blocks: readonly PageBlock[], page: Page): string[] {
  if (blocks.length === 0) return [];
  return [...page.prose(`${label}:`, 2), ...blocks.flatMap((block) => blockLines(block, page, 4))];
}

export function blockLines(block: PageBlock, page: Page, indent: number): string[] {
  if (block.kind === 'text') return page.prose(block.text, indent);
  if (block.kind === 'item') return page.prose(`- ${block.text}`, indent, 2);
  if (block.kind === 'example') return page.verbatim(block.text, indent);
  return block.rows.flatMap((cells) => page.prose(rowText(block.head, cells), indent, 4));
}

/** `never recorded: no consent …`; of wider tables each cell after its heading. */
function rowText(head: readonly string[], [first = '', ...cells]: readonly string[]): string {
  if (cells.length < 2) return `${first}: ${cells.join('')}`;
  return `${first}: ${cells.map((cell, index) => `${head[index + 1] ?? ''} ${cell}`.trim()).join('; ')}`;
}

export function outcomeOf({ assessment, control }: Explanation): Outcome | undefined {
  return assessment?.outcomes.find((outcome) => outcome.control === control.id);
}
