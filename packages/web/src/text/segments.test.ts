import fc from 'fast-check';
import { expect, test } from 'vitest';
import { blocksOf, innermostOwner, type Mark, paragraphsOf, segmentsOf } from './segments.ts';

const mark = (start: number, end: number, ownerId = 's', part: Mark['part'] = 'content'): Mark => ({
  start,
  end,
  ownerId,
  part,
  status: 'accepted',
});

test('overlapping marks are cut where either begins or ends', () => {
  const segments = segmentsOf(0, 20, [mark(2, 10, 'a'), mark(6, 14, 'b')]);
  expect(segments.map(({ start, end, marks }) => [start, end, marks.map(({ ownerId }) => ownerId).join('+')])).toEqual([
    [0, 2, ''],
    [2, 6, 'a'],
    [6, 10, 'a+b'],
    [10, 14, 'b'],
    [14, 20, ''],
  ]);
});

test('a mark that runs over the border of a paragraph is cut there', () => {
  expect(segmentsOf(10, 20, [mark(5, 12), mark(18, 40), mark(0, 10), mark(20, 30)]).map(({ start, end }) => [start, end])).toEqual([
    [10, 12],
    [12, 18],
    [18, 20],
  ]);
});

test('segments join without gaps, and each carries exactly the marks over it', () => {
  const span = fc
    .tuple(fc.nat(60), fc.integer({ min: 1, max: 30 }))
    .map(([start, length]) => mark(start, start + length, `${start}-${length}`));
  fc.assert(
    fc.property(fc.array(span, { maxLength: 8 }), fc.nat(20), fc.integer({ min: 1, max: 60 }), (marks, start, length) => {
      const end = start + length;
      const segments = segmentsOf(start, end, marks);
      expect(segments[0]?.start).toBe(start);
      expect(segments.at(-1)?.end).toBe(end);
      segments.forEach((segment, index) => {
        expect(segment.end).toBe(segments[index + 1]?.start ?? end);
        for (let at = segment.start; at < segment.end; at += 1)
          expect(marks.filter((one) => one.start <= at && at < one.end)).toEqual(segment.marks);
      });
    }),
  );
});

test('a press on nested statements means the inner one', () => {
  expect(innermostOwner([mark(0, 50, 'outer'), mark(10, 20, 'inner')])).toBe('inner');
  expect(innermostOwner([])).toBeNull();
});

test('paragraphs keep their places and leave blank lines out', () => {
  const text = 'one\n\n  \ntwo\r\nthree';
  expect(paragraphsOf(text).map(({ start, end }) => text.slice(start, end).trim())).toEqual(['one', 'two', 'three']);
  expect(paragraphsOf('')).toEqual([]);
});

test('blocks hold every paragraph once, in order', () => {
  const paragraphs = paragraphsOf(Array.from({ length: 50 }, (_, i) => 'x'.repeat(i * 40 + 1)).join('\n'));
  expect(blocksOf(paragraphs, 3000).flat()).toEqual(paragraphs);
  expect(blocksOf(paragraphs, 3000).length).toBeGreaterThan(5);
});
