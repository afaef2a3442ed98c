import { type EdtfDate, isEdtfDate } from '@parley/model';

const WEEKDAYS = 'sunday monday tuesday wednesday thursday friday saturday'.split(' ');
const MONTHS = 'january february march april may june july august september october november december'.split(' ');
const DAY_MS = 86_400_000;

/**
 * The one time that `words` (lower case, in order, those of the cue's clause without what is said)
 * give, against the day that the report was published on, with the precision that they have:
 * `on tuesday` → the last Tuesday up to that day, `in june` → a month, `in 2019` → a year.
 *
 * Null where they give none, several, or one that is not certain (`last friday`, `next week`), and
 * for words relative to a day where the day of publication is not known.
 */
export function spokenOn(words: readonly string[], published: EdtfDate | undefined): EdtfDate | null {
  const found = new Set<string>();
  for (let at = 0; at < words.length; ) {
    const time = timeAt(words, at, published);
    if (time === 'unsure') return null;
    if (time) found.add(time.date);
    at += time ? time.size : 1;
  }
  return found.size === 1 ? ([...found][0] as EdtfDate) : null;
}

/** A date that starts at word `at`, and how many words it takes. */
function timeAt(words: readonly string[], at: number, published: EdtfDate | undefined): { date: string; size: number } | 'unsure' | null {
  const word = words[at] ?? '';
  const before = words[at - 1] ?? '';
  const dated = calendarDate(words, at, published);
  if (dated) return dated;
  const day = published?.length === 10 ? published : null;
  if (WEEKDAYS.includes(word)) {
    if (['last', 'next', 'every', 'each', 'until', 'by', 'since', 'after', 'before', 'from'].includes(before)) return 'unsure';
    return day ? { date: lastWeekday(day, WEEKDAYS.indexOf(word)), size: 1 } : null;
  }
  if (word === 'yesterday' || (word === 'last' && words[at + 1] === 'night'))
    return day ? { date: shifted(day, -1), size: word === 'last' ? 2 : 1 } : null;
  if (word === 'today' || word === 'tonight') return day ? { date: day, size: 1 } : null;
  if (word === 'this' && ['morning', 'afternoon', 'evening'].includes(words[at + 1] ?? '')) return day ? { date: day, size: 2 } : null;
  if (word === 'last' && words[at + 1] === 'month' && published && published.length >= 7) return { date: monthBefore(published), size: 2 };
  if (word === 'last' && words[at + 1] === 'year' && published) return { date: String(Number(published.slice(0, 4)) - 1), size: 2 };
  return null;
}

/** `july 3`, `3 july 2025`, `in june`, `in 2019`. */
function calendarDate(words: readonly string[], at: number, published: EdtfDate | undefined): { date: string; size: number } | null {
  const word = words[at] ?? '';
  const before = words[at - 1] ?? '';
  if (before === 'in' && /^(?:19|20)\d\d$/.test(word)) return { date: word, size: 1 };
  const dayFirst = /^\d{1,2}(?:st|nd|rd|th)?$/.test(word) && MONTHS.includes(words[at + 1] ?? '');
  const month = MONTHS.indexOf(dayFirst ? (words[at + 1] ?? '') : word);
  if (month < 0 || (!dayFirst && month === 4 && !['in', 'on'].includes(before) && !/^\d/.test(words[at + 1] ?? ''))) return null;
  const dayWord = dayFirst ? word : (words[at + 1] ?? '');
  const day = /^\d{1,2}(?:st|nd|rd|th)?$/.test(dayWord) ? Number.parseInt(dayWord, 10) : null;
  if (day === null && before !== 'in') return null;
  let size = day === null ? 1 : 2;
  if (words[at + size] === ',') size++;
  const told = /^(?:19|20)\d\d$/.test(words[at + size] ?? '') ? Number(words[at + size]) : null;
  if (told !== null) size++;
  const year = told ?? yearBefore(month, day, published);
  if (year === null) return null;
  const date = `${year}-${two(month + 1)}${day === null ? '' : `-${two(day)}`}`;
  return isEdtfDate(date) ? { date, size } : null;
}

/** The year in which the month, or day, was last not after the publication. */
function yearBefore(month: number, day: number | null, published: EdtfDate | undefined): number | null {
  if (!published || published.length < 7) return null;
  const year = Number(published.slice(0, 4));
  const own = `${two(month + 1)}${day === null ? '' : `-${two(day)}`}`;
  return own <= published.slice(5, 5 + own.length) ? year : year - 1;
}

function lastWeekday(day: EdtfDate, weekday: number): string {
  const back = (new Date(`${day}T00:00:00Z`).getUTCDay() - weekday + 7) % 7;
  return shifted(day, -back);
}

function shifted(day: EdtfDate, days: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * DAY_MS).toISOString().slice(0, 10);
}

function monthBefore(published: EdtfDate): string {
  const [year = 0, month = 1] = published.split('-').map(Number);
  return month === 1 ? `${year - 1}-12` : `${year}-${two(month - 1)}`;
}

function two(value: number): string {
  return String(value).padStart(2, '0');
}
