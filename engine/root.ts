import { existsSync } from 'node:fs';
import { fileURLToPath, pathToFileURL } from 'node:url';

/** The directory of the package itself, with a trailing separator: code runs from `dist/engine`, or bundled from `dist/bin`. */
export const packageRoot = rootAbove(new URL('.', import.meta.url));

function rootAbove(folder: URL): string {
  const above = new URL('..', folder);
  if (existsSync(new URL('package.json', folder)) || above.href === folder.href) return fileURLToPath(folder);
  return rootAbove(above);
}

/** The script of a worker thread, bundled when the package is built: a thread then loads one file instead of fifty. */
export function workerScript(name: 'judging' | 'compiling'): URL {
  return pathToFileURL(`${packageRoot}dist/bin/${name}.js`);
}
