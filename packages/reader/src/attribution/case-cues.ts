import type { Strength } from '@parley/model';
import { nounLemma, verbLemma } from '../grammar/lemma.ts';
import type { LanguageCues } from '../lexicon/languages/language-cues.ts';
import type { CaseCue } from '../reading.ts';
import type { CueTables } from './cue-score.ts';

/** The cues that a case adds to those that the reader knows of one language. */
export interface CaseCues {
  /** The counts that ship, with the case's cues among them. */
  readonly tables: CueTables;
  /** The lists that ship, with the case's cues among them; null for a language that is read by its grammar. */
  readonly lists: LanguageCues | null;
  /** The force that the case gives to a cue by its base form. */
  strengthOf(lemma: string): Strength | undefined;
}

/**
 * Each cue of a case counts as seen so often, always as a cue. What follows it and who speaks weigh
 * as for any other word, so that "signalled the ship" is not taken for speech.
 */
const SEEN = 30;
const SEEN_IN_FORM = 10;
/** Finite, passive, -ing, infinitive, participle, adjective, noun: see `CueCandidate`. */
const FORMS = ['F', 'P', 'G', 'T', 'E', 'J', 'N'];

/** Puts the cues of a case that are of `language` (a base tag; `en` for English) beside those that ship. */
export function withCaseCues(
  cues: readonly CaseCue[],
  { language, tables, lists }: { language: string; tables: CueTables; lists: LanguageCues | null },
): CaseCues {
  const own = cues.filter((cue) => cue.language.split('-')[0]?.toLowerCase() === language);
  if (own.length === 0) return { tables, lists, strengthOf: () => undefined };
  if (lists !== null) {
    const added = own.map(({ words, strength }) => ({ words: words.toLowerCase(), strength }));
    return { tables, lists: { ...lists, added }, strengthOf: () => undefined };
  }
  const strengths = new Map(own.flatMap(({ words, strength }) => [...baseForms(words)].map((form) => [form, strength] as const)));
  return { tables: withCounts(tables, strengths.keys()), lists, strengthOf: (lemma) => strengths.get(lemma) };
}

/** Counts of `tables` with those of the lemmas added; nothing is copied. */
function withCounts(tables: CueTables, lemmas: Iterable<string>): CueTables {
  const own = new Map<string, readonly [number, number]>();
  const add = (key: string, seen: number): void => {
    const [marked, all] = tables.get(key) ?? [0, 0];
    own.set(key, [marked + seen, all + seen]);
  };
  for (const lemma of lemmas) {
    add(`w ${lemma}`, SEEN);
    for (const form of FORMS) add(`w ${lemma} ${form}`, SEEN_IN_FORM);
  }
  return { get: (key) => own.get(key) ?? tables.get(key) };
}

/** What the grammar may take for the base form of a word's inflections: "riposte" and, from "riposted", "ripost". */
function baseForms(words: string): Set<string> {
  const word = words.trim().toLowerCase();
  const stem = word.replace(/e$/, '');
  const past = /[^aeiou]y$/.test(word) ? `${word.slice(0, -1)}ied` : `${stem}ed`;
  const verbs = [past, `${stem}ing`, `${word}s`, word];
  if (/[^aeiou][aeiou][bdgklmnprt]$/.test(word)) verbs.push(`${word}${word.at(-1)}ed`, `${word}${word.at(-1)}ing`);
  return new Set([word, ...verbs.map((form) => verbLemma(form)), nounLemma(word), nounLemma(`${word}s`)]);
}
