/** Where something stands: a file relative to the firm's directory, line and column from 1, or the row of a register. */
export interface Place {
  file: string;
  line?: number;
  column?: number;
  row?: number;
}

/** Something that a user can put right: a sentence, and where it applies. Never thrown for a bug. */
export interface Problem {
  place?: Place;
  message: string;
}

/** Ends a run that cannot judge (exit code 2). Carries every problem found, so that a firm mends them in one go. */
export class UserError extends Error {
  override name = 'UserError';
  readonly problems: readonly Problem[];
  /** What became of the run, as a sentence. */
  readonly consequence: string;

  constructor(problems: readonly Problem[] | string, consequence = 'Nothing was judged.') {
    const list = typeof problems === 'string' ? [{ message: problems }] : problems;
    super(list.map(problemText).join('\n'));
    this.problems = list;
    this.consequence = consequence;
  }
}

/** `inventory/systems.yaml:41:5 …`, or `registers/consents.csv, row 10,482: …`. */
export function problemText({ place, message }: Problem): string {
  return place ? `${placeText(place)} ${message}` : message;
}

export function placeText({ file, line, column, row }: Place): string {
  if (row !== undefined) return `${file}, row ${row.toLocaleString('en-GB')}:`;
  if (line === undefined) return `${file}:`;
  return column === undefined ? `${file}:${line}` : `${file}:${line}:${column}`;
}
