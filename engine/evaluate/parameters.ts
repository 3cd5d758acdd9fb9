import type { Parameter, PolicySet } from '../compile/policies.js';
import type { LoadedConfig } from '../load/config.js';
import { placeOf } from '../load/places.js';
import { dayNumber } from '../load/time.js';
import { nearest } from '../load/validate.js';
import { type Problem, UserError } from '../problems.js';

/**
 * The value of every parameter: the firm's own within the bounds, else the default of the profile.
 * @throws UserError naming the bound and its source
 */
export function parameterValues(
  config: LoadedConfig,
  { parameters, controls }: Pick<PolicySet, 'parameters' | 'controls'>,
): Record<string, unknown> {
  const controlIds = controls.map(({ id }) => id);
  const problems: Problem[] = [];
  for (const [name, value] of Object.entries(config.parameters)) {
    const parameter = parameters[name];
    const message = parameter
      ? complaint(name, parameter, value, { config, controlIds })
      : unknownParameter(name, parameters);
    if (message) problems.push({ place: placeOf(config.source, ['parameters', name]), message });
  }
  if (problems.length > 0) throw new UserError(problems);
  return Object.fromEntries(
    Object.entries(parameters).map(([name, parameter]) => [
      name,
      config.parameters[name] ??
        (config.profile === 'full' && parameter.default_in_full !== undefined
          ? parameter.default_in_full
          : parameter.default),
    ]),
  );
}

function unknownParameter(name: string, parameters: Record<string, Parameter>): string {
  const near = nearest(name, Object.keys(parameters));
  return `"${name}" is not a parameter.${near === undefined ? '' : ` Did you mean "${near}"?`}`;
}

const KINDS: Record<Parameter['kind'], string> = {
  'firm-policy': 'the bound of firm policy in the catalogue',
  'tighten-only': 'the catalogue’s own value, which a firm can only tighten',
  'legal-fixed': 'fixed by law',
  'legal-reference': 'the number that the law sets',
};

function complaint(
  name: string,
  { default: standard, min, max, unit, kind }: Parameter,
  value: unknown,
  { config, controlIds }: { config: LoadedConfig; controlIds: readonly string[] },
): string | undefined {
  if (name === 'control_start_dates') return startDateComplaint(value, config, controlIds);
  if (kind === 'legal-fixed' && value !== standard) return `"${name}" is fixed by law at ${String(standard)} ${unit}.`;
  if (unit === 'date') return dateComplaint(name, standard, value);
  if (typeof value !== typeof standard || (typeof value === 'number' && !Number.isInteger(value))) {
    return `"${name}" must be ${typeof standard === 'boolean' ? 'true or false' : `a whole number of ${unit}`}.`;
  }
  if (typeof value !== 'number') return undefined;
  if (max !== undefined && value > max)
    return `"${name}" may be at most ${max} ${unit} (${KINDS[kind]}); it is ${value}.`;
  if (min !== undefined && value < min)
    return `"${name}" must be at least ${min} ${unit} (${KINDS[kind]}); it is ${value}.`;
  return undefined;
}

/** A date, or one for each key that the catalogue has. */
function dateComplaint(name: string, standard: unknown, value: unknown): string | undefined {
  const isDate = (text: unknown): boolean => typeof text === 'string' && dayNumber(text) !== undefined;
  if (typeof standard !== 'object' || standard === null)
    return isDate(value) ? undefined : `"${name}" must be a date, such as 2027-12-31.`;
  const keys = Object.keys(standard);
  const given = Object(value) as Record<string, unknown>;
  const fits = Object.keys(given).sort().join() === [...keys].sort().join() && Object.values(given).every(isDate);
  return fits ? undefined : `"${name}" must give a date for each of ${keys.join(', ')}.`;
}

function startDateComplaint(
  value: unknown,
  { adoptedOn }: LoadedConfig,
  controlIds: readonly string[],
): string | undefined {
  if (typeof value !== 'object' || value === null) return '"control_start_dates" must map ids of controls to dates.';
  const adopted = adoptedOn === undefined ? undefined : dayNumber(adoptedOn);
  for (const [control, date] of Object.entries(value)) {
    if (!controlIds.includes(control)) {
      const near = nearest(control, controlIds);
      return `"${control}" in "control_start_dates" is not a control.${near === undefined ? '' : ` Did you mean "${near}"?`}`;
    }
    const day = dayNumber(String(date));
    if (day === undefined) return `The start date of ${control}, "${String(date)}", is not a date.`;
    if (adopted === undefined) return 'A start date needs "adopted_on": the day on which the firm adopted Privity.';
    if (day > adopted) return `The start date of ${control} may not lie after the day of adoption (${adoptedOn}).`;
  }
  return undefined;
}
