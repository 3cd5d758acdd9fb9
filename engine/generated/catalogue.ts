// Generated from schemas/ by `npm run generate`. Do not edit.
/**
 * The controls that a firm can be judged by, and the articles of a framework that they cover.
 */
export interface Catalogue {
/**
 * The version of this format.
 */
schema: number
/**
 * The version of the built-in rules, by date.
 */
version: string
controls: CatalogueEntry[]
coverage?: Coverage
}
/**
 * This interface was referenced by `Catalogue`'s JSON-Schema
 * via the `definition` "CatalogueEntry".
 */
export interface CatalogueEntry {
id: string
/**
 * The duty in plain words.
 */
title: string
/**
 * The question that it asks.
 */
description: string
domain: string
/**
 * The highest of its reasons.
 */
severity: ("critical" | "high" | "medium" | "low")
/**
 * The smallest profile that it belongs to.
 */
profile: ("essentials" | "standard" | "full")
/**
 * What one evaluation sees.
 */
unit: ("inventory" | "record" | "client" | "matter" | "staff" | "asset")
/**
 * The laws and standards that it cites.
 */
frameworks: string[]
/**
 * Whether it is the firm's own.
 */
own: boolean
/**
 * Why the firm has switched it off.
 */
switched_off?: string
}
/**
 * A framework by article: which controls cite each.
 * 
 * This interface was referenced by `Catalogue`'s JSON-Schema
 * via the `definition` "Coverage".
 */
export interface Coverage {
framework: string
/**
 * Where the list of articles comes from; absent where only what is cited is known.
 */
source?: string
checked_on?: string
articles: {
ref: string
title?: string
/**
 * Ids; empty: no control covers it.
 */
controls: string[]
}[]
}
