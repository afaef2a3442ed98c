import type { Span } from '@parley/model';
import type { Mentions } from '../attribution/antecedents.ts';
import type { Attribution, TokenRange } from '../attribution/attribution.ts';
import { ANSWERING } from '../attribution/cue-words.ts';
import type { Paragraph } from '../grammar/read-paragraph.ts';
import { spanOfTokens } from '../grammar/span-of-tokens.ts';
import type { ReadStatement } from '../reading.ts';

/** I and we stand for who speaks the quotation around them; who and which for the noun before them. */
export function antecedentOf(
  text: string,
  paragraph: Paragraph,
  one: Attribution,
  outer: Attribution | null,
  mentions: Mentions,
  done: ReadonlyMap<Attribution, ReadStatement>,
  sentence: number,
): Span | null {
  const at = (one.source as TokenRange).from;
  const word = paragraph.tokens[at]?.lower ?? '';
  if (['who', 'which', 'that'].includes(word)) {
    const index = one.sentence.phrases.findIndex((phrase) => phrase.from <= at && at < phrase.to);
    const before = one.sentence.phrases[index - 1]?.kind === 'comma' ? index - 2 : index - 1;
    const noun = one.sentence.phrases[before];
    return noun?.kind === 'np' ? spanOfTokens(text, paragraph, { from: noun.from, to: noun.to }) : null;
  }
  if (['i', 'we', 'my', 'our'].includes(word)) {
    const around = outer && outer.sentence !== one.sentence ? done.get(outer) : undefined;
    return around?.speaker.antecedent ?? around?.source ?? null;
  }
  const around = outer && (outer.head < 0 || outer.sentence !== one.sentence) ? done.get(outer)?.speaker.name : undefined;
  const answers = ANSWERING.has(one.candidate?.lemma ?? '');
  return mentions.antecedentOf({ word, at: paragraph.tokens[at]?.start ?? 0, sentence, answers, speaker: around || undefined });
}
