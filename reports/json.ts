import type { Assessment } from '../engine/generated/assessment.js';
import type { Explanation } from '../engine/generated/explanation.js';

/** The assessment or the explanation itself, as its schema says. */
export function json(document: Assessment | Explanation): string {
  return `${JSON.stringify(document, null, 2)}\n`;
}
