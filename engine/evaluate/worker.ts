import { parentPort, workerData } from 'node:worker_threads';
import { loadPolicy } from '@open-policy-agent/opa-wasm';
import type { RawRow } from '../load/registers/duckdb.js';
import { type ReadRow, readRow } from '../load/registers/read.js';
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
  WorkerReply,
  WorkerStart,
} from './protocol.js';
import { addRow, jsonBuffer, type Unit } from './units.js';

/**
 * Judges batches in a thread of its own, which is ended at its limit: rules are untrusted, and WASM cannot be paused.
 * Rows of files are read here too, so that the main thread only sorts and hands on.
 */

const {
  module,
  data,
  initialPages,
  maximumPages,
  zone: zoneName,
  asOf,
  showFacts,
  formats,
  closings,
} = workerData as WorkerStart;
const reading = { zone: zoneOf(zoneName) as Zone, asOf, formats, closings };
const policy = await started();

parentPort?.on('message', (request: EvaluateRequest | JudgeRequest) => {
  parentPort?.postMessage(reply(request));
});

async function started(): ReturnType<typeof loadPolicy> {
  const loaded = await loadPolicy(module, { initial: initialPages, maximum: maximumPages });
  loaded.setData(data);
  parentPort?.postMessage({ ready: true });
  return loaded;
}

function reply(request: EvaluateRequest | JudgeRequest): WorkerReply {
  try {
    return {
      value: 'input' in request ? policy.evaluate(request.input, request.entrypoint)[0]?.result : judge(request),
    };
  } catch (error) {
    // opa-wasm throws a bare string where a rule conflicts with itself.
    return { error: error instanceof Error ? error.message : String(error) };
  }
}

type Rows = Map<string, Map<string, ReadRow>>;

function judge({ controls, units: declared, raw, kind, single }: JudgeRequest): JudgeReply {
  const rows: Rows = new Map();
  const bad: BadRow[] = [];
  const units: Record<string, Unit> = {};
  for (const { key, unit } of declared) units[key] = unit;
  for (const { unit: position, collection, rows: texts } of raw) {
    const key = (declared[position] as { key: string }).key;
    for (const text of texts) {
      const read = rowOf(collection, text, bad);
      if (!read) {
        if (single) delete units[key];
        continue;
      }
      const known = rows.get(collection) ?? new Map();
      rows.set(collection, known.set(String(read.facts.id), read));
      addRow(units[key] as Unit, collection, read.facts, kind, single);
    }
  }
  const judged = checked(policy.evaluate(jsonBuffer({ units, controls }), 'main/judged')[0]?.result, controls);
  return { judged, bad, mentioned: mentionedRows(judged, rows) };
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

function rowOf(collection: string, raw: RawRow, bad: BadRow[]): ReadRow | undefined {
  const read = readRow(collection, raw, reading);
  if ('facts' in read) return read;
  bad.push({ collection, row: raw.row, ...read.complaint });
  return undefined;
}

function mentionedRows(judged: Judged, rows: Rows): JudgeReply['mentioned'] {
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
