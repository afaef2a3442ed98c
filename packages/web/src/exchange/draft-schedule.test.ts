import fc from 'fast-check';
import { expect, test } from 'vitest';
import { changed, type Draft, type DraftAction, keyed, movedToDay } from './draft-schedule.ts';

const step = (day: number) => ({ day, deliver: [{ item: 'a', count: 1 }], pay: 0 });
const draft = (...days: number[]): Draft => ({ steps: keyed(days.map(step)), past: [], future: [] });
const keys = ({ steps }: Draft) => steps.map(({ key }) => key);
const days = ({ steps }: Draft) => steps.map(({ day }) => day);

test('a step that is moved to another day goes among those of that day', () => {
  expect(movedToDay(draft(0, 2, 2, 5).steps, 0, 2).map(({ key }) => key)).toEqual([0, 1, 2, 3]);
  expect(movedToDay(draft(0, 2, 2, 5).steps, 0, 3).map(({ key }) => key)).toEqual([1, 2, 0, 3]);
  expect(movedToDay(draft(0, 2, 2, 5).steps, 3, 2).map(({ key }) => key)).toEqual([0, 1, 2, 3]);
  expect(movedToDay(draft(0, 2, 2, 5).steps, 3, -4)[0]).toMatchObject({ key: 0, day: 0 });
});

test('a step that is moved past a neighbour of another day goes to its day', () => {
  const moved = changed(draft(0, 4), { act: 'place', key: 0, by: 1 });
  expect([keys(moved), days(moved)]).toEqual([
    [1, 0],
    [4, 4],
  ]);
  expect(changed(moved, { act: 'place', key: 0, by: 1 })).toBe(moved);
});

test('a new step goes behind those of its day', () => {
  const added = changed(draft(0, 2, 5), { act: 'add', step: step(2) });
  expect([keys(added), days(added)]).toEqual([
    [0, 1, 3, 2],
    [0, 2, 2, 5],
  ]);
});

const action: fc.Arbitrary<DraftAction> = fc.oneof(
  fc.record({ act: fc.constant('day' as const), key: fc.nat(6), day: fc.integer({ min: -3, max: 20 }) }),
  fc.record({ act: fc.constant('place' as const), key: fc.nat(6), by: fc.constantFrom(-1 as const, 1 as const) }),
  fc.record({ act: fc.constant('remove' as const), key: fc.nat(6) }),
  fc.record({ act: fc.constant('add' as const), step: fc.nat(20).map(step) }),
);

test('whatever is done days never go back, every action can be undone and done again, and no key is there twice', () => {
  fc.assert(
    fc.property(fc.array(fc.nat(20), { maxLength: 6 }), fc.array(action, { maxLength: 12 }), (start, actions) => {
      const first = draft(...start.sort((a, b) => a - b));
      const last = actions.reduce(changed, first);
      expect(days(last)).toEqual(days(last).toSorted((a, b) => a - b));
      expect(new Set(keys(last)).size).toBe(last.steps.length);
      let back = last;
      while (back.past.length > 0) back = changed(back, { act: 'undo' });
      expect(back.steps).toEqual(first.steps);
      let again = back;
      while (again.future.length > 0) again = changed(again, { act: 'redo' });
      expect(again.steps).toEqual(last.steps);
    }),
  );
});
