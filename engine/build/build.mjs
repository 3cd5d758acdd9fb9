// Generates what follows from the schemas, compiles TypeScript, then the built-in rules with the embedded compiler.
import { spawnSync } from 'node:child_process';
import { cpSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../../', import.meta.url));
const node = (script, ...args) => {
  const { status } = spawnSync(process.execPath, [join(root, script), ...args], { cwd: root, stdio: 'inherit' });
  if (status !== 0) process.exit(status ?? 1);
};

node('engine/build/generate.mjs');
if (!process.argv.includes('--generate-only')) {
  rmSync(join(root, 'dist/test'), { recursive: true, force: true });
  node('node_modules/typescript/bin/tsc', '-p', '.');
  for (const file of readdirSync(join(root, 'engine/generated')).filter((name) => name.endsWith('.js'))) {
    cpSync(join(root, 'engine/generated', file), join(root, 'dist/engine/generated', file));
  }
  node('dist/engine/build/packs.js');
}
