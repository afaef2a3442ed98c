import { UserError } from '@parley/model';
import type { getDocumentProxy } from 'unpdf';
import type { FormatInput, FormatOutput } from '../extraction.ts';
import { detectLanguage } from '../language/detect-language.ts';
import { joinPdfLines, type PdfLine } from './pdf-lines.ts';
import { dropMargins } from './pdf-margins.ts';

type PdfDocument = Awaited<ReturnType<typeof getDocumentProxy>>;

/**
 * The text of a PDF, a line for each paragraph, with the offset at which each page starts. Words
 * broken at line ends are joined; page numbers and lines repeated at the edges of pages are dropped.
 *
 * Throws a UserError for a scan without text, an encrypted file and one that cannot be opened.
 */
export async function readPdf(input: FormatInput): Promise<FormatOutput> {
  const document = await open(input);
  try {
    const { pages, damaged } = await pagesOf(document);
    if (damaged.length === pages.length) throw broken(input.name, 'none of its pages can be read');
    const { kept, dropped } = dropMargins(pages);
    const { text, starts, joinedWords } = joinPdfLines(kept);
    if (text === '') throw scanned(input.name, pages.length);
    const language = detectLanguage(text);
    return {
      text,
      title: await titleOf(document),
      publisher: null,
      published: null,
      language: language === 'und' ? null : language,
      pages: starts,
      dropped: [...dropped, ...notesOn(input.bytes, pages, { damaged, joinedWords, language })],
    };
  } finally {
    await document.destroy();
  }
}

async function open({ bytes, name }: FormatInput): Promise<PdfDocument> {
  const pdf = await import('unpdf');
  try {
    // A copy, because the bytes that it is given are taken away from their owner; and no Buffer, which it refuses.
    return await pdf.getDocumentProxy(new Uint8Array(bytes), { verbosity: 0, isEvalSupported: false, stopAtErrors: false });
  } catch (error) {
    if ((error as Error).name === 'PasswordException')
      throw new UserError(`${name} is encrypted: it opens with a password only`, {
        cure: 'open it with the password, print or save it as a PDF without one, and give that',
      });
    throw broken(name, (error as Error).message, error);
  }
}

function broken(name: string, what: string, cause?: unknown): UserError {
  return new UserError(`${name} is a damaged PDF (${what})`, {
    cure: 'copy or download it again, or print it to a new PDF from a viewer that still opens it',
    cause,
  });
}

async function pagesOf(document: PdfDocument): Promise<{ pages: PdfLine[][]; damaged: number[] }> {
  const pages: PdfLine[][] = [];
  const damaged: number[] = [];
  // One after another, so that a long document does not stand in memory as a whole.
  for (let number = 1; number <= document.numPages; number++) {
    const lines = await linesOf(document, number);
    if (lines === null) damaged.push(number);
    pages.push(lines ?? []);
  }
  return { pages, damaged };
}

/** The lines of a page; null where it is damaged. */
async function linesOf(document: PdfDocument, number: number): Promise<PdfLine[] | null> {
  try {
    const page = await document.getPage(number);
    const { items } = await page.getTextContent();
    page.cleanup();
    return piecesToLines(items.flatMap((item) => ('str' in item ? [item] : [])));
  } catch {
    // Whatever it was, the other pages can be read without it; the user is told.
    return null;
  }
}

interface Piece {
  str: string;
  transform: unknown[];
  width: number;
  height: number;
  hasEOL: boolean;
}

/** Pieces come in the order of the file, with a mark where a line ends. */
function piecesToLines(pieces: readonly Piece[]): PdfLine[] {
  const lines: PdfLine[] = [];
  let text = '';
  let first: Piece | null = null;
  let right = 0;
  let widest: Piece | null = null;
  for (const piece of pieces) {
    if (first === null && piece.str.trim() !== '') first = piece;
    if (piece.str.trim() !== '') right = Math.max(right, Number(piece.transform[4]) + piece.width);
    // A bullet or the mark of a footnote is of another size than its line.
    if (widest === null || piece.width > widest.width) widest = piece;
    text += piece.str;
    if (piece.hasEOL) flush();
  }
  flush();
  return lines;

  function flush(): void {
    const clean = text.replace(/[\s\0]+/g, ' ').trim();
    if (clean && first)
      lines.push({ text: clean, x: Number(first.transform[4]), y: Number(first.transform[5]), right, height: (widest ?? first).height });
    text = '';
    first = null;
    right = 0;
    widest = null;
  }
}

function scanned(name: string, pages: number): UserError {
  return new UserError(
    `${name} has ${pages} page${pages === 1 ? '' : 's'} and no text in ${pages === 1 ? 'it' : 'them'}: it is a scan or a picture`,
    {
      cure: 'run text recognition on it (OCR, for example with ocrmypdf) and give the PDF with text',
    },
  );
}

/** The title in the file's properties, unless it is a file's name that a word processor put there. */
async function titleOf(document: PdfDocument): Promise<string | null> {
  try {
    const { info } = await document.getMetadata();
    const title = (info as { Title?: unknown }).Title;
    if (typeof title !== 'string') return null;
    const clean = title.replace(/^Microsoft Word - /, '').trim();
    return clean === '' || clean !== title.trim() || /\.(?:docx?|pdf|odt|indd|rtf)$/i.test(clean) || /^untitled/i.test(clean)
      ? null
      : clean;
  } catch {
    // Properties that cannot be read are no reason to refuse the text.
    return null;
  }
}

function notesOn(
  bytes: Uint8Array,
  pages: readonly PdfLine[][],
  { damaged, joinedWords, language }: { damaged: readonly number[]; joinedWords: number; language: string },
): string[] {
  const blank = pages.flatMap((lines, at) => (lines.length === 0 && !damaged.includes(at + 1) ? [at + 1] : []));
  const tail = new TextDecoder('latin1').decode(bytes.subarray(-2048));
  return [
    ...(joinedWords > 0 ? [`${joinedWords} hyphen${joinedWords === 1 ? '' : 's'} at line ends`] : []),
    ...(damaged.length > 0 ? [`${pagesNamed(damaged)}: damaged, and not read`] : []),
    ...(blank.length > 0 ? [`${pagesNamed(blank)}: no text (blank, scans or pictures)`] : []),
    ...(tail.includes('%%EOF') ? [] : ['the file was cut off; pages or words may be missing']),
    ...(language === 'ar' || language === 'fa' || language === 'he'
      ? ['right-to-left text in a PDF may have letters in the wrong order; compare it with the page']
      : []),
  ];
}

function pagesNamed(numbers: readonly number[]): string {
  return `page${numbers.length === 1 ? '' : 's'} ${numbers.slice(0, 20).join(', ')}${numbers.length > 20 ? ' …' : ''}`;
}
