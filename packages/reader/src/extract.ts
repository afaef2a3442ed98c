import { UserError } from '@parley/model';
import type { Extraction, FormatInput, FormatOutput } from './extraction.ts';
import { readHtml } from './formats/html.ts';
import { readPlainText } from './formats/plain-text.ts';
import { READER } from './version.ts';

type Format = (input: FormatInput) => FormatOutput;

const FORMATS: Readonly<Record<string, { read: Format; mediaType: string }>> = {
  html: { read: readHtml, mediaType: 'text/html' },
  text: { read: readPlainText, mediaType: 'text/plain' },
};
const BY_ENDING: Readonly<Record<string, string>> = { html: 'html', htm: 'html', xhtml: 'html', txt: 'text', text: 'text', md: 'text' };
/** Files that are known not to be text, with what to do about them. */
const OTHER: readonly (readonly [string, readonly number[]])[] = [
  ['a PDF', [0x25, 0x50, 0x44, 0x46]],
  ['a ZIP archive or an office document', [0x50, 0x4b, 0x03, 0x04]],
  ['an old office document', [0xd0, 0xcf, 0x11, 0xe0]],
  ['a PNG image', [0x89, 0x50, 0x4e, 0x47]],
  ['a JPEG image', [0xff, 0xd8, 0xff]],
  ['a gzip archive', [0x1f, 0x8b]],
];

/**
 * The text of a file, by its media type, else the ending of its name, else its first characters:
 * plain text or HTML.
 *
 * Throws a UserError for what cannot be read: an empty, binary or wrongly encoded file, one over
 * 100 MB, a page without text.
 */
export function extract(bytes: Uint8Array, options: { fileName?: string; mediaType?: string } = {}): Extraction {
  const name = options.fileName ? `"${options.fileName}"` : 'the file';
  const other = OTHER.find(([, magic]) => magic.every((byte, i) => bytes[i] === byte));
  if (other) throw new UserError(`${name} is ${other[0]}, which is not read yet`, { cure: 'save it as plain text or HTML and give that' });
  const format = FORMATS[formatOf(bytes, options)] as (typeof FORMATS)[string];
  return { ...format.read({ bytes, name }), mediaType: format.mediaType, extractor: { ...READER } };
}

function formatOf(bytes: Uint8Array, options: { fileName?: string; mediaType?: string }): string {
  const mediaType = options.mediaType?.split(';')[0]?.trim().toLowerCase();
  if (mediaType === 'text/html' || mediaType === 'application/xhtml+xml') return 'html';
  if (mediaType === 'text/plain' || mediaType === 'text/markdown') return 'text';
  const ending = /\.([a-z0-9]+)$/i.exec(options.fileName ?? '')?.[1]?.toLowerCase();
  if (ending && BY_ENDING[ending]) return BY_ENDING[ending];
  const head = new TextDecoder().decode(bytes.subarray(0, 1024));
  return /^\s*(?:<!doctype html|<html[\s>]|<head[\s>]|<body[\s>])/i.test(head) ? 'html' : 'text';
}
