import type { Assessment, Finding, Outcome, Place } from '../engine/generated/assessment.js';
import { jsonText } from './jsonText.js';
import { lawText } from './law.js';
import { legibleTexts } from './legible.js';
import { markdownText } from './markdownText.js';
import { ownTableText } from './ownTables.js';
import { legiblePlace, repositoryPath, uriOf } from './places.js';
import { unlistedCount } from './verdict.js';
import { plural } from './words.js';

/** GitHub refuses a file with more results in a run. */
const MAXIMUM_RESULTS = 25_000;
/** GitHub's bounds on texts and tags of a rule. */
const MAXIMUM_DESCRIPTION = 1_024;
const MAXIMUM_NAME = 255;
const MAXIMUM_TAGS = 20;

const LEVEL = { critical: 'error', high: 'error', medium: 'warning', low: 'note' } as const;
/** GitHub reads over 9 as critical, 7 to 8.9 as high, 4 to 6.9 as medium, less as low. */
const SECURITY_SEVERITY = { critical: '9.5', high: '8.0', medium: '5.5', low: '2.5' } as const;

/**
 * SARIF 2.1.0 with the properties that GitHub asks for
 * (https://docs.github.com/code-security/reference/code-scanning/sarif-support-for-code-scanning).
 * @param prefix where the firm's directory stands in the repository
 */
export function sarif(assessed: Assessment, { prefix }: { prefix: string }): string {
  const assessment = legibleTexts(assessed);
  const { outcomes, findings, engine } = assessment;
  const indexes = new Map(outcomes.map(({ control }, index) => [control, index]));
  // GitHub shows every result as an open alert, whatever its kind (microsoft/PSRule#955), and what must be kept for now
  // is none: it is told as a notification.
  const results = findings.filter(({ result }) => result !== 'suspended');
  const leftOut = unlistedCount(assessment) + Math.max(0, results.length - MAXIMUM_RESULTS);
  const run = {
    tool: {
      driver: {
        name: 'Privity',
        version: engine.version,
        semanticVersion: engine.version,
        rules: outcomes.map(ruleOf),
        notifications: NOTIFICATIONS,
      },
    },
    automationDetails: { id: `${categoryOf(assessment)}/${assessment.as_of}` },
    invocations: [
      {
        executionSuccessful: outcomes.every(({ result }) => result !== 'error'),
        toolExecutionNotifications: [
          ...outcomes.filter(({ result }) => result === 'error').map((outcome) => brokenRule(outcome, indexes)),
          ...findings
            .filter(({ result }) => result === 'suspended')
            .map((finding) =>
              notification('kept-for-now', 'note', finding.message, finding.control, indexes, [
                locationOf(finding.location, prefix),
              ]),
            ),
          ...(leftOut > 0
            ? [
                notification(
                  'more-findings',
                  'warning',
                  `${plural(leftOut, 'finding')} more are counted and not listed.`,
                ),
              ]
            : []),
        ],
        toolConfigurationNotifications: [
          ...assessment.scope.switched_off.map(({ control, reason }) =>
            notification('switched-off', 'note', `The firm does not judge ${control}: ${reason}`),
          ),
          ...assessment.policies.own_tables.map((table) =>
            notification('own-table', 'note', `Judged by the firm's own reference table: ${ownTableText(table)}.`),
          ),
        ],
      },
    ],
    columnKind: 'unicodeCodePoints',
    originalUriBaseIds: { '%SRCROOT%': { description: { text: 'The root of the repository.' } } },
    results: results.slice(0, MAXIMUM_RESULTS).map((finding) => resultOf(finding, indexes, prefix)),
    properties: {
      asOf: assessment.as_of,
      profile: assessment.profile,
      rules: assessment.policies.version,
      rulesDigest: assessment.policies.digest,
      inventoryDigest: assessment.inventory.digest,
    },
  };
  return `${jsonText({ $schema: 'https://json.schemastore.org/sarif-2.1.0.json', version: '2.1.0', runs: [run] }, 2)}\n`;
}

const NOTIFICATIONS = [
  notificationKind('broken-rule', 'BrokenRule', 'A rule broke, so it says nothing of what it looks at.'),
  notificationKind('kept-for-now', 'KeptForNow', 'A duty to delete gives way for now to a duty to keep.'),
  notificationKind(
    'more-findings',
    'MoreFindings',
    'Findings were left out, because there are more than hosts accept.',
  ),
  notificationKind('switched-off', 'SwitchedOff', 'The firm switched a control off.'),
  notificationKind('own-table', 'OwnTable', 'Entries of the firm stand in the place of those of Privity.'),
];

function notificationKind(id: string, name: string, text: string) {
  return { id, name, shortDescription: { text }, fullDescription: { text }, help: { text } };
}

/** A run of some controls must not close the alerts of a run of all. */
function categoryOf({ scope, outcomes }: Assessment): string {
  return scope.not_selected === 0 ? 'privity' : `privity/only/${outcomes.map(({ control }) => control).join('+')}`;
}

function ruleOf(outcome: Outcome) {
  const { control, title, description, domain, severity, remediation, citations } = outcome;
  const tags = ['privacy', 'security', domain, ...citations.map(({ framework }) => framework)];
  return {
    id: control,
    name: clipped(title, MAXIMUM_NAME),
    shortDescription: { text: messageText(clipped(title, MAXIMUM_DESCRIPTION)) },
    fullDescription: { text: messageText(clipped(description, MAXIMUM_DESCRIPTION)) },
    help: {
      text: messageText(
        `${title}.\n\n${description}\n\nWhat to do: ${remediation}\n\nLaw: ${lawText(outcome.citations, { brief: false })}\n`,
      ),
      markdown: messageBraces(helpMarkdown(outcome)),
    },
    defaultConfiguration: { level: LEVEL[severity] },
    properties: {
      tags: [...new Set(tags)].slice(0, MAXIMUM_TAGS),
      precision: 'high',
      'security-severity': SECURITY_SEVERITY[severity],
    },
  };
}

const VERIFIED = { primary: 'text checked', secondary: 'from summaries', unverified: 'not verified' };

function helpMarkdown({ title, description, remediation, citations }: Outcome): string {
  const law = citations.map(
    ({ framework, ref, says, status }) =>
      `- **${markdownText(`${framework} ${ref}`)}**: ${markdownText(says)} (${VERIFIED[status]})\n`,
  );
  return `## ${markdownText(title)}\n\n${markdownText(description)}\n\n**What to do:** ${markdownText(remediation)}\n\n### Law\n\n${law.join('')}`;
}

function resultOf(finding: Finding, indexes: ReadonlyMap<string, number>, prefix: string) {
  const { id, control, severity, result, reason, message, location } = finding;
  const open = result === 'unknown';
  const level = result === 'warn' && LEVEL[severity] === 'error' ? 'warning' : LEVEL[severity];
  return {
    ruleId: control,
    ruleIndex: indexes.get(control),
    // SARIF 3.27.9 and .10: `open` is "not enough is known to decide"; whatever is no failure has the level none.
    kind: open ? 'open' : 'fail',
    level: open ? 'none' : level,
    message: { text: messageText(`${open ? 'Open question: ' : ''}${message}`) },
    locations: [locationOf(location, prefix)],
    partialFingerprints: {
      // The one that GitHub compares. By its own reckoning two findings on one line would be one.
      primaryLocationLineHash: `${id.split('.').at(-1)}:1`,
      'privityFindingId/v1': id,
    },
    properties: { severity, result, reason },
  };
}

function locationOf(place: Place, prefix: string) {
  const { file, line = 1, column = 1, row } = place;
  return {
    physicalLocation: {
      artifactLocation: { uri: uriOf(repositoryPath(file, prefix)), uriBaseId: '%SRCROOT%' },
      region: { startLine: line, startColumn: column, endLine: line, endColumn: column + 1 },
    },
    ...(row === undefined ? {} : { message: { text: messageText(legiblePlace(place)) } }),
  };
}

function brokenRule({ control, title, why }: Outcome, indexes: ReadonlyMap<string, number>) {
  return notification(
    'broken-rule',
    'error',
    `${title}: this rule broke, so it says nothing. ${why ?? ''}`.trim(),
    control,
    indexes,
  );
}

function notification(
  id: string,
  level: 'error' | 'warning' | 'note',
  text: string,
  control?: string,
  indexes?: ReadonlyMap<string, number>,
  locations?: readonly unknown[],
) {
  return {
    descriptor: { id, index: NOTIFICATIONS.findIndex((known) => known.id === id) },
    level,
    message: { text: messageText(text) },
    ...(control === undefined ? {} : { associatedRule: { id: control, index: indexes?.get(control) } }),
    ...(locations ? { locations } : {}),
  };
}

/** Plain text of a message: braces are doubled (SARIF 3.11.5), and nothing in it can be an embedded link (3.11.6). */
export function messageText(text: string): string {
  return messageBraces(text).replaceAll('](', ']\u200b(');
}

function messageBraces(text: string): string {
  return text.replace(/[{}]/g, '$&$&');
}

function clipped(text: string, length: number): string {
  return text.length <= length ? text : `${text.slice(0, length - 1).replace(/\p{Cs}$/u, '')}…`;
}
