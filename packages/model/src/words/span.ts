import { z } from 'zod';

/**
 * A stretch of a source's text: `start` and `end` in UTF-16 code units, end exclusive, and the
 * exact words that stand there, so that a span that no longer fits its text is noticed.
 */
export const Span = z
  .object({
    start: z.int().min(0),
    end: z.int().min(1),
    text: z.string().min(1),
  })
  .refine((span) => span.end - span.start === span.text.length, 'a span is as long as its words: end − start = text.length')
  .meta({ id: 'Span', description: 'start and end in UTF-16 code units (end exclusive) and the exact words' });
export type Span = z.infer<typeof Span>;

/** The span from `start` to `end` of `text`. Throws a RangeError where there is no such stretch. */
export function spanOf(text: string, start: number, end: number): Span {
  if (!(start >= 0 && start < end && end <= text.length)) {
    throw new RangeError(`no span from ${start} to ${end} in a text of ${text.length} UTF-16 units`);
  }
  return { start, end, text: text.slice(start, end) };
}

/** Whether the words of `span` stand in `text` where it says. */
export function spanFits(span: Span, text: string): boolean {
  return span.end <= text.length && text.slice(span.start, span.end) === span.text;
}
