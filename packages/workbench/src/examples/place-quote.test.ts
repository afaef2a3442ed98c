import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { paragraphOf, placeQuote } from './place-quote.ts';

const place = { what: 'case.json: statement s1: cue', file: 'reports/a.txt' };

describe('placeQuote', () => {
  it('finds words that stand once', () => {
    expect(placeQuote('He said that.', 'said', place)).toEqual({ start: 3, end: 7, text: 'said' });
  });

  it('counts whole words only', () => {
    expect(placeQuote('The other, he said', 'he', place).start).toBe(11);
  });

  it('finds words behind a clitic where they nowhere stand alone', () => {
    expect(placeQuote('وقال باسكيران', 'قال', place).start).toBe(1);
  });

  it('names file, statement and words that do not stand there', () => {
    expect(() => placeQuote('He said that.', 'denied', place)).toThrow(
      'case.json: statement s1: cue: the words "denied" do not stand in reports/a.txt',
    );
  });

  it('refuses words that stand more than once, unless nth picks one', () => {
    expect(() => placeQuote('said and said', 'said', place)).toThrow('the words "said" stand 2 times in reports/a.txt');
    expect(placeQuote('said and said', { words: 'said', nth: 2 }, place).start).toBe(9);
    expect(() => placeQuote('said and said', { words: 'said', nth: 3 }, place)).toThrow('stand 2 times in reports/a.txt, not 3');
  });

  it('looks only within the stretch given', () => {
    const text = 'He said A.\nShe said B.';
    const second = paragraphOf(text, { start: text.indexOf('B') });
    expect(placeQuote(text, 'said', place, second).start).toBe(15);
    expect(() => placeQuote(text, 'He', place, second)).toThrow('the paragraph "She said B." of reports/a.txt');
  });

  it('gives spans that fit any text', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme' }),
        fc.string({ unit: 'grapheme', minLength: 1 }),
        fc.string({ unit: 'grapheme' }),
        (a, b, c) => {
          const text = a + b + c;
          const span = placeQuote(text, { words: b, nth: 1 }, place);
          expect(text.slice(span.start, span.end)).toBe(b);
        },
      ),
    );
  });
});

describe('paragraphOf', () => {
  it('goes from line break to line break', () => {
    const text = 'one\ntwo\n\nthree';
    expect([0, 4, 6, 9, 13].map((start) => paragraphOf(text, { start })).map(({ start, end }) => text.slice(start, end))).toEqual([
      'one',
      'two',
      'two',
      'three',
      'three',
    ]);
  });
});
