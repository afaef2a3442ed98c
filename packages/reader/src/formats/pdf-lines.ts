import type { PageStart } from '../extraction.ts';

/** A printed line; `x`, `y` and `right` in points from the bottom left, `height` of its letters in points. */
export interface PdfLine {
  text: string;
  x: number;
  y: number;
  right: number;
  height: number;
}

const BROKEN_WORD = /(\p{L}{2,})[-‐\u00ad]$/u;
const SENTENCE_END = /[.!?…؟۔:][”"'’»)\]]*$/u;

/** Paragraphs put together from printed lines, a line each, and where each page starts in them. */
export function joinPdfLines(pages: readonly PdfLine[][]): { text: string; starts: PageStart[]; joinedWords: number } {
  const lines = pages.flatMap((page, at) => page.map((line) => ({ line, page: at + 1 })));
  const usual = usualMeasures(pages);
  const hyphenated = new Set(lines.flatMap(({ line }) => line.text.match(/\p{L}+-\p{L}+/gu) ?? []).map((word) => word.toLowerCase()));
  const starts: PageStart[] = [];
  const parts: string[] = [];
  let length = 0;
  let joinedWords = 0;
  const add = (part: string): void => {
    parts.push(part);
    length += part.length;
  };
  for (const [at, { line, page }] of lines.entries()) {
    const before = lines[at - 1];
    if (before) {
      const last = before.line.text;
      const broken = BROKEN_WORD.exec(last.slice(-60))?.[1];
      const rest = /^\p{Ll}+/u.exec(line.text)?.[0];
      if (broken && rest) {
        if (!hyphenated.has(`${broken}-${rest}`.toLowerCase()) || last.endsWith('\u00ad')) {
          parts[parts.length - 1] = last.slice(0, -1);
          length--;
          joinedWords++;
        }
      } else add(startsParagraph(before.line, line, { isNewPage: page !== before.page, usual }) ? '\n' : ' ');
    }
    if (starts.at(-1)?.page !== page) starts.push({ page, start: length });
    add(line.text);
  }
  return { text: parts.join(''), starts, joinedWords };
}

interface Usual {
  /** From one line down to the next, and from the left edge to the right, in points. */
  leading: number;
  width: number;
}

function usualMeasures(pages: readonly PdfLine[][]): Usual {
  const gaps = pages.flatMap((page) => page.slice(1).map((line, at) => (page[at] as PdfLine).y - line.y)).filter((gap) => gap > 0.5);
  return {
    leading: median(gaps),
    width: quantile(
      pages.flatMap((page) => page.map(({ x, right }) => right - x)),
      0.9,
    ),
  };
}

function startsParagraph(before: PdfLine, line: PdfLine, { isNewPage, usual }: { isNewPage: boolean; usual: Usual }): boolean {
  const isShort = before.right - before.x < usual.width * 0.8;
  const endsSentence = SENTENCE_END.test(before.text);
  if (/^[•▪◦‣–—-]\s|^\(?(?:\d{1,3}|[a-z])[.)]\s/u.test(line.text)) return true;
  if (Math.abs(before.height - line.height) > 0.15 * Math.max(before.height, line.height)) return true;
  // To the next column or page the paragraph goes on, unless its last line was a last line.
  const gap = before.y - line.y;
  if (isNewPage || gap < 0)
    return endsSentence && isShort ? true : endsSentence && !/^\p{Ll}/u.test(line.text) && line.x > before.x + line.height;
  if (usual.leading > 0 && gap > usual.leading * 1.4) return true;
  const isIndented = line.x > before.x + line.height * 0.8 && line.x < before.x + usual.width / 3;
  return endsSentence && (isShort || isIndented);
}

function median(numbers: readonly number[]): number {
  return quantile(numbers, 0.5);
}

function quantile(numbers: readonly number[], share: number): number {
  const sorted = [...numbers].sort((a, b) => a - b);
  return sorted[Math.floor((sorted.length - 1) * share)] ?? 0;
}
