import { spawn, spawnSync } from 'node:child_process';
import { packageRoot } from '../root.js';
import type { CompilerRequest, CompilerResponse } from './compiler.js';

/**
 * Asks a compiler's program.
 * @param limitMs after which it is ended, in milliseconds; without one it takes its time
 * @throws where it ends without an answer
 */
export type AskNative = (request: CompilerRequest, limitMs?: number) => Promise<CompilerResponse>;

/**
 * The compiler's program built for this machine, where Go is at hand: several times as fast as the embedded one. For the
 * project's own long runs; nothing that a firm runs needs Go.
 * @param env what the program sees of the environment
 */
export function nativeCompiler(env: NodeJS.ProcessEnv = process.env): AskNative | undefined {
  const program = `${packageRoot}node_modules/.cache/privity-opa/opa${process.platform === 'win32' ? '.exe' : ''}`;
  const { status } = spawnSync('go', ['build', '-trimpath', '-buildvcs=false', '-o', program, '.'], {
    cwd: `${packageRoot}engine/compile/opa`,
    env: { ...process.env, CGO_ENABLED: '0', GOFLAGS: '-mod=readonly' },
    stdio: 'ignore',
  });
  return status === 0 ? (request, limitMs) => ask(program, env, request, limitMs) : undefined;
}

function ask(
  program: string,
  env: NodeJS.ProcessEnv,
  request: CompilerRequest,
  limitMs: number | undefined,
): Promise<CompilerResponse> {
  return new Promise((resolve, reject) => {
    const child = spawn(program, [], { env, timeout: limitMs, killSignal: 'SIGKILL' });
    const output: Buffer[] = [];
    const errors: Buffer[] = [];
    child.stdout.on('data', (data: Buffer) => output.push(data));
    child.stderr.on('data', (data: Buffer) => errors.push(data));
    child.stdin.on('error', reject);
    child.on('error', reject);
    child.on('close', (code) => {
      if (code === 0) resolve(JSON.parse(Buffer.concat(output).toString('utf8')) as CompilerResponse);
      else
        reject(new Error(`The compiler ended with ${code}: ${Buffer.concat(errors).toString('utf8').slice(0, 500)}`));
    });
    child.stdin.end(JSON.stringify(request));
  });
}
