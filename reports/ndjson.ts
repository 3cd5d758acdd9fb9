import type { Assessment, Finding } from '../engine/generated/assessment.js';
import { jsonText } from './jsonText.js';

/**
 * The findings, one a line and nothing else: an assessment without findings is an empty text. Each says by which rules, so
 * that lines of several runs can stand in one file.
 */
export function ndjson({ findings, policies }: Assessment): string {
  return findings.map((finding) => ndjsonLine(finding, policies.version)).join('');
}

/** @param rules the version of the rules, by date */
export function ndjsonLine(finding: Finding, rules: string): string {
  return `${jsonText({ ...finding, rules })}\n`;
}
