import type { Assessment } from '../engine/generated/assessment.js';
import type { Explanation } from '../engine/generated/explanation.js';
import { jsonText } from './jsonText.js';

/** The assessment or the explanation itself, as its schema says. */
export function json(document: Assessment | Explanation): string {
  return `${jsonText(document, 2)}\n`;
}
