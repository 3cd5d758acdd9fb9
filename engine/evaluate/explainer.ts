import type { Finding } from '../generated/assessment.js';
import { type FindingContext, mentionedRows } from './findings.js';
import type { JudgeReply } from './protocol.js';
import { withShownFacts } from './shown.js';
import type { Each } from './tally.js';

/** Watches the findings of a run that is to be explained. */
export interface Explainer {
  each: Each;
  /** The findings that are kept, or the one that was asked for, with their facts shown. */
  shown(kept: readonly Finding[]): readonly Finding[];
}

/**
 * Facts are shown only in the findings that come out, so that a million of them cost nothing more; the rows that they
 * mention are remembered as long as they are kept.
 * @param asked the id of the one finding that is wanted, however many there are
 */
export function explainer(asked: string | undefined, context: FindingContext): Explainer {
  const mentions = new WeakMap<Finding, JudgeReply['mentioned']>();
  let found: Finding | undefined;
  return {
    each(finding, mentioned) {
      mentions.set(finding, mentioned);
      if (finding.id === asked) found = finding;
    },
    shown(kept) {
      const wanted = asked === undefined ? kept : found === undefined ? [] : [found];
      return wanted.map((finding) =>
        withShownFacts(finding, context.inventory, mentionedRows(mentions.get(finding) ?? {}, context)),
      );
    },
  };
}
