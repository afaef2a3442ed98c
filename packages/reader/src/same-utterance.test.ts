import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sameUtterances } from './same-utterance.ts';
import type { Witness } from './witness.ts';

const witness = (id: string, content: string, more: Partial<Witness> = {}): Witness => ({
  id,
  sourceId: `source-${id}`,
  speaker: { name: 'Ilse Varn' },
  content,
  strength: 'asserts',
  ...more,
});
const groups = (...statements: Witness[]) => sameUtterances(statements).map(({ statements: ids }) => ids);

const WIRE = 'its crews would accept night ferries if the northern pier is lit';
const PARAPHRASE = 'the crews accepted the night ferry, given that the pier is lit';

describe('one utterance', () => {
  it.each<[string, Witness, Witness]>([
    ['wire copy', witness('a', WIRE), witness('b', WIRE)],
    ['a paraphrase', witness('a', WIRE), witness('b', PARAPHRASE)],
    ['a quotation cut short', witness('a', WIRE), witness('b', 'crews would accept night ferries')],
    ['a name with its office', witness('a', WIRE), witness('b', WIRE, { speaker: { name: 'the chair, Ilse Varn' } })],
    ['a family name', witness('a', WIRE), witness('b', WIRE, { speaker: { name: 'Varn' } })],
    [
      'one party',
      witness('a', WIRE, { speaker: { name: 'the league', partyId: 'league' } }),
      witness('b', WIRE, { speaker: { name: 'Varn', partyId: 'league' } }),
    ],
    ['a day within the month', witness('a', WIRE, { saidOn: '2031-02-04' }), witness('b', WIRE, { saidOn: '2031-02' })],
    ['a report of the week after', witness('a', WIRE, { saidOn: '2031-02-04' }), witness('b', WIRE, { published: '2031-02-08' })],
    [
      'a refusal in other words',
      witness('a', 'we reject any night ferry before the summer', { strength: 'rejects' }),
      witness('b', 'there will be no night ferry before the summer'),
    ],
  ])('by %s', (_, a, b) => {
    expect(groups(a, b)).toEqual([['a', 'b']]);
  });

  it('has many witnesses', () => {
    const found = sameUtterances([witness('c', WIRE), witness('a', WIRE), witness('b', PARAPHRASE)]);
    expect(found.map(({ statements }) => statements)).toEqual([['a', 'b', 'c']]);
    expect(found[0]?.overlap).toBeGreaterThanOrEqual(0.6);
    expect(found[0]?.overlap).toBeLessThan(1);
  });
});

describe('no one utterance', () => {
  it.each<[string, Witness, Witness]>([
    ['of one source', witness('a', WIRE), witness('b', WIRE, { sourceId: 'source-a' })],
    ['of two speakers', witness('a', WIRE), witness('b', WIRE, { speaker: { name: 'Otto Brandt' } })],
    [
      'of two offices alike',
      witness('a', WIRE, { speaker: { name: 'A spokesman for the League' } }),
      witness('b', WIRE, { speaker: { name: 'A spokesman for the Board' } }),
    ],
    [
      'of two parties',
      witness('a', WIRE, { speaker: { name: 'the chair', partyId: 'league' } }),
      witness('b', WIRE, { speaker: { name: 'the chair', partyId: 'board' } }),
    ],
    ['of nobody named', witness('a', WIRE, { speaker: { name: '' } }), witness('b', WIRE, { speaker: { name: '' } })],
    ['on other days', witness('a', WIRE, { saidOn: '2031-02-04' }), witness('b', WIRE, { saidOn: '2031-02-05' })],
    ['months later', witness('a', WIRE, { published: '2031-02-04' }), witness('b', WIRE, { published: '2031-05-04' })],
    ['with "not"', witness('a', WIRE), witness('b', WIRE.replace('would', 'would not'))],
    ['denied', witness('a', WIRE), witness('b', WIRE, { strength: 'denies' })],
    [
      'with another number',
      witness('a', 'at least 40 boats had been counted there'),
      witness('b', 'at least 60 boats had been counted there'),
    ],
    ['of two common words', witness('a', 'talks resume'), witness('b', 'talks resume')],
    ['on something else', witness('a', WIRE), witness('b', 'crews want higher wages and a second harbour for fishing')],
  ])('%s', (_, a, b) => {
    expect(groups(a, b)).toEqual([]);
  });
});

it('what is one utterance alone is so among others too', () => {
  const words = fc.uniqueArray(fc.constantFrom(...'pier ferry lamp crew boat night harbour board summer light strike wage'.split(' ')), {
    minLength: 3,
  });
  fc.assert(
    fc.property(fc.array(words, { minLength: 2, maxLength: 8 }), (contents) => {
      const all = contents.map((content, place) => witness(`w${place}`, content.join(' ')));
      const together = groups(...all);
      for (const a of all)
        for (const b of all)
          if (a.id < b.id && groups(a, b).length > 0) expect(together.some((ids) => ids.includes(a.id) && ids.includes(b.id))).toBe(true);
    }),
  );
});

it('the order of the statements does not matter', () => {
  const all = [
    witness('a', WIRE),
    witness('b', PARAPHRASE),
    witness('c', 'crews would accept night ferries', { sourceId: 'source-a' }),
    witness('d', WIRE, { speaker: { name: 'Otto Brandt' } }),
    witness('e', WIRE, { speaker: { name: 'Mr Brandt' } }),
  ];
  const wanted = groups(...all);
  expect(wanted.length).toBeGreaterThan(1);
  fc.assert(
    fc.property(fc.shuffledSubarray(all, { minLength: all.length }), (shuffled) => {
      expect(groups(...shuffled)).toEqual(wanted);
    }),
  );
});
