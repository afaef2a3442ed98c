import { type EdtfDate, firstDay, lastDay, type Strength } from '@parley/model';

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
 */
export function sameUtterances(statements: readonly Witness[]): SameUtterance[] {
  const read = [...statements].sort((a, b) => (a.id < b.id ? -1 : 1)).map(readWitness);
  const pairs = likelyPairs(read).sort((a, b) => b.overlap - a.overlap || a.first - b.first || a.second - b.second);
  const groups = new Map<number, { members: number[]; sources: Set<string>; overlap: number }>();
  const groupOf = (place: number) =>
    groups.get(place) ?? { members: [place], sources: new Set([(read[place] as Read).witness.sourceId]), overlap: 1 };
  for (const { first, second, overlap } of pairs) {
    const [a, b] = [groupOf(first), groupOf(second)];
    if (a === b || !isDisjoint(a.sources, b.sources)) continue;
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
    stems: new Set(words.filter((word) => !LIGHT.has(word)).map(stem)),
    numbers: new Set(words.filter((word) => /^\p{N}/u.test(word))),
    isNegative: NEGATIVE.has(witness.strength) || words.some((word) => NEGATORS.has(word)),
    speaker: wordsOf(witness.speaker.name)
      .filter((word) => !LIGHT.has(word))
      .map(stem),
    days: daysOf(witness),
  };
}

/** Pairs that share enough words, found by the words so that most pairs are never looked at. */
function likelyPairs(read: readonly Read[]): { first: number; second: number; overlap: number }[] {
  const byStem = new Map<string, number[]>();
  const pairs: { first: number; second: number; overlap: number }[] = [];
  for (const [second, one] of read.entries()) {
    const shared = new Map<number, number>();
    for (const word of one.stems) {
      const places = byStem.get(word);
      for (const first of places ?? []) shared.set(first, (shared.get(first) ?? 0) + 1);
      if (places === undefined) byStem.set(word, [second]);
      else places.push(second);
    }
    for (const [first, count] of shared) {
      const other = read[first] as Read;
      const overlap = count / Math.min(one.stems.size, other.stems.size);
      if (count >= LEAST_SHARED && overlap >= LEAST_OVERLAP && mayBeOne(one, other)) pairs.push({ first, second, overlap });
    }
  }
  return pairs;
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

/** The words of a name that one speaker has in both: all of the shorter but its office, or its one word. */
function isSameHead(a: readonly string[], b: readonly string[]): boolean {
  const [shorter, longer] = a.length <= b.length ? [a, b] : [b, a];
  const telling = shorter.filter((word) => !OFFICES.has(word));
  const wanted = telling.length > 0 ? telling : shorter;
  return wanted.length > 0 && longer.includes(wanted.at(-1) as string) && (telling.length > 0 || longer.every((word) => OFFICES.has(word)));
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
const LIGHT = new Set(
  (
    "a an the and or but of to in on at by for from with as that this these those it its it's is are was were be been being has have had do does did will would shall should can could may might must " +
    "we i you he she they our your his her their my us them him me we'll we're we've i'm they're there here who which what when while if then than so very more most also just per cent percent about into over after before up out all any some said says"
  ).split(' '),
);
const OFFICES = new Set(
  'spokesman spokeswoman spokesperson official minist president chair chairman chairwoman lead leader sourc negotiat negotiator delegat senior top foreign prim deput deputy secretary general mediator diplomat one two sever govern government ministry army military mr mrs ms dr sir'
    .split(' ')
    .map(stem),
);
