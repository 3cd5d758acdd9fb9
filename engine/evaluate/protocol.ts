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

/** `examined` as counted by the driver, for rows of registers. */
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

/** Results by unit key and control id. */
export type Judged = Record<string, Record<string, RawResult>>;

/** Which control to judge, where its rules stand, and whether its subjects are to be listed. */
export type ControlSelection = Record<string, { path: readonly [string, string]; list: boolean }>;

export interface WorkerStart {
  module: WebAssembly.Module;
  /** JSON text of the rules' data. */
  data: ArrayBuffer;
  initialPages: number;
  maximumPages: number;
}

export interface WorkerRequest {
  entrypoint: string;
  /** JSON text of the input; an exact-size buffer, because opa-wasm takes whatever lies in it. */
  input: ArrayBuffer;
}

export type WorkerReply = { value: unknown } | { error: string };
