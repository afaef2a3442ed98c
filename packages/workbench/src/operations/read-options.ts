import type { Body } from '@parley/model';
import type { CaseLexicon, ReadOptions } from '@parley/reader';

/** How the text of a source is read: by its date, its language where that is known, and the words of the case. */
export function readOptions(
  { published, language }: Pick<Partial<Body<'source'>>, 'published' | 'language'>,
  lexicon: CaseLexicon,
): ReadOptions {
  return { lexicon, ...(published === undefined ? {} : { published }), ...(language === undefined ? {} : { language }) };
}
