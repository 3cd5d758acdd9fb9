import { join, resolve } from 'node:path';
import { legible } from '../../reports/legible.js';
import { plural } from '../../reports/words.js';
import { askCompiler } from '../compile/compiler.js';
import { inFirmsWords } from '../compile/own.js';
import { loadConfig } from '../load/config.js';
import { loadRules } from '../load/rules.js';
import { UserError } from '../problems.js';
import { print, writeFiles } from './output.js';

export interface FormatArguments {
  dir: string;
  check: boolean;
}

/** Formats a firm's own rules and their tests as OPA does. With `check`, says which would change, and exits 1. */
export async function fmt({ dir, check }: FormatArguments): Promise<void> {
  const root = resolve(dir);
  const { rules, tests } = await loadRules(root, await loadConfig(root));
  const sources = [...rules, ...tests];
  const { formatted = {}, problems } = await askCompiler({
    op: 'format',
    modules: Object.fromEntries(sources.map(({ path, text }) => [path, text])),
  });
  if (problems) throw new UserError(problems.map(inFirmsWords), 'Nothing was formatted.');
  const changed = sources.filter(({ path, text }) => (formatted[path] ?? text) !== text).map(({ path }) => path);
  if (!check) await writeFiles(changed.map((path) => ({ file: join(root, path), text: formatted[path] as string })));
  const said = check ? 'would change' : 'formatted';
  const summary = `${plural(sources.length, 'file')} of rules, ${changed.length} ${said}.`;
  await print(`${[...changed.map((path) => legible(path)), summary].join('\n')}\n`, process.stdout);
  process.exitCode = check && changed.length > 0 ? 1 : 0;
}
