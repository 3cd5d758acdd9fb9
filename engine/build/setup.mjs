// Installs and builds, if and only if something changed. Only Node's own modules: it runs on a fresh clone.
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, lstatSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../../', import.meta.url));
const INPUTS = ['engine', 'reports', 'test', 'schemas', 'policies', 'package.json', 'tsconfig.json'];

/** Makes node_modules and dist match the sources. */
export function setup() {
  const [major, minor] = process.versions.node.split('.').map(Number);
  if (major < 20 || (major === 20 && minor < 19)) {
    console.error(`Privity needs Node 20.19 or later; this is ${process.versions.node}.`);
    process.exit(2);
  }
  step('node_modules/.privity', digestOf(['package-lock.json']), 'Installing packages', () => {
    // npm ci empties what stands there: through a link it would empty somebody else's folder.
    if (lstatSync(join(root, 'node_modules'), { throwIfNoEntry: false })?.isSymbolicLink()) {
      console.error(
        'node_modules is a link, and its packages are not those of package-lock.json. Remove the link, or install where it leads.',
      );
      process.exit(2);
    }
    // On Windows npm is a .cmd file, which only a shell starts; the arguments are fixed.
    execFileSync('npm', ['ci', '--include=dev', '--no-audit', '--no-fund'], {
      cwd: root,
      stdio: ['ignore', 2, 2],
      shell: process.platform === 'win32',
    });
  });
  step('dist/.privity', digestOf(INPUTS), 'Building', () => {
    execFileSync(process.execPath, [join(root, 'engine/build/build.mjs')], { cwd: root, stdio: ['ignore', 2, 2] });
  });
}

function step(stamp, digest, title, run) {
  const file = join(root, stamp);
  if (existsSync(file) && readFileSync(file, 'utf8') === digest) return;
  console.error(`${title} …`);
  try {
    run();
  } catch {
    // What went wrong has been printed already.
    console.error(`${title} failed.`);
    process.exit(2);
  }
  writeFileSync(file, digest);
}

function digestOf(inputs) {
  const hash = createHash('sha256').update(process.version);
  for (const input of inputs) addTo(hash, input);
  return hash.digest('hex');
}

function addTo(hash, path) {
  const full = join(root, path);
  if (!existsSync(full)) return;
  if (!statSync(full).isDirectory()) {
    hash.update(`${path}\0`).update(readFileSync(full));
    return;
  }
  for (const entry of readdirSync(full).sort()) {
    if (!path.endsWith('generated')) addTo(hash, `${path}/${entry}`);
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) setup();
