import { expect, test } from 'vitest';
import { letterOf, namedPoints } from './named-points.ts';
import { RULES } from './rules.ts';

test('points of the same values share a letter; what was put forward comes after what rules name', () => {
  const none = Object.fromEntries(RULES.map((rule) => [rule, { points: [] as { values: number[] }[] }])) as unknown as Parameters<
    typeof namedPoints
  >[0]['rules'];
  const rules = { ...none, nash: { points: [{ values: [1, 0] }, { values: [0, 1] }] }, leximin: { points: [{ values: [0, 1] }] } };
  const named = namedPoints({ rules, proposals: [{ values: [0.5, 0.5] }, { values: [1, 0] }] });
  expect(named.map(({ letter, isProposal }) => [letter, isProposal])).toEqual([
    ['A', false],
    ['B', false],
    ['C', true],
  ]);
  expect(letterOf(named, [0, 1])).toBe('B');
  expect(letterOf(named, [0, 0])).toBe('');
});
