import { expect, test } from 'vitest';
import { xlsxTable } from '../office/xlsx-table.ts';
import { askStability } from './ask-stability.ts';
import { readConflictFile } from './conflict-file.ts';

const RULES = [
  ['kind', 'decider', 'what', 'to'],
  ['option', 'North', 'arm'],
  ['option', 'South', 'arm'],
  ['statement', 'North', 'not South.arm'],
  ['statement', 'North', 'North.arm'],
  ['statement', 'South', 'not North.arm'],
  ['statement', 'South', 'South.arm'],
];

test('an Excel file of rules is read as the same rules in CSV are', async () => {
  const csv = new TextEncoder().encode(RULES.map((row) => row.join(',')).join('\n'));
  const [fromExcel, fromCsv] = await Promise.all([
    readConflictFile(xlsxTable(RULES, 'Rules'), 'rules.xlsx'),
    readConflictFile(csv, 'rules.csv'),
  ]);
  const answer = askStability(fromExcel, { concept: 'seq' }).answer;
  // The prisoners' dilemma: without foresight only that both arm; looking ahead, that neither does as well.
  expect(answer.equilibria.nash).toEqual(['YY']);
  expect([...(answer.equilibria.seq ?? [])].sort()).toEqual(['NN', 'YY']);
  expect(answer).toEqual(askStability(fromCsv, { concept: 'seq' }).answer);
});

test.each([
  ['an empty file', '', 'is empty'],
  ['a file that is no JSON', '{"deciders": ', 'is no JSON'],
])('%s is refused', async (_, text, message) => {
  await expect(readConflictFile(new TextEncoder().encode(text), 'f.json')).rejects.toThrow(message);
});
