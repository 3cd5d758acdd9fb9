import type { Derivation } from '../load/closing.js';
import type { Facts } from '../load/facts.js';
import type { Closings, RowFormat } from '../load/registers/read.js';
import type { RawRow } from '../load/registers/rows.js';
import type { KeyedUnit } from './units.js';

/** What a rule says of a subject: `{subject, reason, args}` and, where it applies, the rest. */
export interface RawFinding {
  subject: { collection: string; id: string };
  reason: string;
  args?: Record<string, unknown>;
  by?: string;
  relied_on?: { collection: string; id: string; path?: string }[];
  changes_on?: number;
}

export interface RawExamined {
  subject: { collection: string; id: string };
  grade: number;
  changes_on?: number;
}

/** `examined` as counted by the driver. */
export interface ExaminedSummary {
  count: number;
  grades: number[];
  /** The first day on which time alone changes a verdict; 0 for none. */
  changes_on: number;
}

export interface RawResult {
  examined: RawExamined[] | ExaminedSummary;
  findings: RawFinding[];
}

/** What the driver yields of rules that keep to the contract; "undefined" stands for a control that does not. */
export type Yielded = Record<string, Record<string, RawResult | 'undefined'>>;

/** Why what a control yielded is not a result; see contract.ts. */
export interface Broken {
  broken: string;
}

/** Results by unit key and control id; controls that applied to nothing and found nothing are left out. */
export type Judged = Record<string, Record<string, RawResult | Broken>>;

/** Which control to judge, where its rules stand, whether its subjects are to be listed, and whether it is a firm's own. */
export type ControlSelection = Record<string, { path: readonly [string, string]; list: boolean; own?: boolean }>;

/** First a worker is given the rules, the firm's own apart from the built-in ones, and how much memory each may use. */
export interface WorkerRules {
  builtin: WebAssembly.Module;
  own?: WebAssembly.Module;
  initialPages: number;
  maximumPages: number;
}

/** Then what it judges by. It says that it is ready, or that it cannot be. */
export interface WorkerStart {
  /** JSON text of the rules' data. */
  data: ArrayBuffer;
  zone: string;
  asOf: { day: number; ms: number };
  /** Whether rows that findings mention come back with their facts: only where these are to be shown. */
  showFacts: boolean;
  formats: Record<string, RowFormat>;
  closings: Closings;
}

/** One evaluation with a ready input. */
export interface EvaluateRequest {
  entrypoint: string;
  /** JSON text; an exact-size buffer, because opa-wasm takes whatever lies in it. */
  input: ArrayBuffer;
  /** Whether the firm's own rules are asked, and not the built-in ones. */
  own: boolean;
}

/** One batch: units as far as they are declared, and rows of files, still as text. */
export interface JudgeRequest {
  controls: ControlSelection;
  units: KeyedUnit[];
  raw: { unit: number; collection: string; rows: RawRow[] }[];
  /** The collection whose rows are the units, where each row is judged by itself; else the kind of the units. */
  kind: string;
  single: boolean;
}

/** A row that cannot be used, and why. */
export interface BadRow {
  collection: string;
  row: number;
  field: string;
  message: string;
}

/** What is known of a row that a finding mentions. */
export interface Mention {
  row: number;
  grade: number;
  title?: string;
  /** What one of its facts was derived from. */
  derivation?: Derivation;
  /** Only where facts are to be shown. */
  facts?: Facts;
}

export interface JudgeReply {
  judged: Judged;
  bad: BadRow[];
  /** Rows of files that findings name, by collection and id. */
  mentioned: Record<string, Record<string, Mention>>;
}

/** A worker's word: that it is ready, the reply to a request, or why there is none. */
export type WorkerReply = { ready: true } | { value: unknown } | WorkerFailure;

export interface WorkerFailure {
  error: string;
}
