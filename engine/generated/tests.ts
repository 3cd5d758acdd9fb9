// Generated from schemas/ by `npm run generate`. Do not edit.
/**
 * The Rego tests of a firm, or the built-in ones: what passed, what failed, and which lines of the rules they reach.
 */
export interface TestRun {
/**
 * The version of this format.
 */
schema: number
tests: {
package: string
name: string
file: string
line: number
/**
 * skip: its name begins with todo_.
 */
result: ("pass" | "fail" | "error" | "skip")
/**
 * Why it could not be evaluated.
 */
error?: string
/**
 * What it printed.
 */
output?: string
duration_ms: number
}[]
/**
 * Rules by file; helpers that are Privity's own are left out.
 */
coverage: {
file: string
/**
 * Of the lines that can be reached.
 */
percent: number
/**
 * Lines that no test reaches, from the first to the last of each run.
 */
uncovered: {
from: number
to: number
}[]
}[]
}
