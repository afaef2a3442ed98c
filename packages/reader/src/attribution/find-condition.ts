import type { Paragraph } from '../grammar/read-paragraph.ts';
import type { TokenRange } from './attribution.ts';
import { TIME_WORDS } from './cue-words.ts';

const OPENERS: readonly (readonly string[])[] = [
  ['in', 'exchange', 'for'],
  ['in', 'return', 'for'],
  ['on', 'condition', 'that'],
  ['on', 'the', 'condition', 'that'],
  ['provided', 'that'],
  ['provided'],
  ['providing', 'that'],
  ['on', 'the', 'understanding', 'that'],
  ['as', 'soon', 'as'],
  ['once'],
  ['were'],
  ['as', 'long', 'as'],
  ['so', 'long', 'as'],
  ['only', 'if'],
  ['only', 'when'],
  ['only', 'after'],
  ['even', 'if'],
  ['unless'],
  ['if'],
  ['until'],
  ['in', 'case'],
  ['assuming'],
  ['subject', 'to'],
  ['contingent', 'on'],
];
const BY_FIRST_WORD: ReadonlyMap<string, readonly (readonly string[])[]> = Map.groupBy(OPENERS, (words) => words[0] as string);
/** `asked if`, `wonder if`: what follows is a question. */
const ASKING = new Set(
  'ask asked asking asks wonder wondered know knows see unclear say said saying decide determine sure doubt question'.split(' '),
);

/** The first condition inside the content: from its opening word to the next comma or the end of the content. */
export function findCondition(paragraph: Paragraph, content: readonly TokenRange[]): TokenRange | null {
  for (const range of content) {
    for (let i = range.from; i < range.to; i++) {
      const size = openerAt(paragraph, i, range.to);
      if (size === 0 || i + size >= range.to) continue;
      const lower = paragraph.tokens[i]?.lower;
      if (lower === 'if' && (i === range.from ? !hasComma(paragraph, i, range.to) : ASKING.has(paragraph.tokens[i - 1]?.lower ?? '')))
        continue;
      const next = paragraph.classes[i + 1] ?? '.';
      if (lower === 'once' && !'DOPN'.includes(next)) continue;
      if (lower === 'were' && !isInverted(paragraph, i, range)) continue;
      if (lower === 'until' && (next === 'M' || isTimeWord(paragraph.tokens[i + 1]?.lower ?? ''))) continue;
      if (
        lower === 'provided' &&
        size === 1 &&
        ('NDPX'.includes(paragraph.classes[i + 1] ?? '') === false || 'XPNO'.includes(paragraph.classes[i - 1] ?? 'X'))
      )
        continue;
      return { from: i, to: endOf(paragraph, i + size, range.to) };
    }
  }
  return null;
}

/** `were it to arrive`: the verb before its subject, with `to` after it. */
function isInverted(paragraph: Paragraph, at: number, range: TokenRange): boolean {
  if (
    at > range.from &&
    'NOPX'.includes(paragraph.classes[at - 1] ?? '.') &&
    paragraph.tokens[at - 1]?.kind === 'word' &&
    paragraph.classes[at - 1] !== 'N'
  )
    return false;
  if (!/^(?:it|they|he|she|we|the|this|that|such)$/.test(paragraph.tokens[at + 1]?.lower ?? '')) return false;
  return paragraph.tokens.slice(at + 2, Math.min(at + 7, range.to)).some((token) => token.lower === 'to');
}

function isTimeWord(lower: string): boolean {
  return (
    TIME_WORDS.has(lower) ||
    /^(?:january|february|march|april|may|june|july|august|september|october|november|december|noon|midnight|dawn|dusk|now|then|recently|late|early|further)$/.test(
      lower,
    )
  );
}

function openerAt(paragraph: Paragraph, at: number, to: number): number {
  for (const words of BY_FIRST_WORD.get(paragraph.tokens[at]?.lower ?? '') ?? []) {
    if (at + words.length <= to && words.every((word, k) => paragraph.tokens[at + k]?.lower === word)) return words.length;
  }
  return 0;
}

function hasComma(paragraph: Paragraph, from: number, to: number): boolean {
  for (let i = from; i < to; i++) if (paragraph.classes[i] === ',') return true;
  return false;
}

function endOf(paragraph: Paragraph, from: number, to: number): number {
  let end = from;
  while (end < to && paragraph.classes[end] !== ',' && !/^[.;:!?—–]$/.test(paragraph.tokens[end]?.text ?? '')) end++;
  while (end > from && paragraph.classes[end - 1] === 'q') end--;
  return end;
}
