import type { Applicability, LawStanding } from '../engine/generated/applicability.js';
import { type Page, type PageOptions, pageOf, pageText } from './page.js';
import { placeText } from './places.js';
import { counted, longDate, lowerFirst, plural, upperFirst } from './words.js';

/** Which laws apply to a firm and why, and which controls do not apply to it, for a lawyer who has to confirm it. */
export function applicabilityText(result: Applicability, options: PageOptions): string {
  const page = pageOf(options);
  const section = (title: string, remark: string, lines: readonly string[]): string[] =>
    lines.length === 0 ? [] : ['', ...page.title(title, remark), ...lines];
  const of = (standing: LawStanding['standing']): LawStanding[] =>
    result.laws.filter((law) => law.standing === standing);
  const [applies, open, excluded, others] = [of('applies'), of('open'), of('excluded'), of('not-considered')];
  const away = result.not_applicable.reduce((sum, { controls }) => sum + controls.length, 0);
  return pageText([
    ...header(result, page),
    ...section('NOT SAID YET', '', notSaid(result, page)),
    ...section(
      'LAWS THAT APPLY',
      plural(applies.length, 'law'),
      applies.flatMap((law) => applying(law, page)),
    ),
    ...section(
      'LAWS TO ANSWER FOR',
      `${plural(open.length, 'law')} that usually ${open.length === 1 ? 'follows' : 'follow'} from a place`,
      open.flatMap((law) => unanswered(law, page)),
    ),
    ...section(
      'LAWS THAT THE FIRM EXCLUDES',
      plural(excluded.length, 'law'),
      excluded.flatMap((law) => excludedBy(law, page)),
    ),
    ...section('LAWS THAT NOTHING POINTS TO', plural(others.length, 'law'), notConsidered(others, page)),
    ...section(
      'CHECKS THAT DO NOT APPLY',
      `${counted(away)} of ${plural(result.controls.all, 'check')} in all profiles`,
      result.not_applicable.flatMap((group) => inapplicable(group, page)),
    ),
    ...section(
      'BROKEN RULES',
      '',
      result.broken.flatMap(({ id, why }) => page.prose(`${id} could not be asked. ${why}`, 2, 2, page.bad)),
    ),
    ...foot(result, page),
  ]);
}

function header({ firm, as_of, rules, profile, offices, client_places: clients }: Applicability, page: Page): string[] {
  const places = [
    ...(offices.length > 0 ? [`Offices: ${offices.join(', ')}`] : []),
    ...(clients.length > 0 ? [`clients live in ${clients.join(', ')}`] : []),
  ];
  return [
    ...page.prose('Which laws apply, and why', 0, 0, page.strong),
    ...page.prose([firm, `as of ${longDate(as_of)}`, `rules ${rules} (${profile})`], 0, 2),
    ...(places.length === 0 ? [] : page.prose(upperFirst(places.join('; ')), 0, 2)),
  ];
}

function notSaid({ not_declared: facts }: Applicability, page: Page): string[] {
  return facts.flatMap((fact) =>
    page.stack({ text: `The firm has not said: ${fact}.`, indent: 4, mark: page.open(page.marks.question) }),
  );
}

function applying(law: LawStanding, page: Page): string[] {
  const why = whereFrom(law);
  const because =
    why === ''
      ? 'The firm says so; no place in the table points to it.'
      : `The firm says so; it usually follows from ${why}.`;
  return page.beside(
    [
      { text: upperFirst(law.title), indent: 2, paint: page.strong },
      { text: because, indent: 4 },
      { text: citedBy(law), indent: 4, paint: page.faint },
    ],
    { under: placesOf(law), further: 2 },
  );
}

function unanswered(law: LawStanding, page: Page): string[] {
  const name = lowerFirst(law.title);
  return page.stack(
    {
      text: `${upperFirst(law.title)} usually follows from ${whereFrom(law)}, and the firm has neither applied nor excluded it.`,
      indent: 4,
      mark: page.doubtful(page.marks.question),
    },
    {
      text: `Add it under "regimes", or exclude ${name} under "regimes_excluded" with the reason (GOV-013).`,
      indent: 6,
      mark: page.marks.remedy,
    },
  );
}

function excludedBy(law: LawStanding, page: Page): string[] {
  const why = whereFrom(law);
  const points = why === '' ? '' : ` It usually follows from ${why}.`;
  const reason = law.reason === undefined ? 'No reason is recorded.' : `The reason given: ${law.reason}`;
  return page.beside(
    [
      { text: upperFirst(law.title), indent: 2, paint: page.strong },
      { text: `${reason}${points}`, indent: 4 },
    ],
    { under: placesOf(law), further: 2 },
  );
}

function notConsidered(laws: readonly LawStanding[], page: Page): string[] {
  if (laws.length === 0) return [];
  const rest =
    'The firm does not name them, and no place that it names points to them. Professional rules follow admission and not places.';
  return [...laws.flatMap(({ title }) => page.prose(upperFirst(title), 2, 2)), ...page.prose(rest, 2, 0, page.faint)];
}

function inapplicable({ reason, controls }: Applicability['not_applicable'][number], page: Page): string[] {
  return [
    ...page.prose(reason, 2, 2, page.strong),
    ...controls.flatMap(({ id, title, in_profile: held }) =>
      page.prose(`${id} ${title}${held ? '' : ' (outside the profile)'}`, 4, id.length + 1),
    ),
  ];
}

function foot({ controls, table, places_without_laws: unknown }: Applicability, page: Page): string[] {
  const own =
    table.own_entries === 0
      ? ''
      : ` ${table.own_entries === 1 ? '1 entry is' : `${counted(table.own_entries)} entries are`} the firm's own.`;
  const silent =
    unknown.length === 0
      ? ''
      : ` It says nothing of ${unknown.join(', ')}: laws of those places are for the firm to look at.`;
  return [
    '',
    ...page.prose(
      `${plural(controls.apply, 'check')} of ${counted(controls.all)} in all profiles can apply. A check that can apply may still find nothing to look at.`,
      0,
    ),
    ...page.prose(
      `What follows from a place stands in the reference table “${table.title}”, last compared with the law on ${longDate(table.checked_on)}.${own}${silent}`,
      0,
    ),
    ...page.prose(
      'Whether a law applies is for a lawyer to decide: this repeats what the firm declares, and what it leaves open.',
      0,
      0,
      page.faint,
    ),
  ];
}

/** `the office in IE and from clients in FR, DE`. */
function whereFrom({ from_offices: offices, from_clients: clients }: LawStanding): string {
  return [
    ...(offices.length > 0 ? [`the ${offices.length === 1 ? 'office' : 'offices'} in ${offices.join(', ')}`] : []),
    ...(clients.length > 0 ? [`clients in ${clients.join(', ')}`] : []),
  ].join(' and from ');
}

function citedBy({ controls, in_profile: held }: LawStanding): string {
  const verb = controls === 1 ? 'cites' : 'cite';
  return `${plural(controls, 'check')} that can apply ${verb} it, ${counted(held)} of them in the firm's profile.`;
}

function placesOf({ location }: LawStanding): string[] {
  return location ? [placeText(location)] : [];
}
