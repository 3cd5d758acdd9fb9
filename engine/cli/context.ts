/** What commands know beside their arguments. */
export interface CommandContext {
  /** Privity's own version. */
  version: string;
}
