// Generated from schemas/ by `npm run generate`. Do not edit.
/**
 * privity.yaml: where a firm's facts are, which rules apply, and what stops a merge.
 */
export interface Config {
/**
 * The version of this format; always 1.
 */
privity: number
/**
 * How much is judged: essentials (a first week), standard, or full.
 */
profile?: ("essentials" | "standard" | "full")
/**
 * Where the declared practices and small registers stand: file patterns below this directory.
 */
inventory?: string[]
/**
 * Where the firm's own rules stand: file patterns below this directory.
 */
policies?: string[]
/**
 * Registers that are read from CSV, NDJSON or Parquet files, by collection, and what is known of all registers.
 */
registers?: {
[k: string]: Register
}
/**
 * The firm's own values for the parameters of controls, within their bounds.
 */
parameters?: {
[k: string]: unknown
}
/**
 * Changes to the catalogue.
 */
controls?: {
/**
 * Controls that the firm does not judge, each with its reason, which every report shows.
 */
off?: SwitchedOff[]
}
/**
 * The day on which the firm adopted Privity.
 */
adopted_on?: string
/**
 * What stops a merge.
 */
gate?: {
/**
 * The lowest severity that makes a check fail; never means that findings are reported only.
 */
fail_on?: ("critical" | "high" | "medium" | "low" | "never")
}
/**
 * Bounds on the rules.
 */
limits?: {
/**
 * How long one batch may be judged before it is given up: 10 seconds unless set. A rule that takes longer is an error.
 */
evaluation_seconds?: number
/**
 * How much memory the rules may use while judging a batch: 512 MB unless set. A rule that needs more is an error.
 */
memory_mb?: number
}
/**
 * What outputs may show.
 */
outputs?: {
/**
 * Whether clients, matters and staff may be named in outputs of a CI run that asks for detail.
 */
detail_in_ci?: boolean
}
}
/**
 * This interface was referenced by `Config`'s JSON-Schema
 * via the `definition` "Register".
 */
export interface Register {
/**
 * The file, relative to this directory or below a root given on the command line.
 */
file?: string
/**
 * The format; by default the file's ending tells.
 */
format?: ("csv" | "ndjson" | "parquet")
/**
 * Which column of the file holds which field: field name to column name. Fields that are not named are looked for under their own name.
 */
columns?: {
[k: string]: string
}
/**
 * What separates the entries of a list within one cell (CSV).
 */
list_separator?: string
/**
 * The register holds every record there is, so that none means none.
 */
complete?: boolean
/**
 * How many rows may be unreadable before the run is refused.
 */
bad_rows_allowed?: number
}
/**
 * This interface was referenced by `Config`'s JSON-Schema
 * via the `definition` "SwitchedOff".
 */
export interface SwitchedOff {
/**
 * The control's id.
 */
control: string
/**
 * Why the firm does not judge it.
 */
reason: string
/**
 * Who decided, by staff id or office.
 */
by?: string
/**
 * When it was decided.
 */
on?: string
}
