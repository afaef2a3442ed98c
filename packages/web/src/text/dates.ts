const MONTHS = ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December'];
const MS_A_DAY = 86_400_000;

/** A date as given, unambiguously: `2025-07-12` → "12 July 2025", `2025-07` → "July 2025". */
export function dateInWords(date: string): string {
  const [year = '', month, day] = date.split('-');
  if (month === undefined) return year;
  const name = MONTHS[Number(month) - 1] ?? month;
  return day === undefined ? `${name} ${year}` : `${Number(day)} ${name} ${year}`;
}

/** An instant in UTC: `2025-07-14T18:05:00.000Z` → "14 July 2025, 18:05 UTC". */
export function instantInWords(instant: string): string {
  return `${dateInWords(instant.slice(0, 10))}, ${instant.slice(11, 16)} UTC`;
}

/** The number of the day since 1970-01-01; dates without a day count from their first. */
export function dayNumber(date: string): number {
  const [year, month = 1, day = 1] = date.split('-').map(Number);
  return Math.floor(Date.UTC(year ?? 1970, month - 1, day) / MS_A_DAY);
}

/** The day of a number: 0 → `1970-01-01`. */
export function dayOfNumber(number: number): string {
  return new Date(number * MS_A_DAY).toISOString().slice(0, 10);
}

/** The calendar day here and now. */
export function today(now: Date = new Date()): string {
  const pad = (value: number) => String(value).padStart(2, '0');
  return `${now.getFullYear()}-${pad(now.getMonth() + 1)}-${pad(now.getDate())}`;
}

/**
 * The days that the control of the date runs over: a little before the first change to a little
 * after the last, day numbers inclusive. Without changes: the month up to `now`.
 */
export function dayRange(days: readonly string[], now: string): { first: number; last: number } {
  const [first, last] = [days[0], days.at(-1)];
  if (first === undefined || last === undefined) return { first: dayNumber(now) - 30, last: dayNumber(now) };
  const margin = Math.max(2, Math.round((dayNumber(last) - dayNumber(first)) * 0.05));
  return { first: dayNumber(first) - margin, last: dayNumber(last) + margin };
}

/** The nearest day of `days` before (`-1`) or after (`1`) `day`; null where there is none. */
export function neighbourDay(days: readonly string[], day: string, direction: -1 | 1): string | null {
  const found = direction === 1 ? days.find((one) => one > day) : days.findLast((one) => one < day);
  return found ?? null;
}
