import type { Span } from '@parley/model';

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
}

const MALE = /^(?:mr|king|prince|sheikh|father|brother|sir|lord|emir)\b/i;
const FEMALE = /^(?:mrs|ms|miss|queen|princess|sister|lady|dame|madam)\b/i;
/** How far back an antecedent is looked for, in UTF-16 code units. */
const REACH = 3000;

/** The people named so far in one text, for its pronouns. */
export interface Mentions {
  add(mention: Omit<Mention, 'gender'>): void;
  /** What a pronoun that stands at `at` most likely stands for, or null. */
  antecedentOf(pronoun: string, at: number): Span | null;
  /** The text at hand starts so much later from now on. */
  moveBack(by: number): void;
}

export function createMentions(): Mentions {
  const mentions: Mention[] = [];
  const genders = new Map<string, 'he' | 'she'>();
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
      mentions.push({ ...mention, gender: told ?? genders.get(surname) ?? null });
    },
    antecedentOf(pronoun, at) {
      const word = pronoun.toLowerCase();
      const gender = ['he', 'his', 'him', 'himself'].includes(word) ? 'he' : ['she', 'her', 'herself'].includes(word) ? 'she' : null;
      const plural = ['they', 'their', 'them'].includes(word);
      if (!gender && !plural && word !== 'it' && word !== 'its') return null;
      let best: Mention | null = null;
      for (let i = mentions.length - 1; i >= 0; i--) {
        const mention = mentions[i] as Mention;
        if (mention.at >= at) continue;
        if (at - mention.at > REACH) break;
        if (!fits(mention)) continue;
        if (mention.speaks) {
          best ??= mention;
          break;
        }
        best ??= mention;
        if (at - mention.at > 400) break;
      }
      if (best && gender) genders.set(lastWord(best.span.text), gender);
      return best?.span ?? null;

      function fits(mention: Mention): boolean {
        if (plural) return mention.plural;
        if (gender) return !mention.plural && (mention.gender === null || mention.gender === gender);
        return !mention.plural && mention.gender === null;
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
