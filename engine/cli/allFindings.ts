import { randomUUID } from 'node:crypto';
import { closeSync, openSync, writeSync } from 'node:fs';
import { open, rename } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { ndjsonLine } from '../../reports/ndjson.js';
import type { Finding } from '../generated/assessment.js';
import { sortedLines } from '../load/registers/sorted.js';
import { noted, removeTemporary, temporaryDirectory } from '../temporary.js';

/** Every finding of a run, also of those that the assessment does not keep: a million of them are not held in memory. */
export interface AllFindings {
  each(finding: Finding, rules: string): void;
  /** Writes them to a file, by id, whole or not at all. */
  writeTo(file: string): Promise<void>;
  /** Removes what was set aside. */
  discard(): Promise<void>;
}

const BUFFER = 1 << 20;

/** Sets findings aside on the disk as they come: with several threads, in no particular order. */
export async function collectFindings(): Promise<AllFindings> {
  const directory = await temporaryDirectory('findings');
  const unsorted = join(directory, 'unsorted.ndjson');
  const descriptor = openSync(unsorted, 'wx', 0o600);
  let isOpen = true;
  let buffer = '';
  const flush = (): void => {
    writeSync(descriptor, buffer);
    buffer = '';
  };
  const close = (): void => {
    if (isOpen) closeSync(descriptor);
    isOpen = false;
  };
  return {
    each(finding, rules) {
      buffer += ndjsonLine(finding, rules);
      if (buffer.length > BUFFER) flush();
    },
    async writeTo(file) {
      flush();
      close();
      const temporary = noted(join(dirname(file), `.${randomUUID()}.findings.tmp`));
      try {
        const target = await open(temporary, 'wx');
        try {
          // A line begins with the finding's id, so that the order of lines is that of ids.
          for await (const lines of sortedLines(unsorted, directory)) await target.write(`${lines.join('\n')}\n`);
          await target.sync();
        } finally {
          await target.close();
        }
        await rename(temporary, file);
      } finally {
        await removeTemporary(temporary);
      }
    },
    async discard() {
      close();
      await removeTemporary(directory);
    },
  };
}
