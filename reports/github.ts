import type { Assessment, Finding, Place } from '../engine/generated/assessment.js';
import { questionsOf } from './groups.js';
import { legibleTexts } from './legible.js';
import { legiblePlace, repositoryPath } from './places.js';
import { judgedText, rulesText, stopsText, unlistedText } from './verdict.js';

type Level = 'error' | 'warning' | 'notice';

/**
 * Workflow commands, which GitHub shows beside the lines of a change. It shows ten of a level and step, so the verdict
 * comes first, and a question that many controls ask comes once. All of them stand in the log.
 * https://docs.github.com/actions/reference/workflows-and-actions/workflow-commands
 * @param prefix where the firm's directory stands in the repository
 */
export function github(assessed: Assessment, { prefix }: { prefix: string }): string {
  const assessment = legibleTexts(assessed);
  const titles = new Map(assessment.outcomes.map(({ control, title }) => [control, `${control}: ${title}`]));
  const annotate = (level: Level, { location, control, message }: Finding): string =>
    command(
      level,
      { ...placeOf(location, prefix), title: titles.get(control) ?? control },
      messageAt(message, location),
    );
  const found = assessment.findings.filter(({ result }) => result === 'fail' || result === 'warn');
  return [
    command(
      'notice',
      { title: 'Privity' },
      [judgedText(assessment), stopsText(assessment), unlistedText(assessment), rulesText(assessment)]
        .filter((text) => text !== '')
        .join(' '),
    ),
    ...assessment.outcomes
      .filter(({ result }) => result === 'error')
      .map(({ control, why }) =>
        command(
          'error',
          { title: titles.get(control) ?? control },
          `This rule broke, so it says nothing. ${why ?? ''}`.trim(),
        ),
      ),
    ...found.map((finding) => annotate(levelOf(finding), finding)),
    ...questionsOf(assessment).map(({ first, controls, findings }) =>
      controls.length > 1
        ? command(
            'notice',
            { ...placeOf(first.location, prefix), title: `Privity: a question of ${controls.length} controls` },
            `${messageAt(first.message, first.location)} (${controls.join(', ')})`,
          )
        : annotate('notice', { ...first, message: first.message + more(findings.length - 1) }),
    ),
    ...assessment.findings.filter(({ result }) => result === 'suspended').map((finding) => annotate('notice', finding)),
  ].join('');
}

function levelOf({ result, severity }: Finding): Level {
  if (severity === 'low') return 'notice';
  return result === 'warn' || severity === 'medium' ? 'warning' : 'error';
}

function placeOf({ file, line, column }: Place, prefix: string): Record<string, string | number | undefined> {
  return { file: repositoryPath(file, prefix), line, col: column };
}

/** A row of a register has no line: the sentence says which row. */
function messageAt(message: string, location: Place): string {
  return location.row === undefined ? message : `${message} (${legiblePlace(location)})`;
}

function more(count: number): string {
  return count > 0 ? ` (and ${count} more)` : '';
}

function command(level: Level, properties: Record<string, string | number | undefined>, message: string): string {
  const stated = Object.entries(properties)
    .filter(([, value]) => value !== undefined)
    .map(([name, value]) => `${name}=${commandProperty(String(value))}`);
  return `::${level} ${stated.join(',')}::${commandData(message)}\n`;
}

/** Escapes what follows the second `::` (actions/toolkit, command.ts). */
export function commandData(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

/** Escapes the value of a property: a colon would end it, a comma begin the next. */
export function commandProperty(text: string): string {
  return commandData(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}
