import type { Assessment } from '../engine/generated/assessment.js';
import { counted, longDate } from './words.js';

type OwnTable = Assessment['policies']['own_tables'][number];

/** `“Public holidays” (1 entry, 1 in the place of Privity's; checked on 2 June 2025; policies/tables/calendars.yaml)`. */
export function ownTableText({ title, entries, replaced, checked_on, file }: OwnTable): string {
  const count = entries === 1 ? '1 entry' : `${counted(entries)} entries`;
  const instead = replaced === 0 ? '' : `, ${counted(replaced)} in the place of Privity's`;
  return `“${title}” (${count}${instead}; checked on ${longDate(checked_on)}; ${file})`;
}
