import { expect, test } from 'vitest';
import { dateInWords, dayNumber, dayOfNumber, dayRange, instantInWords, neighbourDay, today } from './dates.ts';

test.each([
  ['2025-07-12', '12 July 2025'],
  ['2025-07-02', '2 July 2025'],
  ['2025-07', 'July 2025'],
  ['2025', '2025'],
])('%s reads %s', (date, words) => expect(dateInWords(date)).toBe(words));

test('an instant names its zone', () => expect(instantInWords('2025-07-14T18:05:09.000Z')).toBe('14 July 2025, 18:05 UTC'));

test('days and their numbers convert both ways, over a leap day', () => {
  expect(dayNumber('2024-03-01') - dayNumber('2024-02-28')).toBe(2);
  expect(dayOfNumber(dayNumber('2025-07-12'))).toBe('2025-07-12');
  expect(dayOfNumber(dayNumber('2025-07'))).toBe('2025-07-01');
});

test('today is the day on the wall clock, not the one in UTC', () => expect(today(new Date(2025, 6, 2, 0, 30))).toBe('2025-07-02'));

test('the control of the date runs a little beyond the changes on both sides', () => {
  const { first, last } = dayRange(['2025-07-01', '2025-07-21'], '2026-11-24');
  expect([dayOfNumber(first), dayOfNumber(last)]).toEqual(['2025-06-29', '2025-07-23']);
});

test('without changes it runs up to now', () => expect(dayOfNumber(dayRange([], '2026-11-24').last)).toBe('2026-11-24'));

test('one steps from change to change', () => {
  const days = ['2025-07-01', '2025-07-09', '2025-07-21'];
  expect(neighbourDay(days, '2025-07-09', 1)).toBe('2025-07-21');
  expect(neighbourDay(days, '2025-07-10', -1)).toBe('2025-07-09');
  expect(neighbourDay(days, '2025-07-21', 1)).toBeNull();
});
