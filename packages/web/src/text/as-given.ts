import { firstDay } from '@parley/model';

/**
 * The date as it was given for a day that was reckoned from it: `2025-07-01` from `2025-07` is July
 * 2025 and no more exact. Where several dates give the day, the least exact; where none, the day.
 */
export function asGiven(day: string, given: readonly (string | null | undefined)[]): string {
  const fitting = given.filter((date): date is string => date != null && firstDay(date) === day);
  return fitting.reduce((best, date) => (date.length < best.length ? date : best), fitting[0] ?? day);
}
