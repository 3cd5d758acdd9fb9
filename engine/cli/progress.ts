import { columnsOf, wrapped } from '../../reports/columns.js';
import { legible, withPlainSigns } from '../../reports/legible.js';
import type { Progress } from '../progress.js';
import { isCi } from './judge.js';

/** A run that is over sooner shows nothing, in milliseconds. */
const PATIENCE = 1_000;
const BETWEEN_DRAWINGS = 125;
/** Where a terminal does not say how wide it is. */
const USUAL_WIDTH = 80;
const CLEAR = '\r\u001b[K';

/** What progress is drawn on: standard error of a process. */
export interface Terminal {
  columns?: number;
  write(text: string): unknown;
}

export interface Clock {
  /** Milliseconds from any start. */
  now(): number;
  /** Acts again and again, until the answer is called. */
  every(milliseconds: number, act: () => void): () => void;
}

export interface ProgressLine {
  tell: Progress;
  /** Takes away what is drawn; it comes back with the next drawing. */
  clear(): void;
  /** Takes away what is drawn, for good. */
  end(): void;
}

interface Said {
  doing: string;
  done: number | undefined;
}

/**
 * One line that says what a run is doing and for how long, redrawn in its place. It is drawn by a clock, so that a long
 * wait is seen to go on, and by what is told, because reading files keeps the clock waiting.
 */
export function progressLine(terminal: Terminal, clock: Clock): ProgressLine {
  const started = clock.now();
  let said: Said | undefined;
  let drawn = '';
  let next = started + PATIENCE;
  const clear = (): void => {
    if (drawn !== '') terminal.write(CLEAR);
    drawn = '';
  };
  const draw = (): void => {
    const now = clock.now();
    if (said === undefined || now < next) return;
    next = now + BETWEEN_DRAWINGS;
    // The last column stays free: some terminals begin a new line once it is filled.
    const width = (terminal.columns || USUAL_WIDTH) - 1;
    const line = fitting(wordsOf(said), ` (${Math.floor((now - started) / 1_000)} s)`, width);
    if (line === drawn) return;
    terminal.write(CLEAR + line);
    drawn = line;
  };
  const stop = clock.every(BETWEEN_DRAWINGS, draw);
  return {
    tell(doing, done) {
      said = { doing, done };
      draw();
    },
    clear,
    end() {
      stop();
      said = undefined;
      clear();
    },
  };
}

function wordsOf({ doing, done }: Said): string {
  if (done === undefined) return doing;
  return `${doing}: ${done.toLocaleString('en-GB')} ${done === 1 ? 'record' : 'records'}`;
}

function fitting(text: string, end: string, width: number): string {
  const plain = withPlainSigns(legible(text));
  if (columnsOf(plain + end) <= width) return plain + end;
  if (width < 1) return '';
  return wrapped(plain, width)[0] ?? '';
}

const SYSTEM_CLOCK: Clock = {
  now: () => performance.now(),
  every(milliseconds, act) {
    const timer = setInterval(act, milliseconds).unref();
    return () => clearInterval(timer);
  },
};

/** Where a run takes place. */
export interface Surroundings {
  quiet: boolean;
  /** Whether standard error is a terminal. */
  isTerminal: boolean;
  env: NodeJS.ProcessEnv;
}

/** Whether somebody watches, and on something that can take a line back. */
export function isWatched({ quiet, isTerminal, env }: Surroundings): boolean {
  return isTerminal && !quiet && env.TERM !== 'dumb' && !isCi(env);
}

/** Whatever prints or ends the process meanwhile. */
const INTERRUPTIONS = ['SIGINT', 'SIGTERM', 'warning', 'uncaughtExceptionMonitor', 'exit'];

/**
 * Runs what may take long and shows how far it is. Nothing is left of it when `run` is over, and whatever is printed must
 * be printed then.
 */
export async function withProgress<T>(quiet: boolean, run: (progress: Progress) => Promise<T>): Promise<T> {
  const { stderr, env } = process;
  if (!isWatched({ quiet, isTerminal: stderr.isTTY === true, env })) return run(() => undefined);
  const line = progressLine(stderr, SYSTEM_CLOCK);
  const interrupted: NodeJS.EventEmitter = process;
  // Before the others that listen: they print.
  for (const event of INTERRUPTIONS) interrupted.prependListener(event, line.clear);
  try {
    return await run(line.tell);
  } finally {
    line.end();
    for (const event of INTERRUPTIONS) interrupted.removeListener(event, line.clear);
  }
}
