import { parentPort } from 'node:worker_threads';
import { loadPolicy } from '@open-policy-agent/opa-wasm';
import { type ReadRow, readRow } from '../load/registers/read.js';
import type { RawRow } from '../load/registers/rows.js';
import { type Zone, zoneOf } from '../load/time.js';
import { checkedResult } from './contract.js';
import { mentionOf } from './mentions.js';
import type {
  BadRow,
  ControlSelection,
  EvaluateRequest,
  Judged,
  JudgeReply,
  JudgeRequest,
  Mention,
  WorkerFailure,
  WorkerReply,
  WorkerRules,
  WorkerStart,
} from './protocol.js';
import { addRow, jsonBuffer, type Unit } from './units.js';

/**
 * Judges batches in a thread of its own, which is ended at its limit: rules are untrusted, and WASM cannot be paused.
 * Rows of files are read here too, so that the main thread only deals them out and hands on.
 */

type LoadedPolicy = Awaited<ReturnType<typeof loadPolicy>>;

/** The built-in rules, and a firm's own, each with a memory of its own. */
interface RuleSets {
  builtin: LoadedPolicy;
  own: LoadedPolicy | undefined;
}

/** What a batch is judged by. */
interface Judging extends Omit<WorkerStart, 'zone' | 'data'> {
  rules: RuleSets;
  /** Made when a row first needs it: it costs more than judging a small firm. */
  readonly zone: Zone;
}

// opa-wasm asks whether it is given a `Response`, and the mere question makes Node load its whole HTTP client.
Object.defineProperty(globalThis, 'Response', { value: class {} });

let rules: Promise<RuleSets> | undefined;
let judging: Judging | undefined;

parentPort?.on('message', (message: WorkerRules | WorkerStart | EvaluateRequest | JudgeRequest) => {
  if ('builtin' in message) prepare(message);
  else if ('data' in message) begin(message).then(answer, (error) => answer(failed(error)));
  else answer(reply(message));
});

function answer(reply: WorkerReply): void {
  parentPort?.postMessage(reply);
}

/** The rules come while the facts are still being read elsewhere: nobody waits for an answer then. */
function prepare({ builtin, own, initialPages, maximumPages }: WorkerRules): void {
  const load = (module: WebAssembly.Module): Promise<LoadedPolicy> =>
    loadPolicy(module, { initial: initialPages, maximum: maximumPages });
  rules = Promise.all([load(builtin), own && load(own)]).then(([first, second]) => ({ builtin: first, own: second }));
  // Told when the facts come.
  rules.catch(() => undefined);
}

async function begin({ data, zone: name, ...rest }: WorkerStart): Promise<WorkerReply> {
  const loaded = (await rules) as RuleSets;
  loaded.builtin.setData(data);
  loaded.own?.setData(data);
  let zone: Zone | undefined;
  judging = {
    ...rest,
    rules: loaded,
    get zone() {
      zone ??= zoneOf(name) as Zone;
      return zone;
    },
  };
  return { ready: true };
}

function reply(request: EvaluateRequest | JudgeRequest): WorkerReply {
  if (!judging) return { error: 'no facts were given' };
  try {
    if (!('input' in request)) return { value: judge(request, judging) };
    const { own, builtin } = judging.rules;
    const asked = request.own ? own : builtin;
    return { value: asked?.evaluate(request.input, request.entrypoint)[0]?.result };
  } catch (error) {
    return failed(error);
  }
}

// opa-wasm throws a bare string where a rule conflicts with itself.
function failed(error: unknown): WorkerFailure {
  return { error: error instanceof Error ? error.message : String(error) };
}

type Rows = Map<string, Map<string, ReadRow>>;

function judge({ controls, units: declared, raw, kind, single }: JudgeRequest, by: Judging): JudgeReply {
  const rows: Rows = new Map();
  const bad: BadRow[] = [];
  const units: Record<string, Unit> = {};
  for (const { key, unit } of declared) units[key] = unit;
  for (const { unit: position, collection, rows: texts } of raw) {
    const key = (declared[position] as { key: string }).key;
    for (const text of texts) {
      const read = rowOf(collection, text, by, bad);
      if (!read) {
        if (single) delete units[key];
        continue;
      }
      const known = rows.get(collection) ?? new Map();
      rows.set(collection, known.set(String(read.facts.id), read));
      addRow(units[key] as Unit, collection, read.facts, kind, single);
    }
  }
  const judged = byBoth(units, controls, by.rules);
  return { judged, bad, mentioned: mentionedRows(judged, rows, by.showFacts) };
}

/** Judges by the built-in rules and by the firm's own, as far as either has a control to judge. */
function byBoth(units: Record<string, Unit>, controls: ControlSelection, { builtin, own }: RuleSets): Judged {
  const all = Object.entries(controls);
  const judged = judgedBy(builtin, units, Object.fromEntries(all.filter(([, control]) => !control.own)));
  if (!own) return judged;
  const more = judgedBy(own, units, Object.fromEntries(all.filter(([, control]) => control.own)));
  for (const [key, results] of Object.entries(more)) judged[key] = { ...judged[key], ...results };
  return judged;
}

function judgedBy(rules: LoadedPolicy, units: Record<string, Unit>, controls: ControlSelection): Judged {
  if (Object.keys(controls).length === 0) return {};
  return checked(rules.evaluate(jsonBuffer({ units, controls }), 'main/judged')[0]?.result, controls);
}

/** Checks, in place, what the firm's own rules yielded: the built-in ones have been tested, and rows are many. */
function checked(result: unknown, controls: ControlSelection): Judged {
  const judged = Object(result) as Record<string, Record<string, unknown>>;
  for (const results of Object.values(judged)) {
    for (const [id, yielded] of Object.entries(results)) {
      if (controls[id]?.own || yielded === 'undefined') results[id] = checkedResult(yielded);
    }
  }
  return judged as Judged;
}

function rowOf(collection: string, raw: RawRow, by: Judging, bad: BadRow[]): ReadRow | undefined {
  const read = readRow(collection, raw, by);
  if ('facts' in read) return read;
  bad.push({ collection, row: raw.row, ...read.complaint });
  return undefined;
}

function mentionedRows(judged: Judged, rows: Rows, showFacts: boolean): JudgeReply['mentioned'] {
  const mentioned: JudgeReply['mentioned'] = {};
  if (rows.size === 0) return mentioned;
  const mention = ({ collection, id }: { collection: string; id: string }): void => {
    const found = rows.get(collection)?.get(id);
    if (!found) return;
    tell(collection, id, mentionOf(found, showFacts));
    const { derivation, matter } = found;
    if (derivation && matter)
      tell('matters', derivation.from.id, mentionOf(rows.get('matters')?.get(derivation.from.id) ?? matter, showFacts));
  };
  const tell = (collection: string, id: string, entry: Mention): void => {
    mentioned[collection] ??= {};
    (mentioned[collection] as Record<string, Mention>)[id] = entry;
  };
  for (const results of Object.values(judged)) {
    for (const result of Object.values(results)) {
      for (const { subject, relied_on = [], args = {} } of 'broken' in result ? [] : result.findings) {
        mention(subject);
        for (const fact of relied_on) mention(fact);
        for (const argument of Object.values(args)) {
          if (typeof argument === 'object' && argument !== null && 'id' in argument)
            mention(argument as { collection: string; id: string });
        }
      }
    }
  }
  return mentioned;
}
