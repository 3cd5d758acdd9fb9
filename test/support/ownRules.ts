import { smallFirm } from './firm.js';

/** What a control of a firm's own is made of, in a test. */
export interface OwnControl {
  id: string;
  /** The last part of its package, and the name of its file. */
  name: string;
  unit?: string;
  /** Lines of METADATA in place of the usual ones, by their key; undefined leaves the key out. */
  metadata?: Record<string, string | undefined>;
  /** The rules; by default a control that fails every system which holds client data. */
  rules?: string;
}

const REASONS = `
  - code: wrong
    result: fail
    severity: low
    message: "{system} is not as the office manual wants it."
    many: "{subjects} are not as the office manual wants them."`;

const CITATIONS = `
  - framework: Office manual
    ref: "4.2"
    says: Client data is kept as the office manual says.
    status: primary`;

export const EXAMINED = 'examined contains judged.examined("systems", input.system)\n';

export const FINDINGS = `findings contains {
	"subject": judged.subject("systems", input.system),
	"reason": "wrong",
	"args": {"system": judged.entity("systems", input.system.id)},
	"relied_on": [{"collection": "systems", "id": input.system.id, "path": "medium"}],
} if input.system.holds_client_data == true
`;

/** The Rego of a control as a firm would write it. */
export function ownControl({ id, name, unit = 'record', metadata = {}, rules }: OwnControl): string {
  const custom: Record<string, string | undefined> = {
    id,
    profile: 'essentials',
    unit,
    subjects: '[systems]',
    reads: '[system.medium]',
    parameters: '[]',
    reasons: REASONS,
    citations: CITATIONS,
    remediation: 'Bring the system in line with the office manual.',
    ...metadata,
  };
  const lines = Object.entries(custom)
    .filter(([, value]) => value !== undefined)
    .map(([key, value]) => `  ${key}: ${value}`);
  const comment = [
    'METADATA',
    'title: Every system is as the office manual wants it',
    'description: Looks at every system and asks whether it is as the office manual wants it.',
    'custom:',
    ...lines.flatMap((line) => line.split('\n')),
  ];
  return `${comment.map((line) => `# ${line}`).join('\n')}
package privity.firm.${name}

import data.lib.judged

${rules ?? EXAMINED + FINDINGS}`;
}

/** The small firm with rules of its own, each in a file of its name. */
export function firmWith(...controls: OwnControl[]): Record<string, string> {
  return {
    ...smallFirm,
    ...Object.fromEntries(controls.map((control) => [`policies/${control.name}.rego`, ownControl(control)])),
  };
}
