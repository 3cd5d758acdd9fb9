// Builds the embedded compiler from engine/compile/opa with Go and compresses it. With --check: builds it and compares
// it with the committed one (uncompressed: compressors differ between versions).
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { brotliCompressSync, brotliDecompressSync, constants } from 'node:zlib';

const folder = fileURLToPath(new URL('../compile/opa/', import.meta.url));
const committed = join(folder, 'opa.wasm.br');
const record = join(folder, 'opa.json');
const output = mkdtempSync(join(tmpdir(), 'privity-opa-'));
try {
  execFileSync(
    'go',
    ['build', '-trimpath', '-buildvcs=false', '-ldflags=-s -w -buildid=', '-o', join(output, 'opa.wasm'), '.'],
    {
      cwd: folder,
      env: { ...process.env, GOOS: 'wasip1', GOARCH: 'wasm', CGO_ENABLED: '0', GOFLAGS: '-mod=readonly' },
      stdio: 'inherit',
    },
  );
  const built = readFileSync(join(output, 'opa.wasm'));
  const go = execFileSync('go', ['env', 'GOVERSION'], { encoding: 'utf8' }).trim();
  const digest = (bytes) => createHash('sha256').update(bytes).digest('hex');
  if (process.argv.includes('--check')) {
    // Another Go makes other bytes of the same source: only the recorded one can tell whether the committed file is fresh.
    const recorded = JSON.parse(readFileSync(record, 'utf8'));
    const [ours, theirs] = [digest(built), digest(brotliDecompressSync(readFileSync(committed)))];
    if (theirs !== recorded.sha256) {
      console.log(`opa.wasm is not what opa.json records: ${theirs}. Run npm run opa:build.`);
      process.exitCode = 1;
    } else if (go !== recorded.go) {
      console.log(`opa.wasm was built with ${recorded.go}, this is ${go}: it builds, and cannot be compared.`);
    } else if (ours !== theirs) {
      console.log(`opa.wasm is stale: built ${ours}, committed ${theirs}. Run npm run opa:build.`);
      process.exitCode = 1;
    } else console.log(`opa.wasm is fresh (${ours})`);
  } else {
    const compressed = brotliCompressSync(built, {
      params: {
        [constants.BROTLI_PARAM_QUALITY]: 11,
        [constants.BROTLI_PARAM_LGWIN]: 24,
        [constants.BROTLI_PARAM_SIZE_HINT]: built.length,
      },
    });
    writeFileSync(committed, compressed);
    writeFileSync(record, `${JSON.stringify({ go, sha256: digest(built) })}\n`);
    console.log(`${committed}: ${built.length} bytes, ${compressed.length} compressed, sha256 ${digest(built)}`);
  }
} finally {
  rmSync(output, { recursive: true, force: true });
}
