// Writes what `npm run bench` judges: the same bytes every time.
import { closeSync, mkdirSync, openSync, writeFileSync, writeSync } from 'node:fs';
import { join } from 'node:path';

/** A date that varies with a number. */
const date = (year, number) =>
  `${year}-${String(1 + (number % 12)).padStart(2, '0')}-${String(1 + (number % 28)).padStart(2, '0')}`;

const HEADER = {
  legal_name: 'Bench LLP',
  timezone: 'Europe/London',
  regimes: ['uk-gdpr'],
  mlr_regulated: false,
};

const CATEGORIES = ['contact', 'identity', 'financial', 'correspondence', 'health'];

function rule(id) {
  return {
    id,
    status: 'approved',
    record_class: 'client-file',
    regimes: ['uk-gdpr'],
    trigger_event: 'matter-closed',
    period: { years: 6 },
    legal_basis_text: 'Claims may be brought for six years.',
    disposal_method: 'Confidential shredding',
    covers_backups: true,
    owner_id: 'S-1',
    approved_on: '2026-01-05',
  };
}

function activity(number) {
  const used = CATEGORIES.slice(0, 1 + (number % CATEGORIES.length));
  return {
    id: `activity-${number}`,
    title: `Activity ${number}`,
    status: 'active',
    regimes: ['uk-gdpr'],
    lawful_basis: number % 5 === 0 ? 'legitimate-interests' : 'contract',
    purposes: [
      { id: `purpose-${number}`, text: `Carrying out the work of department ${number}`, added_on: '2024-01-01' },
    ],
    started_on: '2024-01-01',
    data_category_ids: used,
    necessary_data_category_ids: number % 7 === 0 ? used.slice(1) : used,
    retention_rule_ids: [`rule-${number % 10}`],
    vendor_ids: [`vendor-${number % 20}`],
    uses_special_category: false,
    recipients: [],
  };
}

function system(number) {
  return {
    id: `system-${number}`,
    title: `System ${number}`,
    medium: 'electronic',
    holds_client_data: true,
    holds_privileged: number % 2 === 0,
    internet_facing: true,
    mfa: { scope: number % 6 === 0 ? 'admins' : 'all-users', passwordless: true },
    access_reviewed_on: number % 4 === 0 ? '2025-10-01' : '2026-10-01',
  };
}

const NOTHING = [
  'client_files',
  'clients',
  'matters',
  'consent_records',
  'access_grants',
  'disposal_events',
  'rights_requests',
  'legal_holds',
  'client_terms',
  'consent_processes',
  'privacy_notices',
  'collection_forms',
  'practice_areas',
  'staff',
  'roles',
];

/** A firm with 200 activities, one file each, and the systems, vendors and rules that they name. JSON is YAML. */
export function writeActivities(directory) {
  mkdirSync(join(directory, 'inventory'), { recursive: true });
  const write = (name, content) => writeFileSync(join(directory, name), content);
  const yaml = (value) => `${JSON.stringify(value)}\n`;
  write('privity.yaml', 'privity: 1\nprofile: full\ngate: { fail_on: never }\n');
  const range = (length) => Array.from({ length }, (_, index) => index);
  write('inventory/firm.yaml', yaml({ firm: HEADER, ...Object.fromEntries(NOTHING.map((name) => [name, []])) }));
  write('inventory/systems.yaml', yaml({ systems: range(40).map(system) }));
  write(
    'inventory/vendors.yaml',
    yaml({ vendors: range(20).map((number) => ({ id: `vendor-${number}`, role: 'processor', status: 'active' })) }),
  );
  write(
    'inventory/retention.yaml',
    yaml({
      retention_rules: range(10).map((number) => rule(`rule-${number}`)),
      data_categories: CATEGORIES.map((id) => ({ id, sensitivity: 'ordinary' })),
    }),
  );
  write(
    'inventory/stores.yaml',
    yaml({
      data_assets: range(30).map((number) => ({
        id: `store-${number}`,
        status: 'live',
        contains_personal_data: true,
        environment: 'production',
        deidentification: 'none',
        data_category_ids: ['contact'],
        activity_ids: [`activity-${number}`],
        retention_rule_ids: ['rule-1'],
        classification: 'confidential',
      })),
    }),
  );
  for (const number of range(200)) {
    // Block style, as people write it.
    const { purposes, ...rest } = activity(number);
    const lines = Object.entries(rest).map(([key, value]) => `${key}: ${JSON.stringify(value)}`);
    const [{ id, text, added_on: addedOn }] = purposes;
    write(
      `inventory/activity-${String(number).padStart(3, '0')}.yaml`,
      `processing_activities:\n  - ${lines.join('\n    ')}\n    purposes:\n      - id: ${id}\n        text: ${text}\n        added_on: ${addedOn}\n`,
    );
  }
}

/** How many rows a firm's registers hold at scale 1. */
export const ROWS = { clients: 250_000, matters: 300_000, consent_records: 1_000_000, access_grants: 500_000 };

/** A firm whose registers are CSV files of `scale` times ROWS. */
export function writeRegisters(directory, scale) {
  mkdirSync(join(directory, 'registers'), { recursive: true });
  mkdirSync(join(directory, 'inventory'), { recursive: true });
  const count = (name) => Math.round(ROWS[name] * scale);
  let state = 42;
  const below = (limit) => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) & 0x7fffffff;
    return Math.floor((state / 0x80000000) * limit);
  };
  const write = (name, header, row) => {
    const file = openSync(join(directory, 'registers', `${name}.csv`), 'w');
    let buffer = `${header}\n`;
    for (let number = 0; number < count(name); number += 1) {
      buffer += `${row(number)}\n`;
      if (buffer.length > 1 << 20) {
        writeSync(file, buffer);
        buffer = '';
      }
    }
    writeSync(file, buffer);
    closeSync(file);
  };
  const hash = 'ab'.repeat(32);
  write(
    'clients',
    'id,kind,status,residence,first_collected_on,notice_given_on,activity_ids',
    (n) =>
      `K-${n},individual,${n % 9 ? 'current' : 'former'},GB,${date(2024, n)},${date(2024, n)},${n % 3 ? '' : 'news'}`,
  );
  write(
    'matters',
    'id,client_id,status,opened_on,responsible_lawyer_id,team_staff_ids,activity_ids,confidentiality,sensitivity',
    (n) =>
      `M-${n},K-${below(count('clients'))},${n % 4 ? 'open' : 'closed'},${date(2025, n)},S-1,S-1;S-2,${n % 2 ? 'advice;referrals' : 'advice'},${n % 50 ? 'standard' : 'restricted'},ordinary`,
  );
  write(
    'consent_records',
    'id,client_id,activity_id,kind,regime,status,scope_text,purposes,data_category_ids,given_at,method,wording_version,notice_version_id,explicit,separate_from_other_terms,conditional_on_service,covers_special_category,collected_by,proof.uri,proof.sha256,withdrawn_at,processing_stopped_at,kept_after_withdrawal,expires_on',
    (n) => {
      const news = n % 3 === 0;
      const withdrawn = n % 20 === 0 ? `2026-10-${String(1 + (n % 28)).padStart(2, '0')}T10:00:00Z` : '';
      const stopped = withdrawn && n % 60 ? withdrawn.replace('T10', 'T12') : '';
      return `C-${n},K-${below(count('clients'))},${news ? 'news' : 'referrals'},${news ? 'marketing' : 'data-processing'},uk,${withdrawn ? 'withdrawn' : 'active'},Use of contact data,${news ? 'news' : 'referrals'},contact,2026-0${1 + (n % 9)}-10T09:00:00Z,web-form-opt-in,w1,notice-1,true,true,false,false,portal,dms://consents/${n},${hash},${withdrawn},${stopped},${withdrawn ? 'false' : ''},${n % 100 ? '' : '2026-06-30'}`;
    },
  );
  write(
    'access_grants',
    'id,holder_id,system_id,matter_id,level,holder_role_id,approved_by,approved_on,granted_on,shared_account,last_reviewed_on',
    (n) =>
      `G-${n},S-${1 + (n % 500)},${n % 3 ? 'dms' : ''},${n % 3 ? '' : `M-${below(count('matters'))}`},${n % 10 ? 'read' : 'admin'},lawyer,S-501,${date(2026, n % 9)},${date(2026, n % 9)},false,2026-0${1 + (n % 9)}-20`,
  );
  const registers = Object.keys(ROWS).map((name) => `  ${name}: { file: registers/${name}.csv, complete: true }\n`);
  writeFileSync(
    join(directory, 'privity.yaml'),
    `privity: 1\nprofile: full\ngate: { fail_on: never }\nregisters:\n${registers.join('')}`,
  );
  const activities = [
    ['advice', 'contract'],
    ['referrals', 'consent'],
    ['news', 'consent'],
  ].map(([id, basis]) => ({
    id,
    status: 'active',
    regimes: ['uk-gdpr'],
    lawful_basis: basis,
    purposes: [{ id, text: 'What this activity is carried out for' }],
    data_category_ids: ['contact'],
    necessary_data_category_ids: ['contact'],
    recipients: [],
    uses_special_category: false,
  }));
  const inventory = {
    firm: HEADER,
    roles: [{ id: 'lawyer', permitted_data_category_ids: ['contact'], max_access_level: 'admin' }],
    staff: Array.from({ length: 501 }, (_, index) => ({ id: `S-${index + 1}`, role_id: 'lawyer', status: 'active' })),
    systems: [{ ...system(1), id: 'dms', asset_ids: ['store'] }],
    data_assets: [
      {
        id: 'store',
        status: 'live',
        contains_personal_data: true,
        environment: 'production',
        deidentification: 'none',
        data_category_ids: ['contact'],
        activity_ids: ['advice'],
        retention_rule_ids: ['rule'],
        system_ids: ['dms'],
        classification: 'confidential',
      },
    ],
    data_categories: [{ id: 'contact', sensitivity: 'ordinary' }],
    retention_rules: [rule('rule')],
    processing_activities: activities,
    consent_wordings: [
      {
        id: 'w1',
        version: 'w1',
        information_items: [
          'controller-identity',
          'purposes',
          'data-types',
          'how-used',
          'how-stored',
          'sharing',
          'right-to-withdraw',
        ],
      },
    ],
    privacy_notices: [
      {
        id: 'notice-1',
        kind: 'client-notice',
        family_id: 'client',
        version: '1',
        status: 'published',
        effective_on: '2024-01-01',
        material_change: false,
      },
    ],
    ...Object.fromEntries(
      [
        'consent_processes',
        'consent_reviews',
        'collection_forms',
        'practice_areas',
        'legal_holds',
        'client_terms',
        'client_files',
        'disposal_events',
        'rights_requests',
      ].map((name) => [name, []]),
    ),
  };
  writeFileSync(join(directory, 'inventory', 'firm.json'), `${JSON.stringify(inventory)}\n`);
}
