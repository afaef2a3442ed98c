import type { Phrase } from '../grammar/phrases.ts';
import type { Token } from '../segment/tokenize.ts';
import type { Attribution } from './attribution.ts';

const words = (list: string): ReadonlySet<string> => new Set(list.split(' '));
/** With an infinitive of saying after them, nothing has been said yet. */
const AHEAD = words(
  'expect plan plans hopes intention intend aim hope want prepare threaten promise vow pledge agree offer decide need wish schedule likely due set ready poised about tipped bound certain sure',
);
const PERHAPS = words('may might');
const LATER = words('will shall');

/**
 * Whether the words are only foreseen: `is expected to announce`, `may say on Friday`, `will announce`.
 * What the speaker announces of themselves, `I will say this`, is being said. `asserts`: whether the cue by itself
 * would assert; `will reject` is a stance already.
 */
export function isStillToBeSaid(one: Attribution, tokens: readonly Token[], asserts: boolean): boolean {
  const { candidate, phrase } = one;
  if (!candidate || !phrase || phrase.negated) return false;
  if (candidate.form === 'F') {
    const modal = phrase.modal ?? '';
    if (tokens[one.source?.from ?? -1]?.lower === 'i' || tokens[one.source?.from ?? -1]?.lower === 'we') return false;
    if (modal === 'would' && isAnswerIfAsked(one)) return true;
    return PERHAPS.has(modal) || (LATER.has(modal) && asserts && candidate.lemma !== 'tell');
  }
  if (candidate.form !== 'T' || isPerfect(phrase, tokens)) return false;
  const { phrases } = one.sentence;
  let at = candidate.at - 1;
  while (phrases[at]?.kind === 'adv' && !AHEAD.has((phrases[at] as Phrase).lower)) at--;
  const before = phrases[at];
  return before !== undefined && (AHEAD.has(before.lemma ?? '') || AHEAD.has(before.lower));
}

const ASKED = words('asked pressed challenged pushed questioned approached');

/** `If asked, the ministry would say that …`: an answer that nobody has given yet. */
function isAnswerIfAsked({ sentence: { phrases } }: Attribution): boolean {
  return phrases.some(({ lower }, at) => lower === 'if' && ASKED.has(phrases[at + 1]?.lower ?? '') && !isNamed(phrases[at - 1]));
}

/** `asked if pressed …` */
function isNamed(before: Phrase | undefined): boolean {
  return before?.kind === 'vg';
}

function isPerfect(phrase: Phrase, tokens: readonly Token[]): boolean {
  for (let at = phrase.from; at < phrase.head; at++) if (tokens[at]?.lower === 'have') return true;
  return false;
}
