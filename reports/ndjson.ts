import type { Assessment } from '../engine/generated/assessment.js';
import { jsonText } from './jsonText.js';

/** The findings, one a line and nothing else: an assessment without findings is an empty text. */
export function ndjson({ findings }: Assessment): string {
  return findings.map((finding) => `${jsonText(finding)}\n`).join('');
}
