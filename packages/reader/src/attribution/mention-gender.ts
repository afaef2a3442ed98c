import { MENS_NAMES, WOMENS_NAMES } from '../lexicon/first-names.ts';

/** `he` or `she`, and whether a title or office tells, which is surer than a first name. */
export interface MentionGender {
  readonly word: 'he' | 'she';
  readonly isSure: boolean;
}

const MALE_TITLE = /^(?:the )?(?:mr|king|prince|sheikh|father|brother|sir|lord|emir|imam|rabbi|ayatollah|pope)\b/i;
const FEMALE_TITLE = /^(?:the )?(?:mrs|ms|miss|queen|princess|sister|lady|dame|madam|madame|sheikha)\b/i;
const MALE =
  /(?:\b(?:husband|widower|father|son|brother|man|boy|uncle|nephew|grandfather|monk|abbot)|(?:spokes|chair|business|congress|alder)man|himself)$/i;
const FEMALE =
  /(?:\b(?:wife|widow|mother|daughter|sister|woman|girl|aunt|niece|grandmother|nun|abbess|midwife|bride)|(?:spokes|chair|business|congress|alder)woman|herself)$/i;

/** What the words that name somebody tell of `he` or `she`; null where they tell nothing. */
export function mentionGender(name: string): MentionGender | null {
  const core = name.split(/,|\s(?:of|for|in|at|from|on|with|to|who|named)\s/)[0] ?? '';
  if (MALE_TITLE.test(name) || MALE.test(core) || /\b(?:spokes|chair|business|congress)man\b/i.test(name))
    return { word: 'he', isSure: true };
  if (FEMALE_TITLE.test(name) || FEMALE.test(core) || /\b(?:spokes|chair|business|congress)woman\b/i.test(name))
    return { word: 'she', isSure: true };
  const words = name.split(/\s+/);
  // The last word is a family name, but for a name of one word.
  for (const [at, word] of words.entries()) {
    if (!/^\p{Lu}/u.test(word) || (at === words.length - 1 && words.length > 1)) continue;
    if (WOMENS_NAMES.has(word.toLowerCase())) return { word: 'she', isSure: false };
    if (MENS_NAMES.has(word.toLowerCase())) return { word: 'he', isSure: false };
  }
  return null;
}
