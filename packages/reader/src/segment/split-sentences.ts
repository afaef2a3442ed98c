import { TITLES_WITH_STOP } from '../lexicon/abbreviations.ts';
import type { Quotation } from './match-quotes.ts';
import type { Token } from './tokenize.ts';

/** Tokens `from` to `to` (exclusive) of a paragraph. */
export interface Sentence {
  from: number;
  to: number;
  /** The quotation whose inside this sentence is; null for the reporter's own sentences. */
  within: Quotation | null;
}

const STARTERS = new Set(
  'the a an he she it they we i you his her their its this that these those there but and in on at for from with by as if when while after before however meanwhile mr. mrs. ms. no not what who how why one some many most all both other such since because although though so yet then now still also to'.split(
    ' ',
  ),
);

/**
 * The reporter's sentences of a paragraph, in order. A quotation never breaks a sentence in two:
 * `“A. B,” he said. “C.”` is two sentences.
 */
export function splitSentences(tokens: readonly Token[], quotations: readonly Quotation[]): Sentence[] {
  const sentences: Sentence[] = [];
  let from = 0;
  let next = 0;
  for (let i = 0; i < tokens.length; i++) {
    const quotation = quotations[next];
    if (quotation && i === quotation.open) {
      next++;
      i = Math.min(quotation.close, tokens.length - 1);
      if (!quotation.closed || !endsSentence(tokens[quotation.last])) continue;
      if (breaksAfterQuotation(tokens, quotation, i)) {
        sentences.push({ from, to: i + 1, within: null });
        from = i + 1;
      }
      continue;
    }
    const end = endOfSentence(tokens, i);
    if (end > 0) {
      sentences.push({ from, to: end, within: null });
      from = end;
      i = end - 1;
    }
  }
  if (from < tokens.length) sentences.push({ from, to: tokens.length, within: null });
  return sentences;
}

/** The sentences inside a quotation. */
export function splitQuotation(tokens: readonly Token[], quotation: Quotation): Sentence[] {
  const sentences: Sentence[] = [];
  let from = quotation.first;
  for (let i = quotation.first; i <= quotation.last; i++) {
    const end = Math.min(endOfSentence(tokens, i), quotation.last + 1);
    if (end > 0 && end > from) {
      sentences.push({ from, to: end, within: quotation });
      from = end;
      i = end - 1;
    }
  }
  if (from <= quotation.last) sentences.push({ from, to: quotation.last + 1, within: quotation });
  return sentences;
}

/** The index after the last token of the sentence that token `i` ends, or 0 where it ends none. */
function endOfSentence(tokens: readonly Token[], i: number): number {
  const token = tokens[i] as Token;
  const following = tokens[i + 1];
  if (token.kind === 'word') {
    if (!token.text.endsWith('.') || !following || TITLES_WITH_STOP.has(token.lower)) return 0;
    if (token.text.length > 3 && /^["“]$/.test(following.text) && following.start > token.end) return i + 1;
    return token.text.length > 2 && following.kind === 'word' && isCapital(following) && STARTERS.has(following.lower) ? i + 1 : 0;
  }
  if (!endsSentence(token)) return 0;
  let end = i + 1;
  while (end < tokens.length && isTrailing(tokens, end)) end++;
  const after = tokens[end];
  if (!after) return end;
  if (token.text.startsWith('..') || token.text === '…') return isCapital(after) && STARTERS.has(after.lower) ? end : 0;
  return startsSentence(after) ? end : 0;
}

function endsSentence(token: Token | undefined): boolean {
  return token !== undefined && token.kind === 'mark' && /^(?:[.!?…。！？؟۔]|\.\.+)$/.test(token.text);
}

/** Closing marks and brackets go with the sentence before them; so does a second full stop. */
function isTrailing(tokens: readonly Token[], at: number): boolean {
  const token = tokens[at] as Token;
  if (/^[)\]}”’»」』.!?]$/.test(token.text)) return true;
  if (token.text !== '"' && token.text !== "'") return false;
  return tokens[at - 1]?.end === token.start && tokens[at + 1]?.start !== token.end;
}

function startsSentence(token: Token): boolean {
  if (token.kind === 'number') return true;
  if (token.kind === 'mark') return !/^[,;:)\]}%]$/.test(token.text);
  return isCapital(token) || !hasCase(token);
}

function breaksAfterQuotation(tokens: readonly Token[], quotation: Quotation, close: number): boolean {
  const after = tokens[close + 1];
  if (!after) return true;
  if (!startsSentence(after)) return false;
  if (/^[-–—]/.test(after.text) || after.text === '(') return false;
  if (tokens[quotation.last]?.text === '.') return true;
  return !isFollowedByAttribution(tokens, close + 1);
}

/** Forms of the plainest verbs of speech. */
export const SPEECH: ReadonlySet<string> = new Set(
  (
    'said says asked asks told wrote writes replied added adds tweeted shouted declared declares responded exclaimed wondered wonders demanded joked quipped continued ' +
    'insisted urged yelled cried mused noted recalled argued explained warned remarked acknowledged concluded pleaded chanted announced posted'
  ).split(' '),
);

/** How many tokens after a quotation a verb of speech may stand that the quotation belongs to. */
const ATTRIBUTION_REACH = 30;

/** `“Really?” Ms. Doe asked.`, `“Really?” Ms. Doe, an envoy, asked.`: the words after a question belong to it. */
export function isFollowedByAttribution(tokens: readonly Token[], at: number): boolean {
  let commas = 0;
  for (let i = at; i < Math.min(at + ATTRIBUTION_REACH, tokens.length); i++) {
    const token = tokens[i] as Token;
    if (SPEECH.has(token.lower) && (commas === 0 ? i < at + 6 : tokens[i - 1]?.text === ',')) return true;
    if (token.text === ',') commas++;
    else if (token.kind === 'mark' || (commas === 0 && i >= at + 6)) return false;
  }
  return false;
}

function isCapital(token: Token): boolean {
  const first = token.text[0] ?? '';
  return first !== first.toLowerCase();
}

function hasCase(token: Token): boolean {
  const first = token.text[0] ?? '';
  return first.toLowerCase() !== first.toUpperCase();
}
