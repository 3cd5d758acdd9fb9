import type { Facts } from './facts.js';

/**
 * A day that a store or file does not give, and that is known all the same: its retention runs from the closing of its
 * one matter. Source: retention.yaml, RET-001 (the trigger may be derived from `matter.closed_on`).
 */
export interface Derivation {
  field: 'retention_trigger_on' | 'retention_triggers';
  /** Whether the file has days of other events in that field, and this one was added to them. */
  completes: boolean;
  /** The fact that it was derived from. */
  from: { collection: 'matters'; id: string; path: 'closed_on' };
}

/** The retention rules that the closing of a matter starts. */
export interface ClosingRules {
  /** Ids of those whose event it is. */
  event: ReadonlySet<string>;
  /** Ids of those among them in which a time runs from it. One that ends at an age alone is not started by anything. */
  running: ReadonlySet<string>;
}

export function closingRules(rules: Iterable<readonly [id: string, rule: Facts]>): ClosingRules {
  const ofClosing = [...rules].filter(([, rule]) => rule.trigger_event === EVENT);
  const runs = (rule: Facts): boolean =>
    rule.until_age === undefined || [rule.period, rule.min_period, rule.max_period].some((time) => time !== undefined);
  return {
    event: new Set(ofClosing.map(([id]) => id)),
    running: new Set(ofClosing.filter(([, rule]) => runs(rule)).map(([id]) => id)),
  };
}

const EVENT = 'matter-closed';

/** The id of the matter whose closing may tell what a store or file does not say; undefined where there is none. */
export function matterAsked(file: Facts, { running }: ClosingRules): string | undefined {
  if (file.retention_trigger_on !== undefined) return undefined;
  if (listOf(file.retention_triggers).some((entry) => (entry as Facts).event === EVENT)) return undefined;
  if (!listOf(file.retention_rule_ids).some((id) => running.has(String(id)))) return undefined;
  const matters = new Set(listOf(file.matter_ids));
  const [matter] = matters;
  return matters.size === 1 && typeof matter === 'string' ? matter : undefined;
}

/**
 * The facts of a store or file with the day that its matter tells, and what that was derived from; undefined where
 * nothing is to be derived. Only a matter that says that it is closed has a closing, and only once the day has come.
 *
 * The day stands as the file's one day where every one of its rules runs from the closing. Else it is listed with its
 * event: the one day would be taken for that of the other rules too. So it is with identity checks, of which RET-005
 * takes the one day for the end of the relationship with the client (MLR 2017 reg 40), which the closing is not.
 */
export function withClosing(
  file: Facts,
  matterOf: (id: string) => Facts | undefined,
  rules: ClosingRules,
  asOfDay: number,
): { facts: Facts; derivation: Derivation } | undefined {
  const id = matterAsked(file, rules);
  const matter = id === undefined ? undefined : matterOf(id);
  if (id === undefined || matter?.status !== 'closed') return undefined;
  const { closed_on: day, grade } = matter;
  if (typeof day !== 'number' || day > asOfDay) return undefined;
  const isOneDay =
    file.retention_triggers === undefined &&
    file.record_class !== 'aml-cdd' &&
    listOf(file.retention_rule_ids).every((rule) => rules.event.has(String(rule)));
  const field = isOneDay ? 'retention_trigger_on' : 'retention_triggers';
  const given = listOf(file.retention_triggers);
  return {
    facts: {
      ...file,
      [field]: isOneDay ? day : [...given, { event: EVENT, on: day }],
      // What rests on the day rests on the matter as well, and is known no better than it.
      derived: { [field]: grade },
    },
    derivation: { field, completes: given.length > 0, from: { collection: 'matters', id, path: 'closed_on' } },
  };
}

function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}
