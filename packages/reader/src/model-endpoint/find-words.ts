import { type Span, spanOf } from '@parley/model';
import type { TextPart } from './text-parts.ts';

/** Finds words in a part of a text, letter for letter. */
export interface WordFinder {
  /** Where the words stand, in order; blanks and line breaks count alike. Empty where they do not. */
  find(words: string): Span[];
  /** How far apart two places are, in UTF-16 units; further by a good deal where a sentence ends between them. */
  distance(a: Span, b: Span): number;
}

export function createWordFinder(text: string, { start, end }: TextPart): WordFinder {
  const places: number[] = [];
  let flat = '';
  let inBlank = true;
  for (let at = start; at < end; at++) {
    const letter = text.charAt(at);
    const isBlank = /\s/.test(letter);
    if (isBlank && inBlank) continue;
    flat += isBlank ? ' ' : letter;
    places.push(at);
    inBlank = isBlank;
  }
  return {
    find(words) {
      const wanted = words.trim().replace(/\s+/g, ' ');
      const found: Span[] = [];
      // Half of a character could stand within another one.
      if (wanted === '' || !wanted.isWellFormed()) return found;
      for (let at = flat.indexOf(wanted); at >= 0 && found.length < MOST_PLACES; at = flat.indexOf(wanted, at + 1)) {
        if (cutsWord(flat, at) || cutsWord(flat, at + wanted.length)) continue;
        found.push(spanOf(text, places[at] as number, (places[at + wanted.length - 1] as number) + 1));
      }
      return found;
    },
    distance(a, b) {
      const [first, second] = a.start < b.start ? [a, b] : [b, a];
      const between = text.slice(first.end, second.start);
      return between.length + (/[.!?。؟]\P{L}*$|[.!?。؟]\s/u.test(between.slice(0, SENTENCE_APART)) ? SENTENCE_APART : 0);
    },
  };
}

const MOST_PLACES = 64;
const SENTENCE_APART = 1000;

/** In scripts that set words apart a span ends where a word does; Arabic and Hebrew write particles onto words. */
function cutsWord(flat: string, at: number): boolean {
  return LETTER.test(flat.charAt(at - 1)) && LETTER.test(flat.charAt(at));
}

const LETTER = /[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}\p{N}]/u;
