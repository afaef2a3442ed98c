/** What a stretch of text is within a statement. */
type Part = 'speaker' | 'cue' | 'content' | 'condition' | 'figure' | 'unread';

/** A stretch to highlight: `start` and `end` in UTF-16 code units, end exclusive. */
export interface Mark {
  readonly start: number;
  readonly end: number;
  readonly part: Part;
  /** The statement or figure that it belongs to; empty where it belongs to none. */
  readonly ownerId: string;
  readonly status: 'suggested' | 'accepted' | 'rejected';
}

/** A stretch within which the marks do not change; together, the segments are the text without gaps. */
export interface Segment {
  readonly start: number;
  readonly end: number;
  readonly marks: readonly Mark[];
}

/**
 * Cuts the stretch from `start` to `end` where marks begin and end, so that overlapping marks can
 * be shown. Marks outside are ignored, those across the border are cut.
 */
export function segmentsOf(start: number, end: number, marks: readonly Mark[]): Segment[] {
  if (end <= start) return [];
  const inside = marks.filter((mark) => mark.start < end && mark.end > start);
  const cuts = new Set([start, end]);
  for (const mark of inside) {
    if (mark.start > start) cuts.add(mark.start);
    if (mark.end < end) cuts.add(mark.end);
  }
  const places = [...cuts].sort((a, b) => a - b);
  return places.slice(0, -1).map((from, index) => {
    const to = places[index + 1] as number;
    return { start: from, end: to, marks: inside.filter((mark) => mark.start <= from && mark.end >= to) };
  });
}

/** The owner that a press on overlapping marks means: the one with the shortest stretch, so that what is nested can be reached. */
export function innermostOwner(marks: readonly Mark[]): string | null {
  let best: Mark | null = null;
  for (const mark of marks) {
    if (mark.ownerId !== '' && (best === null || mark.end - mark.start < best.end - best.start)) best = mark;
  }
  return best?.ownerId ?? null;
}

/** A block of text that is rendered as one: a paragraph or some, `start` and `end` in UTF-16 code units. */
export interface Block {
  readonly start: number;
  readonly end: number;
}

/** The lines of a text, blank ones left out. */
export function paragraphsOf(text: string): Block[] {
  const paragraphs: Block[] = [];
  let start = 0;
  while (start <= text.length) {
    const newline = text.indexOf('\n', start);
    const end = newline === -1 ? text.length : newline;
    if (text.slice(start, end).trim() !== '') paragraphs.push({ start, end });
    start = end + 1;
  }
  return paragraphs;
}

/** Paragraphs gathered into blocks of at most about `length` units, so that a browser may skip those out of sight. */
export function blocksOf(paragraphs: readonly Block[], length = 6000): Block[][] {
  const blocks: Block[][] = [];
  let filled = Number.POSITIVE_INFINITY;
  for (const paragraph of paragraphs) {
    const size = paragraph.end - paragraph.start;
    if (filled + size > length) {
      blocks.push([]);
      filled = 0;
    }
    blocks.at(-1)?.push(paragraph);
    filled += size;
  }
  return blocks;
}
