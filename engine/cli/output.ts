import { randomUUID } from 'node:crypto';
import { chmod, open, realpath, rename, stat, writeFile } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import type { FormatName } from '../../reports/formatNames.js';
import { formats } from '../../reports/formats.js';
import { nearest } from '../load/validate.js';
import { type Problem, UserError } from '../problems.js';
import { noted, removeTemporary } from '../temporary.js';

/** What is to be written: a format, into a file or onto standard output. */
export interface Output {
  format: FormatName;
  file?: string;
}

const NAMES = Object.keys(formats) as FormatName[];
const NOT_WRITTEN = 'The findings were judged, and not written.';

/**
 * The outputs that `--format` asks for: `pretty`, `sarif=out.sarif`, or several with commas between them.
 * @param cwd the directory that files are relative to
 * @throws UserError for an unknown format, a file named twice, or two formats on standard output
 */
export function outputsOf(given: readonly string[], cwd: string): Output[] {
  const outputs = given.flatMap((text) => text.split(',')).map((text) => outputOf(text.trim(), cwd));
  const printed = outputs.filter(({ file }) => file === undefined);
  if (printed.length > 1) {
    const [first, second] = printed.map(({ format }) => format);
    throw new UserError(
      `--format: ${first} and ${second} cannot both be printed. Give one of them a file, as in ${second}=FILE.`,
    );
  }
  for (const [index, { file }] of outputs.entries()) {
    if (file !== undefined && outputs.findIndex((other) => other.file === file) < index) {
      throw new UserError(`--format: two outputs name the file ${file}. Give each a file of its own.`);
    }
  }
  return outputs;
}

function outputOf(text: string, cwd: string): Output {
  const split = text.indexOf('=');
  const name = split === -1 ? text : text.slice(0, split);
  const format = NAMES.find((known) => known === name);
  if (format === undefined) {
    const near = nearest(name, NAMES);
    const meant = near === undefined ? '' : ` Did you mean ${near}?`;
    throw new UserError(`--format: there is no format "${name}".${meant} There are ${NAMES.join(', ')}.`);
  }
  if (split === -1) return { format };
  const file = text.slice(split + 1);
  if (file === '') throw new UserError(`--format: say which file ${format} goes to, as in ${format}=FILE.`);
  return { format, file: resolve(cwd, file) };
}

/** A file and its whole text. */
export interface WrittenFile {
  file: string;
  text: string;
}

/**
 * Writes files whole or not at all: each beside its place first, and moved there when all of them stand complete on the
 * disk. Where one cannot be written, every file is what it was before.
 * @throws UserError
 */
export async function writeFiles(files: readonly WrittenFile[]): Promise<void> {
  const written: { temporary: string; target: string; file: string }[] = [];
  try {
    for (const { file, text } of files) {
      await orProblem(file, async () => {
        const { target, mode } = await targetOf(file);
        if (mode === 'device') {
          await writeFile(target, text);
          return;
        }
        const temporary = noted(join(dirname(target), `.${basename(target)}.${randomUUID()}.tmp`));
        written.push({ temporary, target, file });
        await writeThrough(temporary, text, mode);
      });
    }
    for (const { temporary, target, file } of written) await orProblem(file, () => rename(temporary, target));
  } finally {
    await Promise.all(written.map(({ temporary }) => removeTemporary(temporary)));
  }
}

/** Where a file's text goes, through links, and the permissions of what stands there. What is no plain file, such as /dev/null, must not be replaced by one. */
async function targetOf(file: string): Promise<{ target: string; mode: number | 'device' | undefined }> {
  try {
    const target = await realpath(file);
    const known = await stat(target);
    if (known.isDirectory()) throw Object.assign(new Error('a directory'), { code: 'EISDIR' });
    return { target, mode: known.isFile() ? known.mode & 0o777 : 'device' };
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return { target: file, mode: undefined };
    throw error;
  }
}

async function writeThrough(file: string, text: string, mode: number | undefined): Promise<void> {
  const handle = await open(file, 'wx');
  try {
    await handle.writeFile(text);
    await handle.sync();
  } finally {
    await handle.close();
  }
  if (mode !== undefined) await chmod(file, mode);
}

/**
 * Prints a text. A reader that has gone away (`privity check | head`) is no trouble.
 * @throws UserError where standard output takes no more, such as a file on a full disk
 */
export function print(text: string, stream: NodeJS.WriteStream): Promise<void> {
  return new Promise((done, failed) => {
    const onError = (error: NodeJS.ErrnoException) => {
      if (error.code === 'EPIPE') done();
      else failed(new UserError(`What was judged could not be printed: ${reasonOf(error)}.`, NOT_WRITTEN));
    };
    stream.on('error', onError);
    stream.write(text, (error) => {
      if (error) onError(error);
      else done();
    });
  });
}

/** Runs what writes a file; what goes wrong is a sentence with a remedy. @throws UserError */
export async function orProblem(file: string, write: () => Promise<void>): Promise<void> {
  try {
    await write();
  } catch (error) {
    const problem: Problem = { place: { file }, message: `This file cannot be written: ${reasonOf(error)}.` };
    throw new UserError([problem], NOT_WRITTEN);
  }
}

const REASONS: Record<string, string> = {
  ENOENT: 'its directory does not exist. Create it first',
  ENOTDIR: 'its directory is a file',
  EISDIR: 'a directory stands in its place',
  EACCES: 'you may not write there',
  EPERM: 'you may not write there',
  EROFS: 'nothing can be written to this disk',
  ENOSPC: 'the disk is full',
  EDQUOT: 'your share of the disk is full',
  EFBIG: 'it would be larger than a file may be here',
  ENAMETOOLONG: 'its name is too long',
  ELOOP: 'its links lead round in a circle',
};

function reasonOf(error: unknown): string {
  const { code = '', message } = error as NodeJS.ErrnoException;
  return REASONS[code] ?? message;
}
