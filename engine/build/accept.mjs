// `npm run accept`: takes today's verdicts on the fixture firms as the expected ones. Read the difference before you commit it.
import { spawnSync } from 'node:child_process';
import { readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { setup } from './setup.mjs';

setup();
const root = fileURLToPath(new URL('../../', import.meta.url));
for (const firm of readdirSync(join(root, 'fixtures'))) {
  const { stdout, stderr, status } = spawnSync(
    process.execPath,
    ['dist/bin/privity.js', 'check', `fixtures/${firm}`, '--as-of', '2026-11-22', '--format', 'json'],
    { cwd: root, encoding: 'utf8', maxBuffer: 1 << 28 },
  );
  if (status === 2 || stdout === '') throw new Error(`${firm}: ${stderr}`);
  writeFileSync(join(root, 'fixtures', firm, 'expected-assessment.json'), stdout);
  console.log(firm);
}
