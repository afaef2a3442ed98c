import fc from 'fast-check';
import { expect, it } from 'vitest';
import { jsonPieces } from './print-long-json.ts';

it('makes the same JSON in pieces as in one', () => {
  fc.assert(
    fc.property(fc.jsonValue(), (value) => {
      expect([...jsonPieces(value)].join('')).toBe(JSON.stringify(value));
    }),
  );
  const long = { states: Array.from({ length: 25_000 }, (_, state) => (state % 2 === 0 ? state : `state ${state}`)), none: undefined };
  const pieces = [...jsonPieces(long)];
  expect(pieces.join('')).toBe(JSON.stringify(long));
  expect(pieces.length).toBeGreaterThan(4);
});
