import type { Assessment, Finding, FoundReason, Outcome } from '../engine/generated/assessment.js';
import { lawText } from './law.js';
import { ownTableText } from './ownTables.js';
import { type Page, type PageOptions, type Piece, pageOf, pageText, type Words } from './page.js';
import { fieldPlace, placeText } from './places.js';
import { counted, longDate, plural } from './words.js';

/** The page, and what is known of the run beside its assessment. */
export interface PrettyOptions extends PageOptions {
  commit?: string | undefined;
  seconds?: number | undefined;
}

type Severity = Finding['severity'];
const SEVERITIES: readonly Severity[] = ['critical', 'high', 'medium', 'low'];
const SHOWN = 3;

/** The officer's view: what is wrong, how bad, where, what to do, which law; then what could not be judged. */
export function pretty(assessment: Assessment, options: PrettyOptions): string {
  const view: View = { assessment, page: pageOf(options), options };
  const sections = [
    header(view),
    ...SEVERITIES.map((severity) => exceptions(severity, view)),
    brokenRules(view),
    keptForNow(view),
    notJudged(view),
    footer(view),
  ];
  return pageText(
    sections.filter((lines) => lines.length > 0).flatMap((lines, index) => (index === 0 ? lines : ['', ...lines])),
  );
}

interface View {
  assessment: Assessment;
  page: Page;
  options: PrettyOptions;
}

function header({ assessment, page, options }: View): string[] {
  const { firm, as_of, policies, summary, profile, outcomes } = assessment;
  const about = [`judged as of ${longDate(as_of)}`];
  if (options.commit !== undefined) about.push(`commit ${options.commit}`);
  about.push(`rules ${policies.version} (${profile})`);
  const [first, ...rest] = page.prose([firm.name, ...about], 0, 2);
  const { fail, warn, error } = summary.outcomes;
  const parts = [`${fail} of ${plural(outcomes.length, 'check')} found exceptions`];
  if (warn > 0) parts.push(adviceText(warn));
  if (summary.outcomes['needs-review'] > 0) parts.push(`${summary.outcomes['needs-review']} could not be judged`);
  if (error > 0) parts.push(`${error} broke`);
  return [
    (first as string).replace(page.shown(firm.name), page.strong),
    ...rest,
    '',
    ...page.beside([{ text: parts, indent: 2 }], { under: [gateText(assessment, page)] }),
  ];
}

/** What the gate does with these findings. */
function gateText({ gate, summary }: Assessment, { marks: { arrow } }: Page): string {
  if (summary.outcomes.error > 0) return `gate: a rule broke ${arrow} the run fails`;
  if (gate === 'never') return `gate: none ${arrow} findings are reported and stop nothing`;
  const stopping = SEVERITIES.slice(0, SEVERITIES.indexOf(gate) + 1);
  const count = sumOf(stopping.map((severity) => summary.fails[severity]));
  const effect =
    count === 0
      ? 'nothing stops the merge'
      : `${plural(count, 'exception')} ${count === 1 ? 'stops' : 'stop'} the merge`;
  return `gate: ${gate} ${arrow} ${effect}`;
}

const isException = ({ result }: FoundReason): boolean => result === 'fail' || result === 'warn';

/** One block a control, with all its reasons of this severity; controls with exceptions before those with advice. */
function exceptions(severity: Severity, view: View): string[] {
  const blocks = view.assessment.outcomes
    .map((outcome) => ({
      outcome,
      reasons: outcome.reasons.filter((reason) => isException(reason) && reason.severity === severity),
    }))
    .filter(({ reasons }) => reasons.length > 0);
  if (blocks.length === 0) return [];
  const failing = ({ reasons }: { reasons: FoundReason[] }): boolean => reasons.some(({ result }) => result === 'fail');
  const ordered = [...blocks.filter(failing), ...blocks.filter((block) => !failing(block))];
  const count = sumOf(blocks.flatMap(({ reasons }) => reasons.map((reason) => reason.count)));
  return [
    ...view.page.title(severity.toUpperCase(), plural(count, 'finding')),
    ...ordered.flatMap(({ outcome, reasons }, index) => [
      ...(index > 0 ? [''] : []),
      ...block(outcome, reasons, severity, view),
    ]),
  ];
}

function block(outcome: Outcome, reasons: readonly FoundReason[], severity: Severity, view: View): string[] {
  const { page } = view;
  const lines = reasons.flatMap((reason, index) => reasonLines(outcome, reason, index === 0, view));
  if (outcome.reasons.find(isException)?.severity === severity) {
    for (const reason of outcome.reasons.filter(({ result }) => result === 'suspended')) {
      lines.push(
        ...page.beside([{ text: reason.sentence, indent: 6, mark: page.marks.pause }], {
          under: reason.count === 1 ? placesOf(findingsOf(outcome, reason, view)) : [],
        }),
      );
    }
  }
  if (reasons.some(({ settled }) => !settled)) {
    lines.push(...page.stack({ text: outcome.remediation, indent: 6, mark: page.marks.remedy }));
  }
  const law = lawText(outcome.citations, { brief: !page.wide });
  return [...lines, ...page.stack({ text: law, indent: 4, paint: page.faint })];
}

function reasonLines(outcome: Outcome, reason: FoundReason, isFirst: boolean, view: View): string[] {
  const { page } = view;
  const findings = findingsOf(outcome, reason, view);
  const heading: Piece = {
    text: reason.sentence,
    indent: 4,
    mark: reason.result === 'fail' ? page.bad(page.marks.cross) : page.doubtful(page.marks.bang),
    paint: page.strong,
  };
  const tag = isFirst ? { tag: outcome.control } : {};
  const population = isFirst && outcome.examined > 0 ? populationText(outcome, reason) : undefined;
  const places = reason.count === 1 ? placesOf(findings) : [];
  if (page.wide || population === undefined) {
    const under: Piece[] = population === undefined ? [] : [{ text: population, indent: 4, paint: page.faint }];
    return [...page.beside([heading, ...under], { ...tag, under: places }), ...items(outcome, reason, findings, view)];
  }
  return [
    ...page.beside([heading], { ...tag, under: [[...places, population]] }),
    ...items(outcome, reason, findings, view),
  ];
}

/** Reads on from a heading that starts with a count: `2 files are past …`, `of 10 files examined`. */
function populationText({ population }: Outcome, { sentence, count }: FoundReason): string {
  return `${count > 1 && /^\d/.test(sentence) ? 'of ' : ''}${population} examined`;
}

function items(outcome: Outcome, reason: FoundReason, findings: readonly Finding[], { page }: View): string[] {
  if (reason.count === 1) return [];
  const shown = findings.slice(0, reason.count === SHOWN + 1 ? SHOWN + 1 : SHOWN);
  const lines = shown.flatMap((finding) =>
    page.beside([{ text: finding.message, indent: 6, mark: page.marks.dot }], { under: [placeText(finding.location)] }),
  );
  const more = reason.count - shown.length;
  if (more === 0) return lines;
  const text = `${page.marks.more} and ${counted(more)} more   (privity explain ${outcome.control})`;
  return [...lines, ...page.stack({ text, indent: 6 })];
}

function brokenRules(view: View): string[] {
  const broken = view.assessment.outcomes.filter(({ result }) => result === 'error');
  if (broken.length === 0) return [];
  const { page } = view;
  return [
    ...page.title('BROKEN RULES', `${plural(broken.length, 'check')} without a result`),
    ...broken.flatMap((outcome) =>
      page.beside(
        [
          {
            text: `“${outcome.title}” says nothing: its rule broke. ${outcome.why ?? ''}`,
            indent: 4,
            mark: page.bad(page.marks.cross),
          },
        ],
        { tag: outcome.control },
      ),
    ),
  ];
}

/** What is suspended by controls that found nothing else; the rest stands under their findings. */
function keptForNow(view: View): string[] {
  const { page } = view;
  const alone = view.assessment.outcomes
    .filter(({ reasons }) => !reasons.some(isException))
    .flatMap((outcome) =>
      outcome.reasons.filter(({ result }) => result === 'suspended').map((reason) => ({ outcome, reason })),
    );
  if (alone.length === 0) return [];
  return [
    ...page.title('KEPT FOR NOW', plural(sumOf(alone.map(({ reason }) => reason.count)), 'finding')),
    ...alone.flatMap(({ outcome, reason }) => {
      const findings = findingsOf(outcome, reason, view);
      const places = reason.count === 1 ? placesOf(findings) : [];
      return [
        ...page.beside([{ text: reason.sentence, indent: 4, mark: page.marks.pause }], {
          tag: outcome.control,
          under: places,
        }),
        ...items(outcome, reason, findings, view),
      ];
    }),
  ];
}

interface Question {
  sentence: string;
  controls: string[];
  places: Set<string>;
  /** Whether the assessment kept every finding, so that no place is missing. */
  isWhole: boolean;
}

/** Facts that are wanted, each once, whichever checks want it; collections that nobody has declared in one entry. */
function notJudged(view: View): string[] {
  const { page, assessment } = view;
  const waiting = assessment.outcomes.filter(({ reasons }) => reasons.some(({ result }) => result === 'unknown'));
  if (waiting.length === 0) return [];
  const failing = waiting.filter(({ result }) => result === 'fail').length;
  const remark = `${plural(waiting.length, 'check')} ${waiting.length === 1 ? 'waits' : 'wait'} for facts${
    failing === 0 ? '' : `; ${shareText(failing, waiting.length)} found exceptions too`
  }`;
  return [
    ...page.title('COULD NOT BE JUDGED', remark),
    ...undeclaredCollections(waiting, view),
    ...questionsOf(waiting, view).flatMap(({ sentence, controls, places, isWhole }) => {
      const shown = [...places].slice(0, SHOWN);
      const more = places.size - shown.length;
      return page.beside([{ text: sentence, indent: 4, mark: page.open(page.marks.question) }], {
        tag: controlsText(controls, page),
        under: [...shown, ...(more > 0 ? [`${page.marks.more} and ${isWhole ? `${counted(more)} ` : ''}more`] : [])],
      });
    }),
  ];
}

function shareText(part: number, whole: number): string {
  if (part < whole) return `${counted(part)} of them`;
  return whole === 1 ? 'it' : 'all of them';
}

const isCollection = ({ code }: FoundReason): boolean => code === 'collection-not-declared';

/** A collection that no file is configured for; a register that is not at hand, or empty, has its own sentence. */
function isUndeclared(reason: FoundReason, { assessment }: View): boolean {
  return isCollection(reason) && !assessment.registers.some(({ collection }) => collection === reason.missing);
}

function undeclaredCollections(waiting: readonly Outcome[], view: View): string[] {
  const { page } = view;
  const wanted = new Map<string, string>();
  const controls: string[] = [];
  for (const { control, reasons } of waiting) {
    for (const reason of reasons.filter((one) => isUndeclared(one, view))) {
      const { missing = '', missing_title } = reason;
      wanted.set(missing, missing_title ?? missing);
      if (!controls.includes(control)) controls.push(control);
    }
  }
  const [first] = wanted.keys();
  if (first === undefined) return [];
  const example = `${wanted.size === 1 ? '' : 'for example '}“${first}: []”`;
  const text = `Nobody has declared: ${[...wanted.values()].join(', ')} (needed by ${plural(controls.length, 'check')}). If there are none, write ${example}.`;
  return page.beside([{ text, indent: 4, mark: page.open(page.marks.question) }], {
    tag: controlsText(controls, page),
  });
}

function questionsOf(waiting: readonly Outcome[], view: View): Question[] {
  const questions = new Map<string, Question>();
  for (const outcome of waiting) {
    for (const reason of outcome.reasons) {
      if (reason.result !== 'unknown' || isUndeclared(reason, view)) continue;
      const question = questions.get(reason.sentence) ?? {
        sentence: reason.sentence,
        controls: [],
        places: new Set<string>(),
        isWhole: true,
      };
      if (!question.controls.includes(outcome.control)) question.controls.push(outcome.control);
      const findings = findingsOf(outcome, reason, view);
      question.isWhole &&= findings.length === reason.count;
      if (!isCollection(reason)) for (const place of factPlaces(findings, reason, view)) question.places.add(place);
      questions.set(reason.sentence, question);
    }
  }
  return [...questions.values()];
}

/** `inventory/systems.yaml:41 › access_reviewed_on`: where the fact would stand. */
function factPlaces(findings: readonly Finding[], { missing }: FoundReason, { page }: View): string[] {
  return findings.flatMap(({ facts, location }) => {
    const lacking = facts.filter(({ collection, path }) => missing === `${collection}.${path}`);
    return (lacking.length > 0 ? lacking : facts.slice(0, 1)).map(({ path, location: at, derived_from: from }) =>
      fieldPlace(at ?? location, from?.path ?? path, page.marks.field),
    );
  });
}

function controlsText(controls: readonly string[], { marks }: Page): string {
  return controls.length <= SHOWN ? controls.join(', ') : `${controls.slice(0, SHOWN).join(', ')} ${marks.more}`;
}

function footer({ assessment, page, options }: View): string[] {
  const { summary, outcomes, scope, profile, policies } = assessment;
  const lines: string[] = [];
  const add = (text: Words, paint?: Piece['paint']): void => {
    lines.push(...page.prose(text, 0, 2, paint));
  };
  const addParts = (label: string, [first = '', ...rest]: readonly string[]): void => {
    add([`${label}: ${first}`, ...rest]);
  };
  addParts(plural(outcomes.length, 'check'), outcomeParts(summary.outcomes));
  const { fail, warn, unknown, suspended } = summary.findings;
  if (fail + warn > 0) {
    const bySeverity = SEVERITIES.filter((severity) => summary.severity[severity] > 0).map(
      (severity) => `${counted(summary.severity[severity])} ${severity}`,
    );
    addParts(plural(fail + warn, 'finding'), bySeverity);
  }
  const besides = [];
  if (unknown > 0) besides.push(`${counted(unknown)} not judged for want of a fact`);
  if (suspended > 0) besides.push(`${counted(suspended)} kept for now`);
  if (summary.history > 0) besides.push(`${counted(summary.history)} past and dealt with`);
  if (besides.length > 0) addParts('Besides', besides);
  const left = [];
  if (scope.not_in_profile.length > 0) {
    left.push(`${plural(scope.not_in_profile.length, 'check')} outside the ${profile} profile`);
  }
  if (scope.switched_off.length > 0) left.push(`${counted(scope.switched_off.length)} switched off by the firm`);
  if (scope.not_selected > 0) left.push(`${counted(scope.not_selected)} not asked for`);
  if (left.length > 0) addParts('Not looked at', left);
  const tables = policies.own_tables.map(ownTableText);
  if (tables.length > 0) addParts("By the firm's own reference tables", tables);
  const grades = (['declared', 'attested', 'evidenced', 'fed'] as const)
    .filter((grade) => summary.evidence[grade] > 0)
    .map((grade) => `${counted(summary.evidence[grade])} ${GRADES[grade]}`);
  const examined = sumOf(Object.values(summary.evidence));
  if (examined > 0) {
    addParts(`Weakest fact behind each of ${plural(examined, 'check')}`, grades);
  }
  const time = options.seconds === undefined ? '' : ` ${options.seconds.toFixed(2)} s`;
  add(`That no exception was found is not an opinion that the firm complies.${time}`, page.faint);
  addParts('Next', nextSteps(assessment));
  return lines;
}

const GRADES = {
  declared: 'declared by the firm',
  attested: 'attested',
  evidenced: 'evidenced',
  fed: 'fed by a system',
} as const;

/** Every check in one part: the parts add up to all checks. */
function outcomeParts(counts: Assessment['summary']['outcomes']): string[] {
  const parts = [`${counts.pass} found no exception`, `${counts.fail} found exceptions`];
  if (counts.warn > 0) parts.push(adviceText(counts.warn));
  if (counts['needs-review'] > 0) parts.push(`${counts['needs-review']} could not be judged`);
  if (counts.error > 0) parts.push(`${counts.error} broke`);
  const none = counts['not-applicable'];
  if (none > 0) parts.push(`${none} ${none === 1 ? 'does' : 'do'} not apply`);
  return parts;
}

function adviceText(count: number): string {
  return `${count} ${count === 1 ? 'gives' : 'give'} advice only`;
}

function nextSteps({ outcomes, scope, profile, findings }: Assessment): string[] {
  const [worst] = findings;
  if (worst !== undefined) {
    return [`privity explain ${worst.control}`, `privity check --only ${worst.control} --format json`];
  }
  if (scope.not_in_profile.length > 0) {
    const wider = profile === 'essentials' ? 'standard' : 'full';
    return [`privity check --profile ${wider}`];
  }
  return outcomes.length === 0 ? [] : ['privity check --format json'];
}

function findingsOf({ control }: Outcome, { code, missing }: FoundReason, { assessment }: View): Finding[] {
  return assessment.findings.filter(
    (finding) =>
      finding.control === control &&
      finding.reason === code &&
      (missing === undefined || finding.distinguishes === missing),
  );
}

function placesOf(findings: readonly Finding[]): string[] {
  return findings.slice(0, 1).map(({ location }) => placeText(location));
}

function sumOf(counts: readonly number[]): number {
  return counts.reduce((sum, count) => sum + count, 0);
}
