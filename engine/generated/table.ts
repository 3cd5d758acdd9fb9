// Generated from schemas/ by `npm run generate`. Do not edit.
/**
 * This interface was referenced by `ReferenceTable`'s JSON-Schema
 * via the `definition` "AdequacyEntries".
 */
export type AdequacyEntries = {
/**
 * Whose data leaves: eu (GDPR) or uk (UK GDPR).
 */
regime: ("eu" | "uk")
/**
 * Two-letter country codes; US states with the country in front: GB, US-CA.
 */
country: string
/**
 * Year, month and day in quotes: '2027-12-31'.
 */
valid_from: string
/**
 * The first day on which the decision no longer stands. Year, month and day in quotes.
 */
valid_to?: string
/**
 * whole, or the name of the part to which the decision is limited.
 */
scope: string
/**
 * The decision.
 */
decision: string
status: import('./control.js').Verification
}[]
/**
 * This interface was referenced by `ReferenceTable`'s JSON-Schema
 * via the `definition` "MinimumRetentionEntries".
 */
export type MinimumRetentionEntries = {
record_class: string
regime: string
period: {
years?: number
months?: number
days?: number
}
from_event: string
status: import('./control.js').Verification
}[]
/**
 * This interface was referenced by `ReferenceTable`'s JSON-Schema
 * via the `definition` "UsStateBreachEntries".
 */
export type UsStateBreachEntries = {
/**
 * The two letters of a state: CA.
 */
state: string
/**
 * Days from discovery until residents are told, the last included.
 */
resident_days: number
/**
 * The attorney general is told where more residents than this are affected.
 */
ag_threshold?: number
ag_days?: number
ag_from?: ("discovery" | "resident-notice")
attorney_general?: string
other_recipients?: {
/**
 * As the notice names it.
 */
recipient: string
title: string
days: number
}[]
delay_grounds?: string[]
/**
 * The row holds for incidents discovered on or after this day. Year, month and day in quotes.
 */
effective_from: string
status: import('./control.js').Verification
}[]

/**
 * A reference table, Privity's own (policies/tables) or a firm's: facts of law that rules look up, with the day on which somebody checked them.
 */
export interface ReferenceTable {
/**
 * The name of the table.
 */
table: string
/**
 * What it lists, in plain words. Stated by the built-in table alone.
 */
title?: string
/**
 * What names an entry: the fields of an entry in a list, or the levels of keys in a mapping. A firm's entry stands in the place of the built-in entry with the same key. Stated by the built-in table alone.
 */
key?: string[]
/**
 * A period that the law sets at least: a firm's entry may lengthen it. Stated by the built-in table alone.
 */
only_longer?: {
/**
 * The field of the period.
 */
period: string
/**
 * The field of the event from which it runs, which has to be the same.
 */
from: string
}
/**
 * The laws under which the table is used; every firm uses one that names none. Stated by the built-in table alone.
 */
regimes?: string[]
/**
 * The day on which the entries were last compared with the law.
 */
checked_on: string
/**
 * After how many months they have to be compared again.
 */
review_months?: number
/**
 * Who keeps it up to date.
 */
owner?: string
/**
 * Where the entries were taken from.
 */
source: string
/**
 * The lawyer who has checked the entries.
 */
reviewer: string
status?: import('./control.js').Verification
/**
 * See the definition for each table below.
 */
entries: {
[k: string]: unknown
}
}
/**
 * This interface was referenced by `ReferenceTable`'s JSON-Schema
 * via the `definition` "CalendarEntries".
 */
export interface CalendarEntries {
[k: string]: {
status: import('./control.js').Verification
source: string
rule?: string
/**
 * The first and the last year that are listed.
 */
years: number[]
/**
 * Items: Year, month and day in quotes: '2027-12-31'.
 */
holidays: string[]
}
}
/**
 * This interface was referenced by `ReferenceTable`'s JSON-Schema
 * via the `definition` "ClauseSetEntries".
 */
export interface ClauseSetEntries {
[k: string]: string[]
}
/**
 * This interface was referenced by `ReferenceTable`'s JSON-Schema
 * via the `definition` "PolicySectionEntries".
 */
export interface PolicySectionEntries {
/**
 * Items: A key in small letters: legal-holds.
 */
[k: string]: string[]
}
/**
 * This interface was referenced by `ReferenceTable`'s JSON-Schema
 * via the `definition` "RefusalGroundEntries".
 */
export interface RefusalGroundEntries {
[k: string]: {
[k: string]: {
/**
 * The provision.
 */
ref: string
status: import('./control.js').Verification
}
}
}
/**
 * This interface was referenced by `ReferenceTable`'s JSON-Schema
 * via the `definition` "RegimeMapEntries".
 */
export interface RegimeMapEntries {
[k: string]: string[]
}
/**
 * This interface was referenced by `ReferenceTable`'s JSON-Schema
 * via the `definition` "TriggerOrderEntries".
 */
export interface TriggerOrderEntries {
[k: string]: string[]
}
/**
 * This interface was referenced by `ReferenceTable`'s JSON-Schema
 * via the `definition` "UkApdConditionEntries".
 */
export interface UkApdConditionEntries {
[k: string]: {
title: string
status: import('./control.js').Verification
}
}
