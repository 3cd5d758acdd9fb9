import { EVENT_ID, type Event, getScalarValue, parseEvents, SCALAR_STYLE } from 'js-yaml';
import type { Place } from '../problems.js';
import type { SourceText } from './files.js';

/** A way into a parsed file: keys of mappings and indexes of lists. */
export type Path = readonly (string | number)[];

interface SourceNode {
  start: number;
  /** Where the entry of a mapping begins (its key), else where the value does. */
  keyStart: number;
  children?: Map<string | number, SourceNode>;
  /** The children in the order of the text, made when a value is looked for by its offset. */
  ordered?: [string | number, SourceNode][];
}

// Positions cost 2 to 6 times the plain parse, so a file is read for them only when one is asked for, and then once.
const trees = new WeakMap<SourceText, SourceNode>();

/** The place of a value: for the entry of a mapping, of its key; of what is absent, of the nearest thing around it. */
export function placeOf(source: SourceText, path: Path): Place {
  return placeAtOffset(source, offsetOf(source, path));
}

/** The offset of a value, as `placeOf` has it. */
export function offsetOf(source: SourceText, path: Path): number {
  let node = treeOf(source);
  for (const step of path) {
    // The key of a mapping may look like a number.
    const child = node.children?.get(step) ?? node.children?.get(String(step));
    if (!child) break;
    node = child;
  }
  return node.keyStart;
}

/** The way to what stands at an offset: the innermost value that begins at or before it. */
export function pathAt(source: SourceText, offset: number): Path {
  const path: (string | number)[] = [];
  let node = treeOf(source);
  for (;;) {
    node.ordered ??= [...(node.children ?? [])].sort(([, a], [, b]) => a.keyStart - b.keyStart);
    let [low, high] = [0, node.ordered.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((node.ordered[middle] as [unknown, SourceNode])[1].keyStart <= offset) low = middle + 1;
      else high = middle;
    }
    const inner = node.ordered[low - 1];
    if (!inner) return path;
    path.push(inner[0]);
    node = inner[1];
  }
}

/** Line and column (from 1, in code points) of an offset. */
export function placeAtOffset(source: SourceText, offset: number): Place {
  const before = source.text.slice(0, offset);
  const lineStart = before.lastIndexOf('\n') + 1;
  let line = 1;
  for (let at = before.indexOf('\n'); at !== -1; at = before.indexOf('\n', at + 1)) line += 1;
  return { file: source.path, line, column: [...before.slice(lineStart)].length + 1 };
}

function treeOf(source: SourceText): SourceNode {
  const known = trees.get(source);
  if (known) return known;
  const tree = readTree(source.text);
  trees.set(source, tree);
  return tree;
}

function readTree(text: string): SourceNode {
  const empty: SourceNode = { start: 0, keyStart: 0 };
  let events: Event[];
  try {
    events = parseEvents(text, { maxDepth: 200 });
  } catch {
    return empty;
  }
  const anchors = new Map<string, SourceNode>();
  let at = 0;

  const readNode = (): SourceNode | undefined => {
    const event = events[at];
    at += 1;
    if (event === undefined || event.type === EVENT_ID.POP) return undefined;
    if (event.type === EVENT_ID.ALIAS) {
      const target = anchors.get(text.slice(event.anchorStart, event.anchorEnd));
      return { ...(target ?? empty), start: event.anchorStart, keyStart: event.anchorStart };
    }
    if (event.type === EVENT_ID.SCALAR) {
      const quoted = event.style === SCALAR_STYLE.SINGLE_QUOTED || event.style === SCALAR_STYLE.DOUBLE_QUOTED;
      const start = event.valueStart - (quoted ? 1 : 0);
      return remember(event, { start, keyStart: start });
    }
    if (event.type === EVENT_ID.DOCUMENT) return undefined;
    const node: SourceNode = { start: event.start, keyStart: event.start, children: new Map() };
    if (event.type === EVENT_ID.SEQUENCE) readItems(node);
    else readEntries(node);
    return remember(event, node);
  };

  const remember = (event: { anchorStart: number; anchorEnd: number }, node: SourceNode): SourceNode => {
    if (event.anchorStart >= 0) anchors.set(text.slice(event.anchorStart, event.anchorEnd), node);
    return node;
  };

  const readItems = (node: SourceNode): void => {
    for (let index = 0; ; index += 1) {
      const item = readNode();
      if (!item) return;
      node.children?.set(index, item);
    }
  };

  const readEntries = (node: SourceNode): void => {
    for (;;) {
      const keyEvent = events[at];
      const key = readNode();
      if (!key || keyEvent === undefined) return;
      const value = readNode();
      const name = keyEvent.type === EVENT_ID.SCALAR ? getScalarValue(text, keyEvent) : '';
      node.children?.set(name, { ...(value ?? empty), keyStart: key.start });
    }
  };

  while (at < events.length && events[at]?.type === EVENT_ID.DOCUMENT) at += 1;
  return readNode() ?? empty;
}
