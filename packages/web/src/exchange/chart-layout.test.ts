import type { CheckedStep } from '@parley/methods';
import { expect, test } from 'vitest';
import { layoutOf, ticksOf } from './chart-layout.ts';
import { numberIn } from './number-in.ts';

const exchange = {
  parties: [
    { id: 'n', name: 'North', breakOffCost: 0 },
    { id: 's', name: 'South', breakOffCost: 0 },
  ],
  items: [
    { id: 'a', giver: 'n', receiver: 's', count: 3, durationDays: 0, verification: null },
    { id: 'b', giver: 's', receiver: 'n', count: 1, durationDays: 1, verification: { days: 4, detection: 1 } },
  ],
} as never;
const step = (number: number, day: number, item: string, count = 1): CheckedStep => ({
  number,
  startDay: day,
  endDay: day,
  verifiedDay: day,
  deliver: [{ item, count }],
  pay: 0,
  givers: [],
  margin: [],
  exposure: [],
});

test('classes stand under the side that gives them, and blocks count what is given so far', () => {
  const { rows, blocks } = layoutOf(exchange, [step(1, 0, 'a', 2), step(2, 1, 'b'), step(3, 5, 'a')]);
  expect(rows.map(({ kind, id }) => `${kind} ${id}`)).toEqual(['side n', 'item a', 'side s', 'item b']);
  expect(blocks.map(({ item, soFar }) => [item, soFar])).toEqual([
    ['a', 2],
    ['b', 1],
    ['a', 3],
  ]);
  expect(blocks[0]?.top).toBe(rows[1]?.top);
  expect(blocks.map(({ from, to, verified }) => [from, to, verified])).toEqual([
    [0, 0, 0],
    [1, 2, 6],
    [5, 5, 5],
  ]);
});

test('steps of one day stand behind each other and before the next day', () => {
  const { places, lastDay } = layoutOf(exchange, [step(1, 2, 'a'), step(2, 2, 'b'), step(3, 2, 'a'), step(4, 3, 'a')]);
  expect(places).toEqual([2, 2.25, 2.5, 3]);
  expect(lastDay).toBe(7);
});

test('the axis has no more lines than fit', () => {
  for (const lastDay of [7, 31, 100, 400, 9000]) expect(ticksOf(lastDay, 8).length).toBeLessThanOrEqual(9);
  expect(ticksOf(21, 8)).toEqual([0, 7, 14, 21]);
});

test('a day may be written as a number or as D+n', () => {
  expect(['7', 'D+7', ' d + 7 ', 'D7', '', 'soon', '-1'].map(numberIn)).toEqual([7, 7, 7, 7, undefined, undefined, undefined]);
});
