import type { Assessment } from '../engine/generated/assessment.js';
import { jsonText } from './jsonText.js';

/** The assessment itself, as its schema says. */
export function json(assessment: Assessment): string {
  return `${jsonText(assessment, 2)}\n`;
}
