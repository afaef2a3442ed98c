import type { PdfLine } from './pdf-lines.ts';

/** So many lines at the top and as many at the bottom of a page may be a header or footer. */
const EDGE_LINES = 3;
/** The share of the pages on which a line must stand: less than half, because left and right pages may differ. */
const REPEATED_SHARE = 0.4;
const PAGE_NUMBER =
  /^[^\p{L}\d]*(?:(?:page|p\.|seite|página|pagina|стр\.?|сторінка|страница|صفحة|الصفحة|עמוד)\s*)?(\d{1,4})(?:\s*(?:\/|of|von|de|sur|из|з|من|מתוך)\s*\d{1,4})?[^\p{L}\d]*$/iu;

/**
 * Takes out page numbers, and lines that are repeated at the edges of pages with nothing changed but
 * numbers. A page keeps a line that stands nowhere else, and a line within it is never touched.
 */
export function dropMargins(pages: readonly PdfLine[][]): { kept: PdfLine[][]; dropped: string[] } {
  const repeated = repeatedLines(pages);
  const isPageNumber = pageNumbering(pages);
  const examples = new Map<string, { text: string; count: number }>();
  let numbers = 0;
  const kept = pages.map((lines, page) => {
    const edge = edgeOf(lines);
    return lines.filter((line) => {
      if (!edge.has(line)) return true;
      if (isPageNumber(line, page)) {
        numbers++;
        return false;
      }
      const key = keyOf(line);
      if (!repeated.has(key)) return true;
      const example = examples.get(key);
      if (example) example.count++;
      else examples.set(key, { text: line.text, count: 1 });
      return false;
    });
  });
  const dropped = [...examples.values()].map(({ text, count }) => `repeated at the edge of ${count} pages: “${text.slice(0, 120)}”`);
  if (numbers > 0) dropped.push(`${numbers} page number${numbers === 1 ? '' : 's'}`);
  return { kept, dropped };
}

function edgeOf(lines: readonly PdfLine[]): Set<PdfLine> {
  // By height on the page and not by order in the file: some programs write the header last.
  const byHeight = [...lines].sort((a, b) => b.y - a.y);
  return new Set([...byHeight.slice(0, EDGE_LINES), ...byHeight.slice(-EDGE_LINES)]);
}

function keyOf({ text, y }: PdfLine): string {
  return `${Math.round(y / 10)} ${text.replace(/\d+/g, '#')}`;
}

function repeatedLines(pages: readonly PdfLine[][]): Set<string> {
  const counts = new Map<string, number>();
  for (const lines of pages) {
    for (const key of new Set([...edgeOf(lines)].map(keyOf))) counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  const least = Math.max(2, pages.length * REPEATED_SHARE);
  return new Set([...counts].filter(([, count]) => count >= least).map(([key]) => key));
}

/** A number alone is the page's where it goes up with the pages: on two at least, or is 1 on the only one. */
function pageNumbering(pages: readonly PdfLine[][]): (line: PdfLine, page: number) => boolean {
  const offsets = new Map<number, Set<number>>();
  const offsetOf = (line: PdfLine, page: number): number | null => {
    const number = PAGE_NUMBER.exec(line.text)?.[1];
    return number === undefined ? null : Number(number) - page;
  };
  for (const [page, lines] of pages.entries()) {
    for (const line of edgeOf(lines)) {
      const offset = offsetOf(line, page);
      if (offset !== null) offsets.set(offset, (offsets.get(offset) ?? new Set()).add(page));
    }
  }
  return (line, page) => {
    const offset = offsetOf(line, page);
    return offset !== null && (offset === 1 || (offsets.get(offset)?.size ?? 0) > 1);
  };
}
