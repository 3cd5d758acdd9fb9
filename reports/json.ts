import type { Applicability } from '../engine/generated/applicability.js';
import type { Assessment } from '../engine/generated/assessment.js';
import type { Catalogue } from '../engine/generated/catalogue.js';
import type { Explanation } from '../engine/generated/explanation.js';
import type { TestRun } from '../engine/generated/tests.js';
import { jsonText } from './jsonText.js';

/** The document itself, as its schema says. */
export function json(document: Applicability | Assessment | Explanation | Catalogue | TestRun): string {
  return `${jsonText(document, 2)}\n`;
}
