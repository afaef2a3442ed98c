import type { StatementInSource } from '../api/types.ts';
import type { Mark } from './segments.ts';

/** The stretches of a statement to highlight in its source. */
export function marksOf({ id, statement }: Pick<StatementInSource, 'id' | 'statement'>): Mark[] {
  const mark =
    (part: Mark['part']) =>
    (span: { start: number; end: number }): Mark => ({ start: span.start, end: span.end, part, ownerId: id, status: statement.status });
  return [
    ...(statement.speaker.span ? [mark('speaker')(statement.speaker.span)] : []),
    ...(statement.cue ? [mark('cue')(statement.cue)] : []),
    ...statement.content.map(mark('content')),
    ...(statement.condition ? [mark('condition')(statement.condition)] : []),
  ];
}

/** The place of a statement in its source: from the first of its words to the last, in UTF-16 code units. */
export function extentOf(statement: StatementInSource['statement']): { start: number; end: number } {
  const marks = marksOf({ id: '', statement });
  return { start: Math.min(...marks.map(({ start }) => start)), end: Math.max(...marks.map(({ end }) => end)) };
}
