import { validate } from '../../engine/generated/validate-inventory.js';
import type { Firm } from './inventories.js';

/** A place in what a firm declares. */
type Path = readonly (string | number)[];

/**
 * What is smaller than a firm, the greatest leaps first: without half of its collections, of its records, of its facts,
 * then without a quarter of them, down to single ones; at last with plainer values.
 */
export function* smaller(firm: Firm): Generator<Firm> {
  if (Object.keys(firm.parameters).length > 0) yield { ...firm, parameters: {} };
  for (const depth of [1, 2, 3]) {
    const places = placesIn(firm.declared, depth);
    for (let size = Math.ceil(places.length / 2); size >= 1; size = size === 1 ? 0 : Math.ceil(size / 2)) {
      for (let start = 0; start < places.length; start += size) {
        const declared = without(firm.declared, places.slice(start, start + size));
        if (isAllowed(declared)) yield { ...firm, declared };
      }
    }
  }
  for (const [path, value] of plainer(firm.declared, [])) {
    const declared = replaced(firm.declared, path, value);
    if (isAllowed(declared)) yield { ...firm, declared: declared as Firm['declared'] };
  }
}

/** Whether the load stage takes it: nulls are dropped before the schema is asked. */
function isAllowed(declared: unknown): boolean {
  return validate(JSON.parse(JSON.stringify(declared), (_key, value: unknown) => (value === null ? undefined : value)));
}

/** Collections (1), records (2), or whatever stands in records (3), outermost first. */
function placesIn(declared: Firm['declared'], depth: number): Path[] {
  const places: Path[] = [];
  const visit = (value: unknown, path: Path): void => {
    if (path.length === depth || (depth === 3 && path.length > 3)) places.push(path);
    if (depth < 3 && path.length === depth) return;
    if (typeof value !== 'object' || value === null) return;
    for (const [key, item] of Object.entries(value)) {
      if (key !== 'id') visit(item, [...path, Array.isArray(value) ? Number(key) : key]);
    }
  };
  visit(declared, []);
  return places;
}

function without(declared: Firm['declared'], places: readonly Path[]): Firm['declared'] {
  const gone = new Set(places.map((path) => JSON.stringify(path)));
  const copy = (value: unknown, path: Path): unknown => {
    if (typeof value !== 'object' || value === null) return value;
    const kept = Object.entries(value)
      .map(([key, item]): [string, unknown, Path] => [key, item, [...path, Array.isArray(value) ? Number(key) : key]])
      .filter(([, , at]) => !gone.has(JSON.stringify(at)))
      .map(([key, item, at]): [string, unknown] => [key, copy(item, at)]);
    return Array.isArray(value) ? kept.map(([, item]) => item) : Object.fromEntries(kept);
  };
  return copy(declared, []) as Firm['declared'];
}

/** Longer texts become a letter, where nothing refers to them. */
function* plainer(value: unknown, path: Path): Generator<[Path, unknown]> {
  if (typeof value === 'string' && value.length > 12 && !/^\d{4}-\d{2}/.test(value)) yield [path, 'x'];
  if (typeof value !== 'object' || value === null) return;
  for (const [key, item] of Object.entries(value))
    yield* plainer(item, [...path, Array.isArray(value) ? Number(key) : key]);
}

function replaced(value: unknown, [step, ...rest]: Path, by: unknown): unknown {
  if (step === undefined) return by;
  if (Array.isArray(value)) return value.map((item, index) => (index === step ? replaced(item, rest, by) : item));
  return { ...Object(value), [step]: replaced(Object(value)[step], rest, by) };
}
