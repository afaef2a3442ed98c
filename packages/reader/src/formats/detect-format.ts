import { UserError } from '@parley/model';
import { delimiterOf } from './csv.ts';
import { columnsOf } from './report-rows.ts';
import { openZip } from './zip.ts';

export type FormatName = 'text' | 'markdown' | 'html' | 'pdf' | 'docx' | 'mail' | 'mbox' | 'feed' | 'csv' | 'xlsx';

const BY_ENDING: Readonly<Record<string, FormatName>> = {
  html: 'html',
  htm: 'html',
  xhtml: 'html',
  md: 'markdown',
  markdown: 'markdown',
  eml: 'mail',
  mbox: 'mbox',
  mbx: 'mbox',
  rss: 'feed',
  atom: 'feed',
  rdf: 'feed',
  xml: 'feed',
  csv: 'csv',
  tsv: 'csv',
};
const BY_MEDIA_TYPE: Readonly<Record<string, FormatName>> = {
  'text/plain': 'text',
  'text/markdown': 'markdown',
  'text/html': 'html',
  'application/xhtml+xml': 'html',
  'message/rfc822': 'mail',
  'application/mbox': 'mbox',
  'application/rss+xml': 'feed',
  'application/atom+xml': 'feed',
  'application/rdf+xml': 'feed',
  'text/csv': 'csv',
  'text/tab-separated-values': 'csv',
};
/** Files that are known not to be read, with what to do about them. */
const OTHER: readonly (readonly [string, readonly number[], string])[] = [
  ['a PNG image', [0x89, 0x50, 0x4e, 0x47], 'run text recognition (OCR) on it and give the text'],
  ['a GIF image', [0x47, 0x49, 0x46, 0x38], 'run text recognition (OCR) on it and give the text'],
  ['a JPEG image', [0xff, 0xd8, 0xff], 'run text recognition (OCR) on it and give the text'],
  ['a TIFF image', [0x49, 0x49, 0x2a, 0x00], 'run text recognition (OCR) on it and give the text'],
  ['a gzip archive', [0x1f, 0x8b], 'unpack it and give what is in it'],
  ['a RAR archive', [0x52, 0x61, 0x72, 0x21, 0x1a, 0x07], 'unpack it and give what is in it'],
  ['a 7-Zip archive', [0x37, 0x7a, 0xbc, 0xaf], 'unpack it and give what is in it'],
  ['an RTF document', [0x7b, 0x5c, 0x72, 0x74, 0x66], 'save it as .docx or as text and give that'],
];

/**
 * What a file is. Its first bytes beat everything; then the media type, then what its text starts
 * with, then the ending of its name; else it is plain text.
 *
 * Throws a UserError for a file that is known and not read: a picture, an archive, an old office document.
 */
export function detectFormat(
  bytes: Uint8Array,
  { name, fileName, mediaType }: { name: string; fileName?: string; mediaType?: string },
): FormatName {
  const byMagic = formatByMagic(bytes, name);
  if (byMagic) return byMagic;
  const given = BY_MEDIA_TYPE[mediaType?.split(';')[0]?.trim().toLowerCase() ?? ''];
  if (given) return given;
  const ending = BY_ENDING[/\.([a-z0-9]+)$/i.exec(fileName ?? '')?.[1]?.toLowerCase() ?? ''];
  return formatByOpening(openingOf(bytes), ending) ?? ending ?? 'text';
}

function formatByMagic(bytes: Uint8Array, name: string): FormatName | null {
  const startsWith = (magic: readonly number[]): boolean => magic.every((byte, at) => bytes[at] === byte);
  if (/^[\s\0]*%PDF-\d/.test(latin1(bytes.subarray(0, 1024)))) return 'pdf';
  if (startsWith([0x50, 0x4b, 0x03, 0x04]) || startsWith([0x50, 0x4b, 0x05, 0x06])) return officeFormat(bytes, name);
  if (startsWith([0xd0, 0xcf, 0x11, 0xe0])) throw oldOffice(bytes, name);
  const other = OTHER.find(([, magic]) => startsWith(magic));
  if (other) throw new UserError(`${name} is ${other[0]}, which is not read`, { cure: other[2] });
  return null;
}

function officeFormat(bytes: Uint8Array, name: string): FormatName {
  const { names, read } = openZip(bytes, name);
  if (names.has('word/document.xml')) return 'docx';
  if (names.has('xl/workbook.xml')) return 'xlsx';
  const kind = names.has('mimetype') ? latin1(read('mimetype') ?? new Uint8Array()) : '';
  if (kind.includes('opendocument'))
    throw new UserError(`${name} is an OpenDocument file, which is not read`, { cure: 'save it as .docx, .xlsx or PDF and give that' });
  if (kind.includes('epub'))
    throw new UserError(`${name} is an EPUB book, which is not read`, { cure: 'save it as PDF, HTML or text and give that' });
  if (names.has('ppt/presentation.xml'))
    throw new UserError(`${name} is a presentation, which is not read`, { cure: 'save it as PDF and give that' });
  throw new UserError(`${name} is a ZIP archive and neither a Word document nor an Excel workbook`, {
    cure: 'unpack it and give what is in it',
  });
}

function oldOffice(bytes: Uint8Array, name: string): UserError {
  // Office puts an encrypted document into the container of its old formats, under this name.
  const isEncrypted = latin1(bytes).includes('E\0n\0c\0r\0y\0p\0t\0e\0d\0P\0a\0c\0k\0a\0g\0e\0');
  return isEncrypted
    ? new UserError(`${name} is an encrypted office document`, { cure: 'open it with its password, save it without one, and give that' })
    : new UserError(`${name} is an old office document (.doc, .xls or .msg), which is not read`, {
        cure: 'save it as .docx, .xlsx, .eml or PDF and give that',
      });
}

/** Text that says itself what it is, wherever a wrong ending would mislead. */
function formatByOpening(opening: string, ending: FormatName | undefined): FormatName | null {
  const markup = opening.replace(/^\s*(?:<\?xml[^>]*\?>|<!--[\s\S]*?-->|<\?[^>]*\?>|\s)*/, '');
  if (/^<(?:rss|feed|rdf:RDF)[\s>]/i.test(markup)) return 'feed';
  if (/^<(?:!doctype html|html[\s>]|head[\s>]|body[\s>])/i.test(markup)) return 'html';
  if (/^From [^\n]{1,200}? [A-Z][a-z]{2} [A-Z][a-z]{2} +\d{1,2} \d{1,2}:\d\d[^\n]{0,60}\r?\n>?[\w-]+:/.test(opening)) return 'mbox';
  if (ending === 'markdown' || ending === 'csv') return null;
  if (
    /^(?:[\w-]+:[^\n]*\r?\n(?:[ \t][^\n]*\r?\n)*)*?(?:Message-ID|MIME-Version|Received|Return-Path|Delivered-To|DKIM-Signature):/i.test(
      opening,
    )
  )
    return 'mail';
  const head = opening.slice(0, opening.search(/[\r\n]|$/));
  const delimiter = delimiterOf(head);
  const columns = columnsOf(head.split(delimiter));
  return columns.text !== undefined && Object.keys(columns).length >= 3 && head.includes(delimiter) ? 'csv' : null;
}

function openingOf(bytes: Uint8Array): string {
  const encoding = bytes[0] === 0xff && bytes[1] === 0xfe ? 'utf-16le' : bytes[0] === 0xfe && bytes[1] === 0xff ? 'utf-16be' : 'utf-8';
  return new TextDecoder(encoding).decode(bytes.subarray(0, 8192));
}

function latin1(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1');
}
