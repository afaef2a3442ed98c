import { UserError } from '@parley/model';
import { expect, test } from 'vitest';
import { optionFormOfSheet } from './option-sheet.ts';
import { readConflict } from './read-conflict.ts';

const table = (second: string) => [
  ['decider', 'option', '1', '2'],
  ['2', 'fire', 'Y', 'N'],
  ['2', 'preference', '1', '2'],
  [second, 'hold', 'N', 'Y'],
  [second, 'preference', '2', '1'],
];

test('deciders called by numbers keep their states, or the sheet is refused', () => {
  // As fields of an object "1" would come before "2", and each Y would be read of the other's option.
  expect(() => optionFormOfSheet(table('1'))).toThrow(UserError);
  expect(() => optionFormOfSheet(table('1'))).toThrow(/stand in another order: 2, 1/);
  const { conflict } = readConflict(optionFormOfSheet(table('3')));
  expect(conflict.deciders).toEqual(['2', '3']);
  expect([0, 1].map(conflict.stateName).sort()).toEqual(['NY', 'YN']);
});

test('a sheet of a hundred thousand rules is read in one pass', () => {
  const statements = Array.from({ length: 100_000 }, () => ['statement', 'A', 'x']);
  const before = performance.now();
  const { deciders } = optionFormOfSheet([['kind', 'decider', 'what', 'to'], ['option', 'A', 'x'], ...statements]);
  expect((deciders as { A: { statements: string[] } }).A.statements).toHaveLength(100_000);
  // Copying the list for each row takes minutes.
  expect(performance.now() - before).toBeLessThan(2000);
});
