import { type Mark, type Segment, segmentsOf } from '../text/segments.ts';

interface QuoteProps {
  readonly text: string;
  /** The place of the text's first unit in its source, which the marks count from. */
  readonly start: number;
  readonly marks: readonly Mark[];
}

/** Words of a source with what they are to a statement: speaker, cue, content, condition. */
export function Quote({ text, start, marks }: QuoteProps) {
  return segmentsOf(start, start + text.length, marks).map((segment) => (
    <span key={segment.start} data-start={segment.start} className={segmentClass(segment)}>
      {text.slice(segment.start - start, segment.end - start)}
    </span>
  ));
}

/** The classes of a segment: what it is, of what status, and whether its owner is the current one. */
export function segmentClass({ marks }: Segment, currentId?: string | null): string | undefined {
  if (marks.length === 0) return undefined;
  const shown =
    currentId == null || !marks.some(({ ownerId }) => ownerId === currentId) ? marks : marks.filter(({ ownerId }) => ownerId === currentId);
  const classes = new Set(['seg', ...shown.flatMap(({ part, status }) => [part, status])]);
  if (currentId != null && shown !== marks) classes.add('current');
  return [...classes].join(' ');
}
