import { describe, expect, it } from 'vitest';
import { readText } from '../read-text.ts';
import type { CaseCue } from '../reading.ts';
import { cueWord } from './cue-word.ts';
import { knowsCue } from './knows-cue.ts';

const cue = (words: string, strength: CaseCue['strength'] = 'asserts', language = 'en'): CaseCue => ({ words, strength, language });
const read = (text: string, ...cues: CaseCue[]) => readText(text, { lexicon: { parties: [], issues: [], cues } }).statements;

const FLAGGED = 'The harbour board flagged late repairs to the northern pier. The weather stayed fair.';

describe('a cue of the case', () => {
  it('is found with who speaks and what is said, where the reader alone finds nothing', () => {
    expect(read(FLAGGED)).toEqual([]);
    const [found, ...more] = read(FLAGGED, cue('flag', 'expects'));
    expect(more).toEqual([]);
    expect(found).toMatchObject({
      source: { text: 'The harbour board' },
      cue: { text: 'flagged' },
      content: [{ text: 'late repairs to the northern pier' }],
      strength: 'expects',
    });
  });

  it.each(['moots', 'mooted', 'had mooted', 'is mooting'])('is known inflected: %s', (form) => {
    expect(read(`The ferry master ${form} a later closing of the pier.`, cue('moot', 'offers'))).toMatchObject([{ strength: 'offers' }]);
  });

  it('denied is no assertion', () => {
    const [found] = read('The harbour board did not flag that the pier would open.', cue('flag'));
    expect(found?.strength).toBe('declinesToSay');
  });

  it('of another language than the text changes nothing', () => {
    expect(read(FLAGGED, cue('flag', 'asserts', 'fr'))).toEqual([]);
  });

  it('stands beside the list of a language that is read by one', () => {
    const text = 'Le batelier a martelé que le quai nord ouvrirait en mai.';
    const french = (...cues: CaseCue[]) => readText(text, { language: 'fr', lexicon: { parties: [], issues: [], cues } }).statements;
    expect(french()).toEqual([]);
    expect(french(cue('martelé', 'demands', 'fr'))).toMatchObject([{ strength: 'demands', cue: { text: 'a martelé' } }]);
  });

  it('leaves a reading without it as it was, whatever was read before', () => {
    const plain = read('The envoy said that the pier is shut.');
    read(FLAGGED, cue('flag'));
    expect(read('The envoy said that the pier is shut.')).toEqual(plain);
    expect(read(FLAGGED)).toEqual([]);
  });
});

describe('the word of a marked cue', () => {
  it.each([
    ['has been signalling that', 'signal'],
    ['trumpeted', 'trumpet'],
    ['did not concede', 'concede'],
    ['gave a warning that', 'warning'],
    ['publicly mulled over', 'mull'],
    ['mused', 'muse'],
    ['’d posited', 'posit'],
  ])('%s → %s', (marked, word) => expect(cueWord(marked, 'en')).toBe(word));

  it.each(['that', 'made clear', 'is', '“'])('there is none in %s', (marked) => expect(cueWord(marked, 'en')).toBeNull());

  it('is kept as it stands in other languages', () => expect(cueWord('A  martelé', 'fr')).toBe('a martelé'));
});

it('the reader knows the common cues of a language by itself, and no others', () => {
  for (const word of ['say', 'demand', 'accept', 'deny', 'announce']) expect([word, knowsCue(word, 'en-GB')]).toEqual([word, true]);
  for (const word of ['flag', 'walk']) expect([word, knowsCue(word, 'en')]).toEqual([word, false]);
  expect([knowsCue('déclaré', 'fr'), knowsCue('martelé', 'fr')]).toEqual([true, false]);
});
