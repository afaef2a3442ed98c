import { LANGUAGES } from '../lexicon/languages/index.ts';
import { CUE_TABLES } from './cue-tables.ts';
import { REPORTING } from './cue-words.ts';
import { isForceful } from './judge-strength.ts';

/** Seen so often, and marked as a cue in such a share, a word counts as known. */
const LEAST_SEEN = 5;
const LEAST_SHARE = 0.3;

/**
 * Whether the reader knows a word as a cue by itself, though it may miss one that stands oddly:
 * `word` as `cueWord` gives it, `language` a BCP 47 tag.
 */
export function knowsCue(word: string, language: string): boolean {
  const lists = LANGUAGES.get(language.split('-')[0]?.toLowerCase() ?? '');
  if (lists !== undefined)
    return [lists.says, lists.demands, lists.denies, lists.rejects, lists.declines, lists.accordingTo].some((list) =>
      list.some((known) => ` ${word} `.includes(` ${known} `)),
    );
  if (REPORTING.has(word) || isForceful(word)) return true;
  const [cues, all] = CUE_TABLES.get(`w ${word}`) ?? [0, 0];
  return all >= LEAST_SEEN && cues / all >= LEAST_SHARE;
}
