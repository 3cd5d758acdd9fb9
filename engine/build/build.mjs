// Generates what follows from the schemas, compiles TypeScript, then the built-in rules with the embedded compiler.
import { spawnSync } from 'node:child_process';
import { cpSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

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
  await bundle();
  node('dist/engine/build/packs.js');
}

// The command and the two kinds of worker, each in one file: finding and reading some two hundred modules took longer than
// judging a small firm. DuckDB stays outside: it is loaded only where a register needs it.
async function bundle() {
  rmSync(join(root, 'dist/bin'), { recursive: true, force: true });
  await build({
    entryPoints: {
      privity: join(root, 'dist/engine/cli/main.js'),
      judging: join(root, 'dist/engine/evaluate/worker.js'),
      compiling: join(root, 'dist/engine/compile/compilerWorker.js'),
    },
    outdir: join(root, 'dist/bin'),
    bundle: true,
    splitting: true,
    format: 'esm',
    platform: 'node',
    target: 'node20',
    sourcemap: true,
    keepNames: true,
    minifySyntax: true,
    minifyWhitespace: true,
    external: ['@duckdb/node-api'],
    // CommonJS packages among the bundled ones ask for Node's modules with require.
    banner: {
      js: "import { createRequire as privityRequire } from 'node:module'; const require = privityRequire(import.meta.url);",
    },
    logLevel: 'warning',
  });
}
