import { execFileSync, spawnSync } from 'node:child_process';
import {
  chmodSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { expect } from 'chai';
import { outputsOf } from '../../engine/cli/output.js';
import { UserError } from '../../engine/problems.js';
import { packageRoot } from '../../engine/root.js';
import { privity, withFirm } from '../support/firm.js';
import { fewControls, fewFindings } from '../support/reported.js';

const MAIN = join(packageRoot, 'dist/bin/privity.js');

function check(directory: string, args: readonly string[], env: NodeJS.ProcessEnv = { CI: '' }) {
  return privity(['check', directory, ...args, ...fewControls], { env });
}

describe('cli: --format', () => {
  const good: [given: string[], outputs: ReturnType<typeof outputsOf>][] = [
    [['pretty'], [{ format: 'pretty' }]],
    [
      ['pretty', 'sarif=out.sarif'],
      [{ format: 'pretty' }, { format: 'sarif', file: '/work/out.sarif' }],
    ],
    [
      ['json=a.json,junit=/b.xml, github'],
      [{ format: 'json', file: '/work/a.json' }, { format: 'junit', file: '/b.xml' }, { format: 'github' }],
    ],
    [['json=a=b.json'], [{ format: 'json', file: '/work/a=b.json' }]],
  ];
  for (const [given, outputs] of good) {
    it(given.join(' '), () => expect(outputsOf(given, '/work')).to.deep.equal(outputs));
  }

  const bad: [given: string[], message: string][] = [
    [
      ['sarrif'],
      '--format: there is no format "sarrif". Did you mean sarif? There are pretty, json, ndjson, sarif, junit, github, gitlab, markdown.',
    ],
    [
      ['toString'],
      '--format: there is no format "toString". There are pretty, json, ndjson, sarif, junit, github, gitlab, markdown.',
    ],
    [['sarif='], '--format: say which file sarif goes to, as in sarif=FILE.'],
    [['pretty', 'json'], '--format: pretty and json cannot both be printed. Give one of them a file, as in json=FILE.'],
    [['json=a,sarif=./a'], '--format: two outputs name the file /work/a. Give each a file of its own.'],
  ];
  for (const [given, message] of bad) {
    it(`refuses ${given.join(' ')}`, () => {
      expect(() => outputsOf(given, '/work')).to.throw(UserError, message);
    });
  }

  it('prints one and writes the others, whatever stands before and after', async () => {
    await withFirm(fewFindings, async (directory) => {
      const { code, stdout, stderr } = await privity(
        ['check', '--format', 'pretty', '--format', 'sarif=out.sarif,json=out.json', directory, ...fewControls],
        { cwd: directory, env: { CI: '' } },
      );
      expect({ code, stderr }).to.deep.equal({ code: 1, stderr: '' });
      expect(stdout).to.match(/^Alder & Finch LLP/);
      expect(JSON.parse(readFileSync(join(directory, 'out.sarif'), 'utf8'))).to.include({ version: '2.1.0' });
      expect(JSON.parse(readFileSync(join(directory, 'out.json'), 'utf8'))).to.include({ as_of: '2026-11-22' });
      expect(readdirSync(directory).sort()).to.deep.equal(['inventory', 'out.json', 'out.sarif', 'privity.yaml']);
    });
  });

  it('--quiet prints nothing and writes files all the same', async () => {
    await withFirm(fewFindings, async (directory) => {
      const out = join(directory, 'out.ndjson');
      const { stdout } = await check(directory, ['--quiet', '--format', `pretty,ndjson=${out}`]);
      expect(stdout).to.equal('');
      expect(readFileSync(out, 'utf8').split('\n')).to.have.length(6);
    });
  });
});

describe('cli: files are written whole or not at all', () => {
  interface Refusal {
    title: string;
    prepare?: (directory: string) => void;
    file: string;
    says: RegExp;
  }
  const refusals: Refusal[] = [
    {
      title: 'a directory that does not exist',
      file: 'reports/out.json',
      says: /reports\/out\.json: This file cannot be written: its directory does not exist\. Create it first\./,
    },
    {
      title: 'a directory in its place',
      prepare: (directory) => mkdirSync(join(directory, 'out.json')),
      file: 'out.json',
      says: /out\.json: This file cannot be written: a directory stands in its place\./,
    },
    {
      title: 'a file in place of its directory',
      file: 'privity.yaml/out.json',
      says: /privity\.yaml\/out\.json: This file cannot be written: its directory is a file\./,
    },
  ];
  for (const { title, prepare, file, says } of refusals) {
    it(`${title}: a sentence, exit 2, and the other file is what it was`, async () => {
      await withFirm({ ...fewFindings, 'first.xml': 'as it was' }, async (directory) => {
        prepare?.(directory);
        const before = readdirSync(directory).sort();
        const { code, stdout, stderr } = await check(directory, [
          '--format',
          `pretty,junit=${join(directory, 'first.xml')},json=${join(directory, file)}`,
        ]);
        expect(stderr)
          .to.match(says)
          .and.to.match(/The findings were judged, and not written\. \(exit 2\)\n$/);
        expect({ code, stdout }).to.deep.equal({ code: 2, stdout: '' });
        expect(readFileSync(join(directory, 'first.xml'), 'utf8')).to.equal('as it was');
        expect(readdirSync(directory).sort()).to.deep.equal(before);
      });
    });
  }

  it('a disk that is full half-way', async function () {
    // A bound on the size of files stands in for the disk: the second half of the text does not fit.
    if (process.platform === 'win32') this.skip();
    await withFirm({ ...fewFindings, 'out.sarif': 'as it was' }, async (directory) => {
      const out = join(directory, 'out.sarif');
      const { status, stdout, stderr } = spawnSync(
        'sh',
        [
          '-c',
          'ulimit -f 8; exec "$@"',
          'sh',
          process.execPath,
          MAIN,
          'check',
          directory,
          '--format',
          `sarif=${out}`,
          ...fewControls,
        ],
        { encoding: 'utf8', env: { ...process.env, CI: '' } },
      );
      expect(stderr).to.match(/out\.sarif: This file cannot be written: it would be larger than a file may be here\./);
      expect({ status, stdout }).to.deep.equal({ status: 2, stdout: '' });
      expect(readFileSync(out, 'utf8')).to.equal('as it was');
      expect(readdirSync(directory).sort()).to.deep.equal(['inventory', 'out.sarif', 'privity.yaml']);
    });
  });

  it('standard output that takes no more', function () {
    if (!existsSync('/dev/full')) this.skip();
    const { status, stderr } = spawnSync(
      'sh',
      ['-c', 'exec "$@" > /dev/full', 'sh', process.execPath, MAIN, 'check', 'fixtures/first-week'],
      {
        encoding: 'utf8',
        cwd: packageRoot,
      },
    );
    expect(stderr)
      .to.match(/What was judged could not be printed: the disk is full\./)
      .and.not.to.match(/^\s+at /m);
    expect(status).to.equal(2);
  });

  it('a reader that goes away is no trouble', function () {
    if (process.platform === 'win32') this.skip();
    const { stderr } = spawnSync(
      'sh',
      ['-c', '"$@" | true', 'sh', process.execPath, MAIN, 'check', 'fixtures/first-week', '--format', 'json'],
      {
        encoding: 'utf8',
        cwd: packageRoot,
      },
    );
    expect(stderr).to.equal('');
  });

  it('a link stays a link, permissions stay, and a device is not replaced', async function () {
    if (process.platform === 'win32') this.skip();
    await withFirm({ ...fewFindings, 'kept/real.json': '{}' }, async (directory) => {
      const real = join(directory, 'kept/real.json');
      chmodSync(real, 0o640);
      symlinkSync(real, join(directory, 'link.json'));
      const { code, stderr } = await check(directory, [
        '--format',
        `json=${join(directory, 'link.json')},sarif=/dev/null`,
      ]);
      expect({ code, stderr }).to.deep.equal({ code: 1, stderr: '' });
      expect(lstatSync(join(directory, 'link.json')).isSymbolicLink()).to.equal(true);
      expect(JSON.parse(readFileSync(real, 'utf8'))).to.include({ schema: 1 });
      expect((statSync(real).mode & 0o777).toString(8)).to.equal('640');
      expect(statSync('/dev/null').isCharacterDevice()).to.equal(true);
    });
  });
});

describe('cli: what a CI run shows', () => {
  it('names nobody in the job log, without colour', async () => {
    await withFirm(fewFindings, async (directory) => {
      const { stdout } = await check(directory, [], { CI: 'true', FORCE_COLOR: '1' });
      expect(stdout.replace(/\s+/g, ' '))
        .to.match(/Member of staff [0-9a-f]{8} left on/)
        .and.not.to.match(/Quill|S-001|A-0902|\u001b/);
      const local = await check(directory, [], { CI: 'false' });
      expect(local.stdout).to.match(/Ms Quill left on/);
    });
  });

  it('--detail names them on one’s own machine, and is refused in CI unless the firm allows it', async () => {
    await withFirm(fewFindings, async (directory) => {
      const own = await check(directory, ['--detail', '--format', 'github']);
      expect(own.stdout).to.include('Ms Quill left on');
      const refused = await check(directory, ['--detail', '--format', 'github'], { CI: '1' });
      expect(refused.stderr).to.match(/--detail would name clients, matters and staff .* detail_in_ci: true/);
      expect({ code: refused.code, stdout: refused.stdout }).to.deep.equal({ code: 2, stdout: '' });
      writeFileSync(join(directory, 'privity.yaml'), `${fewFindings['privity.yaml']}outputs: { detail_in_ci: true }\n`);
      const allowed = await check(directory, ['--detail', '--format', 'github'], { CI: '1' });
      expect(allowed.stdout).to.include('Ms Quill left on');
    });
  });

  it('points at files from the root of the repository', async () => {
    const below = Object.fromEntries(Object.entries(fewFindings).map(([path, text]) => [`firms/alder/${path}`, text]));
    await withFirm(below, async (directory) => {
      execFileSync('git', ['init', '-q'], { cwd: directory });
      const { stdout } = await check(join(directory, 'firms/alder'), ['--format', 'github']);
      expect(stdout).to.match(/^::error file=firms\/alder\/inventory\/firm\.yaml,line=10,/m);
    });
  });

  it('says which commit was judged', async () => {
    await withFirm(fewFindings, async (directory) => {
      const git = (...args: string[]) =>
        execFileSync('git', ['-c', 'user.name=A', '-c', 'user.email=a@example.com', ...args], {
          cwd: directory,
          encoding: 'utf8',
        });
      git('init', '-q');
      git('add', '.');
      git('commit', '-qm', 'First');
      const commit = git('rev-parse', '--short=7', 'HEAD').trim();
      expect((await check(directory, [])).stdout).to.include(`commit ${commit} `);
      writeFileSync(join(directory, 'notes.txt'), 'more');
      expect((await check(directory, ['--format', 'markdown'])).stdout).to.include(`commit ${commit}+,`);
    });
  });
});
