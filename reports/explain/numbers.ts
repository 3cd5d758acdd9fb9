import type { ExplainedParameter, Explanation } from '../../engine/generated/explanation.js';
import type { Page } from '../page.js';
import { fieldPlace } from '../places.js';
import { counted, longDate, plural } from '../words.js';

/** The parameters in plain words: value, where it comes from, and what a firm may set. */
export function numbers({ parameters }: Explanation, page: Page): string[] {
  return parameters.flatMap((parameter) => {
    const { name, title, value, note, set_at } = parameter;
    const origin = set_at
      ? `Set by the firm, ${fieldPlace(set_at, name, page.marks.field)}; the default is ${valueText(parameter.default, parameter)}.`
      : 'The default.';
    const more = note === undefined ? '' : ` ${note}`;
    return [
      ...page.prose(`${title}: ${valueText(value, parameter)}`, 2, 4),
      ...page.prose(`${origin} ${boundsText(parameter)}${more}`, 4, 2, page.faint),
    ];
  });
}

/** What a firm may set, and why no more. */
export function boundsText(parameter: ExplainedParameter): string {
  const { name, kind, value } = parameter;
  if (kind === 'legal-fixed') return 'The law fixes it.';
  if (kind === 'legal-reference') return 'The law sets it, and adjusts it from time to time.';
  if (typeof value === 'boolean') return `The firm may decide otherwise (${name}).`;
  if (typeof value !== 'number') return `The firm may set its own (${name}).`;
  const why = kind === 'tighten-only' ? 'A firm can only be stricter' : 'The law names no number';
  return `${why}: the firm may set ${rangeText(parameter)} (${name}).`;
}

function rangeText(parameter: ExplainedParameter): string {
  const { min, max } = parameter;
  if (min !== undefined && max !== undefined) return `${counted(min)} to ${valueText(max, parameter)}`;
  if (min !== undefined) return `${valueText(min, parameter)} or more`;
  return max === undefined ? 'its own' : `at most ${valueText(max, parameter)}`;
}

/** A parameter's value with its unit. */
export function parameterText(parameter: ExplainedParameter): string {
  return valueText(parameter.value, parameter);
}

function valueText(value: ExplainedParameter['value'], { unit }: ExplainedParameter): string {
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  if (typeof value === 'number') return plural(value, unit.replace(/s$/, ''), unit);
  if (value === undefined) return 'not set';
  if (typeof value === 'string') return longDate(value);
  const entries = Object.entries(value).map(([key, day]) => `${key.replaceAll('_', ' ')} ${longDate(day)}`);
  return entries.length === 0 ? 'none' : entries.join(', ');
}
