import { firstDay, lastDay, type Strength } from '@parley/model';
import { LIGHT_WORDS } from './lexicon/light-words.ts';
import type { Witness } from './witness.ts';

/** Two statements that look like one utterance, by their places in a list, the first before the second. */
export interface LikelyPair {
  readonly first: number;
  readonly second: number;
  /** Overlap coefficient of their content words, from .6 to 1. */
  readonly overlap: number;
}

/** The least overlap coefficient of content words. */
const LEAST_OVERLAP = 0.6;
/** The least count of content words in common: two words are soon alike by chance. */
const LEAST_SHARED = 3;
const DAY_MS = 86_400_000;
/** With how many before and after it among those that have a word in common a statement is compared. */
const WINDOW = 20;

/**
 * Pairs of statements that share enough words, those most alike first. Whatever shares that many with
 * a statement has one of its rarest words (prefix filtering, S. Chaudhuri et al., "A primitive operator
 * for similarity joins in data cleaning", ICDE 2006), so most pairs are never looked at.
 *
 * Where more than twenty others have such a word, as in a sentence that one speaker repeats for years,
 * they stand by speaker, day and words, and each is compared with its neighbours only (sorted
 * neighbourhood, M. A. Hernández and S. J. Stolfo, "The merge/purge problem for large databases",
 * SIGMOD 1995). So the work for a statement is bounded, and what is alike still comes together, one
 * neighbour after the other.
 */
export function likelyPairs(witnesses: readonly Witness[]): LikelyPair[] {
  const read = witnesses.map(readWitness);
  const order = [...read.keys()].sort((a, b) => inOrder(read[a] as Read, read[b] as Read) || a - b);
  const placesOf = new Map<string, number[]>();
  const ranks = new Uint32Array(read.length);
  for (const [rank, place] of order.entries()) {
    ranks[place] = rank;
    for (const word of (read[place] as Read).stems) {
      const places = placesOf.get(word);
      if (places === undefined) placesOf.set(word, [place]);
      else places.push(place);
    }
  }
  const frequency = (word: string): number => placesOf.get(word)?.length ?? 0;
  const pairs: LikelyPair[] = [];
  for (const [place, one] of read.entries()) {
    const { size } = one.stems;
    const least = Math.max(LEAST_SHARED, Math.ceil(size * LEAST_OVERLAP));
    if (size < least) continue;
    const rarest = [...one.stems].sort((a, b) => frequency(a) - frequency(b)).slice(0, size - least + 1);
    const seen = new Set<number>();
    for (const candidate of rarest.flatMap((word) => neighbours(placesOf.get(word) ?? [], ranks, place))) {
      const other = read[candidate] as Read;
      // Each pair is looked at from its shorter statement.
      const isLonger = other.stems.size > size || (other.stems.size === size && candidate > place);
      if (!isLonger || seen.has(candidate)) continue;
      seen.add(candidate);
      if (!mayBeOne(one, other)) continue;
      const count = countShared(one.stems, other.stems);
      if (count >= least) pairs.push({ first: Math.min(place, candidate), second: Math.max(place, candidate), overlap: count / size });
    }
  }
  return pairs.sort((a, b) => b.overlap - a.overlap || a.first - b.first || a.second - b.second);
}

/** By speaker, what they hold, day and words, so that what may be one utterance stands together. */
function inOrder(a: Read, b: Read): number {
  return (
    compared(a.head, b.head) ||
    compared(a.isNegative, b.isNegative) ||
    compared(a.days[0], b.days[0]) ||
    compared(a.days[1], b.days[1]) ||
    compared(a.witness.content, b.witness.content)
  );
}

function compared<T extends string | number | boolean>(a: T, b: T): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** Those about `place` in places that are in the order of their ranks. */
function neighbours(places: readonly number[], ranks: Uint32Array, place: number): readonly number[] {
  if (places.length <= WINDOW) return places;
  const rank = ranks[place] as number;
  let [from, to] = [0, places.length];
  while (from < to) {
    const middle = (from + to) >> 1;
    if ((ranks[places[middle] as number] as number) < rank) from = middle + 1;
    else to = middle;
  }
  return places.slice(Math.max(0, from - WINDOW), from + WINDOW + 1);
}

interface Read {
  readonly witness: Witness;
  readonly stems: ReadonlySet<string>;
  readonly numbers: ReadonlySet<string>;
  readonly isNegative: boolean;
  readonly speaker: readonly string[];
  /** Of the speaker's name, the word by which one is told from others. */
  readonly head: string;
  /** In milliseconds since 1970. */
  readonly days: readonly [number, number];
}

function readWitness(witness: Witness): Read {
  const words = wordsOf(witness.content);
  const speaker = wordsOf(witness.speaker.name)
    .filter((word) => !LIGHT_WORDS.has(word))
    .map(stem);
  return {
    witness,
    stems: new Set(words.filter((word) => !LIGHT_WORDS.has(word)).map(stem)),
    numbers: new Set(words.filter((word) => /^\p{N}/u.test(word))),
    isNegative: NEGATIVE.has(witness.strength) || words.some((word) => NEGATORS.has(word)),
    speaker,
    head: speaker.findLast((word) => !OFFICES.has(word)) ?? speaker.at(-1) ?? '',
    days: daysOf(witness),
  };
}

function countShared(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  let count = 0;
  for (const word of a) if (b.has(word)) count += 1;
  return count;
}

function mayBeOne(a: Read, b: Read): boolean {
  if (a.witness.sourceId === b.witness.sourceId || a.isNegative !== b.isNegative) return false;
  if (a.days[0] > b.days[1] || b.days[0] > a.days[1]) return false;
  if (a.numbers.size > 0 && b.numbers.size > 0 && isDisjoint(a.numbers, b.numbers)) return false;
  const [party, other] = [a.witness.speaker.partyId, b.witness.speaker.partyId];
  if (party !== undefined && other !== undefined) return party === other;
  return isSameHead(a.speaker, b.speaker);
}

function isDisjoint(a: ReadonlySet<string>, b: ReadonlySet<string>): boolean {
  for (const one of a) if (b.has(one)) return false;
  return true;
}

/** Whether the last telling word of the shorter name stands in the longer; of two that are offices alone, the last. */
function isSameHead(a: readonly string[], b: readonly string[]): boolean {
  const [shorter, longer] = a.length <= b.length ? [a, b] : [b, a];
  const telling = shorter.findLast((word) => !OFFICES.has(word));
  if (telling !== undefined) return longer.includes(telling);
  const head = shorter.at(-1);
  return head !== undefined && longer.includes(head) && longer.every((word) => OFFICES.has(word));
}

function daysOf({ saidOn, published }: Witness): [number, number] {
  const until = saidOn ?? published;
  if (until === undefined) return [Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY];
  const start = Date.parse(firstDay(until)) - (saidOn === undefined ? 7 * DAY_MS : 0);
  return [start, Date.parse(lastDay(until))];
}

function wordsOf(words: string): string[] {
  return (
    words
      .toLowerCase()
      .replaceAll('’', "'")
      .match(/\p{N}+(?:[.,]\p{N}+)*|[\p{L}\p{M}]+(?:'[\p{L}\p{M}]+)?/gu) ?? []
  );
}

/** Endings of English inflection taken off; other languages mostly keep their words as they are. */
function stem(word: string): string {
  const bare = word.replace(/'s?$|'(?:ll|re|ve|d|m)$/, '');
  if (bare.length <= 4) return bare;
  const cut = bare.replace(/(?:ies|ied)$/, 'y').replace(/(?<=[^s])(?:ings?|edly|ed|es|s|ly)$/, '');
  // "stopped", "stops" and "accepting", "accepted" come to one.
  return (cut.length >= 3 ? cut : bare).replace(/e$/, '').replace(/([^aeiouls])\1$/, '$1');
}

const NEGATIVE: ReadonlySet<Strength> = new Set(['rejects', 'denies', 'declinesToSay']);
const NEGATORS = new Set(
  "not no never nor neither none nothing nobody cannot can't won't wouldn't don't doesn't didn't isn't aren't wasn't weren't shouldn't couldn't hasn't haven't without".split(
    ' ',
  ),
);
const OFFICES = new Set(
  'spokesman spokeswoman spokesperson official minist president chair chairman chairwoman lead leader sourc negotiat negotiator delegat senior top foreign prim deput deputy secretary general mediator diplomat one two sever govern government ministry army military mr mrs ms dr sir'
    .split(' ')
    .map(stem),
);
