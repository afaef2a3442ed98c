import { describe, expect, it } from 'vitest';
import { readText } from '../read-text.ts';

const figures = (text: string) => readText(text).figures;

describe('figures', () => {
  it.each([
    ['More than 300 people were killed in the valley.', { low: 300, high: 300, qualifier: 'over', scope: 'in the valley' }],
    ['At least 1,200 detainees remain in the camps.', { low: 1200, qualifier: 'atLeast', measure: 'detainees' }],
    ['About 40 trucks crossed the bridge.', { low: 40, qualifier: 'about', measure: 'trucks' }],
    ['Between 20 and 30 trucks cross each day.', { low: 20, high: 30, measure: 'trucks' }],
    ['The council wants 2 to 3 million dollars.', { low: 2e6, high: 3e6 }],
    ['Some 15 percent of homes are gone.', { low: 15, unit: '%', qualifier: 'about' }],
    ['The fund holds $3.5 billion.', { low: 3.5e9, unit: 'USD' }],
    ['The toll rose to 410 in the north since the spring.', { low: 410, measure: 'toll', since: 'since the spring' }],
    ['Up to 90 prisoners would go home.', { high: 90, qualifier: 'atMost' }],
    ['Fewer than 50 fighters stayed.', { low: 50, qualifier: 'under' }],
    ['Dozens of civilians fled.', { low: 12, qualifier: 'about', measure: 'civilians' }],
    ['Twenty-five hostages were freed.', { low: 25, measure: expect.stringContaining('hostages') }],
  ])('%s', (text, expected) => {
    expect(figures(text)).toHaveLength(1);
    expect(figures(text)[0]).toMatchObject(expected);
  });

  it.each([
    'The talks opened on 12 July 2025.',
    'The truce of May 3 lapsed in 2024.',
    'It was the 3rd round of talks.',
    'They met at 10:30 on Tuesday.',
    'Article 5 was struck out.',
    'The war has gone on for 21 months.',
    'The 1990s were quiet.',
    'One of the two sides left.',
  ])('takes none from: %s', (text) => {
    expect(figures(text)).toEqual([]);
  });

  it('names the claimant of a figure inside a statement', () => {
    const reading = readText('The harbour council said that at least 70 families had left the port.');
    expect(reading.figures[0]).toMatchObject({ claimant: 'The harbour council', statement: 0 });
  });
});
