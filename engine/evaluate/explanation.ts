import type { Control } from '../compile/catalogue.js';
import type { PolicySet } from '../compile/policies.js';
import { PROFILES } from '../compile/scales.js';
import type { Assessment } from '../generated/assessment.js';
import type { ControlPage, ExplainedControl, ExplainedParameter, Explanation } from '../generated/explanation.js';
import { collections } from '../generated/model.js';
import type { LoadedConfig } from '../load/config.js';
import { byCodeUnits } from '../load/files.js';
import type { Inventory } from '../load/inventory.js';
import { placeOf } from '../load/places.js';
import { fieldTitle, schemaOf } from '../load/schema.js';
import { applicableCitations } from './citations.js';
import { evidenceText } from './shown.js';

/** A firm, as far as one control was explained with it. */
export interface ExplainedFirm {
  config: LoadedConfig;
  /** Absent where the firm has switched the control off: nothing was judged. */
  judged?: { inventory: Inventory; assessment: Assessment };
}

/** What a control asks and why, and, where a firm is at hand, what it examined and found there. */
export function explanationOf(
  control: Control,
  page: ControlPage | undefined,
  { parameters, frameworks }: PolicySet,
  firm?: ExplainedFirm,
): Explanation {
  const off = firm?.config.switchedOff.find((entry) => entry.control === control.id);
  const outside = firm !== undefined && PROFILES.indexOf(control.profile) > PROFILES.indexOf(firm.config.profile);
  return {
    schema: 1,
    control: explainedControl(control, applicableCitations(control.citations, regimesOf(firm), frameworks)),
    ...(page === undefined ? {} : { page }),
    parameters: parametersOf(control)
      .filter((name) => parameters[name] !== undefined)
      .map((name) => explainedParameter(name, parameters, firm)),
    ...(off === undefined ? {} : { switched_off: off.reason }),
    ...(firm?.judged === undefined
      ? {}
      : {
          ...(outside ? { outside_profile: firm.config.profile } : {}),
          population: populationOf(control, firm.judged),
          assessment: firm.judged.assessment,
        }),
  };
}

// The law of the firm's own regimes; without a firm at hand, all of it.
function regimesOf(firm: ExplainedFirm | undefined): string[] | undefined {
  return firm?.judged?.inventory.records.get('firm')?.get('firm')?.facts.regimes as string[] | undefined;
}

function explainedControl(control: Control, citations: ExplainedControl['citations']): ExplainedControl {
  return {
    id: control.id,
    title: control.title,
    description: control.description,
    domain: control.domain,
    severity: control.severity,
    profile: control.profile,
    unit: control.unit,
    subjects: control.subjects.map(collectionTitle),
    reads: readsOf(control),
    citations,
    remediation: control.remediation,
    file: control.file,
    own: control.own,
  };
}

function collectionTitle(collection: string): string {
  return schemaOf('inventory').properties?.[collection]?.title ?? collection.replaceAll('_', ' ');
}

/** `reads` names facts as entity.field: here by kind of record, in the titles of the schema. */
function readsOf({ reads }: Control): ExplainedControl['reads'] {
  const fields = new Map<string, Set<string>>();
  for (const fact of reads) {
    const [entity, ...path] = fact.split('.');
    const [collection, model] = Object.entries(collections).find(([, one]) => one.entity === entity) ?? [];
    if (collection === undefined || model === undefined || path.length === 0) continue;
    const known = fields.get(model.title) ?? new Set();
    known.add(fieldTitle(collection, path.join('.')).replace(/^an answer on /, ''));
    fields.set(model.title, known);
  }
  return [...fields].map(([record, titles]) => ({ record, fields: [...titles] }));
}

/** The parameters of a control; where a reason grows old, the engine itself uses that of late events. */
function parametersOf({ parameters, reasons }: Control): string[] {
  const ages = reasons.some(({ history_after }) => history_after !== undefined);
  return [...new Set([...parameters, ...(ages ? ['late_visibility_days'] : [])])];
}

function explainedParameter(
  name: string,
  parameters: PolicySet['parameters'],
  firm: ExplainedFirm | undefined,
): ExplainedParameter {
  const parameter = parameters[name] as PolicySet['parameters'][string];
  const { title, min, max, unit, kind, note } = parameter;
  const standard = (
    firm?.config.profile === 'full' ? (parameter.default_in_full ?? parameter.default) : parameter.default
  ) as ExplainedParameter['value'];
  const own = firm?.config.parameters[name] as ExplainedParameter['value'];
  const value = own ?? standard;
  return {
    name,
    title,
    ...(value === undefined ? {} : { value }),
    ...(standard === undefined ? {} : { default: standard }),
    ...(min === undefined ? {} : { min }),
    ...(max === undefined ? {} : { max }),
    unit,
    kind,
    ...(note === undefined ? {} : { note }),
    ...(own === undefined || !firm ? {} : { set_at: placeOf(firm.config.source, ['parameters', name]) }),
  };
}

function populationOf(
  { subjects }: Control,
  { inventory, assessment }: NonNullable<ExplainedFirm['judged']>,
): NonNullable<Explanation['population']> {
  return subjects.map((collection) => {
    const title = collectionTitle(collection);
    const file = assessment.registers.find((register) => register.collection === collection);
    // The rows of a file are gone once they are judged: they are counted, and how they are known shows in the outcome.
    if (file?.at_hand) return { collection, title, records: file.rows ?? 0 };
    const declared = inventory.records.get(collection);
    if (!declared) return { collection, title };
    const known = new Map<string, number>();
    for (const { facts } of declared.values()) {
      const how = evidenceText(facts, { inventory }, { documents: false });
      known.set(how, (known.get(how) ?? 0) + 1);
    }
    return {
      collection,
      title,
      records: declared.size,
      known: [...known]
        .map(([how, records]) => ({ how, records }))
        .sort((a, b) => b.records - a.records || byCodeUnits(a.how, b.how)),
    };
  });
}
