import { expect, test } from 'vitest';
import { percentIn, percentText } from './percent.ts';

test.each([
  ['40', 0.4],
  [' 12.5 % ', 0.125],
  ['12,5', 0.125],
  ['29', 0.29],
  ['0', 0],
  ['100', 1],
])('"%s" per cent is taken as written, and written so again', (text, share) => {
  expect(percentIn(text)).toBe(share);
  expect(percentIn(percentText(share))).toBe(share);
});

test.each(['', 'half', '-1', '101', 'NaN', 'Infinity'])('"%s" is no share', (text) => {
  expect(percentIn(text)).toBeUndefined();
});
