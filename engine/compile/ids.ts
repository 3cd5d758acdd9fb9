import type { Problem } from '../problems.js';
import type { Control } from './catalogue.js';
import type { RegoSource } from './packages.js';

/** Ids that two controls bear: each must be one control's alone. */
export function takenIds(controls: readonly Control[], sources: readonly RegoSource[]): Problem[] {
  const holders = new Map<string, Control>();
  const problems: Problem[] = [];
  // A built-in control holds its id whatever a firm's own says.
  for (const control of [...controls].sort((a, b) => Number(a.own) - Number(b.own))) {
    const holder = holders.get(control.id);
    if (!holder) {
      holders.set(control.id, control);
      continue;
    }
    const text = sources.find(({ path }) => path === control.file)?.text ?? '';
    const line = text.split('\n').findIndex((one) => /^[ \t]*#[ \t]*id:/.test(one)) + 1;
    problems.push({
      place: { file: control.file, line: Math.max(1, line) },
      message: `The id ${control.id} is taken by ${holder.own ? '' : 'the built-in control in '}${holder.file} ("${holder.title}"). Choose another, such as FIRM-001.`,
    });
  }
  return problems;
}
