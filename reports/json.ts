import type { Assessment } from '../engine/generated/assessment.js';
import type { Catalogue } from '../engine/generated/catalogue.js';
import type { Explanation } from '../engine/generated/explanation.js';
import { jsonText } from './jsonText.js';

/** The assessment, the explanation or the catalogue itself, as its schema says. */
export function json(document: Assessment | Explanation | Catalogue): string {
  return `${jsonText(document, 2)}\n`;
}
