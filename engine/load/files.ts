import { lstatSync, readFileSync, realpathSync } from 'node:fs';
import { isAbsolute, join, relative, resolve, sep } from 'node:path';
import { glob } from 'tinyglobby';
import type { Problem } from '../problems.js';

/** The largest file that is read, in bytes, and what to say of a larger one. */
export interface SizeLimit {
  bytes: number;
  message: string;
}

/** Declarations: larger things are registers. */
const LARGEST_DECLARATION: SizeLimit = {
  bytes: 64 * 1024 * 1024,
  message: 'This file is larger than 64 MB. Declare large registers under `registers` in privity.yaml.',
};

/** A text file of the firm's repository. `path` is relative to the firm's directory, with forward slashes. */
export interface SourceText {
  path: string;
  text: string;
}

/** The files below `root` that match the patterns, sorted. */
export async function matchingFiles(root: string, patterns: readonly string[]): Promise<string[]> {
  const found = await glob([...patterns], {
    cwd: root,
    onlyFiles: true,
    // Links are found, so that one that leads outside is refused in words rather than passed over in silence.
    followSymbolicLinks: true,
    dot: false,
    expandDirectories: false,
    ignore: ['**/node_modules/**'],
  });
  return found.map((path) => path.split(sep).join('/')).sort(byCodeUnits);
}

/** Order that no locale changes. */
export function byCodeUnits(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** Why a pattern cannot be used, or undefined: it must stay below the firm's directory. */
export function patternProblem(pattern: string): string | undefined {
  if (isAbsolute(pattern) || /^[A-Za-z]:/.test(pattern)) return 'must be relative to the directory of privity.yaml';
  if (pattern.split(/[\\/]/).includes('..')) return 'must stay below the directory of privity.yaml';
  return undefined;
}

/**
 * Reads a file below `root` as UTF-8 text, without a byte order mark and with `\n` line ends. A link whose target lies
 * outside `root` is refused: the repository's own word is no permission to read elsewhere.
 */
export function readSource(root: string, path: string, largest: SizeLimit = LARGEST_DECLARATION): SourceText | Problem {
  const refuse = (message: string): Problem => ({ place: { file: path }, message });
  try {
    // Links are resolved first, and what is read is what was looked at. Small files are read soonest one by one: a
    // promise for each step cost more than the steps.
    const target = realpathSync.native(resolve(root, path));
    if (!isBelow(realpathSync.native(root), target)) {
      return refuse('This link leads outside the directory and is not followed. Put the file itself here.');
    }
    const information = lstatSync(target);
    if (!information.isFile()) return refuse('This is not a file.');
    if (information.size > largest.bytes) return refuse(largest.message);
    return { path, text: decode(readFileSync(target)) };
  } catch (error) {
    if (error instanceof NotText) return refuse(error.message);
    return refuse(`This file could not be read (${(error as NodeJS.ErrnoException).code ?? 'unknown reason'}).`);
  }
}

class NotText extends Error {}

const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: false });

function decode(bytes: Uint8Array): string {
  let text: string;
  try {
    text = utf8.decode(bytes);
  } catch {
    throw new NotText('This file is not UTF-8 text. Save it as UTF-8.');
  }
  if (text.includes('\u0000')) throw new NotText('This file holds binary data, not text.');
  return text.includes('\r') ? text.replaceAll('\r\n', '\n').replaceAll('\r', '\n') : text;
}

/** Whether a path lies in a directory or is that itself; both real paths, with their links resolved. */
export function isBelow(root: string, target: string): boolean {
  const path = relative(root, target);
  return path === '' || (!path.startsWith(`..${sep}`) && path !== '..' && !isAbsolute(path));
}

/** The full path of a file below `root`; for writing and for messages. */
export function below(root: string, path: string): string {
  return join(root, path);
}
