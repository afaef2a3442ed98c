import type { Paragraph } from '../grammar/read-paragraph.ts';
import type { TokenRange } from './attribution.ts';

const OPENERS: readonly (readonly string[])[] = [
  ['in', 'exchange', 'for'],
  ['in', 'return', 'for'],
  ['on', 'condition', 'that'],
  ['on', 'the', 'condition', 'that'],
  ['provided', 'that'],
  ['provided'],
  ['providing', 'that'],
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
