import { UserError } from '@parley/model';
import type { FormatInput } from '../extraction.ts';

/** Largest file that is read, in bytes. */
export const MAX_BYTES = 100 * 1024 * 1024;

/** Throws a UserError for an empty file and for one over 100 MB. */
export function checkSize({ bytes, name }: FormatInput): void {
  if (bytes.length === 0) throw new UserError(`${name} is empty`, { cure: 'give a file with text in it' });
  if (bytes.length > MAX_BYTES) {
    throw new UserError(`${name} has ${(bytes.length / 1024 / 1024).toFixed(1)} MB; at most 100 MB are read at once`, {
      cure: 'split it into smaller files',
    });
  }
}

/**
 * The characters of a text file: UTF-8, or UTF-16 where a byte order mark says so; the mark itself
 * is not part of the text.
 *
 * Throws a UserError for an empty file, one over 100 MB, binary data and bytes that are not in the
 * encoding.
 */
export function decode({ bytes, name }: FormatInput): string {
  checkSize({ bytes, name });
  const text = decodeBytes(bytes, name);
  if (text.trim() === '') throw new UserError(`${name} holds nothing but white space`, { cure: 'give a file with text in it' });
  return text;
}

/**
 * As {@link decode}, for a page or an XML file, which may name its own encoding. Text that is valid
 * UTF-8 is read as that whatever it names: where the two differ, it is the name that is wrong.
 */
export function decodeMarked(input: FormatInput): string {
  const head = new TextDecoder('latin1').decode(input.bytes.subarray(0, 2048));
  const named = /<\?xml[^>]*\bencoding=["']([\w-]+)|<meta[^>]*\bcharset\s*=\s*["']?([\w-]+)/i.exec(head);
  const encoding = (named?.[1] ?? named?.[2] ?? 'utf-8').toLowerCase();
  if (/^utf-?(?:8|16)/.test(encoding) || !isKnown(encoding) || decodes(input.bytes, false)) return decode(input);
  const text = decodeAs(encoding, input.bytes, input.name);
  if (text.trim() === '') return decode(input);
  return text;
}

function isKnown(encoding: string): boolean {
  try {
    return new TextDecoder(encoding).encoding !== '';
  } catch {
    return false;
  }
}

function decodeBytes(bytes: Uint8Array, name: string): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return decodeAs('utf-16le', bytes, name);
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return decodeAs('utf-16be', bytes, name);
  const nul = bytes.indexOf(0);
  if (nul >= 0) {
    throw new UserError(`${name} is binary, not text (a NUL byte at position ${nul})`, {
      cure: 'give plain text in UTF-8, or an HTML page; save other documents as text first',
    });
  }
  return decodeAs('utf-8', bytes, name);
}

function decodeAs(encoding: string, bytes: Uint8Array, name: string): string {
  let text: string;
  try {
    text = new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    const where = encoding === 'utf-8' ? ` (the first bad byte is 0x${badByte(bytes)})` : '';
    throw new UserError(`${name} is not valid ${encoding.toUpperCase()}${where}`, { cure: 'save it as UTF-8 and try again' });
  }
  const nul = text.indexOf('\0');
  if (nul >= 0)
    throw new UserError(`${name} is binary, not text (a NUL character at position ${nul})`, {
      cure: 'give plain text in UTF-8 or UTF-16, or an HTML page',
    });
  return text;
}

/** The first byte that UTF-8 does not allow and its position. */
function badByte(bytes: Uint8Array): string {
  let from = 0;
  let to = bytes.length;
  // The longest prefix that decodes in streaming mode ends right before the bad sequence.
  while (from < to) {
    const middle = (from + to + 1) >> 1;
    if (decodes(bytes.subarray(0, middle))) from = middle;
    else to = middle - 1;
  }
  // That prefix may end in the first bytes of the bad sequence; step back to where it starts.
  while (from > 0 && !decodes(bytes.subarray(0, from), false)) from--;
  const at = Math.min(from, bytes.length - 1);
  return `${(bytes[at] as number).toString(16).padStart(2, '0')} at position ${at}`;
}

function decodes(bytes: Uint8Array, stream = true): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes, { stream });
    return true;
  } catch {
    return false;
  }
}
