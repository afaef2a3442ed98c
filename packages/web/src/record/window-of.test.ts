import { expect, test } from 'vitest';
import { windowOf } from './window-of.ts';

const size = 100;

test('a short list is shown whole', () =>
  expect(windowOf({ from: 0, to: 0 }, { current: -1, count: 30, size })).toEqual({ from: 0, to: 30 }));

test('it stays while the current item is inside', () => {
  expect(windowOf({ from: 200, to: 300 }, { current: 250, count: 9000, size })).toEqual({ from: 200, to: 300 });
});

test('it moves so that the current item is in the middle', () => {
  expect(windowOf({ from: 0, to: 100 }, { current: 4000, count: 9000, size })).toEqual({ from: 3950, to: 4050 });
  expect(windowOf({ from: 0, to: 100 }, { current: 8999, count: 9000, size })).toEqual({ from: 8900, to: 9000 });
});

test('a window that was widened stays wide', () => {
  expect(windowOf({ from: 0, to: 250 }, { current: 3, count: 9000, size })).toEqual({ from: 0, to: 250 });
});

test('a list that shrank is not shown past its end', () => {
  expect(windowOf({ from: 0, to: 100 }, { current: 0, count: 12, size })).toEqual({ from: 0, to: 12 });
});
