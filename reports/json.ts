import type { Assessment } from '../engine/generated/assessment.js';

/** The assessment itself, as its schema says. */
export function json(assessment: Assessment): string {
  return `${JSON.stringify(assessment, null, 2)}\n`;
}
