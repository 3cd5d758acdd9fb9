import { spawn } from 'node:child_process';
import { chmod, mkdir, mkdtemp, readdir, readFile, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';
import { readCached, userCacheDirectory, writeCached } from '../../engine/compile/cache.js';
import type { Assessment } from '../../engine/generated/assessment.js';
import { packageRoot } from '../../engine/root.js';
import { privity, withFirm } from '../support/firm.js';
import { firmWith } from '../support/ownRules.js';

const key = (digit: string): string => digit.repeat(64);
const entry = { text: '[{"id":"FIRM-001"}]', wasm: Uint8Array.from({ length: 5_000 }, (_, index) => index % 256) };

describe('compile: the cache of compiled rules', () => {
  let directory: string;
  beforeEach(async () => {
    directory = await mkdtemp(join(tmpdir(), 'privity-cache-'));
  });
  afterEach(() => rm(directory, { recursive: true, force: true }));

  const file = (of: string): string => join(directory, `${of}.rules`);
  const read = async (of: string) => {
    const found = await readCached(directory, of);
    return found && { text: found.text, wasm: Uint8Array.from(found.wasm) };
  };

  describe('one entry', () => {
    it('is read as it was written, and by its owner alone', async () => {
      const below = join(directory, 'new');
      await writeCached(below, key('a'), entry);
      const found = await readCached(below, key('a'));
      expect(found && { text: found.text, wasm: Uint8Array.from(found.wasm) }).to.deep.equal(entry);
      if (process.platform === 'win32') return;
      expect((await stat(join(below, `${key('a')}.rules`))).mode & 0o777).to.equal(0o600);
      expect((await stat(below)).mode & 0o777).to.equal(0o700);
    });

    it('leaves no other file', async () => {
      await writeCached(directory, key('a'), entry);
      expect(await readdir(directory)).to.deep.equal([`${key('a')}.rules`]);
    });

    it('that is not there is none', async () => {
      expect(await read(key('b'))).to.equal(undefined);
      expect(await readCached(join(directory, 'nowhere'), key('b'))).to.equal(undefined);
    });

    const damages: [string, (bytes: Buffer) => Uint8Array][] = [
      ['cut in half', (bytes) => bytes.subarray(0, bytes.length / 2)],
      ['cut by one byte', (bytes) => bytes.subarray(0, bytes.length - 1)],
      ['cut to nothing', () => new Uint8Array()],
      ['changed in one bit', (bytes) => bytes.map((byte, index) => (index === 3_000 ? byte ^ 1 : byte))],
      ['changed in its catalogue', (bytes) => Buffer.from(bytes.toString('latin1').replace('FIRM', 'FARM'), 'latin1')],
      ['longer by one byte', (bytes) => Buffer.concat([bytes, Uint8Array.of(0)])],
      ['without a line', () => Buffer.from('x'.repeat(100))],
    ];
    for (const [title, damage] of damages) {
      it(`${title} is discarded`, async () => {
        await writeCached(directory, key('a'), entry);
        await writeFile(file(key('a')), damage(await readFile(file(key('a')))));
        expect(await read(key('a'))).to.equal(undefined);
        expect(await readdir(directory)).to.deep.equal([]);
      });
    }

    it('kept under another key is discarded', async () => {
      await writeCached(directory, key('a'), entry);
      await writeFile(file(key('b')), await readFile(file(key('a'))));
      expect(await read(key('b'))).to.equal(undefined);
    });
  });

  it('keeps the 20 entries that were used last, and removes what killed runs have left', async () => {
    const hours = (ago: number): Date => new Date(Date.now() - ago * 3_600_000);
    for (let number = 0; number < 25; number += 1) {
      const of = key('c').slice(2) + String(number).padStart(2, '0');
      await writeFile(file(of), 'old');
      await utimes(file(of), hours(100 - number), hours(100 - number));
    }
    await writeFile(join(directory, 'x.1.unfinished'), 'half');
    await utimes(join(directory, 'x.1.unfinished'), hours(2), hours(2));
    await writeFile(join(directory, 'y.2.unfinished'), 'under way');
    await writeFile(join(directory, 'notes.txt'), 'not ours');
    await writeCached(directory, key('a'), entry);
    const left = await readdir(directory);
    const expected = Array.from(
      { length: 19 },
      (_, index) => `${key('c').slice(2)}${String(index + 6).padStart(2, '0')}.rules`,
    );
    expect(left.sort()).to.deep.equal([`${key('a')}.rules`, ...expected, 'notes.txt', 'y.2.unfinished'].sort());
  });

  it('a directory that cannot be written keeps nothing, and breaks nothing', async () => {
    const blocked = join(directory, 'a-file');
    await writeFile(blocked, '');
    await writeCached(join(blocked, 'cache'), key('a'), entry);
    expect(await readCached(join(blocked, 'cache'), key('a'))).to.equal(undefined);
    // Root writes everywhere.
    if (process.platform === 'win32' || process.getuid?.() === 0) return;
    const closed = join(directory, 'closed');
    await mkdir(closed);
    await chmod(closed, 0o500);
    await writeCached(closed, key('a'), entry);
    expect(await readdir(closed)).to.deep.equal([]);
  });

  it('stands where each system has its caches', () => {
    const cases: [NodeJS.ProcessEnv, NodeJS.Platform, string | undefined][] = [
      [{}, 'linux', '/home/ada/.cache/privity'],
      [{ XDG_CACHE_HOME: '/var/ada' }, 'linux', '/var/ada/privity'],
      [{ XDG_CACHE_HOME: 'relative' }, 'linux', '/home/ada/.cache/privity'],
      [{ XDG_CACHE_HOME: '' }, 'linux', '/home/ada/.cache/privity'],
      [{}, 'darwin', '/home/ada/Library/Caches/privity'],
      [{ PRIVITY_CACHE_DIR: '/elsewhere', XDG_CACHE_HOME: '/var/ada' }, 'linux', '/elsewhere'],
      [{}, 'win32', undefined],
    ];
    for (const [env, platform, expected] of cases) {
      expect(userCacheDirectory(env, platform, '/home/ada')?.replaceAll('\\', '/')).to.equal(expected);
    }
    expect(userCacheDirectory({ LOCALAPPDATA: 'C:/Users/ada/AppData/Local' }, 'win32', 'C:/Users/ada')).to.match(
      /^C:.Users.ada.AppData.Local.privity.cache$/,
    );
    expect(userCacheDirectory({}, 'linux', '')).to.equal(undefined);
  });

  const ARGUMENTS = ['--as-of', '2026-11-22', '--format', 'json', '--only', 'FIRM-001', '--fail-on', 'never'];

  it('serves six runs at once on an empty directory, of which one is killed half way', async () => {
    await withFirm(firmWith({ id: 'FIRM-001', name: 'good' }), async (firm) => {
      const env = { PRIVITY_CACHE_DIR: directory };
      const killed = spawn(process.execPath, [join(packageRoot, 'dist/bin/privity.js'), 'check', firm], {
        env: { ...process.env, ...env },
        stdio: 'ignore',
      });
      const runs = Promise.all(Array.from({ length: 6 }, () => privity(['check', firm, ...ARGUMENTS], { env })));
      await new Promise((resolve) => setTimeout(resolve, 1_500));
      killed.kill('SIGKILL');
      const results = await runs;
      for (const { code, stderr, stdout } of results) {
        expect(stderr).to.equal('');
        expect(code).to.equal(0);
        expect(stdout).to.equal(results[0]?.stdout);
      }
      const kept = (await readdir(directory)).filter((name) => name.endsWith('.rules'));
      expect(kept.length).to.equal(1);

      // What is kept is used: a damaged entry is compiled again, with the same result, and kept anew.
      const [name] = kept as [string];
      const whole = await readFile(join(directory, name));
      await writeFile(join(directory, name), whole.subarray(0, 10_000));
      const { stdout } = await privity(['check', firm, ...ARGUMENTS], { env });
      expect(stdout).to.equal(results[0]?.stdout);
      expect((await readFile(join(directory, name))).equals(whole)).to.equal(true);

      const started = performance.now();
      await privity(['check', firm, ...ARGUMENTS], { env });
      const warm = performance.now() - started;
      const { outcomes } = JSON.parse(stdout) as Assessment;
      expect(outcomes.map(({ control, own, result }) => ({ control, own, result }))).to.deep.equal([
        { control: 'FIRM-001', own: true, result: 'fail' },
      ]);
      // The compiler alone takes longer than that to start.
      expect(warm).to.be.lessThan(10_000);
    });
  }).timeout(300_000);

  it('keeps rules that differ in one letter apart', async () => {
    await withFirm(firmWith({ id: 'FIRM-001', name: 'good' }), async (firm) => {
      const env = { PRIVITY_CACHE_DIR: directory };
      const first = await privity(['check', firm, ...ARGUMENTS], { env });
      const rule = join(firm, 'policies/good.rego');
      await writeFile(
        rule,
        (await readFile(rule, 'utf8')).replace('holds_client_data == true', 'holds_client_data == false'),
      );
      const second = await privity(['check', firm, ...ARGUMENTS], { env });
      const resultOf = ({ stdout }: { stdout: string }) => (JSON.parse(stdout) as Assessment).outcomes[0]?.result;
      expect([resultOf(first), resultOf(second)]).to.deep.equal(['fail', 'pass']);
      expect((await readdir(directory)).length).to.equal(2);
    });
  });
});
