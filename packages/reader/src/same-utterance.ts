import { type EdtfDate, firstDay, lastDay, type Strength } from '@parley/model';
import { LIGHT_WORDS } from './lexicon/light-words.ts';

/** A statement as far as it tells which utterance it bears witness to. */
export interface Witness {
  readonly id: string;
  readonly sourceId: string;
  readonly speaker: { readonly name: string; readonly partyId?: string | undefined };
  /** What was said, its pieces joined. */
  readonly content: string;
  readonly strength: Strength;
  readonly saidOn?: EdtfDate | undefined;
  /** When its source was published: without `saidOn`, it was said in the week up to then. */
  readonly published?: EdtfDate | undefined;
}

/** Statements of different sources that look like witnesses of one utterance. */
export interface SameUtterance {
  /** Ids, in ascending order; no two of one source. */
  readonly statements: string[];
  /** The least overlap of content, from .6 to 1, by which a witness came in. */
  readonly overlap: number;
}

/** The least overlap coefficient of content words. */
const LEAST_OVERLAP = 0.6;
/** The least count of content words in common: two words are soon alike by chance. */
const LEAST_SHARED = 3;
const DAY_MS = 86_400_000;

/**
 * Groups of statements in different sources that look like one utterance, as wire copy and
 * paraphrase leave it: one speaker, days that fit, and most content words of the shorter in the
 * longer (overlap coefficient, M. K. Vijaymeena and K. Kavitha, "A survey on similarity measures in
 * text mining", 2016). A denial is never put beside an assertion, nor one number beside another.
 * The order of the statements does not matter.
 *
 * `isApart` tells by their ids that two statements are known to be of different utterances: they come into no one group.
 */
export function sameUtterances(statements: readonly Witness[], isApart: (a: string, b: string) => boolean = () => false): SameUtterance[] {
  const read = [...statements].sort((a, b) => (a.id < b.id ? -1 : 1)).map(readWitness);
  const pairs = likelyPairs(read).sort((a, b) => b.overlap - a.overlap || a.first - b.first || a.second - b.second);
  const idAt = (place: number): string => (read[place] as Read).witness.id;
  const groups = new Map<number, { members: number[]; sources: Set<string>; overlap: number }>();
  const groupOf = (place: number) =>
    groups.get(place) ?? { members: [place], sources: new Set([(read[place] as Read).witness.sourceId]), overlap: 1 };
  for (const { first, second, overlap } of pairs) {
    const [a, b] = [groupOf(first), groupOf(second)];
    if (a === b || !isDisjoint(a.sources, b.sources)) continue;
    if (a.members.some((one) => b.members.some((other) => isApart(idAt(one), idAt(other))))) continue;
    const members = [...a.members, ...b.members].sort((x, y) => x - y);
    const joined = { members, sources: new Set([...a.sources, ...b.sources]), overlap: Math.min(a.overlap, b.overlap, overlap) };
    for (const member of members) groups.set(member, joined);
  }
  return [...new Set(groups.values())]
    .sort((a, b) => (a.members[0] ?? 0) - (b.members[0] ?? 0))
    .map(({ members, overlap }) => ({ statements: members.map((place) => (read[place] as Read).witness.id), overlap }));
}

interface Read {
  readonly witness: Witness;
  readonly stems: ReadonlySet<string>;
  readonly numbers: ReadonlySet<string>;
  readonly isNegative: boolean;
  readonly speaker: readonly string[];
  /** In milliseconds since 1970. */
  readonly days: readonly [number, number];
}

function readWitness(witness: Witness): Read {
  const words = wordsOf(witness.content);
  return {
    witness,
    stems: new Set(words.filter((word) => !LIGHT_WORDS.has(word)).map(stem)),
    numbers: new Set(words.filter((word) => /^\p{N}/u.test(word))),
    isNegative: NEGATIVE.has(witness.strength) || words.some((word) => NEGATORS.has(word)),
    speaker: wordsOf(witness.speaker.name)
      .filter((word) => !LIGHT_WORDS.has(word))
      .map(stem),
    days: daysOf(witness),
  };
}

/**
 * Pairs that share enough words. Whatever shares that many with a statement has one of its rarest
 * words (prefix filtering, S. Chaudhuri et al., "A primitive operator for similarity joins in data
 * cleaning", ICDE 2006), so most pairs are never looked at.
 */
function likelyPairs(read: readonly Read[]): { first: number; second: number; overlap: number }[] {
  const placesOf = new Map<string, number[]>();
  for (const [place, { stems }] of read.entries()) {
    for (const word of stems) {
      const places = placesOf.get(word);
      if (places === undefined) placesOf.set(word, [place]);
      else places.push(place);
    }
  }
  const frequency = (word: string): number => placesOf.get(word)?.length ?? 0;
  const pairs: { first: number; second: number; overlap: number }[] = [];
  for (const [place, one] of read.entries()) {
    const { size } = one.stems;
    const least = Math.max(LEAST_SHARED, Math.ceil(size * LEAST_OVERLAP));
    if (size < least) continue;
    const rarest = [...one.stems].sort((a, b) => frequency(a) - frequency(b)).slice(0, size - least + 1);
    const seen = new Set<number>();
    for (const candidate of rarest.flatMap((word) => placesOf.get(word) ?? [])) {
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
  return pairs;
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
  return ![...a].some((one) => b.has(one));
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
