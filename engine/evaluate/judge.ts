import type { Control } from '../compile/catalogue.js';
import { collections, type UnitName } from '../generated/model.js';
import type { Inventory } from '../load/inventory.js';
import type { RegisterFiles } from '../load/references.js';
import { fieldNode } from '../load/schema.js';
import type { Progress } from '../progress.js';
import { type Batch, batchesOf, recordBatches } from './batches.js';
import type { Evaluator, Thread } from './evaluator.js';
import { listText } from './messages.js';
import type { BadRow, ControlSelection, JudgeReply, RawExamined, RawFinding, RawResult } from './protocol.js';
import { ROOTS, type UnitKind } from './units.js';

/** What a control yielded over all its units, apart from its findings. */
export interface Verdicts {
  examined: number;
  /** Subjects by the grade of their evidence, weakest first. */
  grades: number[];
  /** The next day on which time alone changes a verdict; 0 for none. */
  changesOn: number;
  /** Why the control broke: it is then never a pass, whatever it found before. */
  failure?: string;
}

/** Rows of files that were read, and those that could not be used. */
export interface RowCount {
  rows: number;
  bad: number;
  /** The first bad rows. */
  samples: BadRow[];
}

/** Is told of what is found, batch by batch: a million findings must not be held at once. */
export type Sink = (control: string, findings: readonly RawFinding[], mentioned: JudgeReply['mentioned']) => void;

export interface Judgement {
  verdicts: Map<string, Verdicts>;
  rows: Map<string, RowCount>;
}

const SAMPLES = 100;

/**
 * Judges controls on every unit that they apply to. A control that breaks is named, and the rest are still judged. Each
 * register's rows are streamed once for every kind of unit that controls need.
 */
export async function judgeControls(
  controls: readonly Control[],
  inventory: Inventory,
  files: RegisterFiles | undefined,
  evaluator: Evaluator,
  sink: Sink,
  progress: Progress = () => undefined,
): Promise<Judgement> {
  const collected = new Map(controls.map((control) => [control.id, newCollection()]));
  const counts = new Map<string, RowCount>(
    [...(files?.sources.keys() ?? [])].map((name) => [name, { rows: 0, bad: 0, samples: [] }]),
  );
  for (const pass of passesOf(controls, files)) {
    const what = unitsText(pass.kind);
    let records = 0;
    // The first rows come once all of them are in order.
    progress(files && pass.kind !== 'inventory' ? `Reading registers to judge ${what}` : `Judging ${what}`);
    await inParallel(
      evaluator.threads * 2,
      jobsOf(pass, inventory, files),
      async ({ batch, kind, selection, counted }) => {
        count(batch, counted, counts);
        const onBad = (bad: readonly BadRow[]): void => tallyBad(bad, counted, counts);
        await evaluator.use((thread) => judgeBatch(batch, kind, selection, thread, collected, sink, onBad));
        // Single rows that are judged on the way are those of the units.
        if (selection === pass.selection) records += recordsIn(batch);
        if (pass.kind !== 'inventory') progress(`Judging ${what}`, records);
      },
    );
  }
  return {
    verdicts: new Map([...collected].map(([id, { verdicts, listed }]) => [id, withListed(verdicts, listed)])),
    rows: counts,
  };
}

/** One way through the facts: units of a kind, and the controls that are judged on them and on single rows on the way. */
interface Pass {
  kind: UnitKind;
  selection: ControlSelection;
  /** Controls on single rows of a collection that this pass streams. */
  onRows: Map<string, ControlSelection>;
  /** The collections whose rows are counted in this pass: each in one pass only. */
  counted: Set<string>;
}

/** Rows of files or, where none are, units that are declared. */
function recordsIn({ units, raw }: Batch): number {
  return raw.length === 0 ? units.length : raw.reduce((sum, { rows }) => sum + rows.length, 0);
}

/** What the units of a kind are, in plain words. */
function unitsText(kind: UnitKind): string {
  if (kind === 'inventory') return 'what the firm declares';
  const names = typeof kind === 'object' ? [kind.record] : ROOTS[kind];
  return listText(names.map((name) => collections[name]?.noun.many ?? name));
}

function passesOf(controls: readonly Control[], files: RegisterFiles | undefined): Pass[] {
  const grouped = new Map<string, Control[]>();
  const single = new Map<string, Control[]>();
  const add = (groups: Map<string, Control[]>, name: string, control: Control): void => {
    groups.set(name, [...(groups.get(name) ?? []), control]);
  };
  for (const control of controls) {
    if (control.unit === 'record') for (const collection of control.subjects) add(single, collection, control);
    else add(grouped, control.unit, control);
  }
  const counted = new Set<string>();
  const passes: Pass[] = [...grouped].map(([name, group]) => {
    const kind = name as UnitName | 'inventory';
    const pass: Pass = { kind, selection: selectionOf(group), onRows: new Map(), counted: new Set() };
    if (kind === 'inventory') return pass;
    for (const collection of files?.sources.keys() ?? []) {
      if (!comesOnce(collection, kind) || counted.has(collection)) continue;
      counted.add(collection);
      pass.counted.add(collection);
      const onRows = single.get(collection);
      if (onRows) {
        pass.onRows.set(collection, selectionOf(onRows));
        single.delete(collection);
      }
    }
    return pass;
  });
  for (const [record, group] of single) {
    const isFile = files?.sources.has(record) === true;
    passes.push({
      kind: { record },
      selection: selectionOf(group),
      onRows: new Map(),
      counted: new Set(isFile && !counted.has(record) ? [record] : []),
    });
  }
  return passes;
}

/** Whether each row of a collection belongs to one unit of the kind, so that a pass by unit sees it once. */
function comesOnce(collection: string, kind: UnitName): boolean {
  const paths = collections[collection]?.units[kind] ?? [];
  const [path] = paths;
  return (
    paths.length === 1 && path !== undefined && !path.includes('>') && fieldNode(collection, path)?.type !== 'array'
  );
}

/** Subjects are listed where a row may stand in several units and must be counted once. */
export function selectionOf(controls: readonly Control[]): ControlSelection {
  return Object.fromEntries(controls.map(({ id, path, unit, own }) => [id, { path, list: unit === 'matter', own }]));
}

interface Job {
  batch: Batch;
  kind: UnitKind;
  selection: ControlSelection;
  counted: ReadonlySet<string>;
}

async function* jobsOf(
  { kind, selection, onRows, counted }: Pass,
  inventory: Inventory,
  files: RegisterFiles | undefined,
): AsyncGenerator<Job> {
  for await (const batch of batchesOf(inventory, files, kind)) {
    yield { batch, kind, selection, counted };
    for (const [record, controls] of onRows) {
      const rows = batch.raw.filter(({ collection }) => collection === record).flatMap(({ rows: found }) => found);
      for (const part of recordBatches(record, rows))
        yield { batch: part, kind: { record }, selection: controls, counted: new Set() };
    }
  }
}

// Keeps a few more batches under way than there are threads, and no more: memory stays flat however many rows follow.
async function inParallel<T>(limit: number, items: AsyncIterable<T>, work: (item: T) => Promise<void>): Promise<void> {
  const running = new Set<Promise<void>>();
  let failure: { error: unknown } | undefined;
  for await (const item of items) {
    const task = work(item)
      .catch((error: unknown) => {
        failure ??= { error };
      })
      .finally(() => running.delete(task));
    running.add(task);
    if (running.size >= limit) await Promise.race(running);
    if (failure) break;
  }
  await Promise.all(running);
  if (failure) throw failure.error;
}

interface Collection {
  verdicts: Verdicts;
  listed: Map<string, RawExamined>;
}

function newCollection(): Collection {
  return { verdicts: { examined: 0, grades: [0, 0, 0, 0], changesOn: 0 }, listed: new Map() };
}

async function judgeBatch(
  batch: Batch,
  kind: UnitKind,
  selection: ControlSelection,
  thread: Thread,
  collected: Map<string, Collection>,
  sink: Sink,
  onBad: (bad: readonly BadRow[]) => void,
): Promise<void> {
  const healthy = Object.entries(selection).filter(([id]) => collected.get(id)?.verdicts.failure === undefined);
  if (healthy.length === 0 && batch.raw.length === 0) return;
  const controls = Object.fromEntries(healthy);
  const single = typeof kind === 'object';
  const reply = await thread.judge({
    controls,
    units: batch.units,
    raw: batch.raw,
    kind: single ? kind.record : kind,
    single,
  });
  if (!('failure' in reply)) {
    onBad(reply.bad);
    collect(reply, Object.keys(controls), collected, sink);
    return;
  }
  if (healthy.length <= 1) {
    for (const [id] of healthy) (collected.get(id) as Collection).verdicts.failure = reply.failure.detail;
    return;
  }
  // One walk is 2.5 to 6 times quicker than an evaluation for each control: those only after the walk broke. The thread
  // is kept until the broken one is known, so that no other batch runs into it meanwhile.
  for (const [index, [id, control]] of healthy.entries()) {
    await judgeBatch(batch, kind, { [id]: control }, thread, collected, sink, index === 0 ? onBad : () => undefined);
  }
}

function collect(
  { judged, mentioned }: JudgeReply,
  ids: readonly string[],
  collected: Map<string, Collection>,
  sink: Sink,
): void {
  for (const results of Object.values(judged)) {
    for (const id of ids) {
      const result = results[id];
      if (result === undefined) continue;
      const target = collected.get(id) as Collection;
      if ('broken' in result) target.verdicts.failure ??= result.broken;
      else {
        add(target, result);
        if (result.findings.length > 0) sink(id, result.findings, mentioned);
      }
    }
  }
}

function add({ verdicts, listed }: Collection, { examined }: RawResult): void {
  if (!Array.isArray(examined)) {
    verdicts.examined += examined.count;
    for (const [grade, count] of examined.grades.entries())
      verdicts.grades[grade] = (verdicts.grades[grade] ?? 0) + count;
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

function count({ raw }: Batch, counted: ReadonlySet<string>, counts: Map<string, RowCount>): void {
  for (const { collection, rows } of raw) {
    const target = counted.has(collection) ? counts.get(collection) : undefined;
    if (target) target.rows += rows.length;
  }
}

function tallyBad(bad: readonly BadRow[], counted: ReadonlySet<string>, counts: Map<string, RowCount>): void {
  for (const row of bad) {
    const target = counted.has(row.collection) ? counts.get(row.collection) : undefined;
    if (!target) continue;
    target.bad += 1;
    if (target.samples.length < SAMPLES) target.samples.push(row);
  }
}

/** The earlier of two days, 0 standing for none. */
export function sooner(a: number, b: number): number {
  if (a === 0 || b === 0) return Math.max(a, b);
  return Math.min(a, b);
}
