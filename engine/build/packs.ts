import { mkdir, writeFile } from 'node:fs/promises';
import { builtinSources, compilePolicies } from '../compile/policies.js';
import { problemText, UserError } from '../problems.js';
import { packageRoot } from '../root.js';

/** Compiles the built-in rules into `dist/policies`. */
try {
  const { wasm, ...rest } = await compilePolicies(await builtinSources());
  await mkdir(`${packageRoot}dist/policies`, { recursive: true });
  await writeFile(`${packageRoot}dist/policies/policies.wasm`, wasm);
  await writeFile(`${packageRoot}dist/policies/policies.json`, `${JSON.stringify(rest, null, 1)}\n`);
  process.stdout.write(`${rest.controls.length} controls, ${Math.round(wasm.length / 1024)} KB of WebAssembly\n`);
} catch (error) {
  if (!(error instanceof UserError)) throw error;
  for (const problem of error.problems) process.stderr.write(`${problemText(problem)}\n`);
  process.exitCode = 1;
}
