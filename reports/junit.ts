import type { Assessment, Finding, Outcome } from '../engine/generated/assessment.js';
import { lawText } from './law.js';
import { legibleTexts } from './legible.js';
import { legiblePlace } from './places.js';
import { counted, plural } from './words.js';

/**
 * JUnit XML as CI servers read it (Jenkins' junit-10.xsd): a suite for each domain, a case for each control. A control
 * that could not be judged, or does not apply, is skipped with its reason: neither passed nor failed.
 */
export function junit(assessed: Assessment): string {
  const { outcomes, findings, policies } = legibleTexts(assessed);
  const domains = [...new Set(outcomes.map(({ domain }) => domain))];
  return [
    '<?xml version="1.0" encoding="UTF-8"?>\n',
    `<testsuites${attributes({ name: 'privity', ...counts(outcomes) })}>\n`,
    ...domains.flatMap((domain) =>
      suite(
        domain,
        outcomes.filter((outcome) => outcome.domain === domain),
        findings,
        policies.version,
      ),
    ),
    '</testsuites>\n',
  ].join('');
}

function suite(domain: string, outcomes: readonly Outcome[], findings: readonly Finding[], rules: string): string[] {
  const skipped = outcomes.filter(({ result }) => result === 'needs-review' || result === 'not-applicable').length;
  return [
    `  <testsuite${attributes({ name: domain, ...counts(outcomes), skipped })}>\n`,
    `    <properties>${element('property', { name: 'rules', value: rules }, '')}</properties>\n`,
    ...outcomes.map((outcome) =>
      testCase(
        outcome,
        findings.filter(({ control }) => control === outcome.control),
      ),
    ),
    '  </testsuite>\n',
  ];
}

function counts(outcomes: readonly Outcome[]) {
  return {
    tests: outcomes.length,
    failures: outcomes.filter(({ result }) => result === 'fail').length,
    errors: outcomes.filter(({ result }) => result === 'error').length,
  };
}

function testCase(outcome: Outcome, findings: readonly Finding[]): string {
  const { control, title, domain } = outcome;
  const inner = [verdict(outcome, findings), remarks(outcome, findings)].filter((part) => part !== '');
  const named = attributes({ name: `${control} ${title}`, classname: `privity.${domain}` });
  if (inner.length === 0) return `    <testcase${named}/>\n`;
  return `    <testcase${named}>\n${inner.map((part) => `      ${part}\n`).join('')}    </testcase>\n`;
}

function verdict(outcome: Outcome, findings: readonly Finding[]): string {
  const { result, severity, why = '' } = outcome;
  const failed = findings.filter((finding) => finding.result === 'fail');
  const open = findings.filter((finding) => finding.result === 'unknown');
  switch (result) {
    case 'error':
      return element(
        'error',
        { type: 'broken-rule', message: `This rule broke, so it says nothing. ${why}`.trim() },
        '',
      );
    case 'fail':
      return element(
        'failure',
        { type: severity, message: summed(failed, outcome.findings.fail) },
        details(outcome, failed),
      );
    case 'needs-review':
      return element(
        'skipped',
        { type: result, message: `Could not be judged. ${summed(open, outcome.findings.unknown)}` },
        details(outcome, open),
      );
    case 'not-applicable':
      return element('skipped', { type: result, message: `Does not apply. ${why}`.trim() }, '');
    default:
      return '';
  }
}

/** What is said beside the verdict: advice, open questions of a control that fails all the same, what is kept for now. */
function remarks({ result, examined }: Outcome, findings: readonly Finding[]): string {
  const said = result === 'needs-review' ? ['warn', 'suspended'] : ['warn', 'suspended', 'unknown'];
  const beside = findings.filter((finding) => said.includes(finding.result));
  if (result === 'not-applicable' || (beside.length === 0 && result !== 'pass')) return '';
  const words = { fail: '', warn: 'Advice: ', unknown: 'Open question: ', suspended: 'Kept for now: ' };
  return element(
    'system-out',
    {},
    [`${counted(examined)} examined.`, ...beside.map((finding) => `${words[finding.result]}${line(finding)}`)].join(
      '\n',
    ),
  );
}

function summed(findings: readonly Finding[], count: number): string {
  const first = findings[0]?.message ?? '';
  return count > 1 ? `${plural(count, 'finding')}. The first: ${first}` : first;
}

function details(outcome: Outcome, findings: readonly Finding[]): string {
  const left = outcome.findings[findings[0]?.result ?? 'fail'] - findings.length;
  return [
    ...findings.map(line),
    ...(left > 0 ? [`… and ${counted(left)} more.`] : []),
    `${counted(outcome.examined)} examined.`,
    `What to do: ${outcome.remediation}`,
    `Law: ${lawText(outcome.citations, { brief: false })}`,
  ].join('\n');
}

function line({ message, location }: Finding): string {
  return `${legiblePlace(location)}: ${message}`;
}

function element(name: string, named: Record<string, string>, text: string): string {
  const start = `${name}${attributes(named)}`;
  return text === '' ? `<${start}/>` : `<${start}>${xmlText(text)}</${name}>`;
}

/** Attributes of an XML element. */
export function attributes(named: Record<string, string | number>): string {
  return Object.entries(named)
    .map(([name, value]) => ` ${name}="${xmlText(String(value))}"`)
    .join('');
}

/** Text for XML content and quoted attributes, without the characters that XML 1.0 cannot hold. */
export function xmlText(text: string): string {
  return text
    .replace(/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, '\ufffd')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&apos;')
    .replaceAll('\r', '&#13;');
}
