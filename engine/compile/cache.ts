import { createHash, randomBytes } from 'node:crypto';
import { lstat, mkdir, open, readdir, readFile, rename, rm, utimes } from 'node:fs/promises';
import { homedir } from 'node:os';
import { isAbsolute, join } from 'node:path';

/** What is kept of compiled rules: their catalogue as text, and the WebAssembly. */
export interface CacheEntry {
  text: string;
  wasm: Uint8Array;
}

const KEPT = 20;
const STALE = 60 * 60 * 1000;
const ENDING = '.rules';
const UNFINISHED = '.unfinished';

/**
 * The user's own cache directory, as each system has it; PRIVITY_CACHE_DIR overrides it.
 * @returns undefined where the system names none
 */
export function userCacheDirectory(
  env: NodeJS.ProcessEnv = process.env,
  platform: NodeJS.Platform = process.platform,
  home: string = homedir(),
): string | undefined {
  const named = (name: string): string | undefined => (env[name] === '' ? undefined : env[name]);
  const given = named('PRIVITY_CACHE_DIR');
  if (given !== undefined) return given;
  if (platform === 'win32') {
    const local = named('LOCALAPPDATA');
    return local === undefined ? undefined : join(local, 'privity', 'cache');
  }
  const xdg = named('XDG_CACHE_HOME');
  // A relative XDG_CACHE_HOME is to be ignored (XDG Base Directory Specification).
  if (xdg !== undefined && isAbsolute(xdg)) return join(xdg, 'privity');
  if (!isAbsolute(home)) return undefined;
  return platform === 'darwin' ? join(home, 'Library', 'Caches', 'privity') : join(home, '.cache', 'privity');
}

/**
 * The entry of a key. One that is cut off, altered, kept under another key or by another user is discarded.
 * @param key hexadecimal digest of everything that the entry depends on
 */
export async function readCached(directory: string, key: string): Promise<CacheEntry | undefined> {
  const file = join(directory, key + ENDING);
  try {
    const status = await lstat(file);
    if (!status.isFile() || !isOwn(status.uid)) return undefined;
    const entry = decoded(key, await readFile(file));
    if (!entry) {
      await rm(file, { force: true });
      return undefined;
    }
    // What was used last is kept longest.
    const now = new Date();
    await utimes(file, now, now).catch(() => undefined);
    return entry;
  } catch (error) {
    // A cache that cannot be read costs time, nothing else.
    if (!isFileError(error)) throw error;
    return undefined;
  }
}

/**
 * Keeps an entry. It is written under a name of its own and then renamed, so that no run ever sees half of it: neither
 * beside this one, nor after this one was killed. Where the directory cannot be written, nothing is kept.
 */
export async function writeCached(directory: string, key: string, entry: CacheEntry): Promise<void> {
  const unfinished = join(directory, `${key}.${process.pid}.${randomBytes(6).toString('hex')}${UNFINISHED}`);
  try {
    await mkdir(directory, { recursive: true, mode: 0o700 });
    const handle = await open(unfinished, 'wx', 0o600);
    try {
      await handle.writeFile(encoded(key, entry));
      await handle.sync();
    } finally {
      await handle.close();
    }
    await rename(unfinished, join(directory, key + ENDING));
    await prune(directory);
  } catch (error) {
    if (!isFileError(error)) throw error;
    await rm(unfinished, { force: true }).catch(() => undefined);
  }
}

/** Leaves the entries used last, and removes what runs that were killed have left. */
async function prune(directory: string): Promise<void> {
  const entries: { file: string; used: number }[] = [];
  for (const name of await readdir(directory)) {
    const file = join(directory, name);
    if (!name.endsWith(ENDING) && !name.endsWith(UNFINISHED)) continue;
    // Another run may have removed it meanwhile.
    const used = await lstat(file).then(
      ({ mtimeMs }) => mtimeMs,
      () => undefined,
    );
    if (used === undefined) continue;
    if (name.endsWith(ENDING)) entries.push({ file, used });
    else if (Date.now() - used > STALE) await rm(file, { force: true });
  }
  entries.sort((a, b) => b.used - a.used);
  for (const { file } of entries.slice(KEPT)) await rm(file, { force: true });
}

function isFileError(error: unknown): boolean {
  return error instanceof Error && (error as NodeJS.ErrnoException).syscall !== undefined;
}

// An entry that another user has placed in a shared directory would decide what is judged.
function isOwn(uid: number): boolean {
  return process.getuid === undefined || uid === process.getuid();
}

// One line with the digest of the rest, one with the text, then the WebAssembly.
function encoded(key: string, { text, wasm }: CacheEntry): Uint8Array {
  const body = Buffer.concat([Buffer.from(`${text}\n`), wasm]);
  return Buffer.concat([Buffer.from(`${digestOf(key, body)}\n`), body]);
}

function decoded(key: string, bytes: Buffer): CacheEntry | undefined {
  const header = bytes.indexOf('\n');
  const body = bytes.subarray(header + 1);
  if (header === -1 || bytes.subarray(0, header).toString('latin1') !== digestOf(key, body)) return undefined;
  const end = body.indexOf('\n');
  if (end === -1) return undefined;
  return { text: body.subarray(0, end).toString('utf8'), wasm: body.subarray(end + 1) };
}

function digestOf(key: string, body: Uint8Array): string {
  return createHash('sha256').update(`${key}\n`).update(body).digest('hex');
}
