// Generated from schemas/ by `npm run generate`. Do not edit.
/**
 * What Privity examined and what it found. Every report, annotation, dashboard and document is a rendering of this.
 */
export interface Assessment {
/**
 * The version of this format.
 */
schema: number
/**
 * The day, or the instant, as of which the facts were judged.
 */
as_of: string
firm: {
name: string
/**
 * IANA name.
 */
timezone: string
}
engine: {
version: string
}
inventory: {
/**
 * sha-256 of the normalised content of all that was read.
 */
digest: string
files: number
records: number
}
/**
 * The registers that were read from files, and those that are configured and were not at hand.
 */
registers: {
collection: string
file: string
at_hand: boolean
format?: ("csv" | "ndjson" | "parquet")
/**
 * Rows read; absent where no control judged needed them.
 */
rows?: number
/**
 * Rows that could not be used, within what the configuration allows.
 */
bad_rows?: number
/**
 * sha-256 of the file.
 */
digest?: string
}[]
/**
 * The id of the firm's key that ids of register rows are keyed with; absent where no key was at hand.
 */
key?: string
policies: {
/**
 * sha-256 of the rules, tables and parameters.
 */
digest: string
/**
 * The version of the built-in rules, by date.
 */
version: string
/**
 * How many controls are the firm's own.
 */
own: number
/**
 * The reference tables of which the firm has entries of its own, by name.
 */
own_tables: {
table: string
/**
 * What it lists.
 */
title: string
/**
 * The firm's file.
 */
file: string
/**
 * The day on which the firm's entries were last compared with the law.
 */
checked_on: string
/**
 * How many entries the firm has.
 */
entries: number
/**
 * How many of Privity's entries they stand in the place of.
 */
replaced: number
}[]
}
profile: ("essentials" | "standard" | "full")
gate: ("critical" | "high" | "medium" | "low" | "never")
/**
 * Every parameter's value in this run.
 */
parameters: {
[k: string]: unknown
}
scope: {
/**
 * How many controls were judged.
 */
judged: number
/**
 * Controls that the profile leaves out.
 */
not_in_profile: string[]
/**
 * Controls that the firm switched off.
 */
switched_off: {
control: string
reason: string
}[]
/**
 * How many controls this run was not asked for.
 */
not_selected: number
}
/**
 * One for each control judged, by id.
 */
outcomes: Outcome[]
/**
 * By severity, control, subject.
 */
findings: Finding[]
/**
 * The file that holds every finding, where this one holds only the first of each control.
 */
findings_file?: string
/**
 * outcomes counts controls; findings and severity count findings (severity: fails and warnings, fails: fails alone, which the gate looks at).
 */
summary: {
outcomes: {
error: number
fail: number
"needs-review": number
warn: number
pass: number
"not-applicable": number
}
findings: {
fail: number
warn: number
unknown: number
suspended: number
}
severity: {
critical: number
high: number
medium: number
low: number
}
fails: {
critical: number
high: number
medium: number
low: number
}
/**
 * Findings that are past and dealt with.
 */
history: number
evidence: {
declared: number
attested: number
evidenced: number
fed: number
}
}
}
/**
 * This interface was referenced by `Assessment`'s JSON-Schema
 * via the `definition` "Outcome".
 */
export interface Outcome {
control: string
title: string
/**
 * What the control looks at.
 */
description: string
domain: string
/**
 * The highest severity of the control's reasons.
 */
severity: ("critical" | "high" | "medium" | "low")
result: ("error" | "fail" | "needs-review" | "warn" | "pass" | "not-applicable")
/**
 * How many subjects the control applied to.
 */
examined: number
/**
 * The weakest evidence among the facts relied on.
 */
evidence: ("declared" | "attested" | "evidenced" | "fed")
evidence_counts: {
declared: number
attested: number
evidenced: number
fed: number
}
findings: {
fail: number
warn: number
unknown: number
suspended: number
history: number
}
/**
 * Why the control does not apply, could not be judged, or broke.
 */
why?: string
/**
 * The next day on which time alone changes what was found.
 */
changes_on?: string
/**
 * What was examined, counted and in words, such as 25 stores and files.
 */
population: string
/**
 * The findings of this control by reason, worst first, with exact counts; those for want of a fact also by the fact. Their counts add up to findings, history left out.
 */
reasons: FoundReason[]
/**
 * What the control rests on, of the law that applies to the firm, and standards.
 */
citations: Citation[]
remediation: string
/**
 * Whether the control is the firm's own.
 */
own: boolean
}
/**
 * This interface was referenced by `Assessment`'s JSON-Schema
 * via the `definition` "FoundReason".
 */
export interface FoundReason {
code: string
result: ("fail" | "warn" | "unknown" | "suspended")
severity: ("critical" | "high" | "medium" | "low")
/**
 * How many findings have this reason.
 */
count: number
/**
 * A complete sentence about all of them; of a single finding its message.
 */
sentence: string
/**
 * Whether nothing is left to do: a duty met late, or an event dealt with.
 */
settled: boolean
/**
 * For want of what it could not be judged: collection.field, or a collection.
 */
missing?: string
/**
 * The same in plain words.
 */
missing_title?: string
}
/**
 * This interface was referenced by `Assessment`'s JSON-Schema
 * via the `definition` "Citation".
 */
export interface Citation {
framework: string
ref: string
says: string
status: import('./control.js').Verification
/**
 * Binding rules, a body's reading of them, or a standard.
 */
kind: ("law" | "guidance" | "standard")
/**
 * What differs from the provision that the control names, or how far it binds.
 */
note?: string
}
/**
 * This interface was referenced by `Assessment`'s JSON-Schema
 * via the `definition` "Finding".
 */
export interface Finding {
/**
 * Stable across machines and commits: control, subject, reason and what distinguishes it.
 */
id: string
control: string
severity: ("critical" | "high" | "medium" | "low")
result: ("fail" | "warn" | "unknown" | "suspended")
reason: string
/**
 * A complete sentence.
 */
message: string
subject: {
collection: string
id: string
title?: string
}
location: Place
/**
 * The facts that the finding rests on, and where they stand.
 */
facts: {
collection: string
id: string
path?: string
location?: Place
/**
 * The fact that this one was derived from, where it does not stand in its own record: its place is then that fact's.
 */
derived_from?: {
collection: string
id: string
path: string
}
/**
 * What the field holds, in plain words. Only where the run was asked to show facts, as shows and records are.
 */
field?: string
/**
 * The declared value in plain words; "not declared" where there is none.
 */
shows?: string
}[]
/**
 * The records in which the facts stand, that of the subject included, and how each is known.
 */
records?: {
collection: string
id: string
/**
 * The record in plain words, such as "matter M-2291".
 */
name: string
/**
 * How its facts are known, in plain words.
 */
evidence?: string
location?: Place
}[]
/**
 * What fills the message, typed.
 */
arguments: {
[k: string]: unknown
}
/**
 * What tells it apart from findings of the same reason on the same subject.
 */
distinguishes?: string
evidence: ("declared" | "attested" | "evidenced" | "fed")
changes_on?: string
/**
 * Whether it can be accepted.
 */
waivable: boolean
}
/**
 * This interface was referenced by `Assessment`'s JSON-Schema
 * via the `definition` "Place".
 */
export interface Place {
/**
 * The file, relative to the firm's directory.
 */
file: string
/**
 * Counted from 1.
 */
line?: number
/**
 * Counted from 1, in characters.
 */
column?: number
/**
 * For rows of registers: the row, counted from 1 without the header.
 */
row?: number
}
