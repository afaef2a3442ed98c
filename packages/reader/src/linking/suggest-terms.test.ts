import { expect, it } from 'vitest';
import type { CaseLexicon } from '../reading.ts';
import { type LinkedStatement, suggestTerms } from './suggest-terms.ts';

const LEXICON: CaseLexicon = {
  parties: [{ id: 'guild', names: ['Lantern Guild'], factions: [] }],
  issues: [
    {
      id: 'ferries',
      terms: ['ferries'],
      options: [
        { id: 'night', terms: ['night service'] },
        { id: 'day', terms: [] },
      ],
    },
    { id: 'dues', terms: ['harbour dues'], options: [] },
  ],
};
const on = (issueId: string, ...contents: string[]): LinkedStatement[] =>
  contents.map((content, at) => ({ id: `${issueId}-${at}`, content, links: [{ issueId }] }));
const SAILINGS = on(
  'ferries',
  'the sailings must begin by May',
  'no late sailing leaves the Lantern Guild’s pier',
  'Sailings are for the board to settle',
  'the ferries wait', // known by its term already
);
const DUES = on('dues', 'a fee would be fair', 'the board will set the fee', 'nobody pays a fee twice');

it('offers the word that reviewers’ links had in common and the case’s terms had not', () => {
  expect(suggestTerms([...SAILINGS, ...DUES], LEXICON)).toEqual([
    { issueId: 'dues', words: 'fee', statements: ['dues-0', 'dues-1', 'dues-2'] },
    { issueId: 'ferries', words: 'sailings', statements: ['ferries-0', 'ferries-1', 'ferries-2'] },
  ]);
});

it('does not depend on the order', () => {
  expect(suggestTerms([...DUES, ...SAILINGS].reverse(), LEXICON)).toEqual(suggestTerms([...SAILINGS, ...DUES], LEXICON));
});

it('offers nothing of two statements, of a word that other issues have as often, or of a party’s name', () => {
  expect(suggestTerms(SAILINGS.slice(1), LEXICON)).toEqual([]);
  const shared = on('dues', 'sailings cost', 'sailings pay', 'sailings are taxed');
  expect(suggestTerms([...SAILINGS, ...shared], LEXICON).filter(({ words }) => words === 'sailings')).toEqual([]);
  const named = on('dues', 'the Lantern keeps', 'the Lantern pays', 'the Lantern stays');
  expect(suggestTerms(named, LEXICON)).toEqual([]);
});

it('offers two words together where they always stand so, and a word of one option for that option', () => {
  const gate = [0, 1, 2].map((at) => ({
    id: `gate-${at}`,
    content: `the water gate stays shut ${['today', 'tomorrow', 'for good'][at]}`,
    links: [{ issueId: 'ferries', optionId: 'day' }],
  }));
  const terms = suggestTerms([...gate, ...DUES], LEXICON).filter(({ issueId }) => issueId === 'ferries');
  expect(terms.map(({ words }) => words)).not.toContain('gate');
  expect(terms).toContainEqual({ issueId: 'ferries', optionId: 'day', words: 'water gate', statements: ['gate-0', 'gate-1', 'gate-2'] });
  expect(terms.every(({ optionId }) => optionId === 'day')).toBe(true);
});

it('is offered no more once the case has the term', () => {
  const [ferries, dues] = LEXICON.issues as [CaseLexicon['issues'][number], CaseLexicon['issues'][number]];
  const learnt = { ...LEXICON, issues: [{ ...ferries, terms: [...ferries.terms, 'sailings'] }, dues] };
  expect(suggestTerms([...SAILINGS, ...DUES], learnt).map(({ words }) => words)).toEqual(['fee']);
});
