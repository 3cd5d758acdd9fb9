// `npm run soak`: builds where needed, then compares the two engines on generated inventories; see test/soak/soak.ts. Where
// Go is at hand, OPA runs natively, some ten times faster than the embedded compiler; OPA=embedded asks for that one.
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { setup } from './setup.mjs';

setup();
const root = fileURLToPath(new URL('../../', import.meta.url));
const program = process.env.OPA === 'embedded' ? undefined : nativeProgram();
const { status } = spawnSync(process.execPath, [join(root, 'dist/test/soak/soak.js')], {
  cwd: root,
  stdio: 'inherit',
  env: { ...process.env, ...(program === undefined ? {} : { OPA_PROGRAM: program }) },
});
process.exitCode = status ?? 1;

function nativeProgram() {
  const output = join(root, `dist/opa${process.platform === 'win32' ? '.exe' : ''}`);
  const { status: built } = spawnSync('go', ['build', '-mod=readonly', '-o', output, '.'], {
    cwd: join(root, 'engine/compile/opa'),
    stdio: ['ignore', 'ignore', 'ignore'],
  });
  return built === 0 ? output : undefined;
}
