import type { ControlCustom } from '../generated/control.js';
import { collections } from '../generated/model.js';
import { validate } from '../generated/validate-control.js';
import { byCodeUnits } from '../load/files.js';
import type { Problem } from '../problems.js';
import type { RegoAnnotation } from './compiler.js';
import { dangling } from './dangling.js';
import { type Metadata, metadataProblems, placeInMetadata } from './metadata.js';
import type { RegoSource } from './packages.js';
import { SEVERITIES, type Severity } from './scales.js';

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

/**
 * The controls that annotations declare, by id, or what is wrong with them.
 * @param sources whose annotations they are, for places within a METADATA block
 */
export function catalogueOf(
  annotations: readonly RegoAnnotation[],
  sources: readonly RegoSource[],
  { own, parameters }: { own: boolean; parameters: readonly string[] },
): { controls: Control[]; problems: Problem[] } {
  const controls: Control[] = [];
  const problems: Problem[] = [];
  for (const annotation of annotations) {
    const [, root, domain, name, ...rest] = annotation.path;
    if (annotation.scope !== 'package' || root !== 'privity' || !domain || !name || rest.length > 0) continue;
    if (name.endsWith('_test')) continue;
    const { file, line } = annotation;
    const source = sources.find(({ path }) => path === file) ?? { path: file, text: '' };
    const { title, description, custom: declared } = annotation;
    const metadata: Metadata = JSON.parse(JSON.stringify({ title, description, custom: declared }));
    if (!validate(metadata)) {
      problems.push(...metadataProblems(metadata, validate.errors ?? [], source, line));
      continue;
    }
    const custom = metadata.custom as ControlCustom;
    for (const { path, message } of dangling(custom, parameters)) {
      problems.push({ place: placeInMetadata(source, line, ['custom', ...path]), message });
    }
    controls.push({
      ...custom,
      title: title as string,
      description: (description as string).trim(),
      domain: domain.replaceAll('_', '-'),
      severity: highest(custom.reasons.map(({ severity }) => severity)),
      path: [domain, name],
      file,
      needs: collectionsRead(custom),
      own,
    });
  }
  controls.sort((a, b) => byCodeUnits(a.id, b.id) || byCodeUnits(a.file, b.file));
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
