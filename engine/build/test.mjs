// `npm test`: makes the build match the sources, then runs every test. Arguments: words that a test's title must hold.
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { setup } from './setup.mjs';

setup();
const { default: Mocha } = await import('mocha');
const root = fileURLToPath(new URL('../../', import.meta.url));
const words = process.argv.slice(2);
const mocha = new Mocha({
  timeout: 120_000,
  slow: 5_000,
  reporter: process.env.CI ? 'dot' : 'spec',
  ...(words.length > 0 ? { grep: words.join(' ') } : {}),
});
const files = readdirSync(join(root, 'dist/test'), { recursive: true }).filter((file) =>
  String(file).endsWith('.test.js'),
);
for (const file of files.sort()) mocha.addFile(join(root, 'dist/test', String(file)));
await mocha.loadFilesAsync();
const runner = mocha.run((failures) => {
  const { passes, pending } = runner.stats;
  console.log(`${passes} passed, ${failures} failed${pending > 0 ? `, ${pending} skipped` : ''}`);
  process.exit(failures > 0 || passes === 0 ? 1 : 0);
});
