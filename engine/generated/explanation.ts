// Generated from schemas/ by `npm run generate`. Do not edit.
/**
 * A paragraph, an entry of a list, a table, or an example of what to write.
 * 
 * This interface was referenced by `Explanation`'s JSON-Schema
 * via the `definition` "PageBlock".
 */
export type PageBlock = ({
kind: "text"
text: string
} | {
kind: "item"
text: string
} | {
kind: "table"
head: string[]
rows: string[][]
} | {
kind: "example"
text: string
})

/**
 * What one control asks and why, what it examined and found in a firm, and how to put it right.
 */
export interface Explanation {
/**
 * The version of this format.
 */
schema: number
control: ExplainedControl
page?: ControlPage
/**
 * The numbers that the rule uses, with their bounds.
 */
parameters: ExplainedParameter[]
/**
 * The id of the one finding that was asked for.
 */
finding?: string
/**
 * Why the firm has switched the control off; it was then not judged.
 */
switched_off?: string
/**
 * The firm's profile, where it leaves the control out; it was judged all the same.
 */
outside_profile?: ("essentials" | "standard" | "full")
/**
 * What the firm declares of the collections whose records are examined.
 */
population?: {
collection: string
/**
 * Its plain title.
 */
title: string
/**
 * How many the firm declares; absent where it has declared none and not said so.
 */
records?: number
/**
 * How the declared records are known, most records first.
 */
known?: {
how: string
records: number
}[]
}[]
assessment?: import('./assessment.js').Assessment
}
/**
 * This interface was referenced by `Explanation`'s JSON-Schema
 * via the `definition` "ExplainedControl".
 */
export interface ExplainedControl {
id: string
title: string
/**
 * The question that it asks.
 */
description: string
domain: string
/**
 * The highest severity of its reasons.
 */
severity: ("critical" | "high" | "medium" | "low")
/**
 * The smallest profile that the control belongs to.
 */
profile: ("essentials" | "standard" | "full")
/**
 * What one evaluation sees.
 */
unit: ("inventory" | "record" | "client" | "matter" | "staff" | "asset")
/**
 * The titles of the collections whose records it examines.
 */
subjects: string[]
/**
 * The facts that it reads, in plain words.
 */
reads: {
/**
 * The kind of record.
 */
record: string
fields: string[]
}[]
citations: import('./assessment.js').Citation[]
remediation: string
/**
 * Where the rule stands.
 */
file: string
/**
 * Whether the control is the firm's own.
 */
own: boolean
}
/**
 * The page of a control, as plain text.
 * 
 * This interface was referenced by `Explanation`'s JSON-Schema
 * via the `definition` "ControlPage".
 */
export interface ControlPage {
/**
 * Why the control is there, in paragraphs.
 */
intro: string[]
sections: {
title: string
blocks: PageBlock[]
}[]
}
/**
 * This interface was referenced by `Explanation`'s JSON-Schema
 * via the `definition` "ExplainedParameter".
 */
export interface ExplainedParameter {
name: string
title: string
/**
 * Its value in this run; without a firm, the default. Left out where none is set.
 */
value?: (boolean | number | string | {
[k: string]: string
})
/**
 * Its value where the firm sets none. Left out where there is none.
 */
default?: (boolean | number | string | {
[k: string]: string
})
min?: number
max?: number
unit: string
kind: ("firm-policy" | "tighten-only" | "legal-fixed" | "legal-reference")
note?: string
set_at?: import('./assessment.js').Place
}
