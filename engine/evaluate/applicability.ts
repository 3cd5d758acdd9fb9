import type { Control } from '../compile/catalogue.js';
import type { PolicySet } from '../compile/policies.js';
import { PROFILES } from '../compile/scales.js';
import type { Applicability, LawStanding } from '../generated/applicability.js';
import type { LoadedConfig } from '../load/config.js';
import { byCodeUnits } from '../load/files.js';
import type { Inventory } from '../load/inventory.js';
import { fieldTitle, schemaOf, valueTitle } from '../load/schema.js';
import { applicability } from './applicable.js';
import { completed } from './completed.js';
import { startEvaluator, warmStart } from './evaluator.js';
import { ruleData } from './facts.js';
import { locate } from './findings.js';
import { parameterValues } from './parameters.js';
import { blockingRequests } from './requests.js';

const ASKED = ['regimes', 'establishments', 'client_places'];

/** Which laws apply to a firm and why, and which controls of all profiles do not apply to it: rows are not looked at. */
export async function applicabilityOf(
  loaded: Inventory,
  policies: PolicySet,
  config: LoadedConfig,
): Promise<Applicability> {
  const inventory = await completed(loaded, undefined, policies, config);
  const firm = inventory.records.get('firm')?.get('firm')?.facts ?? {};
  const { codes, failures } = await asked(inventory, policies, config);
  const rank = PROFILES.indexOf(config.profile);
  const isInProfile = ({ profile }: Control): boolean => PROFILES.indexOf(profile) <= rank;
  const applying = policies.controls.filter(({ id }) => !codes.has(id));
  const map = Object(policies.tables.regime_map) as Record<string, string[]>;
  const head = policies.tableHeads.find(({ table }) => table === 'regime_map');
  const own = policies.ownTables.find(({ table }) => table === 'regime_map');
  const offices = textsOf(firm.establishments);
  const clientPlaces = textsOf(firm.client_places);
  const places = [...new Set([...offices, ...clientPlaces])].sort(byCodeUnits);
  return {
    schema: 1,
    as_of: inventory.asOfText,
    firm: inventory.firmName,
    rules: policies.version,
    profile: config.profile,
    not_declared: ASKED.filter((field) => firm[field] === undefined).map((field) => fieldTitle('firm', field)),
    offices,
    client_places: clientPlaces,
    places_without_laws: places.filter((place) => lawsOf(place, map).length === 0),
    table: {
      title: head?.title ?? 'regime_map',
      checked_on: own?.kept === 0 ? own.checked_on : (head?.checked_on ?? ''),
      own_entries: own?.entries ?? 0,
    },
    laws: knownRegimes()
      .map((regime) => {
        const citing = applying.filter((control) => cites(control, regime, policies));
        return {
          ...standingOf(regime, firm, inventory),
          from_offices: offices.filter((place) => lawsOf(place, map).includes(regime)),
          from_clients: clientPlaces.filter((place) => !offices.includes(place) && lawsOf(place, map).includes(regime)),
          controls: citing.length,
          in_profile: citing.filter(isInProfile).length,
        };
      })
      .map(withOpenQuestion),
    controls: { all: policies.controls.length, apply: applying.length },
    not_applicable: byReason(policies.controls, codes, isInProfile),
    broken: [...failures].map(([id, why]) => ({ id, why })),
  };
}

async function asked(inventory: Inventory, policies: PolicySet, config: LoadedConfig) {
  const parameters = parameterValues(config, policies);
  const requests = await blockingRequests(inventory, undefined);
  const data = ruleData(inventory, parameters, policies.tables, requests.facts);
  const evaluator = startEvaluator(warmStart(policies, config.memoryMb), data, {
    seconds: config.evaluationSeconds,
    memoryMb: config.memoryMb,
    threads: 1,
    zone: inventory.zone.name,
    asOf: inventory.asOf,
  });
  try {
    return await applicability(policies.controls, evaluator);
  } finally {
    await evaluator.close();
  }
}

function knownRegimes(): string[] {
  const items = schemaOf('inventory').$defs?.Firm?.properties?.regimes?.items;
  return (items?.enum ?? []).map(String);
}

/** The laws of a place: its own, and its country's (as GOV-013 reads the table). */
function lawsOf(place: string, map: Record<string, string[]>): string[] {
  const country = place.split('-')[0] as string;
  return [...new Set([place, country])].flatMap((key) => map[key] ?? []);
}

type Declared = Pick<LawStanding, 'regime' | 'title' | 'standing' | 'reason' | 'location'>;

function standingOf(regime: string, firm: Record<string, unknown>, inventory: Inventory): Declared {
  const known = { regime, title: valueTitle('firm', 'regimes', regime) };
  const placed = (path: string): Pick<Declared, 'location'> => {
    const location = locate('firm', 'firm', path, inventory);
    return location ? { location } : {};
  };
  const at = textsOf(firm.regimes).indexOf(regime);
  if (at !== -1) return { ...known, standing: 'applies', ...placed(`regimes.${at}`) };
  const excluded = (Array.isArray(firm.regimes_excluded) ? firm.regimes_excluded : []) as {
    regime?: string;
    reason?: string;
  }[];
  const index = excluded.findIndex((entry) => entry.regime === regime);
  if (index === -1) return { ...known, standing: 'not-considered' };
  const reason = excluded[index]?.reason?.trim() ?? '';
  return {
    ...known,
    standing: 'excluded',
    ...(reason === '' ? {} : { reason }),
    ...placed(`regimes_excluded.${index}`),
  };
}

function withOpenQuestion(law: LawStanding): LawStanding {
  const follows = law.from_offices.length + law.from_clients.length > 0;
  return law.standing === 'not-considered' && follows ? { ...law, standing: 'open' } : law;
}

/** A control cites a law where the framework of a citation is a part of it; every article of the GDPR is one of the UK GDPR's. */
function cites({ citations }: Control, regime: string, { frameworks: { frameworks } }: PolicySet): boolean {
  return citations.some(({ framework: name }) => {
    const of = frameworks.find((framework) => framework.name === name)?.regimes ?? [];
    return of.includes(regime) || (regime === 'uk-gdpr' && name === 'GDPR');
  });
}

function byReason(
  controls: readonly Control[],
  codes: ReadonlyMap<string, string>,
  isInProfile: (control: Control) => boolean,
): Applicability['not_applicable'] {
  const reasons = new Map<string, Applicability['not_applicable'][number]['controls']>();
  for (const control of controls) {
    const code = codes.get(control.id);
    if (code === undefined) continue;
    const reason = control.not_applicable?.find((one) => one.code === code)?.message ?? code;
    const entry = { id: control.id, title: control.title, in_profile: isInProfile(control) };
    reasons.set(reason, [...(reasons.get(reason) ?? []), entry]);
  }
  return [...reasons]
    .map(([reason, list]) => ({ reason, controls: list }))
    .sort((a, b) => b.controls.length - a.controls.length || byCodeUnits(a.reason, b.reason));
}

function textsOf(value: unknown): string[] {
  return Array.isArray(value) ? value.map(String) : [];
}
