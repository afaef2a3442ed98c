import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sharedShare, sketchOf } from './near-duplicates.ts';

const share = (a: string, b: string) => sharedShare(sketchOf(a), sketchOf(b));
const words = (count: number, from = 0) => Array.from({ length: count }, (_, place) => `word${from + place}`);

describe('what two texts share', () => {
  it('is all, whatever their case, punctuation and line breaks', () => {
    expect(share('The crews sailed at dawn, he said.', 'THE CREWS\nsailed at dawn he said')).toBe(1);
  });
  it('is nothing where no five words in a row are the same', () => {
    expect(share('the crews sailed at dawn', 'the crews sailed at noon')).toBe(0);
    expect(share('', '')).toBe(0);
    expect(share('', 'the crews sailed at dawn')).toBe(0);
  });
  it('is exact for short texts: 16 shingles of 26 with ten words cut off at each end', () => {
    const all = words(30);
    expect(share(all.slice(0, 25).join(' '), all.slice(5).join(' '))).toBeCloseTo(16 / 26, 10);
  });
  it('takes a text of fewer than five words as one', () => {
    expect([share('Talks resume', 'talks resume!'), share('Talks resume', 'Talks stall')]).toEqual([1, 0]);
  });
  it('is estimated within ten points for long ones', () => {
    for (const overlap of [0.5, 0.7, 0.9]) {
      const size = 5000;
      const shift = Math.round((size * (1 - overlap)) / (1 + overlap));
      expect(Math.abs(share(words(size).join(' '), words(size, shift).join(' ')) - overlap)).toBeLessThan(0.1);
    }
  });
  it('is the same both ways round, and from 0 to 1', () => {
    const text = fc.array(fc.constantFrom('a', 'b', 'c', 'ق', '日'), { maxLength: 60 }).map((list) => list.join(' '));
    fc.assert(
      fc.property(text, text, (a, b) => {
        const found = share(a, b);
        expect(found).toBe(share(b, a));
        expect(found).toBeGreaterThanOrEqual(0);
        expect(found).toBeLessThanOrEqual(1);
        expect(share(a, a)).toBe(a === '' ? 0 : 1);
      }),
    );
  });
  it('of a wire story that two papers print is high, of two stories on one event low', () => {
    const wire =
      'The Harbour League said on Tuesday that its crews would accept night ferries if the northern pier is lit by the spring. The Island Board has not answered. Its chair told Radio Delta last week that nothing would move before the lamps were paid for, and that the board would meet again in March to hear the engineers.';
    const printed = `ORMUND (Wire) - ${wire} Our staff contributed.`;
    const own =
      'Night ferries are back on the table: the league that speaks for the harbour crews would run them, given light on the pier. From the island there is no word yet, though its board is to meet in March.';
    expect(share(wire, printed)).toBeGreaterThan(0.8);
    expect(share(wire, own)).toBeLessThan(0.1);
  });
});
