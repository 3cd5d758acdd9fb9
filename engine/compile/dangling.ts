import type { ControlCustom } from '../generated/control.js';
import { collections } from '../generated/model.js';
import type { Path } from '../load/places.js';
import { fieldNode, resolved, schemaOf } from '../load/schema.js';
import { nearest } from '../load/validate.js';

/** What METADATA names and nothing knows: in silence, the control would be judged on less than it says. */
export function dangling(
  { subjects, optional = [], reads, parameters, reasons }: ControlCustom,
  knownParameters: readonly string[],
): { path: Path; message: string }[] {
  const found: { path: Path; message: string }[] = [];
  const known = Object.keys(collections);
  for (const [key, names] of Object.entries({ subjects, optional })) {
    names.forEach((name, index) => {
      if (!known.includes(name))
        found.push({
          path: [key, index],
          message: `"${name}" is not a collection of the inventory.${guess(name, known)}`,
        });
    });
  }
  reads.forEach((fact, index) => {
    const [entity, field] = fact.split('.') as [string, string];
    const name = known.find((one) => collections[one]?.entity === entity);
    const entities = Object.values(collections).map((one) => one.entity);
    if (name === undefined)
      found.push({
        path: ['reads', index],
        message: `"${fact}" names no record of the inventory.${guess(entity, entities)}`,
      });
    else if (!fieldNode(name, field))
      found.push({
        path: ['reads', index],
        message: `"${field}" is not a field of ${entity.replaceAll('_', ' ')} records.${guess(field, fieldsOf(name))}`,
      });
  });
  parameters.forEach((name, index) => {
    if (!knownParameters.includes(name))
      found.push({
        path: ['parameters', index],
        message: `"${name}" is not a parameter.${guess(name, knownParameters)} Controls can use only parameters that exist.`,
      });
  });
  reasons.forEach(({ code }, index) => {
    if (reasons.findIndex((reason) => reason.code === code) < index)
      found.push({ path: ['reasons', index, 'code'], message: `The reason "${code}" is declared twice.` });
  });
  return found;
}

function guess(word: string, known: readonly string[]): string {
  const near = nearest(word, known);
  return near === undefined ? '' : ` Did you mean "${near}"?`;
}

function fieldsOf(collection: string): string[] {
  const schema = schemaOf('inventory');
  const node = schema.properties?.[collection];
  return Object.keys(resolved(schema, node?.items ?? node ?? {}).properties ?? {});
}
