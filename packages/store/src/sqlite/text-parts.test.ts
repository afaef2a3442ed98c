import fc from 'fast-check';
import { expect, it } from 'vitest';
import { textParts } from './text-parts.ts';

const parts = (text: string, bytes: number) => [...textParts(new TextEncoder().encode(text), bytes)];

it('the parts are the text, and none ends within a word or a character', () => {
  expect(parts('one two three four', 8)).toEqual(['one two ', 'three ', 'four']);
  expect(parts('', 8)).toEqual(['']);
  const words = fc.array(fc.constantFrom('a', 'мост', 'ferry', 'عبّارة', '桥', '😀'), { maxLength: 40 });
  fc.assert(
    fc.property(words, fc.integer({ min: 16, max: 40 }), (all, bytes) => {
      const text = all.join(' ');
      const found = parts(text, bytes);
      expect(found.join('')).toBe(text);
      expect(found.flatMap((part) => part.split(' ')).filter((word) => word !== '')).toEqual(all);
    }),
  );
});

it('a part without a space ends between characters', () => {
  const text = '桥'.repeat(50);
  const found = parts(text, 16);
  expect(found.join('')).toBe(text);
  expect(found.every((part) => /^桥+$/.test(part))).toBe(true);
});
