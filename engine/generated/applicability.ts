// Generated from schemas/ by `npm run generate`. Do not edit.
/**
 * Which laws apply to a firm and why, and which controls do not apply to it.
 */
export interface Applicability {
/**
 * The version of this format.
 */
schema: number
/**
 * The day, or the instant, as of which the firm was looked at.
 */
as_of: string
/**
 * Its name.
 */
firm: string
/**
 * The version of the built-in rules, by date.
 */
rules: string
profile: ("essentials" | "standard" | "full")
/**
 * Facts of the firm without which this cannot be told, in plain words.
 */
not_declared: string[]
/**
 * Where it has offices.
 */
offices: string[]
/**
 * Where its clients live.
 */
client_places: string[]
/**
 * Places from which no law follows by the reference table: nobody has looked at them.
 */
places_without_laws: string[]
/**
 * The reference table of the laws that follow from places.
 */
table: {
title: string
checked_on: string
/**
 * How many of its entries are the firm's own.
 */
own_entries: number
}
/**
 * Every law or set of rules that Privity knows, in the order of the schema.
 */
laws: LawStanding[]
/**
 * How many controls there are in all profiles, and how many of them can apply to this firm.
 */
controls: {
all: number
apply: number
}
/**
 * The controls that do not apply to this firm, by reason; the reason that takes out the most comes first.
 */
not_applicable: {
reason: string
controls: NamedControl[]
}[]
/**
 * Controls whose rule broke when it was asked whether it applies.
 */
broken: {
id: string
why: string
}[]
}
/**
 * This interface was referenced by `Applicability`'s JSON-Schema
 * via the `definition` "LawStanding".
 */
export interface LawStanding {
regime: string
/**
 * In plain words.
 */
title: string
/**
 * Declared by the firm; excluded by it; follows from a place and not answered; nobody has said anything, and no place asks for it.
 */
standing: ("applies" | "excluded" | "open" | "not-considered")
/**
 * Why the firm excludes it; absent where it gives no reason.
 */
reason?: string
/**
 * The offices from which it usually follows.
 */
from_offices: string[]
/**
 * The places of clients, without an office, from which it usually follows.
 */
from_clients: string[]
location?: import('./assessment.js').Place
/**
 * How many of the controls that can apply to the firm cite it, in all profiles.
 */
controls: number
/**
 * How many of them the firm's profile holds.
 */
in_profile: number
}
/**
 * This interface was referenced by `Applicability`'s JSON-Schema
 * via the `definition` "NamedControl".
 */
export interface NamedControl {
id: string
title: string
/**
 * Whether the firm's profile holds it.
 */
in_profile: boolean
}
