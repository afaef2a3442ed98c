import { wholeQuotation } from '../attribution/attribute-paragraph.ts';
import type { Attribution } from '../attribution/attribution.ts';
import type { Paragraph } from '../grammar/read-paragraph.ts';
import { spanOfTokens } from '../grammar/span-of-tokens.ts';
import type { Reading, ReadStatement } from '../reading.ts';
import type { ReadingState } from '../reading-state.ts';

/** A paragraph that is one quotation, after a cue with a colon or a quotation left open, goes on with its words. */
export function continueOpen(text: string, paragraph: Paragraph, state: ReadingState, reading: Reading): void {
  const { open } = state;
  if (!open) return;
  const quotation = paragraph.quotations[0];
  const alone = quotation?.open === 0 && (allQuoted(paragraph) || !quotation.closed);
  if (!alone || !quotation) return;
  const range = { from: quotation.open, to: Math.min(quotation.close + (quotation.closed ? 1 : 0), paragraph.tokens.length) };
  open.content.push(spanOfTokens(text, paragraph, range));
  // One without words before has waited for them.
  if (open.content.length === 1) {
    open.speech = 'direct';
    reading.statements.push(open);
  }
}

/** The statement that the next paragraph may go on with: its cue ends in a colon, or its quotation is not closed. */
export function openAtEnd(
  paragraph: Paragraph,
  ordered: readonly Attribution[],
  statements: ReadonlyMap<Attribution, ReadStatement>,
): ReadStatement | null {
  const end = paragraph.tokens.length;
  for (const one of ordered) {
    if (one.opensNext) return statements.get(one) ?? null;
    if (one.quotesToEnd) return statements.get(one) ?? null;
    const last = paragraph.quotations[paragraph.quotations.length - 1];
    if (last && !last.closed && one.content.some((range) => range.to === end && range.from <= last.open))
      return statements.get(one) ?? null;
  }
  return null;
}

/** Nothing but quotations stands in the paragraph. */
export function allQuoted(paragraph: Paragraph): boolean {
  const outer = paragraph.sentences.filter((sentence) => !sentence.within);
  return outer.length > 0 && outer.every((sentence) => wholeQuotation(paragraph, sentence) !== null);
}
