/**
 * Days and instants as the rules see them. A date is a day number: days since 1970-01-01 in the firm's time zone. An
 * instant is `{day, ms}`: its local day number and epoch milliseconds (nanoseconds would exceed 2^53, and WASM has no
 * time zones, so both are computed here).
 */
export interface Moment {
  day: number;
  ms?: number;
}

const DAY_MS = 86_400_000;
const BUCKET_MS = 15 * 60_000;

/** The day number of `YYYY-MM-DD`, or undefined where no such date exists. */
export function dayNumber(text: string): number | undefined {
  const parts = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  if (!parts) return undefined;
  const [year, month, day] = [Number(parts[1]), Number(parts[2]), Number(parts[3])];
  const date = new Date(0);
  date.setUTCFullYear(year, month - 1, day);
  if (date.getUTCFullYear() !== year || date.getUTCMonth() !== month - 1 || date.getUTCDate() !== day) return undefined;
  return Math.floor(date.getTime() / DAY_MS);
}

/** `YYYY-MM-DD` of a day number. */
export function dateText(day: number): string {
  return new Date(day * DAY_MS).toISOString().slice(0, 10);
}

/** Epoch milliseconds of an RFC 3339 instant with offset, or undefined where it is not one (no space for T, no :60). */
export function instantMs(text: string): number | undefined {
  const parts = /^(\d{4}-\d{2}-\d{2})T(\d{2}):(\d{2}):(\d{2})(?:\.(\d{1,9}))?(Z|[+-]\d{2}:\d{2})$/.exec(text);
  if (!parts) return undefined;
  const day = dayNumber(parts[1] as string);
  const [hour, minute, second] = [Number(parts[2]), Number(parts[3]), Number(parts[4])];
  const offset = offsetMinutes(parts[6] as string);
  if (day === undefined || offset === undefined || hour > 23 || minute > 59 || second > 59) return undefined;
  const fraction = Math.floor(Number(`0.${parts[5] ?? '0'}`) * 1000);
  return day * DAY_MS + (hour * 60 + minute - offset) * 60_000 + second * 1000 + fraction;
}

function offsetMinutes(text: string): number | undefined {
  if (text === 'Z') return 0;
  const [hours, minutes] = [Number(text.slice(1, 3)), Number(text.slice(4, 6))];
  if (hours > 23 || minutes > 59) return undefined;
  return (text.startsWith('-') ? -1 : 1) * (hours * 60 + minutes);
}

/** A firm's time zone: local days of instants, and the bounds of a local day. */
export interface Zone {
  name: string;
  /** Local day number of an epoch millisecond. */
  dayOf(ms: number): number;
  /** The last millisecond of a local day: what a date given as `as_of` means. */
  endOfDay(day: number): number;
}

/** The zone of an IANA name, or undefined where there is none of that name. */
export function zoneOf(name: string): Zone | undefined {
  let format: Intl.DateTimeFormat;
  try {
    format = new Intl.DateTimeFormat('en-US', {
      timeZone: name,
      hourCycle: 'h23',
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
      hour: 'numeric',
      minute: 'numeric',
      second: 'numeric',
      era: 'short',
    });
  } catch {
    return undefined;
  }
  const offsets = new Map<number, number>();
  const exactOffset = (ms: number): number => localMs(format, ms) - Math.floor(ms / 1000) * 1000;
  // An instant's offset is that of its quarter of an hour, unless the clocks change within it.
  const offsetAt = (ms: number): number => {
    const bucket = Math.floor(ms / BUCKET_MS);
    const known = offsets.get(bucket);
    if (known !== undefined) return known;
    const offset = exactOffset(bucket * BUCKET_MS);
    if (offset !== exactOffset((bucket + 1) * BUCKET_MS - 1)) return exactOffset(ms);
    offsets.set(bucket, offset);
    return offset;
  };
  const dayOf = (ms: number): number => Math.floor((ms + offsetAt(ms)) / DAY_MS);
  const startOfDay = (day: number): number => {
    const midnight = day * DAY_MS;
    const candidates = [midnight - offsetAt(midnight - DAY_MS), midnight - offsetAt(midnight + DAY_MS)].sort(
      (a, b) => a - b,
    );
    return candidates.find((ms) => dayOf(ms) >= day && dayOf(ms - 1) < day) ?? (candidates[0] as number);
  };
  return { name, dayOf, endOfDay: (day) => startOfDay(day + 1) - 1 };
}

function localMs(format: Intl.DateTimeFormat, ms: number): number {
  const parts: Record<string, string> = {};
  for (const part of format.formatToParts(ms)) parts[part.type] = part.value;
  const year = parts.era === 'BC' ? 1 - Number(parts.year) : Number(parts.year);
  const date = new Date(0);
  date.setUTCFullYear(year, Number(parts.month) - 1, Number(parts.day));
  date.setUTCHours(Number(parts.hour), Number(parts.minute), Number(parts.second));
  return date.getTime();
}

/** `as_of` as given: a date means the end of that day in the firm's zone; an instant means itself. */
export function asOfMoment(text: string, zone: Zone): Required<Moment> | undefined {
  const day = dayNumber(text);
  if (day !== undefined) return { day, ms: zone.endOfDay(day) };
  const ms = instantMs(text);
  return ms === undefined ? undefined : { day: zone.dayOf(ms), ms };
}
