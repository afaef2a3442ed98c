import type { Block } from '../segment/blocks.ts';
import { matchQuotes, type Quotation } from '../segment/match-quotes.ts';
import { isFollowedByAttribution, type Sentence, SPEECH, splitQuotation, splitSentences } from '../segment/split-sentences.ts';
import { type Token, tokenize } from '../segment/tokenize.ts';
import { classify } from './classify.ts';
import { type Phrase, phrasesOf } from './phrases.ts';
import { repairClasses } from './repair-classes.ts';

/** A paragraph with its tokens, classes, quotations and sentences; those inside quotations come after the one around them. */
export interface Paragraph {
  block: Block;
  tokens: Token[];
  classes: string[];
  quotations: Quotation[];
  /** Quotations that stand as one phrase in the sentence around them. */
  opaque: Quotation[];
  /** For each token the quotation it is inside of, marks included, or null. */
  quotationOf: (Quotation | null)[];
  sentences: ReadSentence[];
}

export interface ReadSentence extends Sentence {
  phrases: Phrase[];
}

export function readParagraph(text: string, block: Block): Paragraph {
  const tokens = tokenize(text, block.start, block.end);
  const quotations = matchQuotes(tokens, text);
  const classes = repairClasses(tokens, classify(tokens));
  const opaque = quotations.filter((quotation) => standsAsOne(tokens, quotation));
  const quotationOf = new Array<Quotation | null>(tokens.length).fill(null);
  for (const quotation of quotations) {
    for (let i = quotation.open; i <= Math.min(quotation.close, tokens.length - 1); i++) quotationOf[i] = quotation;
  }
  const opaqueAt = new Map(opaque.map((quotation) => [quotation.open, quotation]));
  const transparent = quotationOf.map((quotation) => (quotation && opaqueAt.has(quotation.open) ? null : quotation));
  const classified = { tokens, classes, opaque: opaqueAt, transparent };
  const sentences: ReadSentence[] = [];
  let next = 0;
  for (const sentence of splitSentences(tokens, quotations)) {
    sentences.push(...inParts(sentence, phrasesOf(classified, sentence.from, sentence.to)));
    for (; next < opaque.length && (opaque[next] as Quotation).open < sentence.to; next++) {
      for (const inner of splitQuotation(tokens, opaque[next] as Quotation)) {
        sentences.push(...inParts(inner, phrasesOf({ tokens, classes, opaque: NO_QUOTATIONS }, inner.from, inner.to)));
      }
    }
  }
  return { block, tokens, classes, quotations, opaque, quotationOf, sentences };
}

const NO_QUOTATIONS: ReadonlyMap<number, Quotation> = new Map();
/** Longest sentence that is read as one, in phrases: what no person wrote as a sentence must not cost its square. */
const MAX_PHRASES = 300;

function inParts(sentence: Sentence, phrases: Phrase[]): ReadSentence[] {
  if (phrases.length <= MAX_PHRASES) return [{ ...sentence, phrases }];
  const parts: ReadSentence[] = [];
  for (let i = 0; i < phrases.length; i += MAX_PHRASES) {
    const part = phrases.slice(i, i + MAX_PHRASES);
    const from = parts.length === 0 ? sentence.from : (part[0] as Phrase).from;
    parts.push({ ...sentence, from, to: phrases[i + MAX_PHRASES]?.from ?? sentence.to, phrases: part });
  }
  return parts;
}

/** `she said, “`, `he wrote: “`. */
function isAfterSpeech(tokens: readonly Token[], open: number): boolean {
  const mark = tokens[open - 1]?.text;
  return (mark === ',' || mark === ':') && SPEECH.has(tokens[open - 2]?.lower ?? '');
}

/** The last token inside but for inner closing marks: `… ‘never.’”`. */
function lastWordOrStop(tokens: readonly Token[], quotation: Quotation): Token {
  let at = quotation.last;
  while (at > quotation.first && /^(?:['’”\])]|'')$/.test((tokens[at] as Token).text)) at--;
  return tokens[at] as Token;
}

/** A quotation of a whole utterance, as against words that the reporter's sentence runs through. */
function standsAsOne(tokens: readonly Token[], quotation: Quotation): boolean {
  const first = tokens[quotation.first] as Token;
  const last = lastWordOrStop(tokens, quotation);
  const closing = /^["”]$/.test(tokens[quotation.open - 1]?.text ?? '') ? 2 : 1;
  const before = tokens[quotation.open - closing];
  const after = tokens[quotation.close + 1];
  for (let i = quotation.first; i < quotation.last; i++) {
    const token = tokens[i] as Token;
    const next = tokens[i + 1] as Token;
    if (/^[.?!]$/.test(token.text) && next.kind === 'word' && next.text[0] !== next.lower[0]) return true;
  }
  const size = quotation.last - quotation.first + 1;
  if (size < 3) return quotation.closed && (!before || /^[.!?]$/.test(before.text)) && /^[,.!?]$/.test(last.text);
  if (isAfterSpeech(tokens, quotation.open)) return true;
  if (!before || /^[.!?]$/.test(before.text)) {
    if (size > 3 && first.text[0] !== first.lower[0] && quotation.closed && isFollowedByAttribution(tokens, quotation.close + 1))
      return true;
  }
  const opensClause = !before || /^(?:[,:;.—–\-!?]|--+)$/.test(before.text) || /[.!?]$/.test(before.text);
  const capital = first.text[0] !== first.lower[0];
  const finished = /^[,.?!…—]|\.\.\.$/.test(last.text) || !after || /^[,.]$/.test(after.text);
  if (!quotation.closed) return true;
  return (
    finished &&
    (opensClause ||
      (capital && size >= 5 && before !== undefined && /^(?:said|says|wrote|asked|added|tweeted|that|replied)$/.test(before.lower)))
  );
}
