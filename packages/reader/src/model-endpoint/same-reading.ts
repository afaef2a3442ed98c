import type { Span } from '@parley/model';

/** The words of a statement that tell it from others of its text. */
interface StatementWords {
  readonly content: readonly Span[];
  readonly cue?: Span | null | undefined;
}

/** Whether two readings of one text take the same words for one statement: most of the content, and no two cues. */
export function isSameReading(a: StatementWords, b: StatementWords): boolean {
  if (a.cue && b.cue && shared([a.cue], [b.cue]) === 0) return false;
  const both = shared(a.content, b.content);
  return both > 0 && both / (length(a.content) + length(b.content) - both) >= SAME_SHARE;
}

/** Two readers seldom draw the same borders; below this they mostly mean different statements. */
const SAME_SHARE = 0.8;

function shared(a: readonly Span[], b: readonly Span[]): number {
  let units = 0;
  for (const one of a) for (const other of b) units += Math.max(0, Math.min(one.end, other.end) - Math.max(one.start, other.start));
  return units;
}

function length(spans: readonly Span[]): number {
  return spans.reduce((sum, { start, end }) => sum + end - start, 0);
}
