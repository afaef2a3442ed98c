import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { readConflict } from '@parley/methods';
import { expect, it } from 'vitest';
import { askStability } from './ask-stability.ts';
import { conflictExport } from './conflict-export.ts';
import { readConflictFile } from './conflict-file.ts';

const SYRIA: unknown = JSON.parse(
  readFileSync(fileURLToPath(new URL('../../../../../examples/published/syria-iraq/conflict.json', import.meta.url)), 'utf8'),
);
/** One-way and barred moves, ties, unknown comparisons, names that a spreadsheet or a condition could take for something else. */
const AWKWARD = {
  deciders: {
    'North, the': { options: [{ name: 'Pull "back"', oneWay: 'staysTaken' }, 'Shell'], statements: ['-Fire', 'Shell if not Fire'] },
    South: {
      options: ['Fire', 'not'],
      readings: [
        ['Fire', 'not Shell'],
        ['not Shell', '-"not"'],
      ],
    },
  },
  infeasible: ['Shell and Fire'],
  barredMoves: [{ decider: 'South', from: 'Fire', to: '-Fire and -Shell' }],
};
const TIES = {
  deciders: {
    A: { options: ['a'], preference: [['YY', 'NN'], 'NY'] },
    B: { options: ['b'], better: [['YY', 'NN']], equal: [['NN', 'NY']] },
  },
  feasible: ['NN', 'YY', 'NY'],
};

it.each([
  ['csv', SYRIA],
  ['json', SYRIA],
  ['table', SYRIA],
  ['csv', AWKWARD],
  ['json', AWKWARD],
  ['csv', TIES],
  ['json', TIES],
] as const)('an option form written as %s is read back to the same answer', async (as, document) => {
  const read = readConflict(document);
  const again = await readConflictFile(new TextEncoder().encode(conflictExport(read, as)), `form.${as}`);
  expect(again.ignored).toEqual([]);
  expect(again.conflict.options).toEqual(read.conflict.options);
  const request = { concept: 'seq' } as const;
  expect(askStability(again, request).answer).toEqual(askStability(read, request).answer);
  expect(Array.from(again.conflict.moves[0]?.blocks ?? [])).toEqual(Array.from(read.conflict.moves[0]?.blocks ?? []));
});

it('takes a table as people type it: semicolons, small letters, a decider named once, places with ties', async () => {
  const typed =
    'Decider;Option;1;2;3;4\r\nNorth;Shell;y;n;y;n\r\n;Pull back;0;0;1;1\r\nSouth;Fire;no;no;no;YES\r\nNorth;preference;1;2;2;3\r\nSouth;preference;4;3;2;1\r\n';
  const { conflict } = await readConflictFile(new TextEncoder().encode(typed), 'typed.csv');
  expect(Array.from({ length: conflict.stateCount }, (_, state) => conflict.stateName(state)).sort()).toEqual(['NNN', 'NYY', 'YNN', 'YYN']);
  expect(conflict.deciders).toEqual(['North', 'South']);
  const { answer } = askStability(await readConflictFile(new TextEncoder().encode(typed), 'typed.csv'), { concept: 'nash' });
  // North may go from NNN and YYN (both place 2) to YNN (place 1), and from NYY nowhere; South from nowhere to anywhere.
  expect(answer.equilibria.nash).toEqual(['YNN', 'NYY']);
});
