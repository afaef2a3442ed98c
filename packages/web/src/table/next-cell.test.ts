import { expect, test } from 'vitest';
import { movedBy, nextCell } from './next-cell.ts';

const table = { rows: 4, columns: 3, rightToLeft: false };
const press = (key: string, ctrlKey = false) => ({ key, ctrlKey });

test('arrows go to the neighbour and stop at the border', () => {
  expect(nextCell({ row: 1, column: 1 }, press('ArrowRight'), table)).toEqual({ row: 1, column: 2 });
  expect(nextCell({ row: 1, column: 2 }, press('ArrowRight'), table)).toEqual({ row: 1, column: 2 });
  expect(nextCell({ row: 0, column: 0 }, press('ArrowUp'), table)).toEqual({ row: 0, column: 0 });
});

test('in right-to-left layout the left arrow goes to the next column', () => {
  expect(nextCell({ row: 0, column: 0 }, press('ArrowLeft'), { ...table, rightToLeft: true })).toEqual({ row: 0, column: 1 });
});

test('Home and End go along the row, with Ctrl to the corners', () => {
  expect(nextCell({ row: 2, column: 1 }, press('End'), table)).toEqual({ row: 2, column: 2 });
  expect(nextCell({ row: 2, column: 1 }, press('Home', true), table)).toEqual({ row: 0, column: 0 });
});

test('other keys lead nowhere', () => expect(nextCell({ row: 0, column: 0 }, press('x'), table)).toBeNull());

test('a column moves one place and stays within the table', () => {
  expect(movedBy(['a', 'b', 'c'], 'a', 1)).toEqual(['b', 'a', 'c']);
  expect(movedBy(['a', 'b', 'c'], 'c', 1)).toEqual(['a', 'b', 'c']);
  expect(movedBy(['a', 'b', 'c'], 'a', -1)).toEqual(['a', 'b', 'c']);
});
