/** Is told what a run is doing, in plain words, and with how many records it is done: once a file or a batch, not once a row. */
export type Progress = (doing: string, done?: number) => void;
