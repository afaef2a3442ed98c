import { mayBe } from '../grammar/classify.ts';
import { nounLemma, verbLemma } from '../grammar/lemma.ts';
import { LINKS } from './cue-words.ts';

/** Words of a cue that are not what makes it one. */
const ASIDE = new Set(
  (
    "be have do will can would could shall should may might must not never n't to that the a an his her its their our my this it " +
    'also then later again still only just clear known'
  ).split(' '),
);
/** Verbs that leave the saying to their noun: "gave a warning". */
const LIGHT_VERBS = new Set('give make take send issue let put get keep raise express voice'.split(' '));

/**
 * The word under which a marked cue is kept in a case's lexicon: for English the base form of its
 * verb or noun ("has been signalling that" → "signal"), else the words as they stand, in lower case.
 * Null where nothing in it could be one.
 */
export function cueWord(words: string, language: string): string | null {
  const lower = words.trim().toLowerCase();
  if (language.split('-')[0] !== 'en') return /\p{L}/u.test(lower) ? lower.replace(/\s+/g, ' ') : null;
  const bare = lower.replaceAll('’', "'").replaceAll(/'(?:d|s|m|ve|re|ll)\b/g, ' ');
  const parts = bare.match(/[\p{L}\p{M}]+(?:-[\p{L}\p{M}]+)*(?:n't)?/gu) ?? [];
  const telling = parts.filter((part) => !ASIDE.has(verbLemma(part)) && !LINKS.has(part) && !isAdverb(part));
  const [first, second] = telling;
  if (first === undefined) return null;
  const chosen = LIGHT_VERBS.has(verbLemma(first)) && second !== undefined ? second : first;
  const isNoun = chosen !== first && mayBe(chosen, 'N');
  const word = isNoun ? nounLemma(chosen) : baseForm(chosen);
  return LIGHT_VERBS.has(word) ? null : word;
}

function isAdverb(word: string): boolean {
  return word.endsWith('ly') && !['reply', 'imply', 'rely', 'apply', 'rally', 'ally'].includes(word);
}

/** The base form of a verb; of one that the word lists do not know, a guess: "mused" → "muse", "mulled" → "mull". */
function baseForm(verb: string): string {
  const lemma = verbLemma(verb);
  const bare = /^(.{3,})(?:ed|ing)$/.exec(verb)?.[1];
  if (bare === undefined || mayBe(lemma, 'B')) return lemma;
  if (/(?:[^s]s|c|g|v|z|u)$/.test(bare)) return `${bare}e`;
  return bare.replace(/([bdgmnprt])\1$/, '$1');
}
