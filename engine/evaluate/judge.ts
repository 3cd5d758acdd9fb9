import type { Control } from '../compile/catalogue.js';
import { collections } from '../generated/model.js';
import type { Inventory } from '../load/inventory.js';
import type { Evaluator } from './evaluator.js';
import type { ControlSelection, Judged, RawExamined, RawFinding, RawResult } from './protocol.js';
import { type KeyedUnit, type UnitKind, unitsOf } from './units.js';

/** What a control yielded over all its units. */
export interface Verdicts {
  examined: number;
  /** Subjects by the grade of their evidence, weakest first. */
  grades: number[];
  /** The next day on which time alone changes a verdict; 0 for none. */
  changesOn: number;
  findings: RawFinding[];
  /** Why the control broke: it is then never a pass, whatever it found before. */
  failure?: string;
}

// Small batches are quicker than large: 40,000 to 55,000 records a second on one thread with 20 clients.
const BATCH = 20;

/** Judges controls on every unit that they apply to. A control that breaks is named, and the rest are still judged. */
export async function judgeControls(
  controls: readonly Control[],
  inventory: Inventory,
  evaluator: Evaluator,
): Promise<Map<string, Verdicts>> {
  const collected = new Map(controls.map((control) => [control.id, newCollection()]));
  for (const [kind, group] of byUnitKind(controls)) {
    const selection = selectionOf(group);
    for (const batch of batchesOf(unitsOf(inventory, kind))) {
      await judgeBatch(batch, selection, evaluator, collected);
    }
  }
  return new Map([...collected].map(([id, { verdicts, listed }]) => [id, withListed(verdicts, listed)]));
}

/** Why a control cannot apply to this firm at all, by control id. Controls that break here are left to be judged. */
export async function inapplicable(controls: readonly Control[], evaluator: Evaluator): Promise<Map<string, string>> {
  const asked = controls.filter(({ not_applicable }) => not_applicable !== undefined);
  if (asked.length === 0) return new Map();
  const reply = await evaluator.evaluate('main/not_applicable', { controls: selectionOf(asked) });
  return new Map('value' in reply ? Object.entries((reply.value ?? {}) as Record<string, string>) : []);
}

function byUnitKind(controls: readonly Control[]): Map<UnitKind, Control[]> {
  const groups = new Map<string, { kind: UnitKind; group: Control[] }>();
  const add = (name: string, kind: UnitKind, control: Control): void => {
    const known = groups.get(name);
    if (known) known.group.push(control);
    else groups.set(name, { kind, group: [control] });
  };
  for (const control of controls) {
    if (control.unit === 'record') for (const record of control.subjects) add(`record ${record}`, { record }, control);
    else add(control.unit, control.unit, control);
  }
  return new Map([...groups.values()].map(({ kind, group }) => [kind, group]));
}

/** Subjects are listed where they are declared, and where a row may stand in several units and must be counted once. */
function selectionOf(controls: readonly Control[]): ControlSelection {
  return Object.fromEntries(
    controls.map(({ id, path, subjects, unit }) => [
      id,
      {
        path,
        list: unit === 'matter' || unit === 'asset' || subjects.some((subject) => !collections[subject]?.register),
      },
    ]),
  );
}

function* batchesOf(units: readonly KeyedUnit[]): Generator<KeyedUnit[]> {
  for (let start = 0; start < units.length; start += BATCH) yield units.slice(start, start + BATCH);
}

interface Collection {
  verdicts: Verdicts;
  listed: Map<string, RawExamined>;
}

function newCollection(): Collection {
  return { verdicts: { examined: 0, grades: [0, 0, 0, 0], changesOn: 0, findings: [] }, listed: new Map() };
}

async function judgeBatch(
  batch: readonly KeyedUnit[],
  selection: ControlSelection,
  evaluator: Evaluator,
  collected: Map<string, Collection>,
): Promise<void> {
  const units = Object.fromEntries(batch.map(({ key, unit }) => [key, unit]));
  const healthy = Object.entries(selection).filter(([id]) => collected.get(id)?.verdicts.failure === undefined);
  if (healthy.length === 0) return;
  const controls = Object.fromEntries(healthy);
  const reply = await evaluator.evaluate('main/judged', { units, controls });
  if ('value' in reply) {
    collect((reply.value ?? {}) as Judged, batch, Object.keys(controls), collected);
    return;
  }
  if (healthy.length === 1) {
    const [id] = healthy[0] as [string, unknown];
    (collected.get(id) as Collection).verdicts.failure = reply.failure.detail;
    return;
  }
  // One walk is 2.5 to 6 times quicker than an evaluation for each control: those only after the walk broke.
  for (const [id, control] of healthy) await judgeBatch(batch, { [id]: control }, evaluator, collected);
}

function collect(
  judged: Judged,
  batch: readonly KeyedUnit[],
  ids: readonly string[],
  collected: Map<string, Collection>,
): void {
  for (const { key } of batch) {
    for (const id of ids) {
      const result = judged[key]?.[id];
      const target = collected.get(id) as Collection;
      if (result) add(target, result);
      else
        target.verdicts.failure =
          'It yielded nothing: `examined` or `findings` is not a set of what the contract asks for.';
    }
  }
}

function add({ verdicts, listed }: Collection, { examined, findings }: RawResult): void {
  verdicts.findings.push(...findings);
  if (!Array.isArray(examined)) {
    verdicts.examined += examined.count;
    examined.grades.forEach((count, grade) => {
      verdicts.grades[grade] = (verdicts.grades[grade] ?? 0) + count;
    });
    verdicts.changesOn = sooner(verdicts.changesOn, examined.changes_on);
    return;
  }
  for (const entry of examined) {
    const key = JSON.stringify([entry.subject.collection, entry.subject.id]);
    const known = listed.get(key);
    if (!known || entry.grade < known.grade) listed.set(key, entry);
    verdicts.changesOn = sooner(verdicts.changesOn, entry.changes_on ?? 0);
  }
}

function withListed(verdicts: Verdicts, listed: ReadonlyMap<string, RawExamined>): Verdicts {
  const grades = [...verdicts.grades];
  for (const { grade } of listed.values()) grades[grade] = (grades[grade] ?? 0) + 1;
  return { ...verdicts, examined: verdicts.examined + listed.size, grades };
}

/** The earlier of two days, 0 standing for none. */
export function sooner(a: number, b: number): number {
  if (a === 0 || b === 0) return Math.max(a, b);
  return Math.min(a, b);
}
