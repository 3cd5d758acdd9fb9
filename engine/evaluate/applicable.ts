import type { Control } from '../compile/catalogue.js';
import type { Evaluator, Thread } from './evaluator.js';
import { selectionOf } from './judge.js';

/** Which controls cannot apply to this firm at all. */
export interface Applicability {
  /** The code of the reason why not, by control id. */
  codes: Map<string, string>;
  /** Why the rule that was asked broke, by control id. */
  failures: Map<string, string>;
}

/** Asks the controls that may not apply to a firm whether they do: all at once, and after a failure one by one. */
export async function applicability(controls: readonly Control[], evaluator: Evaluator): Promise<Applicability> {
  const result: Applicability = { codes: new Map(), failures: new Map() };
  const asked = controls.filter(({ not_applicable }) => not_applicable !== undefined);
  for (const own of [false, true]) {
    const some = asked.filter((control) => control.own === own);
    if (some.length > 0) await evaluator.use((thread) => ask(some, own, thread, result));
  }
  return result;
}

async function ask(controls: readonly Control[], own: boolean, thread: Thread, result: Applicability): Promise<void> {
  const reply = await thread.evaluate('main/not_applicable', { controls: selectionOf(controls) }, own);
  if ('failure' in reply) {
    const [first] = controls as [Control];
    if (controls.length === 1) result.failures.set(first.id, reply.failure.detail);
    else for (const control of controls) await ask([control], own, thread, result);
    return;
  }
  const given = new Map(Object.entries(Object(reply.value)));
  for (const { id, not_applicable } of controls) {
    const code = given.get(id);
    if (code === undefined) continue;
    if (not_applicable?.some((one) => one.code === code)) result.codes.set(id, String(code));
    else
      result.failures.set(
        id,
        `It gave the reason ${JSON.stringify(code).slice(0, 100)} for not applying, which its METADATA does not declare.`,
      );
  }
}
