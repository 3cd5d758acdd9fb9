import { createHmac } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { cp, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { expect } from 'chai';
import type { Assessment } from '../../engine/generated/assessment.js';
import { packageRoot } from '../../engine/root.js';
import { privity, smallFirm, withFirm } from '../support/firm.js';
import { csv, ndjson, type Row, writeParquet } from '../support/registerFiles.js';

/** The same rows judged from YAML, CSV, NDJSON and Parquet, in any order and any batches, give the same verdict. */
const northgate = `${packageRoot}fixtures/northgate-commercial`;

async function assessmentOf(directory: string): Promise<Assessment> {
  const { code, stdout, stderr } = await privity(['check', directory, '--as-of', '2026-11-22', '--format', 'json']);
  expect(stderr).to.equal('');
  expect(code).to.equal(1);
  return JSON.parse(stdout) as Assessment;
}

/** What must not depend on where the rows came from: everything but places, digests and counts of files. */
function essence({ outcomes, findings, summary }: Assessment) {
  return {
    outcomes,
    summary,
    findings: findings.map(({ id, message, severity, result, evidence, changes_on }) => ({
      id,
      message,
      severity,
      result,
      evidence,
      changes_on,
    })),
  };
}

async function northgateRows(): Promise<Record<string, Row[]>> {
  const script = (await import(`${northgate}/make-registers.mjs`)) as { registers: Record<string, Row[]> };
  return script.registers;
}

type Write = (path: string, rows: Row[]) => Promise<void>;

const writers: Record<string, Write> = {
  // JSON is YAML: the rows as a small firm would declare them, in the inventory's own files.
  json: (path, rows) => writeFile(path, JSON.stringify({ [basename(path, '.json')]: rows })),
  csv: (path, rows) => writeFile(path, csv(rows)),
  ndjson: (path, rows) => writeFile(path, ndjson(rows)),
  parquet: writeParquet,
};

describe('evaluate: registers from files', () => {
  let expected: ReturnType<typeof essence>;
  let registers: Record<string, Row[]>;

  before(async () => {
    expected = essence(await assessmentOf(northgate));
    registers = await northgateRows();
  });

  for (const format of Object.keys(writers)) {
    for (const order of ['as written', 'reversed'] as const) {
      it(`${format}, rows ${order}`, () => judgesAs(expected, () => format, order === 'reversed'));
    }
  }

  async function judgesAs(
    verdict: ReturnType<typeof essence>,
    formatOf: (collection: string) => string,
    reversed = false,
  ): Promise<void> {
    const directory = await mkdtemp(join(tmpdir(), 'privity-registers-'));
    try {
      await cp(`${northgate}/inventory`, `${directory}/inventory`, { recursive: true });
      await mkdir(`${directory}/registers`);
      const head = readFileSync(`${northgate}/privity.yaml`, 'utf8').replace(/^registers:[\s\S]*/m, '');
      const lines = [head, 'registers:'];
      for (const [collection, rows] of Object.entries(registers)) {
        const format = formatOf(collection);
        const file = `registers/${collection}.${format}`;
        lines.push(
          `  ${collection}: { complete: true${rows.length > 0 && format !== 'json' ? `, file: ${file}` : ''} }`,
        );
        if (rows.length > 0) await writers[format]?.(join(directory, file), reversed ? [...rows].reverse() : rows);
        else await writeFile(join(directory, `inventory/no-${collection}.yaml`), `${collection}: []\n`);
      }
      await writeFile(join(directory, 'privity.yaml'), `${lines.join('\n')}\n`);
      expect(essence(await assessmentOf(directory))).to.deep.equal(verdict);
    } finally {
      await rm(directory, { recursive: true, force: true });
    }
  }

  // What refers to each other stands apart: what is looked up in the other place must come to the same.
  const apart: [string, string[]][] = [
    ['clients and matters', ['clients', 'matters', 'training_records']],
    ['what belongs to matters', ['client_files', 'access_grants', 'ai_uses', 'trust_records', 'consent_records']],
    ['files of clients', ['client_files']],
    [
      'all but files of clients',
      ['clients', 'matters', 'access_grants', 'ai_uses', 'trust_records', 'consent_records'],
    ],
  ];
  for (const [title, inFiles] of apart) {
    it(`${title} in files, the rest in YAML`, async () => {
      const formats = ['csv', 'ndjson', 'parquet'];
      await judgesAs(expected, (collection) => {
        const index = inFiles.indexOf(collection);
        return index === -1 ? 'json' : (formats[index % formats.length] as string);
      });
    });
  }

  const grants = 'id,holder_id,system_id,level,approved_by,approved_on,granted_on,shared_account\n';
  const firm = {
    ...smallFirm,
    'privity.yaml': 'privity: 1\nprofile: full\nregisters:\n  access_grants: { file: registers/grants.csv }\n',
  };
  const good = 'G-1,S-1,dms,read,S-2,2026-01-05,2026-01-05,false\n';

  const bad: [string, Record<string, string | Uint8Array>, RegExp[]][] = [
    [
      'a header that does not match its mapping',
      {
        'privity.yaml':
          'privity: 1\nregisters:\n  access_grants: { file: registers/grants.csv, columns: { holder_id: Holdr } }\n',
        'registers/grants.csv': 'id,Holder\nG-1,S-1\n',
      },
      [
        /registers\/grants\.csv:1:1 The column "Holdr", which privity\.yaml maps to "holder_id", is not in the first row\. Did you mean "Holder"\?/,
      ],
    ],
    [
      'a column that is no field',
      { 'registers/grants.csv': 'id,holder\nG-1,S-1\n' },
      [/"holder" is not a field of access grants\. Did you mean "holder_id"\?/],
    ],
    ['a missing id column', { 'registers/grants.csv': 'holder_id,level\nS-1,read\n' }, [/No column holds "id"/]],
    [
      'a ragged row',
      { 'registers/grants.csv': `${grants}${good}G-2,S-1\n` },
      [
        /registers\/grants\.csv, row 2: This row has fewer cells than the first row names, or is cut off/,
        /1 of its rows cannot be used/,
      ],
    ],
    [
      'a row with too many cells',
      { 'registers/grants.csv': `${grants}${good.trim()},x\n` },
      [/row 1: This row has more cells/],
    ],
    [
      'an unterminated quote',
      { 'registers/grants.csv': `${grants}G-1,"S-1,dms,read\n${good}` },
      [/row 1: This row has a quotation mark that is never closed/],
    ],
    [
      'a truncated last line',
      { 'registers/grants.csv': `${grants}${good}G-2,S-1,dms,re` },
      [/row 2: This row has fewer cells/],
    ],
    [
      'a value that is no value of the enum',
      { 'registers/grants.csv': `${grants}${good.replace('read', 'owner')}` },
      [/row 1: level "owner" is not one of read, write, admin/],
    ],
    [
      'a date that does not exist',
      { 'registers/grants.csv': `${grants}${good.replace('2026-01-05', '2026-02-30')}` },
      [/row 1: approved_on "2026-02-30" is not a date that exists/],
    ],
    ['a missing id', { 'registers/grants.csv': `${grants}${good.replace('G-1', '')}` }, [/row 1: id is missing/]],
    [
      'an id twice',
      { 'registers/grants.csv': `${grants}${good}${good}` },
      [/row 2: The id "G-1" stands in 2 rows: 1, 2/],
    ],
    [
      'text that is not UTF-8',
      { 'registers/grants.csv': Buffer.from(`${grants}${good.replace('S-1', 'S-\xe9')}`, 'latin1') },
      [/row 1: This row is not UTF-8 text/],
    ],
    [
      'an NDJSON line that is cut off',
      {
        'privity.yaml': 'privity: 1\nregisters:\n  access_grants: { file: registers/grants.ndjson }\n',
        'registers/grants.ndjson': '{"id":"G-1","level":"read"}\n{"id":"G-2","lev',
      },
      [/registers\/grants\.ndjson, row 2: is not valid JSON/],
    ],
    [
      'an unknown field in NDJSON',
      {
        'privity.yaml': 'privity: 1\nregisters:\n  access_grants: { file: registers/grants.ndjson }\n',
        'registers/grants.ndjson': '{"id":"G-1","levl":"read"}\n',
      },
      [/row 1: levl is not a field of this register/],
    ],
    [
      'a Parquet file that is cut in half',
      {
        'privity.yaml': 'privity: 1\nregisters:\n  access_grants: { file: registers/grants.parquet }\n',
        'registers/grants.parquet': Buffer.from('PAR1 and no more'),
      },
      [/registers\/grants\.parquet: This is not a Parquet file, or it is cut off/],
    ],
    [
      'a file outside the directory',
      { 'privity.yaml': 'privity: 1\nregisters:\n  access_grants: { file: ../grants.csv }\n' },
      [
        /privity\.yaml:3:20 The file "\.\.\/grants\.csv" lies outside the firm's directory\. Name its directory on the command line: --registers DIR/,
      ],
    ],
    [
      'a register in YAML as well',
      { 'registers/grants.csv': grants + good, 'inventory/grants.yaml': 'access_grants: []\n' },
      [/access_grants stand in a file and in the inventory as well/],
    ],
    [
      'a file of which it cannot be told what it is',
      {
        'privity.yaml': 'privity: 1\nregisters:\n  access_grants: { file: registers/grants.txt }\n',
        'registers/grants.txt': grants + good,
      },
      [/privity\.yaml:3:20 It cannot be told what "registers\/grants\.txt" is\. Add "format: csv", ndjson or parquet/],
    ],
    [
      'a column with quotation marks in its name',
      { 'registers/grants.csv': 'id,"the ""holder""",level\nG-1,S-1,read\n' },
      [/registers\/grants\.csv:1:1 "the "holder"" is not a field of access grants/],
    ],
    [
      'something that is no register',
      { 'privity.yaml': 'privity: 1\nregisters:\n  systems: { file: registers/systems.csv }\n' },
      [/"systems" is not a register/],
    ],
  ];
  for (const [title, files, says] of bad) {
    it(`refuses ${title}`, async () => {
      await withFirm({ ...firm, ...files }, async (directory) => {
        const { code, stdout, stderr } = await privity(['check', directory, '--as-of', '2026-11-22']);
        for (const sentence of says) expect(stderr).to.match(sentence);
        expect(stderr).not.to.match(/^\s+at /m);
        expect(stdout).to.equal('');
        expect(code).to.equal(2);
      });
    });
  }

  it('allows as many bad rows as the configuration says, and counts them', async () => {
    const files = {
      ...firm,
      'privity.yaml':
        'privity: 1\nprofile: full\nregisters:\n  access_grants: { file: registers/grants.csv, bad_rows_allowed: 2 }\n',
      'registers/grants.csv': `${grants}${good}G-2,S-1\n${good.replace('G-1', 'G-3').replace('read', 'owner')}`,
    };
    await withFirm(files, async (directory) => {
      const { stdout } = await privity(['check', directory, '--as-of', '2026-11-22', '--format', 'json']);
      const [register] = (JSON.parse(stdout) as Assessment).registers;
      expect(register?.rows).to.equal(2);
      expect(register?.bad_rows).to.equal(2);
    });
  });

  it('takes no column of the file for one of its own', async () => {
    const columns = 'id: rn, status: key, matter_ids: closing, retention_rule_ids: body, contains_personal_data: row';
    const files = {
      ...smallFirm,
      'privity.yaml': `privity: 1\nprofile: full\nregisters:\n  client_files: { file: registers/files.csv, columns: { ${columns} } }\n  matters: { file: registers/matters.csv, columns: { id: rn, status: body, closed_on: closing } }\n`,
      'inventory/rules.yaml':
        'retention_rules: [{ id: six, status: approved, trigger_event: matter-closed, period: { years: 6 } }]\n',
      'registers/files.csv': 'rn,key,closing,body,row,source\nF-1,closed,M-1,six,true,x\n',
      'registers/matters.csv': 'rn,body,closing,key\nM-1,closed,2018-05-12,x\n',
    };
    await withFirm(files, async (directory) => {
      const args = ['check', directory, '--as-of', '2026-11-22', '--format', 'json', '--only', 'RET-003'];
      const { findings } = JSON.parse((await privity(args)).stdout) as Assessment;
      expect(findings.map(({ reason, subject }) => [reason, subject.id])).to.deep.include(['kept-too-long', 'F-1']);
    });
  });

  it('keeps a quoted newline within its cell', async () => {
    const withReason = `${grants.trim()},justification\n${good.trim()},"first line\nsecond line"\nG-2,S-1,dms,read,S-1,2026-01-05,2026-01-05,false,x\n`;
    await withFirm({ ...firm, 'registers/grants.csv': withReason }, async (directory) => {
      const { stdout } = await privity([
        'check',
        directory,
        '--as-of',
        '2026-11-22',
        '--format',
        'json',
        '--only',
        'ACC-001',
      ]);
      const { findings } = JSON.parse(stdout) as Assessment;
      expect(findings.map(({ reason, location }) => [reason, location])).to.deep.include([
        'self-approved',
        { file: 'registers/grants.csv', row: 2 },
      ]);
    });
  });

  it('says that a register is not at hand, and judges the rest', async () => {
    await withFirm(firm, async (directory) => {
      const options = ['--as-of', '2026-11-22', '--format', 'json', '--fail-on', 'never'];
      const { code, stdout } = await privity(['check', directory, ...options]);
      const { outcomes, findings } = JSON.parse(stdout) as Assessment;
      expect(outcomes.find(({ control }) => control === 'ACC-001')?.result).to.equal('needs-review');
      expect(findings.map(({ message }) => message)).to.include(
        'The register of access grants (registers/grants.csv) is not at hand, so this could not be judged.',
      );
      expect(code).to.equal(0);
    });
  });

  it('takes an empty file for none only where it is complete', async () => {
    for (const [complete, result] of [
      [false, 'needs-review'],
      [true, 'not-applicable'],
    ] as const) {
      const files = {
        ...firm,
        'privity.yaml': `privity: 1\nprofile: full\nregisters:\n  access_grants: { file: registers/grants.csv, complete: ${complete} }\n`,
        'registers/grants.csv': grants,
      };
      await withFirm(files, async (directory) => {
        const { stdout } = await privity(['check', directory, '--as-of', '2026-11-22', '--format', 'json']);
        expect(
          (JSON.parse(stdout) as Assessment).outcomes.find(({ control }) => control === 'ACC-001')?.result,
        ).to.equal(result);
      });
    }
  });

  it('reads a register below a directory that the command line names', async () => {
    await withFirm({ 'grants.csv': grants + good }, async (outside) => {
      await withFirm(
        { ...firm, 'privity.yaml': 'privity: 1\nprofile: full\nregisters:\n  access_grants: { file: grants.csv }\n' },
        async (directory) => {
          const { stdout } = await privity([
            'check',
            directory,
            '--as-of',
            '2026-11-22',
            '--format',
            'json',
            '--registers',
            outside,
          ]);
          expect((JSON.parse(stdout) as Assessment).registers[0]?.rows).to.equal(1);
        },
      );
    });
  });

  it('keys the ids of rows with the firm’s key, and says with which', async () => {
    const key = 'f'.repeat(32);
    const files = {
      ...firm,
      'registers/grants.csv': grants + good.replace('S-2', 'S-1'),
      'key.txt': `${key}\n`,
      'short.txt': 'x',
    };
    await withFirm(files, async (directory) => {
      const args = ['check', directory, '--as-of', '2026-11-22', '--format', 'json', '--only', 'ACC-001'];
      const plain = JSON.parse((await privity(args)).stdout) as Assessment;
      const keyed = JSON.parse((await privity([...args, '--key', join(directory, 'key.txt')])).stdout) as Assessment;
      const identity = JSON.stringify(['ACC-001', 'access_grants', 'G-1', 'self-approved', '']);
      const expectedId = createHmac('sha256', key).update(identity).digest('hex').slice(0, 16);
      expect(keyed.findings.map(({ id }) => id)).to.include(`ACC-001.${expectedId}`);
      expect(plain.findings.map(({ id }) => id)).to.not.deep.equal(keyed.findings.map(({ id }) => id));
      expect(plain.key).to.equal(undefined);
      expect(keyed.key).to.match(/^[0-9a-f]{16}$/);
      const refused = await privity([...args, '--key', join(directory, 'short.txt')]);
      expect(refused.stderr).to.match(/shorter than 16 bytes/);
      expect(refused.code).to.equal(2);
    });
  });
});
