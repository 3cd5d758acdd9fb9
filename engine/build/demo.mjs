// `npm run demo`: everything installed and built, and a verdict on a fixture firm.
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { setup } from './setup.mjs';

setup();
const root = fileURLToPath(new URL('../../', import.meta.url));
const { status } = spawnSync(
  process.execPath,
  ['dist/bin/privity.js', 'check', 'fixtures/harbour-family-law', '--as-of', '2026-11-22', ...process.argv.slice(2)],
  { cwd: root, stdio: 'inherit' },
);
// Findings are what the demo is about: only a run that could not judge has failed.
process.exitCode = status === 2 ? 2 : 0;
