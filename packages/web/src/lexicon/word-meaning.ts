import type { Label, LexiconWord } from '../api/types.ts';
import { nameText } from '../controls/words.tsx';
import { t } from '../strings/strings.ts';
import { languageName } from '../text/language-name.ts';

interface Named {
  readonly id: string;
  readonly body: { readonly name: Label };
}

/** What a word stands for, in words: "a name of Toldrane", "a term of Water share", "a cue: asserts". */
export function wordMeaning(
  word: LexiconWord,
  {
    parties,
    issues,
  }: {
    parties: readonly Named[];
    issues: readonly (Named & { readonly body: { readonly options: readonly { id: string; name: Label }[] } })[];
  },
): string {
  if (word.use === 'alias')
    return t('lexicon.alias', { party: nameText(parties.find(({ id }) => id === word.partyId)?.body.name) || word.partyId });
  if (word.use === 'term') {
    const issue = issues.find(({ id }) => id === word.issueId)?.body;
    const option = issue?.options.find(({ id }) => id === word.optionId);
    const names = [nameText(issue?.name) || word.issueId, ...(option ? [nameText(option.name)] : [])];
    return t('lexicon.term', { issue: names.join(' › ') });
  }
  const strength = t(`strength.${word.strength ?? 'asserts'}`);
  const language = word.language ?? 'en';
  return language === 'en' ? t('lexicon.cue', { strength }) : t('lexicon.cueIn', { strength, language: languageName(language) });
}
