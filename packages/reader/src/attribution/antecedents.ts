import type { Span } from '@parley/model';
import { type MentionKind, mayBePerson, mentionKind } from './mention-kind.ts';

/** Somebody named in the text so far. */
interface Mention {
  span: Span;
  /** `he`, `she`, or unknown. */
  gender: 'he' | 'she' | null;
  plural: boolean;
  proper: boolean;
  /** Where in the text it stands. */
  at: number;
  /** Said something, as against a subject of another verb. */
  speaks: boolean;
  /** Stands where no subject stands: only for a pronoun that nobody else fits. */
  aside?: boolean;
  kind: MentionKind;
}

const MALE = /^(?:mr|king|prince|sheikh|father|brother|sir|lord|emir)\b/i;
const FEMALE = /^(?:mrs|ms|miss|queen|princess|sister|lady|dame|madam)\b/i;
/** How far back an antecedent is looked for, in UTF-16 code units. */
const REACH = 3000;

/** A mention as it is found. */
export type NewMention = Omit<Mention, 'gender' | 'kind'>;

/** The people named so far in one text, for its pronouns. */
export interface Mentions {
  add(mention: NewMention): void;
  /** What a pronoun that stands at `at` most likely stands for, or null; `speaker` would have said `I`. */
  antecedentOf(pronoun: string, at: number, speaker?: string): Span | null;
  /** The text at hand starts so much later from now on. */
  moveBack(by: number): void;
}

export function createMentions(): Mentions {
  const mentions: Mention[] = [];
  const genders = new Map<string, 'he' | 'she'>();
  const nearest = (at: number, fits: (mention: Mention) => boolean): Mention | null => {
    for (let i = mentions.length - 1; i >= 0; i--) {
      const mention = mentions[i] as Mention;
      if (at - mention.at > REACH) break;
      if (mention.at < at && fits(mention)) return mention;
    }
    return null;
  };
  return {
    add(mention) {
      const title = mention.span.text;
      const surname = lastWord(title);
      const told =
        MALE.test(title) || /\b(?:spokesman|chairman|businessman|congressman)\b/i.test(title)
          ? 'he'
          : FEMALE.test(title) || /\b(?:spokeswoman|chairwoman|congresswoman)\b/i.test(title)
            ? 'she'
            : null;
      if (told) genders.set(surname, told);
      if (mentions.length > 60) mentions.shift();
      mentions.push({ ...mention, gender: told ?? genders.get(surname) ?? null, kind: told ? 'person' : mentionKind(title) });
    },
    antecedentOf(pronoun, at, speaker) {
      const word = pronoun.toLowerCase();
      const gender = ['he', 'his', 'him', 'himself'].includes(word) ? 'he' : ['she', 'her', 'herself'].includes(word) ? 'she' : null;
      const plural = ['they', 'their', 'them'].includes(word);
      if (!gender && !plural && word !== 'it' && word !== 'its') return null;
      const best = nearest(at, (one) => !one.aside && fits(one)) ?? nearest(at, (one) => fits(one) || (plural && one.kind === 'body'));
      if (best && gender) genders.set(lastWord(best.span.text), gender);
      return best?.span ?? null;

      function fits(mention: Mention): boolean {
        if (speaker !== undefined && lastWord(speaker) === lastWord(mention.span.text)) return false;
        if (plural) return mention.plural;
        if (mention.plural) return false;
        if (gender)
          return (
            (mention.gender ?? genders.get(lastWord(mention.span.text)) ?? gender) === gender &&
            (mayBePerson(mention.span.text, mention.kind) || (mention.speaks && mention.kind === null))
          );
        return mention.gender === null && mention.kind !== 'person';
      }
    },
    moveBack(by) {
      for (const mention of mentions) {
        mention.at -= by;
        mention.span = { ...mention.span, start: mention.span.start - by, end: mention.span.end - by };
      }
    },
  };
}

function lastWord(name: string): string {
  return name.slice(name.lastIndexOf(' ') + 1).toLowerCase();
}
