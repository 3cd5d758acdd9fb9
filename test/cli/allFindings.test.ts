import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect } from 'chai';
import type { Assessment, Finding } from '../../engine/generated/assessment.js';
import { packageRoot } from '../../engine/root.js';
import { privity, smallFirm, withFirm } from '../support/firm.js';

/** More findings than an assessment keeps of one control. */
const GRANTS = 2_500;
const grants = Array.from(
  { length: GRANTS },
  (_, index) => `G-${String(index).padStart(5, '0')},S-1,dms,read,S-1,2026-01-05,2026-01-05,false`,
);
const files = {
  ...smallFirm,
  'privity.yaml':
    'privity: 1\nprofile: full\ngate: { fail_on: never }\nregisters:\n  access_grants: { file: grants.csv, complete: true }\n',
  'grants.csv': `id,holder_id,system_id,level,approved_by,approved_on,granted_on,shared_account\n${grants.join('\n')}\n`,
};
const args = ['--as-of', '2026-11-22', '--only', 'ACC-001'];

describe('cli: more findings than an assessment keeps', () => {
  it('counts are exact, the first are kept, and the file that is named holds all, by id', async () => {
    await withFirm(files, async (directory) => {
      const file = join(directory, 'all.ndjson');
      const { stdout, stderr } = await privity(['check', directory, ...args, '--format', `json,ndjson=${file}`], {
        cwd: directory,
      });
      expect(stderr).to.equal('');
      const assessment = JSON.parse(stdout) as Assessment;
      expect(assessment.outcomes[0]?.findings.fail).to.equal(GRANTS);
      expect(assessment.summary.fails.high).to.equal(GRANTS);
      expect(assessment.findings_file).to.equal('all.ndjson');
      expect(assessment.findings.map(({ subject }) => subject.id)).to.deep.equal(
        grants.slice(0, 1_000).map((row) => row.slice(0, 7)),
      );
      const all = (await readFile(file, 'utf8'))
        .trim()
        .split('\n')
        .map((line) => JSON.parse(line) as Finding);
      expect(new Set(all.map(({ subject }) => subject.id)).size).to.equal(GRANTS);
      const ids = all.map(({ id }) => id);
      expect(ids).to.deep.equal([...ids].sort());
    });
  });

  it('gives the same bytes however many threads judged', async () => {
    await withFirm(files, async (directory) => {
      const texts = [];
      for (const name of ['a', 'b']) {
        const file = join(directory, `${name}.ndjson`);
        await privity(['check', directory, ...args, '--quiet', '--format', `ndjson=${file}`]);
        texts.push(await readFile(file, 'utf8'));
      }
      expect(texts[0]).to.equal(texts[1]);
    });
  });

  it('Ctrl-C ends it in a sentence, and leaves nothing behind', async () => {
    await withFirm(files, async (directory) => {
      const temporary = join(directory, 'temporary');
      await mkdir(temporary);
      const child = spawn(
        process.execPath,
        [
          join(packageRoot, 'dist/bin/privity.js'),
          'check',
          directory,
          '--as-of',
          '2026-11-22',
          '--format',
          'ndjson=out.ndjson',
        ],
        { cwd: directory, stdio: ['ignore', 'ignore', 'pipe'], env: { ...process.env, TMPDIR: temporary } },
      );
      let said = '';
      child.stderr.on('data', (text) => {
        said += String(text);
      });
      // As soon as it has set something aside, it is stopped.
      while (child.exitCode === null && (await readdir(temporary)).length === 0) {
        await new Promise((resolve) => setTimeout(resolve, 5));
      }
      child.kill('SIGINT');
      const [code] = await once(child, 'close');
      expect(code).to.equal(130);
      expect(said).to.equal('privity: stopped. Nothing was written.\n');
      expect(await readdir(temporary)).to.deep.equal([]);
      expect(await readdir(directory)).to.not.include('out.ndjson');
    });
  });
});
