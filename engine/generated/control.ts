// Generated from schemas/ by `npm run generate`. Do not edit.
/**
 * How far a reference was verified: read in the text of the law, known from what others write, or read nowhere yet.
 * 
 * This interface was referenced by `ControlMetadata`'s JSON-Schema
 * via the `definition` "Verification".
 */
export type Verification = ("primary" | "secondary" | "unverified")

/**
 * The METADATA block of a control: the one place where title, reasons, law and remedy stand.
 */
export interface ControlMetadata {
/**
 * A statement that a compliance officer understands: the duty.
 */
title: string
/**
 * What the control looks at and asks.
 */
description: string
custom: ControlCustom
}
/**
 * This interface was referenced by `ControlMetadata`'s JSON-Schema
 * via the `definition` "ControlCustom".
 */
export interface ControlCustom {
/**
 * Stable id, such as CONSENT-001.
 */
id: string
/**
 * The smallest profile that the control belongs to.
 */
profile: ("essentials" | "standard" | "full")
/**
 * What one evaluation sees.
 */
unit: ("inventory" | "record" | "client" | "matter" | "staff" | "asset")
/**
 * The collections whose records the control examines.
 */
subjects: string[]
/**
 * Every fact that the control reads, as entity.field.
 */
reads: string[]
/**
 * Collections among those read without which the control can still be judged.
 */
optional?: string[]
/**
 * The parameters that the control uses.
 */
parameters: string[]
/**
 * Every reason that the control can give.
 */
reasons: Reason[]
/**
 * Why the control may not apply to a firm at all.
 */
not_applicable?: NotApplicable[]
/**
 * The law and standards behind the control.
 */
citations: Citation[]
/**
 * How to put it right.
 */
remediation: string
}
/**
 * This interface was referenced by `ControlMetadata`'s JSON-Schema
 * via the `definition` "Reason".
 */
export interface Reason {
/**
 * The code that the rule gives.
 */
code: string
/**
 * What a finding with this reason means.
 */
result: ("fail" | "warn" | "unknown" | "suspended" | "history")
severity: ("critical" | "high" | "medium" | "low")
/**
 * Whether a missing record is itself the breach (record), or a dated act is not recorded after its due day (open).
 */
absence?: ("record" | "open")
/**
 * The argument whose day starts late_visibility_days, after which the finding is history.
 */
history_after?: string
/**
 * Whether the finding can be accepted; not where a deadline is fixed by law.
 */
waivable?: boolean
/**
 * A complete sentence; {placeholders} are filled from the finding's arguments.
 */
message: string
/**
 * A complete sentence about two or more findings: {count} is their number, {subjects} their subjects, counted, such as 3 files; an argument of the message stands for all its values. Left out for not-declared, where the engine writes it.
 */
many?: string
}
/**
 * This interface was referenced by `ControlMetadata`'s JSON-Schema
 * via the `definition` "NotApplicable".
 */
export interface NotApplicable {
code: string
message: string
}
/**
 * This interface was referenced by `ControlMetadata`'s JSON-Schema
 * via the `definition` "Citation".
 */
export interface Citation {
framework: string
ref: string
says: string
status: Verification
}
