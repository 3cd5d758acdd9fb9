const MONTHS = 'January February March April May June July August September October November December'.split(' ');

/** `22 November 2026`, of a date or an instant as text: the same in every locale. */
export function longDate(text: string): string {
  const [year, month, rest] = text.split('-') as [string, string, string];
  const day = Number(rest.slice(0, 2));
  const time = /T(\d{2}:\d{2})/.exec(text)?.[1];
  return `${day} ${MONTHS[Number(month) - 1]} ${year}${time === undefined ? '' : `, ${time}`}`;
}

/** `1 check`, `34 checks`, `1,930 closed files`. */
export function plural(count: number, one: string, many = `${one}s`): string {
  return `${count.toLocaleString('en-GB')} ${count === 1 ? one : many}`;
}

/** `1,930`: the same in every locale. */
export function counted(count: number): string {
  return count.toLocaleString('en-GB');
}

export function lowerFirst(text: string): string {
  return `${text.charAt(0).toLowerCase()}${text.slice(1)}`;
}

export function upperFirst(text: string): string {
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}`;
}
