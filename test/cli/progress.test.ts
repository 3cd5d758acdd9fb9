import { spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';
import { isWatched, progressLine } from '../../engine/cli/progress.js';
import { packageRoot } from '../../engine/root.js';
import { columnsOf } from '../../reports/columns.js';
import { smallFirm, withFirm } from '../support/firm.js';

/** A line on a terminal that records what is written, with a clock that is set by hand. */
function watched(columns?: number) {
  const writes: string[] = [];
  const clock = { ms: 0, ticks: [] as (() => void)[] };
  const line = progressLine(
    { ...(columns === undefined ? {} : { columns }), write: (text: string) => writes.push(text) },
    {
      now: () => clock.ms,
      every(_, act) {
        clock.ticks.push(act);
        return () => clock.ticks.splice(clock.ticks.indexOf(act), 1);
      },
    },
  );
  const pass = (ms: number): void => {
    clock.ms += ms;
    for (const tick of clock.ticks) tick();
  };
  return { line, writes, clock, pass };
}

/** What stands in the line on the screen after these writes; an error where anything else is touched. */
function onScreen(writes: readonly string[]): string {
  let line = '';
  for (const part of writes.join('').split('\r\u001b[K')) {
    if (/[\r\n\u001b]/.test(part)) throw new Error(`More than the line is touched: ${JSON.stringify(part)}`);
    line = part;
  }
  return line;
}

describe('cli: progress', () => {
  it('shows nothing of a run that is over within a second', () => {
    const { line, writes, pass } = watched(80);
    line.tell('Judging clients', 20);
    pass(999);
    line.tell('Judging clients', 40);
    line.end();
    pass(5_000);
    expect(writes).to.deep.equal([]);
  });

  it('says after a second what is being done, also while nothing is told', () => {
    const { line, writes, pass } = watched(80);
    line.tell('Reading the register consents.csv');
    pass(1_000);
    expect(onScreen(writes)).to.equal('Reading the register consents.csv (1 s)');
    pass(2_500);
    expect(onScreen(writes)).to.equal('Reading the register consents.csv (3 s)');
  });

  it('says it when told, where the clock has to wait', () => {
    const { line, writes, clock } = watched(80);
    clock.ms = 1_400;
    line.tell('Judging clients', 12_340);
    expect(onScreen(writes)).to.equal('Judging clients: 12,340 records (1 s)');
  });

  it('draws at most eight times a second, and only what has changed', () => {
    const { line, writes, clock } = watched(80);
    for (let count = 0; count < 100_000; count += 1) {
      clock.ms = 1_000 + count / 100;
      line.tell('Judging clients', count);
    }
    expect(writes.length).to.equal(8);
    const still = watched(80);
    still.line.tell('Judging clients', 1);
    for (let at = 0; at < 16; at += 1) still.pass(125);
    // After one second and after two.
    expect(still.writes.length).to.equal(2);
  });

  it('is cleared, comes back with the next drawing, and ends for good', () => {
    const { line, writes, pass } = watched(80);
    line.tell('Judging clients', 1);
    pass(1_000);
    line.clear();
    expect(onScreen(writes)).to.equal('');
    line.clear();
    expect(writes.length).to.equal(2);
    pass(125);
    expect(onScreen(writes)).to.equal('Judging clients: 1 record (1 s)');
    line.end();
    expect(onScreen(writes)).to.equal('');
    pass(5_000);
    line.end();
    expect(onScreen(writes)).to.equal('');
    expect(writes.length).to.equal(4);
  });

  for (const columns of [1, 2, 20, 30, 40, 80, 160, undefined, 0]) {
    it(`fits a terminal of ${columns} columns and leaves its last one free`, () => {
      const { line, writes, pass } = watched(columns);
      line.tell('Reading the register registers/einverständnisse-同意.csv', 1_000_000);
      pass(1_000);
      const shown = onScreen(writes);
      expect(columnsOf(shown)).to.be.below(columns || 80);
      if ((columns || 80) >= 20) expect(shown).to.match(/^Reading the/);
    });
  }

  it('does not let the name of a file speak to the terminal', () => {
    const { line, writes, pass } = watched(80);
    line.tell('Reading the register a\u001b[2J\n\u202eb.csv');
    pass(1_000);
    expect(onScreen(writes)).to.equal('Reading the register a[U+001B][2J [U+202E]b.csv (1 s)');
  });

  const surroundings: [title: string, changed: Partial<Parameters<typeof isWatched>[0]>, watched: boolean][] = [
    ['on a terminal', {}, true],
    ['with CI=false', { env: { CI: 'false' } }, true],
    ['where standard error is no terminal', { isTerminal: false }, false],
    ['with --quiet', { quiet: true }, false],
    ['in CI', { env: { CI: 'true' } }, false],
    ['on a terminal that cannot move back', { env: { TERM: 'dumb' } }, false],
  ];
  for (const [title, changed, shows] of surroundings) {
    it(`is ${shows ? 'shown' : 'not shown'} ${title}`, () => {
      expect(isWatched({ quiet: false, isTerminal: true, env: { TERM: 'xterm' }, ...changed })).to.equal(shows);
    });
  }
});

/** A firm whose own rule has to be compiled, which takes seconds, and does not compile. */
const ownRule: Record<string, string> = {
  ...smallFirm,
  'policies/broken.rego': 'package privity.firm.broken\n\nexamined contains subject if true\n',
};

/** The command with a standard error that says that it is a terminal. */
async function onTerminal(directory: string, interrupt: boolean): Promise<{ stderr: string; code: number | null }> {
  const cache = await mkdtemp(join(tmpdir(), 'privity-cache-'));
  const pretend = 'data:text/javascript,process.stderr.isTTY = true; process.stderr.columns = 80;';
  const child = spawn(
    process.execPath,
    ['--import', pretend, join(packageRoot, 'dist/bin/privity.js'), 'check', directory],
    { env: { ...process.env, CI: '', TERM: 'xterm', XDG_CACHE_HOME: cache }, stdio: ['ignore', 'ignore', 'pipe'] },
  );
  try {
    let stderr = '';
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      stderr += text;
      if (interrupt && text.includes('Compiling')) child.kill('SIGINT');
    });
    const code = await new Promise<number | null>((resolve) => child.on('close', resolve));
    return { stderr, code };
  } finally {
    await rm(cache, { recursive: true, force: true });
  }
}

describe('cli: progress of the command', () => {
  it('is taken away before an error is printed', () =>
    withFirm(ownRule, async (directory) => {
      const { stderr, code } = await onTerminal(directory, false);
      expect(code).to.equal(2);
      const [drawn, printed] = [stderr.slice(0, stderr.indexOf('privity:')), stderr.slice(stderr.indexOf('privity:'))];
      expect(drawn).to.include("Compiling the firm's own rules (1 s)");
      expect(onScreen([drawn])).to.equal('');
      expect(printed)
        .to.match(/^privity: policies\/broken\.rego:3:\d+ /)
        .and.not.include('\u001b');
    }));

  it('is taken away when the run is stopped', () =>
    withFirm(ownRule, async (directory) => {
      const { stderr, code } = await onTerminal(directory, true);
      expect(code).to.equal(130);
      const stopped = 'privity: stopped. Nothing was written.\n';
      expect(stderr.endsWith(stopped)).to.equal(true);
      expect(onScreen([stderr.slice(0, -stopped.length)])).to.equal('');
    }));
});
