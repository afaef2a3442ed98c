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
    ['The camp holds 1,200 people, about 250 of them children.', ['1200 people', '250 people']],
    ['Of the 60 shells, 22 were duds.', ['60 shells', '22 shells']],
    ['They freed 128 detainees, 74 held by the north and 54 by the south.', ['128 detainees', '74 detainees', '54 detainees']],
    ['The garrison falls from 340 to 170 men.', ['340 men', '170 men']],
    ['The price rose from 40 to 55 dinars.', ['40 dinars', '55 dinars']],
    ['Three people were killed and two wounded.', ['3 people', '2 wounded']],
    ['The patrol found two trenches and four batteries.', ['2 trenches', '4 batteries']],
    ['Some 90 per cent of the deed holders agree.', ['90 deed holders']],
    ['Local officials gave a figure of 5,120.', ['5120 figure']],
    ['An earthquake of magnitude 5.1 was felt.', ['5.1 magnitude']],
    ['The front asked for another 300 million in aid.', ['300000000 aid']],
    ['The toll is in the order of 4,000.', ['4000 toll']],
    ['One man was killed at the gate.', ['1 man']],
    ['The guild will free nine sailors, three of them for medicine.', ['9 sailors', '3 sailors']],
  ])('%s holds each of them', (text, expected) => {
    expect(figures(text).map(({ low, measure }) => `${low} ${measure}`)).toEqual(expected);
  });

  it.each([
    ['The crowd was 200 or so.', 'about'],
    ['The crowd was 200 or more.', 'atLeast'],
    ['The store holds well over 90 tons.', 'over'],
    ['They had talks over 40 wells.', 'exactly'],
  ])('%s has its hedge', (text, qualifier) => expect(figures(text)[0]).toMatchObject({ qualifier }));

  it.each([
    'On 3 and 4 May the patrol rested.',
    'She led the delegation from 2020 to 2022.',
    'Brigade 72 took Hill 113.',
    'Flight 302 was late.',
    '“He gets homesick,” said Ayu Lim, 34.',
    'The evening news at 0600 was short.',
    '3. The parties reaffirm their will.',
    'The two sides met in Room 14.',
    'The two ministers shook hands.',
    'Two diplomats said the line was shut.',
    'Talks took place over two main areas of dispute.',
    'The talks opened on 12 July 2025.',
    'The truce of May 3 lapsed in 2024.',
    'It was the 3rd round of talks.',
    'They met at 10:30 on Tuesday.',
    'Article 5 was struck out.',
    'The war has gone on for 21 months.',
    'The 1990s were quiet.',
    'One of the two sides left.',
    'Nobody stayed in town 10, and shells fell on village 7 and on grid 4.',
    'He lives in house 5, near camp 3.',
    'Brigade 72 held the ridge.',
  ])('takes none from: %s', (text) => {
    expect(figures(text)).toEqual([]);
  });

  it('counts what stands after a thing that is told by its number', () => {
    expect(readText('At checkpoint 9 the guards let 40 trucks through.').figures.map(({ low }) => low)).toEqual([40]);
    expect(readText('The mayor of town 10 said that 12 people had died.')).toMatchObject({
      statements: [{ source: { text: 'The mayor of town 10' } }],
      figures: [{ low: 12, measure: 'people' }],
    });
  });

  it('names the claimant of a figure inside a statement', () => {
    const reading = readText('The harbour council said that at least 70 families had left the port.');
    expect(reading.figures[0]).toMatchObject({ claimant: 'The harbour council', statement: 0 });
  });
});
