import { expect, test } from 'vitest';
import { figureInWords } from './figure-words.ts';

test('a figure keeps its hedge, its range and its unit', () => {
  expect(figureInWords({ qualifier: 'over', low: 57_000, high: 57_000 })).toBe('over 57,000');
  expect(figureInWords({ qualifier: 'exactly', low: 2.5, high: 2.5, unit: 'km' })).toBe('2.5 km');
  expect(figureInWords({ qualifier: 'about', low: 40, high: 50, unit: 'trucks' })).toBe('about 40–50 trucks');
});
