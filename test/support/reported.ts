import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Assessment } from '../../engine/generated/assessment.js';
import type { FormatName } from '../../reports/formatNames.js';
import { formats } from '../../reports/formats.js';
import { privity, withFirm } from './firm.js';

const NAMES = Object.keys(formats) as FormatName[];

/** Judges a firm once and gives what every format says of it. */
export async function reported(directory: string, args: readonly string[]): Promise<Record<FormatName, string>> {
  const out = await mkdtemp(join(tmpdir(), 'privity-out-'));
  try {
    const asked = NAMES.map((name) => `${name}=${join(out, name)}`).join(',');
    const { stderr } = await privity(['check', directory, '--format', asked, ...args], { env: { CI: '' } });
    if (stderr !== '') throw new Error(stderr);
    const texts = await Promise.all(
      NAMES.map(async (name) => [name, await readFile(join(out, name), 'utf8')] as const),
    );
    return Object.fromEntries(texts) as Record<FormatName, string>;
  } finally {
    await rm(out, { recursive: true, force: true });
  }
}

export function reportedFirm(
  files: Record<string, string>,
  args: readonly string[],
): Promise<Record<FormatName, string>> {
  return withFirm(files, (directory) => reported(directory, args));
}

export function assessmentIn({ json }: Record<FormatName, string>): Assessment {
  return JSON.parse(json) as Assessment;
}

/** A firm with a finding of every kind on few records: critical, high, open, and kept for now. */
export const fewFindings: Record<string, string> = {
  'privity.yaml': `privity: 1
profile: full
controls:
  off:
    - { control: ACC-005, reason: Nobody reviews these rights yet. }
`,
  'inventory/firm.yaml': `firm: { legal_name: Alder & Finch LLP, timezone: Europe/London, regimes: [uk-gdpr], mlr_regulated: false }
systems:
  - { id: dms, title: Documents, medium: electronic, holds_client_data: true, holds_privileged: true, internet_facing: true, mfa: { scope: all-users, passwordless: true } }
  - { id: mail, title: Mail, medium: electronic, holds_client_data: true, holds_privileged: false, internet_facing: true, password_policy: { min_length: 20 } }
roles: []
vendors: []
staff:
  - { id: S-001, title: Ms Quill, status: left, start_date: 2020-01-01, end_date: 2026-08-28 }
access_grants:
  - { id: G-1, holder_id: S-001, system_id: dms, granted_on: 2020-01-02 }
data_assets: []
client_files:
  - id: A-0902
    contains_personal_data: true
    status: closed
    retention_rule_ids: [files]
    retention_trigger_on: 2018-05-12
    matter_ids: [M-1]
    client_id: K-1
legal_holds:
  - { id: H-07, status: active, triggered_on: 2024-01-01, asset_ids: [A-0902] }
retention_rules:
  - { id: files, title: Files, status: approved, period: { years: 6 }, trigger_event: matter-closed }
client_terms: []
rights_requests: []
`,
};

export const fewControls = ['--as-of', '2026-11-22', '--only', 'ACC-002', 'ACC-006', 'RET-003'];
