import { expect, test } from 'vitest';
import { extentOf, extentOfCoordinates } from './extent-of.ts';

test('an extent holds all it is made of', () => {
  expect(extentOf([])).toBeNull();
  expect(
    extentOf([
      [1, 2, 3, 4],
      [0, 3, 2, 9],
    ]),
  ).toEqual([0, 2, 3, 9]);
});

test('coordinates may be nested as deep as those of a zone', () => {
  expect(
    extentOfCoordinates([
      [
        [
          [5, 1],
          [7, 2],
          [6, 4],
          [5, 1],
        ],
      ],
    ]),
  ).toEqual([5, 1, 7, 4]);
  expect(extentOfCoordinates([[5, 1]])).toEqual([5, 1, 5, 1]);
  expect(extentOfCoordinates([])).toBeNull();
});
