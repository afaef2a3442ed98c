import { describe, expect, it } from 'vitest';
import { type TextRun, textRuns } from './text-runs.ts';

/** One font for all: then runs are parted by direction alone. */
const runs = (text: string, base: 'ltr' | 'rtl'): [string, TextRun['direction']][] =>
  textRuns(text, base, () => 0).map(({ text: words, direction }) => [words, direction]);

describe('a line in the order that it is seen in', () => {
  it('is one run where it runs one way', () => {
    expect(runs('North strip (1)', 'ltr')).toEqual([['North strip (1)', 'ltr']]);
    expect(runs('خط الوادي', 'rtl')).toEqual([['خط الوادي', 'rtl']]);
  });

  it('has numbers in Arabic and Hebrew from left to right, at the left of what comes before them', () => {
    expect(runs('קו 12', 'rtl')).toEqual([
      ['12', 'ltr'],
      ['קו ', 'rtl'],
    ]);
    expect(runs('خط ١٢', 'rtl')[0]).toEqual(['١٢', 'ltr']);
  });

  it('turns brackets round in text from right to left', () => {
    expect(runs('מעבר (א)', 'rtl')).toEqual([['מעבר )א(', 'rtl']]);
  });

  it('keeps the way of the paragraph, whichever letter comes first', () => {
    expect(runs('שלום; in team', 'ltr').map(([words]) => words)).toEqual(['שלום', '; in team']);
    expect(runs('שלום; in team', 'rtl').map(([words]) => words)).toEqual(['in team', 'שלום; ']);
  });

  it('parts runs by font within one direction, the last first from right to left', () => {
    const byLetter = textRuns('אבאב', 'rtl', (letter) => (letter === 'א' ? 0 : 1));
    expect(byLetter.map(({ text, font }) => [text, font])).toEqual([
      ['ב', 1],
      ['א', 0],
      ['ב', 1],
      ['א', 0],
    ]);
  });
});
