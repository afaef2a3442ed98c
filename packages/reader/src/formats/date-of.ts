import { type EdtfDate, isEdtfDate } from '@parley/model';

const MONTHS = ['january', 'february', 'march', 'april', 'may', 'june', 'july', 'august', 'september', 'october', 'november', 'december'];
const MONTH = `(${MONTHS.map((month) => `${month.slice(0, 3)}(?:${month.slice(3)})?`).join('|')}|sept)\\.?`;
const DAY_FIRST = new RegExp(`^(?:[a-z]{3,9}\\.?,?\\s+)?(\\d{1,2})(?:st|nd|rd|th)?[\\s-]+${MONTH},?[\\s-]+(\\d{4})(?!\\d)`, 'i');
const MONTH_FIRST = new RegExp(`^(?:[a-z]{3,9}\\.?,?\\s+)?${MONTH}\\s+(\\d{1,2})(?:st|nd|rd|th)?,?\\s+(\\d{4})(?!\\d)`, 'i');
const MONTH_ONLY = new RegExp(`^${MONTH}\\s+(\\d{4})$`, 'i');

/** The day, month or year that a date of ISO 8601 starts with; null for anything else. */
export function isoDateOf(value: string | null | undefined): EdtfDate | null {
  const match = value ? /^\s*(\d{4}(?:-\d\d(?:-\d\d)?)?)(?!\d)/.exec(value) : null;
  return match?.[1] && isEdtfDate(match[1]) ? match[1] : null;
}

/**
 * The day that a written date names, in its own time zone: ISO 8601, `Sat, 12 Jul 2025 08:00:00 GMT`,
 * `12 July 2025`, `July 12, 2025`, `July 2025`, and `12.07.2025` or `2025/07/12`, with slashes only
 * where day and month cannot be taken for each other. Null for anything else.
 */
export function dateOf(value: string | null | undefined): EdtfDate | null {
  const text = value?.trim() ?? '';
  const first = DAY_FIRST.exec(text);
  if (first) return day(first[3], monthNumber(first[2]), first[1]);
  const second = MONTH_FIRST.exec(text);
  if (second) return day(second[3], monthNumber(second[1]), second[2]);
  const month = MONTH_ONLY.exec(text);
  if (month) return `${month[2]}-${monthNumber(month[1])}`;
  return numericDate(text) ?? isoDateOf(text);
}

function numericDate(text: string): EdtfDate | null {
  const yearFirst = /^(\d{4})[./](\d{1,2})[./](\d{1,2})(?!\d)/.exec(text);
  if (yearFirst) return day(yearFirst[1], yearFirst[2], yearFirst[3]);
  const dotted = /^(\d{1,2})\.(\d{1,2})\.(\d{4})(?!\d)/.exec(text);
  if (dotted) return day(dotted[3], dotted[2], dotted[1]);
  const slashed = /^(\d{1,2})\/(\d{1,2})\/(\d{4})(?!\d)/.exec(text);
  if (!slashed) return null;
  const [a, b] = [Number(slashed[1]), Number(slashed[2])];
  if (a === b || a > 12) return day(slashed[3], slashed[2], slashed[1]);
  return b > 12 ? day(slashed[3], slashed[1], slashed[2]) : null;
}

function monthNumber(name: string | undefined): string {
  return String(MONTHS.findIndex((month) => month.startsWith((name ?? '').slice(0, 3).toLowerCase())) + 1).padStart(2, '0');
}

function day(year: string | undefined, month: string | undefined, date: string | undefined): EdtfDate | null {
  const written = `${year}-${month?.padStart(2, '0')}-${date?.padStart(2, '0')}`;
  return isEdtfDate(written) ? written : null;
}
