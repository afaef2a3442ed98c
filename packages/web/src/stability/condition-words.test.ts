import { expect, test } from 'vitest';
import { askedOf, asking, conditionWords, saidOf } from './condition-words.ts';

const names: Record<string, string> = { r: 'Release', a: 'Attack', p: 'Pull back' };
const nameOf = (id: string) => names[id] ?? id;

test('a condition is told in the names of its options', () => {
  expect(conditionWords({ anyOf: [{ taken: ['r'], left: ['a'] }] }, nameOf)).toBe('Release and not Attack');
  expect(
    conditionWords(
      {
        anyOf: [
          { taken: [], left: ['a'] },
          { taken: ['p'], left: [] },
        ],
      },
      nameOf,
    ),
  ).toBe('not Attack, or Pull back');
});

test('an option is asked for in one way at a time', () => {
  const both = asking(asking({ taken: ['p'], left: [] }, 'r', 'taken'), 'a', 'left');
  expect(both).toEqual({ taken: ['p', 'r'], left: ['a'] });
  expect(asking(both, 'r', 'left')).toEqual({ taken: ['p'], left: ['a', 'r'] });
  expect(askedOf(asking(both, 'a', 'either'), 'a')).toBe('either');
});

test('a pattern that says nothing is left out', () => {
  expect(
    saidOf({
      anyOf: [
        { taken: [], left: [] },
        { taken: ['r'], left: [] },
      ],
    }),
  ).toEqual({ anyOf: [{ taken: ['r'], left: [] }] });
  expect(saidOf({ anyOf: [{ taken: [], left: [] }] })).toBeNull();
});
