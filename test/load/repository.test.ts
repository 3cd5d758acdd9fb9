import { spawnSync } from 'node:child_process';
import { createHmac } from 'node:crypto';
import { mkdir, symlink, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { expect } from 'chai';
import { standingOf } from '../../engine/git/standing.js';
import { loadConfig } from '../../engine/load/config.js';
import { type Inventory, loadInventory } from '../../engine/load/inventory.js';
import { withReferences } from '../../engine/load/references.js';
import { openFirmRegisters } from '../../engine/load/registers/open.js';
import { bounded } from '../../engine/load/repository/bounded.js';
import { withRepositoryFacts } from '../../engine/load/repository/computed.js';
import { COPIES } from '../../engine/load/repository/copies.js';
import { lawOfResidence } from '../../engine/load/repository/residence.js';
import { searchFiles } from '../../engine/load/repository/search.js';
import { schemaOf } from '../../engine/load/schema.js';
import { problemText, type UserError } from '../../engine/problems.js';
import { withFirm } from '../support/firm.js';
import { csv, ndjson, type Row, writeParquet } from '../support/registerFiles.js';

type Format = 'json' | 'csv' | 'ndjson' | 'parquet';
const FORMATS: readonly Format[] = ['json', 'csv', 'ndjson', 'parquet'];
const FIRM = { legal_name: 'Alder LLP', timezone: 'Europe/London' };

/** What is found of a firm's repository; its registers stand in YAML, or in files of a format. */
function found(
  declared: Record<string, unknown>,
  registers: Record<string, Row[]> = {},
  format: Format = 'json',
): Promise<Record<string, unknown>> {
  const files: Record<string, string> = {};
  const lines = ['privity: 1', 'registers:', '  rights_requests: {}'];
  const inYaml: Record<string, unknown> = { firm: FIRM, ...declared };
  for (const [name, rows] of Object.entries(registers)) {
    if (format === 'json') inYaml[name] = rows;
    else lines.push(`  ${name}: { file: registers/${name}.${format} }`);
    if (format === 'csv') files[`registers/${name}.csv`] = csv(rows);
    if (format === 'ndjson') files[`registers/${name}.ndjson`] = ndjson(rows);
  }
  files['privity.yaml'] = `${lines.join('\n')}\n`;
  files['inventory/all.json'] = JSON.stringify(inYaml);
  return withFirm(files, async (directory) => {
    if (format === 'parquet') {
      await mkdir(join(directory, 'registers'), { recursive: true });
      for (const [name, rows] of Object.entries(registers))
        await writeParquet(join(directory, `registers/${name}.parquet`), rows);
    }
    const config = await loadConfig(directory);
    const inventory = await loadInventory(directory, config, { asOf: '2026-11-22', now: 0 });
    const opened = await openFirmRegisters(config, [directory], inventory);
    try {
      return factsOf(await withRepositoryFacts(await withReferences(inventory, opened), opened));
    } finally {
      await opened?.reader.close();
    }
  });
}

function factsOf({ records }: Inventory): Record<string, unknown> {
  return records.get('repository')?.get('repository')?.facts as Record<string, unknown>;
}

const NOTHING = { unresolved_references: [], duplicate_ids: [], copy_mismatches: [], unlisted_places: [] };
const REGISTERS: Record<string, Row[]> = {
  clients: [
    { id: 'K-1', residence: 'GB', activity_ids: ['advice', 'gone'] },
    { id: 'K-2', residence: 'US-CA', activity_ids: [] },
    { id: 'K-3', residence: 'FR' },
    { id: 'K-4' },
  ],
  matters: [
    {
      id: 'M-1',
      client_id: 'K-1',
      status: 'closed',
      purposes_in_use: [{ activity_id: 'missing', purpose_ids: ['p'] }],
    },
    { id: 'M-2', client_id: 'K-9', status: 'open', activity_ids: ['advice'] },
  ],
  client_files: [
    { id: 'F-1', client_id: 'K-1', matter_ids: ['M-1'], matter_closed: true },
    { id: 'F-2', client_id: 'K-1', matter_ids: ['M-1'], matter_closed: false },
    { id: 'F-3', client_id: 'K-1', matter_ids: ['M-2', 'M-7'], matter_closed: true },
    { id: 'A-1', client_id: 'K-2', extension: { approved_by: 'S-9', until: '2027-01-01' } },
  ],
};
const DECLARED = {
  firm: { ...FIRM, client_places: ['GB', 'IE'] },
  staff: [{ id: 'S-1' }],
  processing_activities: [{ id: 'advice', matter_related: false }],
  data_assets: [{ id: 'A-1' }],
  legal_holds: [{ id: 'H-1', matter_ids: ['M-1', 'M-8'] }],
};
const EXPECTED = {
  unresolved_references: [
    { collection: 'client_files', row: 'A-1', field: 'extension.approved_by', value: 'S-9' },
    { collection: 'client_files', row: 'F-3', field: 'matter_ids.*', value: 'M-7' },
    { collection: 'clients', row: 'K-1', field: 'activity_ids.*', value: 'gone' },
    { collection: 'legal_holds', row: 'H-1', field: 'matter_ids.*', value: 'M-8' },
    { collection: 'matters', row: 'M-1', field: 'purposes_in_use.*.activity_id', value: 'missing' },
    { collection: 'matters', row: 'M-2', field: 'client_id', value: 'K-9' },
  ],
  duplicate_ids: [{ collection: 'client_files', id: 'A-1' }],
  copy_mismatches: [
    { collection: 'client_files', row: 'F-2', field: 'matter_closed', source: 'matters.status' },
    { collection: 'processing_activities', row: 'advice', field: 'matter_related', source: 'matters.activity_ids' },
  ],
  unlisted_places: ['FR', 'US-CA'],
};

describe('load: the facts of the repository', () => {
  it('are empty lists where nothing is wrong, also of a firm that declares no repository', async () => {
    expect(await found({})).to.deep.equal({ grade: 0, ...NOTHING });
    expect(await found({ repository: { access_list: ['S-1'] } })).to.deep.equal({
      access_list: ['S-1'],
      grade: 0,
      ...NOTHING,
    });
  });

  for (const format of FORMATS) {
    it(`are the same wherever the registers stand, in whatever order: ${format}`, async () => {
      expect(await found(DECLARED, REGISTERS, format)).to.deep.equal({ grade: 0, ...EXPECTED });
      const turned = Object.fromEntries(
        Object.entries(REGISTERS)
          .reverse()
          .map(([name, rows]) => [name, [...rows].reverse()]),
      );
      expect(await found(DECLARED, turned, format)).to.deep.equal({ grade: 0, ...EXPECTED });
    });
  }

  it('follow links of the firm, within lists and under free keys, and know words that are no reference', async () => {
    const { unresolved_references: links } = await found({
      firm: { ...FIRM, offices: { 'privacy-lead': { staff_id: 'S-9' } }, dpo: { staff_or_vendor_id: 'adviser' } },
      staff: [{ id: 'S-1' }],
      roles: [],
      vendors: [{ id: 'adviser' }],
      incident_plans: [{ id: 'plan', roles: { contact: 'S-8' }, escalation: [{ contact: 'S-1' }, { deputy: 'S-7' }] }],
      training_sessions: [{ id: 'T-1', attendees: ['all'] }],
    });
    expect(links).to.deep.equal([
      { collection: 'firm', row: 'firm', field: 'offices.privacy-lead.staff_id', value: 'S-9' },
      { collection: 'incident_plans', row: 'plan', field: 'escalation.*.deputy', value: 'S-7' },
      { collection: 'incident_plans', row: 'plan', field: 'roles.*', value: 'S-8' },
    ]);
  });

  it('call no link dead that leads to what nobody has declared', async () => {
    const holds = { legal_holds: [{ id: 'H-1', matter_ids: ['M-8'] }] };
    expect((await found(holds)).unresolved_references).to.deep.equal([]);
    expect((await found({ ...holds, matters: [] })).unresolved_references).to.have.lengthOf(1);
  });

  it('say nothing of places where the firm does not say where its clients live', async () => {
    const { firm: _, ...rest } = DECLARED;
    expect((await found(rest, REGISTERS, 'csv')).unlisted_places).to.deep.equal([]);
  });

  const refused: [string, unknown][] = [
    ['tracked_matches', []],
    ['unresolved_references', []],
    ['duplicate_ids', [{ collection: 'matters', id: 'M-1' }]],
    ['copy_mismatches', []],
    ['unlisted_places', ['FR']],
    ['not_listed', { tracked_matches: 3 }],
  ];
  for (const [field, value] of refused) {
    it(`cannot be declared: ${field}`, async () => {
      const text = `repository:\n  access_list: [S-1]\n  ${field}: ${JSON.stringify(value)}\n`;
      const refusal = await withFirm({ 'privity.yaml': 'privity: 1\n', 'inventory/a.yaml': text }, async (directory) =>
        loadInventory(directory, await loadConfig(directory), { asOf: '2026-11-22', now: 0 }).catch(
          (error: UserError) => error.problems.map(problemText),
        ),
      );
      expect(refusal).to.deep.equal([
        `inventory/a.yaml:3:3 ${field} cannot be declared, because it is found while the files are loaded: remove it.`,
      ]);
    });
  }
});

describe('load: copied facts', () => {
  const staff = [{ id: 'S-1', role_id: 'partner' }, { id: 'S-2', role_id: 'clerk' }, { id: 'S-3' }];
  const roles = [
    { id: 'partner', bound_by_profession: true },
    { id: 'clerk', bound_by_profession: false },
  ];
  const data_categories = [
    { id: 'health', sensitivity: 'special-category' },
    { id: 'contact', sensitivity: 'ordinary' },
    { id: 'unsaid' },
  ];
  const clients = [
    { id: 'K-1', residence: 'GB', status: 'former' },
    { id: 'K-2', residence: 'US-CA', status: 'current' },
  ];
  const matters = [
    { id: 'M-1', client_id: 'K-1', status: 'closed', activity_ids: ['advice'] },
    { id: 'M-2', client_id: 'K-1', status: 'open' },
  ];
  const others = {
    staff,
    roles,
    data_categories,
    clients,
    matters,
    vendors: [{ id: 'V-1' }],
    vendor_agreements: [
      { id: 'VA-1', vendor_id: 'V-1', breach_notice_hours: 24 },
      { id: 'VA-2', vendor_id: 'V-1', breach_notice_hours: 48 },
    ],
  };
  const file = (own: Row): Row => ({ id: 'X', matter_ids: ['M-1'], ...own });
  const consent = (own: Row): Row => ({ id: 'X', client_id: 'K-1', ...own });
  /** Collection, field, records that agree with their source or cannot be compared, and records that differ. */
  const CASES: [collection: string, field: string, agrees: Row[], differs: Row[]][] = [
    [
      'data_assets',
      'matter_closed',
      [file({ matter_closed: true }), file({}), file({ matter_ids: ['M-1', 'M-2'], matter_closed: false })],
      [file({ matter_closed: false }), file({ matter_ids: ['M-2'], matter_closed: true })],
    ],
    ['client_files', 'matter_closed', [file({ matter_closed: true })], [file({ matter_closed: false })]],
    [
      'trust_records',
      'matter_closed',
      [{ id: 'X', matter_id: 'M-2', matter_closed: false }],
      [{ id: 'X', matter_id: 'M-2', matter_closed: true }],
    ],
    [
      'processing_activities',
      'matter_related',
      [{ id: 'advice', matter_related: true }, { id: 'X', matter_related: false }, { id: 'X' }],
      [
        { id: 'advice', matter_related: false },
        { id: 'X', matter_related: true },
      ],
    ],
    [
      'consent_records',
      'regime',
      [
        consent({ regime: 'uk' }),
        consent({ client_id: 'K-2', regime: 'us-ca' }),
        consent({ client_id: 'K-9', regime: 'eu' }),
      ],
      [consent({ regime: 'eu' })],
    ],
    [
      'consent_records',
      'covers_special_category',
      [
        consent({ data_category_ids: ['health', 'contact'], covers_special_category: true }),
        consent({ data_category_ids: ['contact'], covers_special_category: false }),
        consent({ data_category_ids: ['contact', 'unsaid'], covers_special_category: true }),
      ],
      [
        consent({ data_category_ids: ['health'], covers_special_category: false }),
        consent({ data_category_ids: ['contact'], covers_special_category: true }),
      ],
    ],
    [
      'access_grants',
      'holder_role_id',
      [
        { id: 'X', holder_id: 'S-1', holder_role_id: 'partner' },
        { id: 'X', holder_id: 'S-3', holder_role_id: 'partner' },
        { id: 'X', holder_id: 'V-1', holder_role_id: 'partner' },
      ],
      [{ id: 'X', holder_id: 'S-1', holder_role_id: 'clerk' }],
    ],
    [
      'legal_holds',
      'released_by_lawyer',
      [
        { id: 'X', released_by: 'S-1', released_by_lawyer: true },
        { id: 'X', released_by: 'S-2', released_by_lawyer: false },
        { id: 'X', released_by: 'S-3', released_by_lawyer: true },
      ],
      [{ id: 'X', released_by: 'S-2', released_by_lawyer: true }],
    ],
    [
      'incidents',
      'former_client_ids',
      [
        { id: 'X', affected_client_ids: ['K-1', 'K-2'], former_client_ids: ['K-1'] },
        { id: 'X', affected_client_ids: ['K-2'], former_client_ids: [] },
      ],
      [
        { id: 'X', affected_client_ids: ['K-1', 'K-2'], former_client_ids: [] },
        { id: 'X', affected_client_ids: ['K-1', 'K-2'], former_client_ids: ['K-1', 'K-2'] },
        { id: 'X', affected_client_ids: ['K-2'], former_client_ids: ['K-1'] },
      ],
    ],
    [
      'incidents',
      'contract_notice_hours',
      [
        { id: 'X', source_vendor_id: 'V-1', contract_notice_hours: 48 },
        { id: 'X', contract_notice_hours: 12 },
      ],
      [{ id: 'X', source_vendor_id: 'V-1', contract_notice_hours: 72 }],
    ],
  ];

  for (const [collection, field, agrees, differs] of CASES) {
    const mismatches = async (row: Row, format: Format): Promise<unknown> => {
      const inFiles = ['client_files', 'trust_records', 'consent_records', 'access_grants'].includes(collection);
      const { clients: _, matters: __, ...rest } = others;
      const declared = { ...rest, ...(inFiles ? {} : { [collection]: [row] }) };
      const registers = { clients, matters, ...(inFiles ? { [collection]: [row] } : {}) };
      return (await found(declared, registers, format)).copy_mismatches;
    };
    for (const format of ['json', 'csv'] as const) {
      it(`${collection}.${field} agrees, or cannot be compared: ${format}`, async () => {
        for (const row of agrees) expect(await mismatches(row, format), JSON.stringify(row)).to.deep.equal([]);
      });
      it(`${collection}.${field} differs: ${format}`, async () => {
        for (const row of differs) {
          const [only, ...more] = (await mismatches(row, format)) as { field: string; row: string }[];
          expect([only?.field, only?.row, more], JSON.stringify(row)).to.deep.equal([field, row.id, []]);
        }
      });
    }
  }

  it('are all that the schema marks', () => {
    const schema = schemaOf('inventory');
    const marked = Object.entries(schema.properties ?? {}).flatMap(([collection, property]) => {
      const reference = (property.items ?? property).$ref?.split('/').at(-1) ?? '';
      const fields = Object.entries(schema.$defs?.[reference]?.properties ?? {});
      return fields.filter(([, node]) => 'x-copied-from' in node).map(([field]) => `${collection}.${field}`);
    });
    expect([...new Set(CASES.map(([collection, field]) => `${collection}.${field}`))].sort()).to.deep.equal(
      marked.sort(),
    );
    expect(COPIES.length).to.be.greaterThan(0);
  });

  it('take the law of a client from where the client lives', () => {
    const laws = ['GB', 'FR', 'NO', 'US-CA', 'US-NY', 'US-TX', 'US', 'CH', 'JP'].map(lawOfResidence);
    expect(laws).to.deep.equal(['uk', 'eu', 'eu', 'us-ca', 'us-ny', 'us-other', 'us-other', 'other', 'other']);
  });
});

describe('load: lists of what is wrong', () => {
  it('keep the smallest and count the rest, whatever the order', () => {
    const numbers = Array.from({ length: 5_000 }, (_, at) => (at * 7919) % 5_000);
    for (const order of [numbers, [...numbers].reverse()]) {
      const list = bounded<number>((entry) => [entry], 10);
      for (const number of order) list.add(number);
      expect(list.result()).to.deep.equal({ listed: [0, 1, 2, 3, 4, 5, 6, 7, 8, 9], more: 4_990 });
    }
  });

  it('stay short where a register has many dead links, and say how many there are', async () => {
    const rows = Array.from({ length: 1_500 }, (_, at) => ({ id: `M-${at}`, client_id: `K-${at}` }));
    const facts = await found({}, { clients: [{ id: 'K-0' }], matters: rows }, 'csv');
    expect(facts.unresolved_references).to.have.lengthOf(1_000);
    expect(facts.not_listed).to.deep.equal({ unresolved_references: 499 });
  });
});

describe('load: text in tracked files', () => {
  const KEY = { bytes: Buffer.from('0123456789abcdef0123'), id: 'key' };
  const NOTE = 'Ring 07700 900461.';
  const FILES: Record<string, string | Uint8Array> = {
    'privity.yaml': 'privity: 1\nregisters:\n  clients: { file: clients.csv }\n',
    'clients.csv': 'id,exception.reason\nK-1,ring 07700 900462\n',
    'inventory/firm.yaml': `firm:
  legal_name: James Carter Solicitors
  timezone: Europe/London
  contact: { email: desk@alder.example, phone: 020 7946 0000 }
`,
    'inventory/systems.yaml': `systems:
  - id: dms
    note: ${NOTE}
  - id: fax # call 07700 900463
    note: |
      Nothing here,
      but 07700 900464 here, desk@alder.example and 020 7946 0000 are the firm's.
matters:
  - { id: M-1, title: M-1, opened_on: 2026-01-02 }
  - { id: M-2, title: Mensah v Osei }
`,
    'documents/notice.md': 'James Carter Solicitors\n\nAsk jane@home.example or joe@home.example.\n',
    'documents/scan.bin': Buffer.from('\u0000 07700 900465'),
    'notes/draft.txt': 'born 12 March 1981\n',
  };
  const git = (directory: string, ...args: string[]): void => {
    const run = spawnSync('git', ['-c', 'user.name=a', '-c', 'user.email=a@b.example', ...args], { cwd: directory });
    if (run.status !== 0) throw new Error(run.stderr.toString());
  };
  const search = async (directory: string, key?: typeof KEY) => {
    const config = await loadConfig(directory);
    const inventory = await loadInventory(directory, config, { asOf: '2026-11-22', now: 0 });
    const { tracked } = await standingOf(directory);
    return (await searchFiles(directory, config, inventory, tracked, key)).listed;
  };
  const IN_INVENTORY = [
    { file: 'inventory/systems.yaml', line: 3, field: 'note', looks_like: 'phone' },
    { file: 'inventory/systems.yaml', line: 4, looks_like: 'phone' },
    { file: 'inventory/systems.yaml', line: 7, field: 'note', looks_like: 'phone', nth: 2 },
    { file: 'inventory/systems.yaml', line: 10, field: 'title', looks_like: 'client-or-matter-title' },
  ];
  const IN_NOTICE = [
    { file: 'documents/notice.md', line: 3, looks_like: 'e-mail' },
    { file: 'documents/notice.md', line: 3, looks_like: 'e-mail', nth: 2 },
  ];
  const IN_DRAFT = { file: 'notes/draft.txt', line: 1, looks_like: 'birth-date' };

  it('is looked through where git tracks it, below the firm’s directory and nowhere else', () =>
    withFirm({ 'elsewhere.txt': NOTE }, async (top) => {
      for (const [path, content] of Object.entries(FILES)) {
        await mkdir(dirname(join(top, 'firms/alder', path)), { recursive: true });
        await writeFile(join(top, 'firms/alder', path), content);
      }
      const firm = join(top, 'firms/alder');
      git(top, 'init', '-q');
      await writeFile(join(top, '.gitignore'), 'notes/\nclients.csv\n');
      await symlink(join(top, 'elsewhere.txt'), join(firm, 'link.txt'));
      git(top, 'add', '-A');
      expect(await search(firm)).to.deep.equal([...IN_NOTICE, ...IN_INVENTORY]);
      git(top, 'commit', '-qm', 'x');
      git(top, 'add', '-f', 'firms/alder/notes/draft.txt');
      expect(await search(firm)).to.deep.equal([...IN_NOTICE, ...IN_INVENTORY, IN_DRAFT]);
    }));

  it('is looked through in all of the firm’s own files outside a repository, apart from registers', () =>
    withFirm(FILES, async (directory) => {
      expect(await search(directory)).to.deep.equal([...IN_NOTICE, ...IN_INVENTORY, IN_DRAFT]);
    }));

  it('may stand there once the firm has permitted its fingerprint, with the firm’s key', () => {
    const hash = createHmac('sha256', KEY.bytes)
      .update('privity match\0phone\x0007700900461')
      .digest('hex')
      .slice(0, 32);
    const allowed = `repository:\n  allowed_matches:\n    - { hash: ${hash.toUpperCase()}, reason: Reception., by: S-1 }\n`;
    return withFirm({ ...FILES, 'inventory/repository.yaml': allowed }, async (directory) => {
      const withKey = await search(directory, KEY);
      expect(withKey.map(({ file, line }) => `${file}:${line}`)).to.not.include('inventory/systems.yaml:3');
      expect(withKey).to.have.lengthOf(6);
      expect(new Set(withKey.map(({ hash: print }) => print?.length))).to.deep.equal(new Set([32]));
      expect(await search(directory)).to.have.lengthOf(7);
    });
  });

  it('never comes out', () =>
    withFirm(FILES, async (directory) => {
      const text = JSON.stringify(await search(directory, KEY));
      for (const secret of ['07700', '7700', 'jane', 'home.example', 'Mensah', '1981', 'mensah'])
        expect(text).to.not.include(secret);
    }));

  it('is found on its line in a file of several megabytes', () =>
    withFirm({ ...FILES, 'notes/long.txt': `${'nothing here\n'.repeat(300_000)}${NOTE}\n` }, async (directory) => {
      const found = (await search(directory)).filter(({ file }) => file === 'notes/long.txt');
      expect(found).to.deep.equal([{ file: 'notes/long.txt', line: 300_001, looks_like: 'phone' }]);
    }));
});
