import { z } from 'zod';

/**
 * A date that keeps the precision it was given with: a year, a month or a day.
 *
 * The level 0 dates of EDTF (ISO 8601-2:2019, Annex A) without times. Calendar days are checked,
 * so `2025-02-30` is refused.
 */
export const EdtfDate = z
  .string()
  .refine(isEdtfDate, { error: (issue) => `"${String(issue.input)}" is not a date; write 2025, 2025-07 or 2025-07-12` })
  .meta({ id: 'EdtfDate', description: 'A year, month or day: 2025, 2025-07, 2025-07-12' });
export type EdtfDate = z.infer<typeof EdtfDate>;

/** A calendar day, `2025-07-12`. */
export const Day = z
  .string()
  .refine((text) => text.length === 10 && isEdtfDate(text), { error: (issue) => `"${String(issue.input)}" is not a day; write 2025-07-12` })
  .meta({ id: 'Day', description: 'A calendar day: 2025-07-12' });
export type Day = z.infer<typeof Day>;

/** Sorts before every day: the start of what has no known start. */
export const BEFORE_ALL = '0000-00-00';
/** Sorts after every day: the end of what has no known end. */
export const AFTER_ALL = '9999-99-99';

export function isEdtfDate(text: string): boolean {
  const parts = /^(\d{4})(?:-(\d\d)(?:-(\d\d))?)?$/.exec(text);
  if (!parts) return false;
  const [, year, month, day] = parts;
  if (month === undefined) return true;
  if (Number(month) < 1 || Number(month) > 12) return false;
  return day === undefined || (Number(day) >= 1 && Number(day) <= daysInMonth(Number(year), Number(month)));
}

/** The first day that a date may mean: `2025-07` → `2025-07-01`. */
export function firstDay(date: EdtfDate): Day {
  if (date.length === 4) return `${date}-01-01`;
  return date.length === 7 ? `${date}-01` : date;
}

/** The last day that a date may mean: `2025-07` → `2025-07-31`. */
export function lastDay(date: EdtfDate): Day {
  if (date.length === 4) return `${date}-12-31`;
  if (date.length === 10) return date;
  return `${date}-${String(daysInMonth(Number(date.slice(0, 4)), Number(date.slice(5, 7)))).padStart(2, '0')}`;
}

function daysInMonth(year: number, month: number): number {
  if (month === 2) return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28;
  return [4, 6, 9, 11].includes(month) ? 30 : 31;
}
