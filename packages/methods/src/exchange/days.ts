import { UserError } from '@parley/model';

/** A day as a number: 14 or `"D+14"` is 14, `"D"` is 0. Throws a UserError for anything else or before D. */
export function dayOf(value: unknown, what: string): number {
  const match = typeof value === 'string' ? /^\s*(?:D\s*(?:\+\s*(\d{1,6}))?|(\d{1,6}))\s*$/i.exec(value) : null;
  const day = match ? Number(match[1] ?? match[2] ?? 0) : value;
  if (typeof day !== 'number' || !Number.isInteger(day) || day < 0 || day > 999_999)
    throw new UserError(`${what} is ${shown(value)}, which is not a day`, { cure: 'write a day as D+14, or as the whole number 14' });
  return day;
}

/** A day as people write it: `D+14`. */
export function dayText(day: number): string {
  return `D+${Number.isInteger(day) ? day : day.toFixed(1)}`;
}

/** A value as it is shown in an error. */
export function shown(value: unknown): string {
  if (typeof value === 'number') return String(value);
  let text: string;
  try {
    text = JSON.stringify(value) ?? String(value);
  } catch {
    // Thousands of lists within each other.
    text = Array.isArray(value) ? '[…]' : '{…}';
  }
  return text.length > 60 ? `${text.slice(0, 57)}…` : text;
}
