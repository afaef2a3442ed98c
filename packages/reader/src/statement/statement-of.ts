import type { Mentions } from '../attribution/antecedents.ts';
import type { Attribution } from '../attribution/attribution.ts';
import type { CaseCues } from '../attribution/case-cues.ts';
import { confidenceOf } from '../attribution/confidence.ts';
import { ASKING } from '../attribution/cue-words.ts';
import { describeSpeaker } from '../attribution/describe-speaker.ts';
import { findCondition } from '../attribution/find-condition.ts';
import { enclosing } from '../attribution/find-relays.ts';
import { judgeStrength } from '../attribution/judge-strength.ts';
import { isStillToBeSaid } from '../attribution/still-to-say.ts';
import type { Paragraph } from '../grammar/read-paragraph.ts';
import { spanOfTokens } from '../grammar/span-of-tokens.ts';
import type { ReadSpeaker, ReadStatement } from '../reading.ts';
import type { ReadingState } from '../reading-state.ts';
import { spokenOn } from '../time/spoken-time.ts';
import { antecedentOf } from './antecedent-of.ts';
import { isPlural } from './is-plural.ts';
import { relaysOf } from './relays-of.ts';

/** The statement that an attribution comes to; `done` has those that may hold it. */
export function statementOf(
  text: string,
  paragraph: Paragraph,
  one: Attribution,
  all: readonly Attribution[],
  mentions: Mentions,
  done: ReadonlyMap<Attribution, ReadStatement>,
  { published, cues, sentences }: Pick<ReadingState, 'published' | 'cues' | 'sentences'>,
): ReadStatement {
  const source = one.source ? spanOfTokens(text, paragraph, one.source) : null;
  const cue = one.cue ? spanOfTokens(text, paragraph, one.cue) : null;
  const content = one.content.map((range) => spanOfTokens(text, paragraph, range)).sort((a, b) => a.start - b.start);
  const outer = enclosing(all, one);
  const described = one.source ? describeSpeaker(paragraph, one.source, text) : null;
  const speaker: ReadSpeaker = { name: '', anonymous: false, antecedent: null, role: described?.role ?? null };
  const voice = described?.voice ?? null;
  if (one.source && described && source) {
    const sentence = sentences + sentenceAt(paragraph, one.source.from);
    if (described.pronoun && one.strength === undefined) {
      speaker.antecedent = antecedentOf(text, paragraph, one, outer, mentions, done, sentence);
      speaker.name = (speaker.antecedent ?? source).text;
    } else {
      speaker.name = spanOfTokens(text, paragraph, described.core).text;
      speaker.anonymous = described.anonymous || one.unnamed === true;
      mentions.add({
        span: spanOfTokens(text, paragraph, described.core),
        plural: isPlural(paragraph, described.core),
        at: source.start,
        sentence,
        speaks: true,
        place: outer?.cue ? 'told' : 'subject',
        asks: ASKING.has(one.candidate?.lemma ?? ''),
      });
    }
    speaker.name = speaker.name.replace(/\s+/g, ' ').slice(0, 500);
  }
  const condition = findCondition(paragraph, one.content);
  const speech = speechOf(paragraph, one);
  const statement: ReadStatement = {
    source,
    speaker,
    relays: relaysOf(text, paragraph, one, all, speaker.name, done),
    cue,
    content,
    condition: condition ? spanOfTokens(text, paragraph, condition) : null,
    strength: one.strength ?? strengthIn(paragraph, one, outer, done, cues, { cue, content }),
    speech,
    voice,
    saidOn: spokenOn(wordsBesideCue(paragraph, one), published),
    links: [],
    confidence: confidenceOf(one.odds, speech),
  };
  return statement;
}

/** The place of a token's sentence among those of its paragraph that stand in no quotation. */
function sentenceAt({ sentences }: Paragraph, token: number): number {
  let place = -1;
  for (const { within, from, to } of sentences) {
    if (within) continue;
    place += 1;
    if (from <= token && token < to) return place;
  }
  return Math.max(0, place);
}

function strengthIn(
  paragraph: Paragraph,
  one: Attribution,
  outer: Attribution | null,
  done: ReadonlyMap<Attribution, ReadStatement>,
  cues: CaseCues,
  { cue, content }: Pick<ReadStatement, 'cue' | 'content'>,
): ReadStatement['strength'] {
  const strength = judgeStrength({
    lemma: one.candidate?.lemma ?? '',
    given: cues.strengthOf(one.candidate?.lemma ?? ''),
    negated: one.phrase?.negated ?? false,
    withheld: one.withheld === true || isDenied(outer, done),
    modal: one.phrase?.modal,
    cue: cue?.text.toLowerCase() ?? '',
    content: content[0]?.text.toLowerCase().replace(/^["'“”‘’«]+/, '') ?? '',
    next: one.candidate?.next ?? '',
  });
  if (strength === 'declinesToSay') return strength;
  return isStillToBeSaid(one, paragraph.tokens, strength === 'asserts') ? 'expects' : strength;
}

/** What is told inside a denial or a refusal to say has not been said. */
function isDenied(outer: Attribution | null, done: ReadonlyMap<Attribution, ReadStatement>): boolean {
  const strength = outer && done.get(outer)?.strength;
  return strength === 'denies' || strength === 'declinesToSay';
}

/** How many tokens from the cue a time may stand. */
const TIME_REACH = 8;

/** The words around the cue, up to what is said, another clause or the next cue's words. */
function wordsBesideCue(paragraph: Paragraph, one: Attribution): string[] {
  if (!one.cue) return [];
  const words: string[] = [];
  const said = (at: number): boolean =>
    paragraph.quotationOf[at] !== null ||
    one.content.some((range) => range.from <= at && at < range.to) ||
    at < one.sentence.from ||
    at >= one.sentence.to;
  for (let at = one.cue.from - 1; at >= one.cue.from - TIME_REACH && !said(at); at--) {
    if (one.source && at >= one.source.from && at < one.source.to) continue;
    words.unshift(paragraph.tokens[at]?.lower ?? '');
  }
  for (let at = one.cue.from; at < one.cue.to + TIME_REACH && !said(at); at++) words.push(paragraph.tokens[at]?.lower ?? '');
  return words;
}

function speechOf(paragraph: Paragraph, one: Attribution): ReadStatement['speech'] {
  let inside = 0;
  let outside = 0;
  for (const range of one.content) {
    for (let i = range.from; i < range.to; i++) {
      if (paragraph.tokens[i]?.kind === 'mark') continue;
      if (paragraph.quotationOf[i] && !(one.sentence.within && paragraph.quotationOf[i] === one.sentence.within)) inside++;
      else outside++;
    }
  }
  if (inside === 0) return 'indirect';
  return outside === 0 ? 'direct' : 'mixed';
}
