import { spawn } from 'node:child_process';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { builtinPolicies } from '../../engine/compile/policies.js';
import { assess } from '../../engine/evaluate/assess.js';
import type { Assessment } from '../../engine/generated/assessment.js';
import { loadConfig } from '../../engine/load/config.js';
import { loadInventory } from '../../engine/load/inventory.js';
import { openFirmRegisters } from '../../engine/load/registers/open.js';
import { packageRoot } from '../../engine/root.js';

/** A firm's directory on disk, made of the given files and removed after `use`. */
export async function withFirm<T>(
  files: Record<string, string | Uint8Array>,
  use: (directory: string) => Promise<T>,
): Promise<T> {
  const directory = await mkdtemp(join(tmpdir(), 'privity-firm-'));
  try {
    for (const [path, content] of Object.entries(files)) {
      await mkdir(dirname(join(directory, path)), { recursive: true });
      await writeFile(join(directory, path), content);
    }
    return await use(directory);
  } finally {
    await rm(directory, { recursive: true, force: true });
  }
}

/** The assessment of a firm's directory, as `privity check` makes it. */
export async function assessmentOf(
  directory: string,
  { asOf, only }: { asOf: string; only?: readonly string[] },
): Promise<Assessment> {
  const config = await loadConfig(directory);
  const [policies, inventory] = await Promise.all([
    builtinPolicies(),
    loadInventory(directory, config, { asOf, now: 0 }),
  ]);
  const registers = await openFirmRegisters(config, [directory], inventory);
  const options = { engineVersion: '0.0.0', registers, ...(only ? { only } : {}) };
  return assess(inventory, policies, config, options).finally(() => registers?.reader.close());
}

export interface CommandResult {
  code: number | null;
  stdout: string;
  stderr: string;
}

/** Runs the built command as a user would. */
export function privity(
  args: readonly string[],
  options: { cwd?: string; env?: NodeJS.ProcessEnv } = {},
): Promise<CommandResult> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [join(packageRoot, 'dist/bin/privity.js'), ...args], {
      cwd: options.cwd ?? packageRoot,
      env: { ...process.env, ...options.env },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let stdout = '';
    let stderr = '';
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      stdout += text;
    });
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      stderr += text;
    });
    child.on('error', reject);
    child.on('close', (code) => resolve({ code, stdout, stderr }));
  });
}

/** The smallest firm that can be judged: one system with client data, signed in to strongly. */
export const smallFirm: Record<string, string> = {
  'privity.yaml': 'privity: 1\nprofile: essentials\n',
  'inventory/firm.yaml': `firm:
  legal_name: Alder & Finch LLP
  timezone: Europe/London
  regimes: [uk-gdpr]
  mlr_regulated: false
systems:
  - id: dms
    title: Document management
    medium: electronic
    holds_client_data: true
    holds_privileged: true
    internet_facing: true
    mfa: { scope: all-users, passwordless: true }
`,
};
