import type { Span } from '@parley/model';
import type { TokenRange } from '../attribution/attribution.ts';
import type { Paragraph } from './read-paragraph.ts';

/** The words of some tokens, with their place in the text. */
export function spanOfTokens(text: string, paragraph: Paragraph, range: TokenRange): Span {
  const start = paragraph.tokens[range.from]?.start ?? 0;
  const end = paragraph.tokens[range.to - 1]?.end ?? start;
  return { start, end, text: text.slice(start, end) };
}
