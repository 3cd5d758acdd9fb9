import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { expect } from 'chai';
import { batchesOf } from '../../engine/evaluate/batches.js';
import type { UnitKind } from '../../engine/evaluate/units.js';
import type { Assessment, Finding } from '../../engine/generated/assessment.js';
import { collections, type UnitName } from '../../engine/generated/model.js';
import { loadConfig } from '../../engine/load/config.js';
import { loadInventory } from '../../engine/load/inventory.js';
import { withReferences } from '../../engine/load/references.js';
import { openFirmRegisters } from '../../engine/load/registers/open.js';
import { assessmentOf, privity } from '../support/firm.js';
import { csv, ndjson, type Row, writeParquet } from '../support/registerFiles.js';

/** What records take from others, wherever both stand: in YAML, or in a file of either format. */
const FORMATS = ['json', 'csv', 'ndjson', 'parquet'] as const;
type Format = (typeof FORMATS)[number];

/** A firm of the given declarations whose registers stand where it is said. */
async function withRegisters<T>(
  declared: Record<string, unknown>,
  registers: Record<string, { rows: Row[]; format: Format }>,
  use: (directory: string) => Promise<T>,
): Promise<T> {
  const directory = await mkdtemp(join(tmpdir(), 'privity-references-'));
  try {
    const inYaml: Record<string, unknown> = { ...declared };
    const lines = ['privity: 1', 'profile: full', 'registers:', '  clients: {}'];
    for (const [collection, { rows, format }] of Object.entries(registers)) {
      if (format === 'json') inYaml[collection] = rows;
      else {
        const file = `registers/${collection}.${format}`;
        await mkdir(dirname(join(directory, file)), { recursive: true });
        if (format === 'parquet') await writeParquet(join(directory, file), rows);
        else await writeFile(join(directory, file), format === 'csv' ? csv(rows) : ndjson(rows));
        lines.push(`  ${collection}: { file: ${file} }`);
      }
    }
    await mkdir(join(directory, 'inventory'));
    await writeFile(join(directory, 'inventory/all.json'), JSON.stringify(inYaml, undefined, 1));
    await writeFile(join(directory, 'privity.yaml'), `${lines.join('\n')}\n`);
    return await use(directory);
  } finally {
    await rm(directory, { recursive: true, force: true });
  }
}

const FED = { grade: 'fed', on: '2026-11-20' };
const ATTESTED = { grade: 'attested', by: 'S-1', on: '2026-10-05' };
const rule = (id: string, own: Row): Row => ({
  id,
  status: 'approved',
  trigger_event: 'matter-closed',
  evidence: FED,
  ...own,
});
const firm = {
  firm: { legal_name: 'Alder LLP', timezone: 'Europe/London', regimes: ['uk-gdpr', 'sra'], mlr_regulated: true },
  retention_rules: [
    rule('six', { period: { years: 6 } }),
    rule('money', { period: { years: 6 }, trigger_event: 'last-entry' }),
    rule('birthday', { until_age: { whose: 'youngest-child', years: 18 } }),
  ],
  data_assets: [
    {
      id: 'A-1',
      status: 'closed',
      contains_personal_data: true,
      record_class: 'other',
      // A matter of its own: what is known of a matter for the sake of a store must not stand in for that of a file.
      matter_ids: ['M-5'],
      retention_rule_ids: ['six'],
      evidence: FED,
    },
  ],
  legal_holds: [],
  rights_requests: [],
  client_terms: [],
  consent_records: [],
  clients: [{ id: 'K-1', status: 'current' }],
};
const matters: Row[] = [
  {
    id: 'M-1',
    title: 'Smith v Jones',
    client_id: 'K-1',
    status: 'closed',
    closed_on: '2018-05-12',
    evidence: ATTESTED,
  },
  { id: 'M-2', client_id: 'K-1', status: 'closed', closed_on: '2025-03-07', team_staff_ids: ['S-1', 'S-2'] },
  { id: 'M-3', client_id: 'K-1', status: 'open', closed_on: '2018-05-12' },
  { id: 'M-4', client_id: 'K-1', status: 'closed', closed_on: '2027-01-01' },
  { id: 'M-5', client_id: 'K-1', status: 'closed', closed_on: '2018-05-12', evidence: ATTESTED },
];
const fileOf = (id: string, matter_ids: string[], own: Row = {}): Row => ({
  id,
  status: 'closed',
  contains_personal_data: true,
  record_class: 'client-file',
  client_id: 'K-1',
  matter_ids,
  retention_rule_ids: ['six'],
  evidence: FED,
  ...own,
});
const client_files: Row[] = [
  fileOf('F-derived', ['M-1']),
  fileOf('F-in-time', ['M-2']),
  fileOf('F-given', ['M-1'], { retention_trigger_on: '2024-05-10' }),
  fileOf('F-two-matters', ['M-1', 'M-2']),
  fileOf('F-birthday', ['M-1'], { retention_rule_ids: ['birthday'] }),
  fileOf('F-two-events', ['M-1'], { retention_rule_ids: ['six', 'money'] }),
  fileOf('F-completed', ['M-1'], {
    retention_rule_ids: ['six', 'money'],
    retention_triggers: [{ event: 'last-entry', on: '2018-07-02' }],
  }),
  fileOf('F-identity', ['M-1'], { record_class: 'aml-cdd' }),
  fileOf('F-reopened', ['M-3']),
  fileOf('F-ahead', ['M-4']),
  fileOf('F-unknown', ['M-9']),
  fileOf('F-none', []),
];

function essence({ outcomes, findings, summary }: Assessment) {
  return {
    outcomes,
    summary,
    findings: findings.map(({ location, facts, ...rest }) => ({
      ...rest,
      facts: facts.map(({ location: _, ...fact }) => fact),
    })),
  };
}

describe('evaluate: a retention day derived from the closing of the matter', () => {
  const only = ['RET-001', 'RET-003', 'RET-005'];
  const judged = (files: Format, ofMatters: Format, reversed = false) => {
    const inOrder = (rows: Row[]): Row[] => (reversed ? [...rows].reverse() : rows);
    return withRegisters(
      firm,
      {
        client_files: { rows: inOrder(client_files), format: files },
        matters: { rows: inOrder(matters), format: ofMatters },
      },
      (directory) => assessmentOf(directory, { asOf: '2026-11-22', only }),
    );
  };
  let expected: Assessment;

  before(async () => {
    expected = await judged('json', 'json');
  });

  it('decides what is past its date, and asks where there is no such day', () => {
    const said = expected.findings.map(({ control, reason, subject, evidence }) => [
      control,
      reason,
      subject.id,
      evidence,
    ]);
    expect(said.filter(([control]) => control === 'RET-003').sort()).to.deep.equal([
      ['RET-003', 'kept-too-long', 'A-1', 'attested'],
      ['RET-003', 'kept-too-long', 'F-completed', 'attested'],
      ['RET-003', 'kept-too-long', 'F-derived', 'attested'],
      ['RET-003', 'not-declared', 'F-ahead', 'fed'],
      ['RET-003', 'not-declared', 'F-birthday', 'fed'],
      ['RET-003', 'not-declared', 'F-none', 'fed'],
      ['RET-003', 'not-declared', 'F-reopened', 'fed'],
      ['RET-003', 'not-declared', 'F-two-events', 'fed'],
      ['RET-003', 'not-declared', 'F-two-matters', 'fed'],
      ['RET-003', 'not-declared', 'F-unknown', 'fed'],
    ]);
    expect(
      said
        .filter(([control]) => control === 'RET-001')
        .map(([, , id]) => id)
        .sort(),
    ).to.deep.equal(['F-ahead', 'F-birthday', 'F-none', 'F-reopened', 'F-two-events', 'F-two-matters', 'F-unknown']);
    // Identity checks of a client that goes on are not due because one of its matters was closed.
    expect(said.filter(([control]) => control === 'RET-005')).to.deep.equal([]);
  });

  it('counts what rests on the day by the evidence of the matter too', () => {
    const counts = expected.outcomes.find(({ control }) => control === 'RET-003')?.evidence_counts;
    // A-1, F-derived, F-two-events and F-completed rest on matters that a person confirmed; F-in-time on M-2, which nobody did.
    expect(counts).to.deep.equal({ declared: 1, attested: 4, evidenced: 0, fed: 7 });
  });

  for (const files of FORMATS) {
    for (const ofMatters of FORMATS) {
      it(`is the same for files in ${files} and matters in ${ofMatters}`, async () => {
        for (const reversed of [false, true]) {
          expect(essence(await judged(files, ofMatters, reversed))).to.deep.equal(essence(expected));
        }
      });
    }
  }

  const placed: [Format, Format, Record<string, unknown>][] = [
    ['json', 'json', { file: 'inventory/all.json', line: 0, column: 4 }],
    ['csv', 'json', { file: 'inventory/all.json', line: 0, column: 4 }],
    ['csv', 'ndjson', { file: 'registers/matters.ndjson', row: 1 }],
    ['ndjson', 'parquet', { file: 'registers/matters.parquet', row: 1 }],
    ['json', 'csv', { file: 'registers/matters.csv', row: 1 }],
  ];
  for (const [files, ofMatters, place] of placed) {
    it(`is explained with its source: files in ${files}, matters in ${ofMatters}`, async () => {
      const registers = {
        client_files: { rows: client_files, format: files },
        matters: { rows: matters, format: ofMatters },
      };
      await withRegisters(firm, registers, async (directory) => {
        const args = ['explain', 'RET-003', directory, '--as-of', '2026-11-22'];
        const { stdout, stderr } = await privity([...args, '--format', 'json']);
        expect(stderr).to.equal('');
        const { findings } = (JSON.parse(stdout) as { assessment: Assessment }).assessment;
        const of = (id: string): Finding => findings.find(({ subject }) => subject.id === id) as Finding;
        const facts = of('F-derived').facts.map(({ location, ...fact }) => ({
          ...fact,
          location: { ...location, ...(location?.line === undefined ? {} : { line: 0 }) },
        }));
        const day = {
          collection: 'client_files',
          id: 'F-derived',
          path: 'retention_trigger_on',
          derived_from: { collection: 'matters', id: 'M-1', path: 'closed_on' },
          field: 'the day from which its retention period runs',
          shows: '12 May 2018, derived from the closing of matter “Smith v Jones”',
          location: place,
        };
        const closing = {
          collection: 'matters',
          id: 'M-1',
          path: 'closed_on',
          field: 'the day on which the matter was closed',
          shows: '12 May 2018',
          location: place,
        };
        expect(facts).to.deep.include.members([day, closing]);
        expect(of('F-derived').records?.find(({ collection }) => collection === 'matters')).to.include({
          name: 'Matter “Smith v Jones” (M-1)',
          evidence: 'confirmed by member of staff S-1 on 5 October 2026',
        });
        const list = of('F-completed').facts.find(({ path }) => path === 'retention_triggers');
        expect(list?.location?.file).to.equal(
          files === 'json' ? 'inventory/all.json' : `registers/client_files.${files}`,
        );
        expect(list?.derived_from).to.equal(undefined);
        expect(list?.shows).to.match(/, the day of the closing is derived from the closing of matter “Smith v Jones”$/);
        expect(of('A-1').facts.find(({ path }) => path === 'retention_trigger_on')?.derived_from?.id).to.equal('M-5');
        const text = (await privity([...args, '--no-color'])).stdout.replaceAll(/\s+/g, ' ');
        expect(text).to.match(
          /12 May 2018, derived from the closing of matter "Smith v Jones" (inventory\/all\.json:\d+|registers\/matters\.\w+, row 1) > closed_on/,
        );
      });
    });
  }

  it('shows neither the matter nor its id where names are left out', async () => {
    const registers = {
      client_files: { rows: client_files, format: 'csv' as const },
      matters: { rows: matters, format: 'csv' as const },
    };
    await withRegisters(firm, registers, async (directory) => {
      const { stdout } = await privity(['check', directory, '--as-of', '2026-11-22', '--format', 'sarif']);
      expect(stdout).to.include('matters.csv');
      expect(stdout).not.to.match(/\bM-1\b|Smith|F-derived/);
    });
  });
});

describe('evaluate: keys one reference away', () => {
  const registers: Record<string, Row[]> = {
    matters: [{ id: 'M-1', client_id: 'K-1' }, { id: 'M-2', client_id: 'K-2' }, { id: 'M-3' }],
    client_files: [
      { id: 'F-1', matter_ids: ['M-1', 'M-2'] },
      { id: 'F-2', matter_ids: [] },
    ],
    ai_uses: [
      { id: 'U-1', matter_id: 'M-1', staff_id: 'S-1' },
      { id: 'U-2', matter_id: 'M-2' },
      { id: 'U-3', matter_id: 'M-3' },
      { id: 'U-4', matter_id: 'M-9' },
      { id: 'U-5' },
    ],
    trust_records: [
      { id: 'T-1', matter_id: 'M-1' },
      { id: 'T-2', matter_id: 'M-2' },
    ],
    access_grants: [
      { id: 'G-1', asset_id: 'F-1', matter_id: 'M-3' },
      { id: 'G-2', asset_id: 'F-2' },
      { id: 'G-3', matter_id: 'M-1' },
    ],
  };

  /** Which rows each unit holds; a row without a key is a unit of its own, whatever its name. */
  async function unitsIn(directory: string, kind: UnitKind): Promise<string[]> {
    const config = await loadConfig(directory);
    const loaded = await loadInventory(directory, config, { asOf: '2026-11-22', now: 0 });
    const opened = await openFirmRegisters(config, [directory], loaded);
    const inventory = await withReferences(loaded, opened);
    const units: string[] = [];
    for await (const batch of batchesOf(inventory, opened, kind)) {
      const rows = batch.units.map(({ unit }) =>
        Object.entries(unit).flatMap(([collection, found]) =>
          collections[collection] === undefined ? [(found as Row).id] : Object.keys(found as Row),
        ),
      );
      for (const { unit, rows: raw } of batch.raw) {
        rows[unit]?.push(...raw.map(({ text }) => (JSON.parse(text) as Row).id));
      }
      batch.units.forEach(({ key }, index) => {
        units.push(`${key.startsWith('\u0000') ? '-' : key}: ${rows[index]?.sort().join(' ')}`);
      });
    }
    await opened?.reader.close();
    return units.sort();
  }

  const expected: Record<Exclude<UnitName, 'staff' | 'asset'>, string[]> = {
    client: ['-: F-1', '-: F-2', '-: M-3', '-: U-3', '-: U-4', '-: U-5', 'K-1: M-1 T-1 U-1', 'K-2: M-2 T-2 U-2'],
    matter: [
      '-: F-2',
      '-: G-2',
      '-: U-5',
      'M-1: F-1 G-1 G-3 M-1 T-1 U-1',
      'M-2: F-1 G-1 M-2 T-2 U-2',
      'M-3: G-1 M-3 U-3',
      'M-9: U-4',
    ],
  };
  it('are found by two registers at once among many records in YAML', async () => {
    const many = Array.from({ length: 5_000 }, (_, index) => ({ id: `M-${index}`, client_id: `K-${index}` }));
    const last = { id: 'last', matter_id: 'M-4999' };
    const placed = {
      matters: { rows: many, format: 'json' as const },
      ai_uses: { rows: [last], format: 'csv' as const },
      trust_records: { rows: [last], format: 'csv' as const },
    };
    await withRegisters({}, placed, async (directory) => {
      expect(await unitsIn(directory, 'client')).to.include('K-4999: M-4999 last last');
    });
  });

  const names = Object.keys(registers);
  for (let inFiles = 0; inFiles < 2 ** names.length; inFiles += 1) {
    const filed = names.filter((_, index) => (inFiles & (1 << index)) !== 0);
    it(`are found with ${filed.length === 0 ? 'everything in YAML' : `${filed.join(', ')} in files`}`, async () => {
      const placed = Object.fromEntries(
        names.map((name, index) => {
          const format = filed.includes(name) ? (FORMATS[1 + ((index + inFiles) % 2)] as Format) : 'json';
          return [name, { rows: registers[name] as Row[], format }];
        }),
      );
      await withRegisters({}, placed, async (directory) => {
        expect(await unitsIn(directory, 'client')).to.deep.equal(expected.client);
        expect(await unitsIn(directory, 'matter')).to.deep.equal(expected.matter);
      });
    });
  }
});
