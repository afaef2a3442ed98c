import { UserError } from '@parley/model';
import type { Extraction, FormatInput, FormatOutput, LongText } from './extraction.ts';
import { checkSize } from './formats/decode.ts';
import { detectFormat, type FormatName } from './formats/detect-format.ts';
import { readHtml } from './formats/html.ts';
import { readMarkdown } from './formats/markdown.ts';
import { readLongText, readPlainText } from './formats/plain-text.ts';
import { READER } from './version.ts';

export interface ExtractOptions {
  /** For messages, and its ending where the bytes do not tell what the file is. */
  fileName?: string;
  mediaType?: string;
}

type Format = (input: FormatInput) => FormatOutput | FormatOutput[] | Promise<FormatOutput | FormatOutput[]>;

/** What reads at once, and one report a file. */
const AT_ONCE = { text: readPlainText, markdown: readMarkdown, html: readHtml } as const;
/** What needs a library that takes a while to load, or time to read. */
const LOADED: Readonly<Record<Exclude<FormatName, keyof typeof AT_ONCE>, () => Promise<Format>>> = {
  pdf: async () => (await import('./formats/pdf.ts')).readPdf,
  docx: async () => (await import('./formats/docx.ts')).readDocx,
  mail: async () => (await import('./formats/mail.ts')).readMail,
  mbox: async () => (await import('./formats/mbox.ts')).readMbox,
  feed: async () => (await import('./formats/feed.ts')).readFeed,
  csv: async () => (await import('./formats/csv.ts')).readCsv,
  xlsx: async () => (await import('./formats/xlsx.ts')).readXlsx,
};
const MEDIA_TYPES: Readonly<Record<FormatName, string>> = {
  text: 'text/plain',
  markdown: 'text/markdown',
  html: 'text/html',
  pdf: 'application/pdf',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  mail: 'message/rfc822',
  mbox: 'application/mbox',
  feed: 'application/rss+xml',
  csv: 'text/csv',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
};
const CALLED: Readonly<Record<keyof typeof LOADED, string>> = {
  pdf: 'a PDF',
  docx: 'a Word document',
  mail: 'a mail message',
  mbox: 'a mailbox',
  feed: 'an RSS or Atom feed',
  csv: 'a table of reports',
  xlsx: 'a workbook',
};

/**
 * The reports in a file, in its order: one for plain text, Markdown, HTML, PDF, DOCX and a mail
 * message; one for each message of a mailbox, item of an RSS or Atom file, and row of a table of
 * reports. What the file is, its first bytes say; else the media type, its opening, its name.
 *
 * Throws a UserError for what cannot be read: an empty, damaged, encrypted or wrongly encoded file,
 * one over 100 MB, a format that is not known, a file without text.
 */
export async function extractAll(bytes: Uint8Array, options: ExtractOptions = {}): Promise<Extraction[]> {
  const { input, format } = open(bytes, options);
  const read: Format = isAtOnce(format) ? AT_ONCE[format] : await LOADED[format]();
  const outputs = await read(input);
  return (Array.isArray(outputs) ? outputs : [outputs]).map((output) => extraction(output, format));
}

/**
 * The text of a file that holds one report and reads at once: plain text, Markdown or HTML. Throws a
 * UserError as {@link extractAll} does, and for a file of the other formats.
 */
export function extract(bytes: Uint8Array, options: ExtractOptions = {}): Extraction {
  const { input, format } = open(bytes, options);
  if (!isAtOnce(format))
    throw new UserError(`${input.name} is ${CALLED[format]}, where only text, Markdown or HTML is read`, {
      cure: 'give its text as a text file',
    });
  return extraction(AT_ONCE[format](input), format);
}

/**
 * A plain text in UTF-8 that is not to be in memory as a whole beside its bytes; its facts are those
 * that {@link extractAll} gives. Null for every other file, and for one that is not in order: that
 * function says what is wrong with it.
 */
export function longText(bytes: Uint8Array, options: ExtractOptions = {}): LongText | null {
  if (!isPlainText(bytes, options)) return null;
  const found = readLongText(bytes);
  if (found === null) return null;
  const { text: _, ...facts } = extraction(found.output, 'text');
  return { ...facts, textLength: found.textLength, textBytes: found.textBytes, pieces: found.pieces };
}

/** Whether a file that starts with these bytes is a plain text in UTF-8. Never throws. */
export function isPlainText(opening: Uint8Array, options: ExtractOptions = {}): boolean {
  if ((opening[0] ?? 0) >= 0xfe) return false;
  try {
    return detectFormat(opening, { ...options, name: 'the file' }) === 'text';
  } catch {
    return false;
  }
}

function open(bytes: Uint8Array, options: ExtractOptions): { input: FormatInput; format: FormatName } {
  const input = { bytes, name: options.fileName ? `"${options.fileName}"` : 'the file' };
  checkSize(input);
  return { input, format: detectFormat(bytes, { ...options, name: input.name }) };
}

function isAtOnce(format: FormatName): format is keyof typeof AT_ONCE {
  return format in AT_ONCE;
}

function extraction(output: FormatOutput, format: FormatName): Extraction {
  return {
    ...output,
    title: output.title?.slice(0, 500) ?? null,
    publisher: output.publisher?.slice(0, 500) ?? null,
    language: output.language?.slice(0, 35) ?? null,
    url: output.url ?? null,
    pages: output.pages ?? [],
    dropped: output.dropped.map((note) => note.slice(0, 500)),
    mediaType: MEDIA_TYPES[format],
    extractor: { ...READER },
  };
}
