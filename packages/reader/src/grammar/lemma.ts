import { IRREGULAR_PASTS } from '../lexicon/irregular-verbs.ts';
import { mayBe } from './classify.ts';

const AUXILIARIES: Readonly<Record<string, string>> = {
  is: 'be',
  are: 'be',
  was: 'be',
  were: 'be',
  been: 'be',
  being: 'be',
  am: 'be',
  "'re": 'be',
  "'m": 'be',
  "'s": 'be',
  has: 'have',
  had: 'have',
  having: 'have',
  "'ve": 'have',
  does: 'do',
  did: 'do',
  doing: 'do',
  "'ll": 'will',
  wo: 'will',
  ca: 'can',
  "'d": 'would',
};

/** The base form of a verb in lower case: `denied` → `deny`, `said` → `say`; with its class letter, a base form stays as it is. */
export function verbLemma(lower: string, letter = ''): string {
  const word = lower.includes('’') ? lower.replace('’', "'") : lower;
  const auxiliary = AUXILIARIES[word];
  if (auxiliary) return auxiliary;
  if (letter === 'B') return word;
  const irregular = IRREGULAR_PASTS.get(word);
  if (irregular) return irregular;
  if (word.endsWith('ing') && word.length > 4) return stem(word.slice(0, -3));
  if (word.endsWith('ied') || word.endsWith('ies')) return `${word.slice(0, -3)}y`;
  if (word.endsWith('ed') && word.length > 4) return stem(word.slice(0, -2));
  if (word.endsWith('s') && !word.endsWith('ss') && word.length > 3) return withoutS(word);
  return word;
}

/** The singular of a noun in lower case, by its ending. */
export function nounLemma(lower: string): string {
  if (lower === 'people' || lower.length < 4 || !lower.endsWith('s') || /(?:ss|us|is)$/.test(lower)) return lower;
  if (lower.endsWith('ies')) return `${lower.slice(0, -3)}y`;
  return /(?:s|x|z|ch|sh)es$/.test(lower) ? lower.slice(0, -2) : lower.slice(0, -1);
}

function withoutS(word: string): string {
  const short = word.slice(0, -1);
  if (!word.endsWith('es')) return short;
  if (mayBe(short, 'B')) return short;
  return /(?:s|x|z|ch|sh|o)es$/.test(word) ? word.slice(0, -2) : short;
}

function stem(body: string): string {
  if (mayBe(`${body}e`, 'B') && !(mayBe(body, 'B') && !/(?:[cgsvz]|[^aeiou][aeiou][^aeiouwxy])$/.test(body))) return `${body}e`;
  if (mayBe(body, 'B')) return body;
  const doubled = /([b-df-hj-np-tv-z])\1$/.exec(body);
  if (doubled && !/(?:ss|ll|ff|zz)$/.test(body)) return body.slice(0, -1);
  if (doubled && mayBe(body.slice(0, -1), 'B')) return body.slice(0, -1);
  if (/(?:[cgsvz]|quir|[^aeiou][lr]|[^e]at|ut|u)$/.test(body) && !/(?:ss|gg|us|[^g]ing)$/.test(body)) return `${body}e`;
  return body;
}
