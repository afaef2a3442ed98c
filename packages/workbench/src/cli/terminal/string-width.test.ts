import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cutText, padText, plainText, stringWidth, wrapText } from './string-width.ts';

describe('stringWidth', () => {
  it.each([
    ['', 0],
    ['Toldrane', 8],
    ['México', 6],
    ['Me\u0301xico', 6],
    ['停戦交渉', 8],
    ['한국어', 6],
    ['ＡＢ', 4],
    ['اتحاد إلدوفيا', 13],
    ['שָׁלוֹם', 4],
    ['نقطة\u200f', 4],
    ['👍🏽', 2],
    ['🇯🇵', 2],
    ['a👨‍👩‍👧b', 4],
  ])('%s takes %d columns', (text, columns) => {
    expect(stringWidth(text)).toBe(columns);
  });
});

describe('wrapText', () => {
  const words = fc.string({ unit: fc.constantFrom('a', 'é', '停', 'م', '\u0301', ' ') });

  it('keeps every character but the blanks that it breaks at', () => {
    fc.assert(
      fc.property(words, fc.integer({ min: 2, max: 12 }), (text, width) => {
        expect(wrapText(text, width).join('').replaceAll(' ', '')).toBe(text.replaceAll(' ', ''));
      }),
    );
  });

  it('makes no line wider than asked', () => {
    fc.assert(
      fc.property(words, fc.integer({ min: 2, max: 12 }), (text, width) => {
        for (const line of wrapText(text, width)) expect(stringWidth(line)).toBeLessThanOrEqual(width);
      }),
    );
  });

  it('breaks between words where it can', () => {
    expect(wrapText('withdrawal to the northern pier', 14)).toEqual(['withdrawal to', 'the northern', 'pier']);
  });
});

it('cuts and fills up by columns, not by characters', () => {
  expect(cutText('停戦交渉', 5)).toBe('停戦…');
  expect(padText('停戦', 6)).toBe('停戦  ');
});

it('takes out what a terminal would obey and what would turn the direction of other text', () => {
  expect(plainText('a\u001b[31mb\u0007\u202ec\nd')).toBe('a[31mbc d');
});
