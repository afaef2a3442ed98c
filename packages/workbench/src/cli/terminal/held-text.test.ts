import { text } from 'node:stream/consumers';
import { expect, it } from 'vitest';
import { holdText } from './held-text.ts';

it.each([
  ['nothing', []],
  ['a few words', [['“night ferries”'], [], [' and', ' trucks']]],
  [
    'a megabyte',
    Array.from({ length: 200 }, (_, at) => Array.from({ length: 50 }, (_, item) => `“${at}–${item}”: ${'night ferries '.repeat(7)}\n`)),
  ],
])('gives back %s as it was added', async (_, parts) => {
  const held = holdText();
  for (const items of parts) await held.add(items);
  expect(held.count).toBe(parts.flat().length);
  expect(await text(held.pieces())).toBe(parts.flat().join(''));
});
