import type { PdfLine } from './pdf-lines.ts';

/** So many lines at the top and as many at the bottom of a page may be a header or footer. */
const EDGE_LINES = 3;
/** The share of the pages on which a line must stand: less than half, because left and right pages may differ. */
const REPEATED_SHARE = 0.4;
const PAGE_NUMBER =
  /^[^\p{L}\d]*(?:(?:page|p\.|seite|página|pagina|стр\.?|сторінка|страница|صفحة|الصفحة|עמוד)\s*)?(\d{1,4})(?:\s*(?:\/|of|von|de|sur|из|з|من|מתוך)\s*\d{1,4})?[^\p{L}\d]*$/iu;

/**
 * Takes out page numbers, running heads that carry one, and lines repeated word for word at the edges
 * of pages: from the outermost line inwards, up to the first that is none of these. A line within the
 * page is never touched.
 */
export function dropMargins(pages: readonly PdfLine[][]): { kept: PdfLine[][]; dropped: string[] } {
  const repeated = repeatedLines(pages);
  const isPageNumber = pageNumbering(pages);
  const isRunningHead = runningHeads(pages);
  const examples = new Map<string, { text: string; count: number }>();
  const counts = { numbers: 0, heads: 0 };
  const isMargin = (line: PdfLine, page: number): boolean => {
    const key = keyOf(line);
    if (repeated.has(key)) examples.set(key, { text: line.text, count: (examples.get(key)?.count ?? 0) + 1 });
    else if (isPageNumber(line, page)) counts.numbers++;
    else if (isRunningHead(line, page)) counts.heads++;
    else return false;
    return true;
  };
  const kept = pages.map((lines, page) => {
    const margins = new Set<PdfLine>();
    for (const edge of edgesOf(lines)) {
      for (const line of edge) {
        if (margins.has(line) || !isMargin(line, page)) break;
        margins.add(line);
      }
    }
    return lines.filter((line) => !margins.has(line));
  });
  const dropped = [...examples.values()].map(({ text, count }) => `repeated at the edge of ${count} pages: “${text.slice(0, 120)}”`);
  if (counts.heads > 0) dropped.push(`${counts.heads} running head${counts.heads === 1 ? '' : 's'} with the number of the page`);
  if (counts.numbers > 0) dropped.push(`${counts.numbers} page number${counts.numbers === 1 ? '' : 's'}`);
  return { kept, dropped };
}

/** The outermost lines of a page from the top inwards, and from the bottom. */
function edgesOf(lines: readonly PdfLine[]): [PdfLine[], PdfLine[]] {
  // By height on the page and not by order in the file: some programs write the header last.
  const byHeight = [...lines].sort((a, b) => b.y - a.y);
  return [byHeight.slice(0, EDGE_LINES), byHeight.slice(-EDGE_LINES).reverse()];
}

function edgeOf(lines: readonly PdfLine[]): Set<PdfLine> {
  return new Set(edgesOf(lines).flat());
}

function keyOf({ text, y }: PdfLine): string {
  return `${Math.round(y / 10)} ${text}`;
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

/** Short lines at the edge that start or end with the number of their page, as most pages have, though chapters change their words. */
function runningHeads(pages: readonly PdfLine[][]): (line: PdfLine, page: number) => boolean {
  const offsetsOf = ({ text }: PdfLine, page: number): number[] => {
    if (text.length > 80) return [];
    return [
      /^(\d{1,4})\s/.exec(text)?.[1],
      /\s(\d{1,4})$/.exec(text)?.[1],
      /\b(?:page|seite|página|стр\.?|صفحة|עמוד)\s+(\d{1,4})/iu.exec(text)?.[1],
    ].flatMap((number) => (number === undefined ? [] : [Number(number) - page]));
  };
  const counts = new Map<number, number>();
  for (const [page, lines] of pages.entries()) {
    const offsets = new Set([...edgeOf(lines)].flatMap((line) => offsetsOf(line, page)));
    for (const offset of offsets) counts.set(offset, (counts.get(offset) ?? 0) + 1);
  }
  const least = Math.max(3, pages.length * REPEATED_SHARE);
  return (line, page) => offsetsOf(line, page).some((offset) => (counts.get(offset) ?? 0) >= least);
}
