import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parseCondition } from './condition.ts';
import { conditionPatterns } from './condition-patterns.ts';

const OPTIONS = ['Release', 'Attack', 'Pull back'];
const placeOf = (name: string) => (OPTIONS.includes(name) ? OPTIONS.indexOf(name) : undefined);

test.each([
  ['Release', [{ taken: [0], left: [] }]],
  ['not "Pull back" and Release', [{ taken: [0], left: [2] }]],
  ['Attack or not Attack', [{ taken: [], left: [] }]],
  ['Attack and not Attack', []],
])('%s', (words, patterns) => expect(conditionPatterns(words, placeOf, 'here')).toEqual(patterns));

test('"A if not B" is either of the two', () => {
  expect(conditionPatterns('Attack if not Release', placeOf, 'here')).toEqual(
    expect.arrayContaining([
      { taken: [1], left: [] },
      { taken: [0], left: [] },
    ]),
  );
});

test('an option that nobody has is named', () => {
  expect(() => conditionPatterns('Flee', placeOf, 'what North wants')).toThrow('what North wants: no decider has the option "Flee"');
});

test('the patterns hold just where the condition does', () => {
  const { condition } = fc.letrec<{ condition: string }>((tie) => ({
    condition: fc.oneof(
      { maxDepth: 4 },
      fc.constantFrom('a', 'b', 'c', 'd'),
      fc.tuple(tie('condition'), fc.constantFrom('and', 'or', 'if', 'iff'), tie('condition')).map(([x, sign, y]) => `(${x} ${sign} ${y})`),
      tie('condition').map((x) => `not (${x})`),
    ),
  }));
  const names = ['a', 'b', 'c', 'd'];
  fc.assert(
    fc.property(condition, (words) => {
      const holds = parseCondition(words, (name) => names.indexOf(name), 'here');
      const patterns = conditionPatterns(words, (name) => names.indexOf(name), 'here');
      for (let taken = 0; taken < 16; taken += 1) {
        const has = (place: number) => ((taken >>> place) & 1) === 1;
        expect(patterns.some((pattern) => pattern.taken.every(has) && !pattern.left.some(has))).toBe(holds(taken));
      }
    }),
  );
});
