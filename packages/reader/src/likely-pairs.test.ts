import { describe, expect, it } from 'vitest';
import { sameUtterances } from './same-utterance.ts';
import type { Witness } from './witness.ts';

/** How often the source of a statement was looked at: once for the group it starts in, and for each it was compared with. */
function looksAt(count: number, told: (at: number) => Partial<Witness>): { looks: number; groups: number[] } {
  let looks = 0;
  const statements = Array.from({ length: count }, (_, at): Witness => {
    const one: Witness = {
      id: String(at).padStart(6, '0'),
      sourceId: '',
      speaker: { name: 'Ilse Varn' },
      content: '',
      strength: 'asserts',
    };
    const { sourceId = `source-${at}`, ...more } = told(at);
    return Object.defineProperty({ ...one, ...more }, 'sourceId', {
      get() {
        looks++;
        return sourceId;
      },
    });
  });
  const groups = sameUtterances(statements).map((group) => group.statements.length);
  return { looks, groups };
}

const STOCK = 'nobody will sign a map of the harbour without the river and its northern pier';

describe('comparisons grow with the number of statements, not with its square', () => {
  it.each<[string, (at: number) => Partial<Witness>, (count: number) => number[]]>([
    ['one sentence of one speaker in every report', () => ({ content: STOCK }), (count) => [count]],
    ['the same told with a word more or less', (at) => ({ content: `${STOCK} ${'abcdefgh'[at % 8]}-side` }), (count) => [count]],
    ['by thirty speakers', (at) => ({ content: STOCK, speaker: { name: `Varn${at % 30}` } }), (count) => Array(30).fill(count / 30)],
    ['on a hundred days', (at) => ({ content: STOCK, saidOn: dayOf(at % 100) }), (count) => Array(100).fill(count / 100)],
    ['twice in each report', (at) => ({ content: STOCK, sourceId: `source-${at >> 1}` }), (count) => [count / 2, count / 2]],
    [
      'of which all share a few words',
      (at) => ({ content: `nobody will sign a map ${['xqu', 'yqu', 'zqu'].map((end) => inLetters(at) + end).join(' ')}` }),
      () => [],
    ],
  ])('%s', (_, told, wanted) => {
    const [small, large] = [looksAt(600, told), looksAt(2400, told)];
    expect(small.groups).toEqual(wanted(600));
    expect(large.groups).toEqual(wanted(2400));
    // Linear is 4 times, square 16.
    expect(large.looks / small.looks).toBeLessThan(5);
  });
});

function inLetters(at: number): string {
  return String(at).replace(/\d/g, (digit) => 'abcdefghij'[Number(digit)] as string);
}

function dayOf(at: number): string {
  return new Date(Date.UTC(2031, 0, 1 + at)).toISOString().slice(0, 10);
}

it('those that are known to be apart come into no one group', () => {
  const statements = ['a', 'b', 'c', 'd'].map(
    (id): Witness => ({ id, sourceId: id, speaker: { name: 'Varn' }, content: STOCK, strength: 'asserts' }),
  );
  const groups = (...apart: string[][]) => sameUtterances(statements, apart).map((group) => group.statements.join(''));
  expect(groups()).toEqual(['abcd']);
  expect(groups(['a', 'b'])).toEqual(['acd']);
  expect(groups(['a', 'b', 'x'], ['c', 'd'])).toEqual(['ac', 'bd']);
  expect(groups(['a', 'b', 'c', 'd'])).toEqual([]);
});
