import fc from 'fast-check';
import { expect, test } from 'vitest';
import { joinedAbove, movedInOrder, placesOf } from './order-of-items.ts';

test('an order has all items of the side and no others; what nobody placed comes last', () => {
  expect(placesOf([['a', 'z'], ['b']], ['b', 'a', 'c'])).toEqual([['a'], ['b'], ['c']]);
  expect(placesOf([['z']], ['a'])).toEqual([['a']]);
});

test('an item goes past its neighbour, comes out of those it weighs the same as, and joins those above', () => {
  expect(movedInOrder([['a'], ['b'], ['c']], 'c', -1)).toEqual([['a'], ['c'], ['b']]);
  expect(movedInOrder([['a'], ['b'], ['c']], 'a', 1)).toEqual([['b'], ['a'], ['c']]);
  expect(movedInOrder([['a', 'b'], ['c']], 'b', 1)).toEqual([['a'], ['b'], ['c']]);
  expect(movedInOrder([['a', 'b'], ['c']], 'b', -1)).toEqual([['b'], ['a'], ['c']]);
  expect(movedInOrder([['a'], ['b']], 'a', -1)).toEqual([['a'], ['b']]);
  expect(joinedAbove([['a'], ['b'], ['c']], 'c')).toEqual([['a'], ['b', 'c']]);
  expect(joinedAbove([['a']], 'a')).toEqual([['a']]);
});

test('whatever is done no item is lost and no place is empty', () => {
  const items = ['a', 'b', 'c', 'd'];
  const action = fc.record({ item: fc.constantFrom(...items), act: fc.constantFrom('up', 'down', 'join') });
  fc.assert(
    fc.property(fc.array(action, { maxLength: 20 }), (actions) => {
      const order = actions.reduce(
        (at, { item, act }) => (act === 'join' ? joinedAbove(at, item) : movedInOrder(at, item, act === 'up' ? -1 : 1)),
        placesOf([], items),
      );
      expect(order.flat().sort()).toEqual(items);
      expect(order.every((place) => place.length > 0)).toBe(true);
    }),
  );
});
