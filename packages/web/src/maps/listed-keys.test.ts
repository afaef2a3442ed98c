import fc from 'fast-check';
import { expect, test } from 'vitest';
import { keysIn, listedKeys } from './listed-keys.ts';

test('whatever a map is called, its key comes back from the address', () => {
  const key = fc.string({ minLength: 1, unit: 'grapheme' }).map((text) => text.toWellFormed());
  fc.assert(
    fc.property(fc.array(key), (keys) => {
      expect(keysIn(listedKeys(keys))).toEqual(keys);
    }),
  );
});

test('nothing is nothing, and what is no escape stays as it is', () => {
  expect(keysIn(undefined)).toEqual([]);
  expect(listedKeys([])).toBeUndefined();
  expect(keysIn('50%,b')).toEqual(['50%', 'b']);
});
