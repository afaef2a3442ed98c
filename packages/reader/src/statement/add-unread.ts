import type { Attribution } from '../attribution/attribution.ts';
import type { Paragraph } from '../grammar/read-paragraph.ts';
import { spanOfTokens } from '../grammar/span-of-tokens.ts';
import type { Reading } from '../reading.ts';

const LOOKS_ATTRIBUTED =
  /["“„«”「״]|\b(?:said|says|say|told|according to|added|claimed|claims|insisted|denied|warned|announced|stated|reported|reportedly|allegedly|accused)\b/i;

/** Sentences with quotation marks or a plain cue in which no statement was found. */
export function addUnread(text: string, paragraph: Paragraph, all: readonly Attribution[], reading: Reading): void {
  for (const sentence of paragraph.sentences) {
    if (sentence.within || sentence.to - sentence.from < 4) continue;
    const touched = all.some(
      (one) =>
        (one.head >= sentence.from && one.head < sentence.to) ||
        one.content.some((range) => range.from < sentence.to && sentence.from < range.to),
    );
    if (touched) continue;
    const span = spanOfTokens(text, paragraph, { from: sentence.from, to: sentence.to });
    if (LOOKS_ATTRIBUTED.test(span.text)) reading.unread.push(span);
  }
}
