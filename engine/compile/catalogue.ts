import type { ControlCustom } from '../generated/control.js';
import { collections } from '../generated/model.js';
import { validate } from '../generated/validate-control.js';
import type { Problem } from '../problems.js';
import type { RegoAnnotation } from './compiler.js';

export type Severity = 'critical' | 'high' | 'medium' | 'low';
export const SEVERITIES: readonly Severity[] = ['critical', 'high', 'medium', 'low'];
export type Profile = 'essentials' | 'standard' | 'full';
export const PROFILES: readonly Profile[] = ['essentials', 'standard', 'full'];

/** A control as its METADATA declares it. */
export interface Control extends ControlCustom {
  title: string;
  description: string;
  domain: string;
  /** The highest severity of its reasons. */
  severity: Severity;
  /** Where its rules stand under data.privity. */
  path: [domain: string, control: string];
  file: string;
  /** The collections without which it cannot be judged. */
  needs: string[];
  /** Whether it came from the firm's own repository. */
  own: boolean;
}

/** The controls that annotations declare, by id, or what is wrong with them. */
export function catalogueOf(
  annotations: readonly RegoAnnotation[],
  own: boolean,
): { controls: Control[]; problems: Problem[] } {
  const controls: Control[] = [];
  const problems: Problem[] = [];
  for (const annotation of annotations) {
    const [, root, domain, name, ...rest] = annotation.path;
    if (annotation.scope !== 'package' || root !== 'privity' || !domain || !name || rest.length > 0) continue;
    if (name.endsWith('_test')) continue;
    const place = { file: annotation.file, line: annotation.line };
    const metadata = { title: annotation.title, description: annotation.description, custom: annotation.custom };
    if (!validate(JSON.parse(JSON.stringify(metadata)))) {
      // "if" only says that another complaint stands beside it.
      for (const error of (validate.errors ?? []).filter(({ keyword }) => keyword !== 'if')) {
        const key = error.params.missingProperty ?? error.params.additionalProperty ?? '';
        const where = `${error.instancePath.slice(1).replaceAll('/', '.')} ${String(key)}`.trim();
        problems.push({
          place,
          message: `The METADATA of this control does not meet the contract: ${where} (${error.keyword}).`,
        });
      }
      continue;
    }
    const custom = annotation.custom as unknown as ControlCustom;
    const unknown = custom.subjects.find((subject) => !collections[subject]);
    if (unknown) problems.push({ place, message: `"${unknown}" is not a collection of the inventory.` });
    controls.push({
      ...custom,
      title: annotation.title as string,
      description: (annotation.description as string).trim(),
      domain: domain.replaceAll('_', '-'),
      severity: highest(custom.reasons.map(({ severity }) => severity)),
      path: [domain, name],
      file: annotation.file,
      needs: collectionsRead(custom),
      own,
    });
  }
  controls.sort((a, b) => (a.id < b.id ? -1 : 1));
  controls.forEach((control, index) => {
    const earlier = controls[index - 1];
    if (earlier?.id === control.id) {
      problems.push({
        place: { file: control.file, line: 1 },
        message: `The id ${control.id} is already taken by ${earlier.file}.`,
      });
    }
  });
  return { controls, problems };
}

export function highest(severities: readonly Severity[]): Severity {
  return SEVERITIES.find((severity) => severities.includes(severity)) ?? 'low';
}

function collectionsRead({ reads, optional = [], subjects }: ControlCustom): string[] {
  const entities = new Set(reads.map((fact) => fact.split('.')[0]));
  const read = Object.entries(collections)
    .filter(([, { entity, single }]) => entities.has(entity) && !single)
    .map(([name]) => name);
  return [...new Set([...subjects, ...read])]
    .filter((name) => !optional.includes(name) && !collections[name]?.single)
    .sort();
}
