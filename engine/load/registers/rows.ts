/** A row as the file has it: its number (from 1, without the header), and its fields as JSON text. */
export interface RawRow {
  row: number;
  text: string;
  /** Of a client's file that may need it: its one matter, as far as a day can be derived from it. */
  matter?: RawRow;
}

export interface KeyedRow extends RawRow {
  /** The unit that the row belongs to; null where it names none. */
  key: string | null;
}
