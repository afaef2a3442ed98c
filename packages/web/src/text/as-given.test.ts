import { expect, test } from 'vitest';
import { asGiven } from './as-given.ts';

test('a day reckoned from a month is told as the month', () => expect(asGiven('2025-07-01', ['2025-06', '2025-07', null])).toBe('2025-07'));
test('an exact day stays exact', () => expect(asGiven('2025-07-12', ['2025-07-12'])).toBe('2025-07-12'));
test('where a month and a day give one day the month counts', () =>
  expect(asGiven('2025-07-01', ['2025-07-01', '2025-07'])).toBe('2025-07'));
test('a day of which nothing is known stays itself', () => expect(asGiven('2025-07-12', ['2025-07', undefined])).toBe('2025-07-12'));
