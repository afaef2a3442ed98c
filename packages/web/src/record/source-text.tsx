import { memo, useEffect, useMemo, useRef } from 'react';
import { segmentClass } from '../statement/quote.tsx';
import { type Block, blocksOf, innermostOwner, type Mark, paragraphsOf, segmentsOf } from '../text/segments.ts';
import { placeInText, type TextNodeLike, trimmedStretch, wholeWords } from '../text/selection.ts';

interface SourceTextProps {
  readonly text: string;
  readonly language: string | undefined;
  readonly label: string;
  readonly marks: readonly Mark[];
  readonly currentId: string | null;
  /** Changes when the current words are to be scrolled to. */
  readonly scrollTo: string;
  readonly onPick: (id: string) => void;
  /** Words were selected, whole ones; null when nothing is selected any more. */
  readonly onSelect: (stretch: { start: number; end: number } | null) => void;
}

/** The text of a source with what is said in it highlighted. Blocks out of sight are not laid out, so that megabytes stay usable. */
export function SourceText({ text, language, label, marks, currentId, scrollTo, onPick, onSelect }: SourceTextProps) {
  const holder = useRef<HTMLDivElement>(null);
  const blocks = useMemo(() => blocksOf(paragraphsOf(text)), [text]);
  const marksByBlock = useMemo(() => distribute(blocks, marks), [blocks, marks]);
  const heard = useRef({ text, onPick, onSelect });
  useEffect(() => {
    heard.current = { text, onPick, onSelect };
  });

  useEffect(() => {
    const element = holder.current;
    if (element === null) return;
    const selected = () => {
      const stretch = selectedStretch(element, heard.current.text);
      heard.current.onSelect(stretch);
      return stretch;
    };
    const release = (event: MouseEvent) => {
      // The browser drops an old selection only after this event.
      window.setTimeout(() => {
        if (selected() !== null || !(event.target instanceof Element)) return;
        const owner = event.target.closest<HTMLElement>('[data-owner]')?.dataset.owner;
        if (owner) heard.current.onPick(owner);
      }, 0);
    };
    element.addEventListener('mouseup', release);
    element.addEventListener('keyup', selected);
    return () => {
      element.removeEventListener('mouseup', release);
      element.removeEventListener('keyup', selected);
    };
  }, []);

  useEffect(() => {
    if (scrollTo !== '') holder.current?.querySelector('.seg.current')?.scrollIntoView({ block: 'center' });
  }, [scrollTo]);

  return (
    <div ref={holder} className="source-text said" dir="auto" lang={language} role="document" aria-label={label} tabIndex={-1}>
      {blocks.map((paragraphs, index) => {
        const own = marksByBlock[index] ?? [];
        const isHere = currentId !== null && own.some(({ ownerId }) => ownerId === currentId);
        return (
          <TextBlock key={paragraphs[0]?.start} text={text} paragraphs={paragraphs} marks={own} currentId={isHere ? currentId : null} />
        );
      })}
    </div>
  );
}

interface TextBlockProps {
  readonly text: string;
  readonly paragraphs: readonly Block[];
  readonly marks: readonly Mark[];
  readonly currentId: string | null;
}

const TextBlock = memo(
  function TextBlock({ text, paragraphs, marks, currentId }: TextBlockProps) {
    return (
      <div className="text-block">
        {paragraphs.map(({ start, end }) => (
          <p key={start} data-start={start} data-end={end} dir="auto">
            {segmentsOf(start, end, marks).map((segment) => (
              <span
                key={segment.start}
                data-start={segment.start}
                data-owner={innermostOwner(segment.marks) ?? undefined}
                className={segmentClass(segment, currentId)}
              >
                {text.slice(segment.start, segment.end)}
              </span>
            ))}
          </p>
        ))}
      </div>
    );
  },
  (before, after) => before.text === after.text && before.currentId === after.currentId && sameMarks(before.marks, after.marks),
);

function sameMarks(a: readonly Mark[], b: readonly Mark[]): boolean {
  return (
    a === b || (a.length === b.length && a.every((one, i) => (Object.keys(one) as (keyof Mark)[]).every((key) => one[key] === b[i]?.[key])))
  );
}

function distribute(blocks: readonly (readonly Block[])[], marks: readonly Mark[]): Mark[][] {
  const starts = blocks.map((paragraphs) => paragraphs[0]?.start ?? 0);
  const byBlock: Mark[][] = blocks.map(() => []);
  for (const mark of marks) {
    let [low, high] = [0, starts.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((starts[middle] as number) <= mark.start) low = middle + 1;
      else high = middle;
    }
    for (let at = Math.max(0, low - 1); at < blocks.length && (starts[at] as number) < mark.end; at += 1) byBlock[at]?.push(mark);
  }
  return byBlock;
}

function selectedStretch(element: Element, text: string): { start: number; end: number } | null {
  const selection = window.getSelection();
  if (selection === null || selection.isCollapsed || selection.rangeCount === 0) return null;
  const range = selection.getRangeAt(0);
  if (!element.contains(range.commonAncestorContainer)) return null;
  const start = placeInText(range.startContainer as unknown as TextNodeLike, range.startOffset);
  const end = placeInText(range.endContainer as unknown as TextNodeLike, range.endOffset);
  const stretch = start === null || end === null ? null : trimmedStretch(text, start, end);
  return stretch && wholeWords(text, stretch);
}
