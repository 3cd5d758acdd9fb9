import { readdirSync } from 'node:fs';
import { loadConfig } from '../../engine/load/config.js';
import { matchingFiles, readSource } from '../../engine/load/files.js';
import { parseSource } from '../../engine/load/yaml.js';
import { packageRoot } from '../../engine/root.js';
import { registersOf } from '../support/judging.js';

/** A collection's records as a firm declares them, or its only one. */
export type Declarations = Record<string, unknown>;

export type PlainRecord = Record<string, unknown>;

/** What the fixture firms declare: records to start from, and the texts of their fields. */
export interface Examples {
  firms: Declarations[];
  /** By collection and path without indexes; the keys of a mapping under `path#`. */
  texts: Map<string, string[]>;
}

/** Reads the fixture firms, their registers among them. */
export async function readExamples(): Promise<Examples> {
  const firms: Declarations[] = [];
  const texts = new Map<string, Set<string>>();
  for (const name of readdirSync(`${packageRoot}fixtures`).sort()) {
    const root = `${packageRoot}fixtures/${name}`;
    const firm: Declarations = { ...(await registersOf(root)) };
    for (const path of await matchingFiles(root, (await loadConfig(root)).inventory)) {
      const source = readSource(root, path);
      const parsed = 'text' in source ? parseSource(source) : undefined;
      if (!parsed || 'problems' in parsed) throw new Error(`${root}/${path} cannot be read`);
      for (const [collection, content] of Object.entries(Object(parsed.value) as Declarations)) {
        const known = firm[collection];
        firm[collection] = Array.isArray(content) && Array.isArray(known) ? [...known, ...content] : content;
      }
    }
    firms.push(firm);
    for (const [collection, content] of Object.entries(firm)) gather(content, collection, texts);
  }
  return { firms, texts: new Map([...texts].map(([path, values]) => [path, [...values].sort().slice(0, 40)])) };
}

function gather(value: unknown, path: string, texts: Map<string, Set<string>>): void {
  const keep = (at: string, text: string): void => {
    texts.set(at, (texts.get(at) ?? new Set()).add(text));
  };
  if (typeof value === 'string') keep(path, value);
  else if (Array.isArray(value)) for (const item of value) gather(item, path, texts);
  else if (typeof value === 'object' && value !== null) {
    for (const [key, item] of Object.entries(value)) {
      keep(`${path}#`, key);
      gather(item, `${path}.${key}`, texts);
    }
  }
}
