import type { Assessment, Finding } from '../engine/generated/assessment.js';
import { jsonText } from './jsonText.js';
import { legibleTexts } from './legible.js';
import { legiblePlace, repositoryPath } from './places.js';

const SEVERITY = { critical: 'blocker', high: 'critical', medium: 'major', low: 'minor' } as const;

/**
 * A code quality report: https://docs.gitlab.com/ci/testing/code_quality/#code-quality-report-format
 * @param prefix where the firm's directory stands in the repository
 */
export function gitlab(assessed: Assessment, { prefix }: { prefix: string }): string {
  const { findings, policies } = legibleTexts(assessed);
  return `${jsonText(
    findings.map((finding) => ({
      description: descriptionOf(finding),
      check_name: finding.control,
      content: { body: `Privity ${finding.control}, rules ${policies.version}` },
      fingerprint: finding.id,
      severity: finding.result === 'fail' || finding.result === 'warn' ? SEVERITY[finding.severity] : 'info',
      location: { path: repositoryPath(finding.location.file, prefix), lines: { begin: finding.location.line ?? 1 } },
    })),
    2,
  )}\n`;
}

function descriptionOf({ message, result, location }: Finding): string {
  const place = location.row === undefined ? '' : ` (${legiblePlace(location)})`;
  return `${result === 'unknown' ? 'Open question: ' : result === 'suspended' ? 'Kept for now: ' : ''}${message}${place}`;
}
