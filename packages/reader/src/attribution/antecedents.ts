import type { Span } from '@parley/model';
import { type MentionGender, mentionGender } from './mention-gender.ts';
import { type MentionKind, mayBePerson, mentionKind } from './mention-kind.ts';

/** Somebody named in the text so far, as it is found. */
export interface NewMention {
  span: Span;
  plural: boolean;
  /** Where in the text it stands. */
  at: number;
  /** The number of its sentence in the text. */
  sentence: number;
  /** Said something, as against a subject of another verb. */
  speaks: boolean;
  /**
   * `subject` of a sentence, or of words that are told by another (`told`), or elsewhere in it (`aside`):
   * the first is most often what the next sentence is about.
   */
  place: 'subject' | 'told' | 'aside';
  /** Asks: whoever speaks next is more likely to be asked. */
  asks?: boolean;
}

interface Mention extends NewMention {
  gender: MentionGender | null;
  kind: MentionKind;
}

/** How far back an antecedent is looked for, in UTF-16 code units. */
const REACH = 3000;
/** What speaks against a mention, in sentences that it might as well stand further back. */
const COSTS = { told: 1.1, aside: 1.6, asks: 1.2, body: 1.5, unsure: 0.4, otherName: 3 };
/** What speaks for one. */
const GAINS = { speaks: 0.4, gender: 0.9 };

/** A pronoun at its place. */
interface Pronoun {
  readonly word: string;
  readonly at: number;
  readonly sentence: number;
  /** Answers somebody: rather whom the last sentence was spoken to than who spoke in it. */
  readonly answers?: boolean;
  /** Who would have said `I`. */
  readonly speaker?: string | undefined;
}

/** The people named so far in one text, for its pronouns. */
export interface Mentions {
  add(mention: NewMention): void;
  /** What a pronoun most likely stands for, or null. It counts as a mention from then on. */
  antecedentOf(pronoun: Pronoun): Span | null;
  /** The text at hand starts so much later from now on. */
  moveBack(by: number): void;
}

export function createMentions(): Mentions {
  const mentions: Mention[] = [];
  const genders = new Map<string, MentionGender>();
  /** What pronouns were found to stand for, by their place: one may be the subject of several verbs. */
  const resolved = new Map<number, Span>();
  const push = (mention: Mention): void => {
    // Who speaks is found once as such and once as a subject.
    if (mentions.slice(-8).some(({ at }) => at === mention.at)) return;
    if (mentions.length > 60) mentions.shift();
    mentions.push(mention);
  };
  return {
    add(mention) {
      const name = mention.span.text;
      const told = mentionGender(name);
      const known = genders.get(lastWord(name));
      if (told && !known?.isSure) genders.set(lastWord(name), told);
      push({ ...mention, gender: told ?? known ?? null, kind: told ? 'person' : mentionKind(name) });
    },
    antecedentOf(pronoun) {
      const word = PRONOUNS.get(pronoun.word.toLowerCase());
      if (word === undefined) return null;
      const known = resolved.get(pronoun.at);
      if (known !== undefined) return known;
      let best: Mention | null = null;
      let least = Number.POSITIVE_INFINITY;
      for (let i = mentions.length - 1; i >= 0; i--) {
        const mention = mentions[i] as Mention;
        if (pronoun.at - mention.at > REACH) break;
        if (mention.at >= pronoun.at) continue;
        if (pronoun.speaker !== undefined && lastWord(pronoun.speaker) === lastWord(mention.span.text)) continue;
        const cost = costOf({ ...mention, gender: mention.gender ?? genders.get(lastWord(mention.span.text)) ?? null }, word, pronoun);
        if (cost < least) [best, least] = [mention, cost];
      }
      if (best === null) return null;
      if (word === 'he' || word === 'she') genders.set(lastWord(best.span.text), { word, isSure: true });
      if (resolved.size > 200) resolved.clear();
      resolved.set(pronoun.at, best.span);
      push({ ...best, at: pronoun.at, sentence: pronoun.sentence, speaks: true, place: 'subject', asks: false });
      return best.span;
    },
    moveBack(by) {
      resolved.clear();
      for (const mention of mentions) {
        mention.at -= by;
        mention.span = { ...mention.span, start: mention.span.start - by, end: mention.span.end - by };
      }
    },
  };
}

const PRONOUNS: ReadonlyMap<string, 'he' | 'she' | 'it' | 'they'> = new Map(
  Object.entries({ he: 'he, his, him, himself', she: 'she, her, herself', it: 'it, its', they: 'they, their, them' }).flatMap(
    ([word, forms]) => forms.split(', ').map((form) => [form, word as 'he' | 'she' | 'it' | 'they'] as const),
  ),
);

/** How much speaks against a mention, infinite where it cannot be meant. */
function costOf(mention: Mention, word: 'he' | 'she' | 'it' | 'they', { sentence, answers }: Pronoun): number {
  const fit = fitOf(mention, word);
  const far = Math.min(Math.max(0, sentence - mention.sentence), 12);
  const addressed = answers === true && far === 1;
  const place = addressed ? (mention.place === 'aside' ? 0 : COSTS.asks) : mention.place === 'subject' ? 0 : COSTS[mention.place];
  return fit + far + place + (mention.asks ? COSTS.asks : 0) - (mention.speaks ? GAINS.speaks : 0);
}

function fitOf({ plural, kind, gender, span, speaks }: Mention, word: 'he' | 'she' | 'it' | 'they'): number {
  const never = Number.POSITIVE_INFINITY;
  if (word === 'they') return plural ? 0 : kind === 'body' ? COSTS.body : never;
  if (plural) return never;
  if (word === 'it') return gender === null && kind !== 'person' ? (kind === null ? COSTS.unsure : 0) : never;
  if (gender !== null && gender.word !== word) return gender.isSure ? never : COSTS.otherName;
  if (kind !== 'person' && !mayBePerson(span.text, kind) && !(speaks && kind === null)) return never;
  return (gender === null ? 0 : -GAINS.gender) + (kind === 'person' ? 0 : COSTS.unsure);
}

function lastWord(name: string): string {
  return name.slice(name.lastIndexOf(' ') + 1).toLowerCase();
}
