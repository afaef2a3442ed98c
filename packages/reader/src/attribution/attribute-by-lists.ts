import type { Strength } from '@parley/model';
import type { Paragraph, ReadSentence } from '../grammar/read-paragraph.ts';
import type { LanguageCues } from '../lexicon/languages/language-cues.ts';
import type { Token } from '../segment/tokenize.ts';
import type { Attribution, TokenRange } from './attribution.ts';

/** A cue found by a list, `from` to `to` in tokens, with its force. */
interface ListCue extends TokenRange {
  strength: Strength;
  according: boolean;
}

/** Longest name of a speaker and longest way from a cue to a quotation, in tokens. */
const REACH = 14;
/** Odds given to what lists find: they were counted on no marked text. */
const ODDS = 0.5;

/**
 * The attributions of a paragraph in a language of which only lists of cues are known: what stands
 * in quotation marks beside a cue, after its `that` or its colon, or around `according to`.
 */
export function attributeByLists(paragraph: Paragraph, cues: LanguageCues): Attribution[] {
  const found: Attribution[] = [];
  const lists = listsOf(cues);
  for (const sentence of paragraph.sentences) {
    if (sentence.within) continue;
    for (let at = sentence.from; at < sentence.to; at++) {
      if (paragraph.quotationOf[at]) continue;
      const cue = cueAt(paragraph.tokens, at, sentence.to, lists, cues);
      if (!cue) continue;
      const attribution = cue.according
        ? accordingTo(paragraph, sentence, cue)
        : (brokenRefusal(paragraph, sentence, cue, cues) ?? spoken(paragraph, sentence, cue, cues));
      if (attribution && !found.some((one) => sharesContent(one, attribution))) found.push(withNames(paragraph, attribution, cues));
      at = cue.to - 1;
    }
  }
  return found;
}

type Lists = ReadonlyMap<string, readonly { words: readonly string[]; strength: Strength; according: boolean }[]>;
const LISTS = new WeakMap<LanguageCues, Lists>();

/** All entries by their first word, longest first. */
function listsOf(cues: LanguageCues): Lists {
  const known = LISTS.get(cues);
  if (known) return known;
  const entries = (list: readonly string[], strength: Strength, according = false) =>
    list.map((entry) => ({ words: entry.split(' '), strength, according }));
  const all = [
    ...(cues.added ?? []).flatMap(({ words, strength }) => entries([words], strength)),
    ...entries(cues.declines, 'declinesToSay'),
    ...entries(cues.denies, 'denies'),
    ...entries(cues.rejects, 'rejects'),
    ...entries(cues.demands, 'demands'),
    ...entries(cues.accordingTo, 'asserts', true),
    ...entries(cues.says, 'asserts'),
  ].sort((a, b) => b.words.length - a.words.length);
  const lists: Lists = Map.groupBy(all, (entry) => entry.words[0] as string);
  LISTS.set(cues, lists);
  return lists;
}

function cueAt(tokens: readonly Token[], at: number, end: number, lists: Lists, cues: LanguageCues): ListCue | null {
  let from = at;
  let verb = at;
  while (cues.auxiliaries.includes(tokens[verb]?.lower ?? '') && verb < end - 1) verb++;
  const word = tokens[verb]?.lower ?? '';
  const prefix = cues.prefixes.find((letter) => word.startsWith(letter) && lists.has(word.slice(letter.length)));
  for (const entry of lists.get(word) ?? (prefix ? lists.get(word.slice(prefix.length)) : undefined) ?? []) {
    if (verb + entry.words.length > end || !entry.words.every((part, k) => k === 0 || tokens[verb + k]?.lower === part)) continue;
    if (entry.according) from = verb;
    return { from, to: verb + entry.words.length, strength: entry.strength, according: entry.according };
  }
  return null;
}

function spoken(paragraph: Paragraph, sentence: ReadSentence, cue: ListCue, cues: LanguageCues): Attribution | null {
  const { tokens } = paragraph;
  const before = sourceBefore(paragraph, sentence, cue.from);
  const previous = paragraph.quotations.find((one) => one.close < cue.from && cue.from - one.close <= REACH && one.open >= sentence.from);
  const gap = previous ? tokens.slice(previous.close + 1, cue.from).filter((token) => token.kind !== 'mark') : [];
  if (previous && (before === null || gap.length <= 4)) {
    const content = [{ from: previous.open, to: previous.close + 1 }];
    const source = sourceUpTo(paragraph, cue.to, sentence.to);
    const next = paragraph.quotations.find(
      (one) => one.open >= (source?.to ?? cue.to) && one.open < sentence.to && one.open - cue.to <= REACH,
    );
    if (next) content.push({ from: next.open, to: Math.min(next.close + 1, tokens.length) });
    return attribution(sentence, cue, source ?? (gap.length > 0 ? before : null), content, true);
  }
  for (let at = cue.to; at < Math.min(sentence.to, cue.to + REACH); at++) {
    const token = tokens[at] as Token;
    const quotation = paragraph.quotations.find((one) => one.open === at);
    const opens = quotation !== undefined || token.text === ':' || isThat(token, cues);
    if (!opens) continue;
    const from = token.text === ':' ? at + 1 : at;
    const to = quotation ? Math.min(quotation.close + 1, tokens.length) : endOf(paragraph, sentence);
    const between = sourceUpTo(paragraph, cue.to, at);
    return to > from ? attribution(sentence, cue, before ?? between, [{ from, to }], false) : null;
  }
  if (cue.strength === 'asserts') return null;
  const to = endOf(paragraph, sentence);
  const content = to > cue.to ? { from: cue.to, to } : { from: cue.from, to: cue.to };
  if (before) return attribution(sentence, cue, before, [content], false);
  const after = sourceUpTo(paragraph, cue.to, to);
  return after ? attribution(sentence, cue, after.to < to ? null : after, [{ from: cue.from, to }], false) : null;
}

/** How far the second word of a refusal to say may stand from its first. */
const REFUSAL_REACH = 7;

/** `refused the envoy the comment`, where the speaker stands between the words of a refusal to say. */
function brokenRefusal(paragraph: Paragraph, sentence: ReadSentence, cue: ListCue, cues: LanguageCues): Attribution | null {
  if (cue.strength !== 'rejects') return null;
  const { tokens } = paragraph;
  const verb = tokens[cue.to - 1]?.lower ?? '';
  for (const [first, ...rest] of cues.declines.map((entry) => entry.split(' '))) {
    if (rest.length === 0 || (verb !== first && !cues.prefixes.some((letter) => verb === `${letter}${first}`))) continue;
    for (let at = cue.to + 1; at < Math.min(sentence.to, cue.to + REFUSAL_REACH) && tokens[at]?.kind !== 'mark'; at++) {
      if (!rest.every((part, k) => tokens[at + k]?.lower === part)) continue;
      const source = sourceBefore(paragraph, sentence, cue.from) ?? sourceUpTo(paragraph, cue.to, at);
      return attribution(sentence, { ...cue, strength: 'declinesToSay' }, source, [{ from: at, to: endOf(paragraph, sentence) }], false);
    }
  }
  return null;
}

function isThat(token: Token, cues: LanguageCues): boolean {
  return cues.that.some((word) => (/['’]$/.test(word) ? token.lower.startsWith(word) : token.lower === word));
}

/** `Selon l’envoyé, le pont est fermé.` and `Le pont est fermé, selon l’envoyé.` */
function accordingTo(paragraph: Paragraph, sentence: ReadSentence, cue: ListCue): Attribution | null {
  const source = sourceUpTo(paragraph, cue.to, sentence.to);
  if (!source) return null;
  const end = endOf(paragraph, sentence);
  let to = cue.from;
  while (to > sentence.from && paragraph.tokens[to - 1]?.kind === 'mark' && !paragraph.quotationOf[to - 1]) to--;
  const content = to - sentence.from >= 2 ? { from: sentence.from, to } : { from: source.to + 1, to: end };
  return content.to > content.from ? attribution(sentence, cue, source, [content], to - sentence.from >= 2) : null;
}

/** The words right before the cue, back to a mark, a quotation or the start of the sentence. */
function sourceBefore(paragraph: Paragraph, sentence: ReadSentence, to: number): TokenRange | null {
  let from = to;
  while (from > sentence.from && paragraph.tokens[from - 1]?.kind !== 'mark' && !paragraph.quotationOf[from - 1]) from--;
  return from < to && to - from <= REACH ? { from, to } : null;
}

/** The words from `from` up to a mark, a quotation or `end`. */
function sourceUpTo(paragraph: Paragraph, from: number, end: number): TokenRange | null {
  let to = from;
  while (to < end && paragraph.tokens[to]?.kind !== 'mark' && !paragraph.quotationOf[to]) to++;
  return to > from && to - from <= REACH ? { from, to } : null;
}

function endOf(paragraph: Paragraph, sentence: ReadSentence): number {
  let to = sentence.to;
  while (to > sentence.from && paragraph.tokens[to - 1]?.kind === 'mark' && !paragraph.quotationOf[to - 1]) to--;
  return to;
}

function sharesContent(a: Attribution, b: Attribution): boolean {
  return a.content.some((one) => b.content.some((other) => one.from === other.from));
}

function withNames(paragraph: Paragraph, one: Attribution, cues: LanguageCues): Attribution {
  const { source } = one;
  const unnamed = source !== null && paragraph.tokens.slice(source.from, source.to).some((token) => cues.unnamed.includes(token.lower));
  return { ...one, unnamed };
}

function attribution(
  sentence: ReadSentence,
  cue: ListCue,
  source: TokenRange | null,
  content: TokenRange[],
  postposed: boolean,
): Attribution {
  return {
    cue: { from: cue.from, to: cue.to },
    head: cue.to - 1,
    source,
    sourceCore: source,
    content,
    candidate: null,
    phrase: null,
    sentence,
    odds: ODDS,
    postposed,
    opensNext: false,
    quotesToEnd: false,
    strength: cue.strength,
  };
}
