import type { Strength } from '@parley/model';

/**
 * The words by which a language other than English tells who said what. Lower case, as they stand
 * in reports; several words are one entry (`según`, `de acuerdo con`). To add a language, write one
 * such file and name it in `index.ts`.
 */
export interface LanguageCues {
  /** Forms of verbs of saying. */
  says: readonly string[];
  demands: readonly string[];
  denies: readonly string[];
  rejects: readonly string[];
  /** Refusals to comment: they assert nothing. */
  declines: readonly string[];
  /** `According to`: who follows, what is said stands around. */
  accordingTo: readonly string[];
  /** What opens the words after a cue; an entry that ends in an apostrophe is the start of a word. */
  that: readonly string[];
  /** Auxiliaries right before a cue, which belong to it. */
  auxiliaries: readonly string[];
  /** Letters that are written on to the front of a cue: `و` in `وقال`. */
  prefixes: readonly string[];
  /** Cues that a case adds, of any force. */
  added?: readonly { readonly words: string; readonly strength: Strength }[];
  /** Words for people without a name. */
  unnamed: readonly string[];
}
