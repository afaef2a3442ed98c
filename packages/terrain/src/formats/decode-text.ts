import { UserError } from '@parley/model';

/** Of the Encoding Standard (WHATWG), and so in browsers, workers and servers alike. Throws for an encoding it has not. */
declare const TextDecoder: new (encoding: string, options?: { fatal: boolean }) => { decode(bytes: Uint8Array): string };

/**
 * The text of bytes in an encoding by one of its names in the Encoding Standard; null where they do not fit it, or there
 * is no such encoding.
 */
export function decodedAs(encoding: string, bytes: Uint8Array): string | null {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

/**
 * The text of a file: by its byte order mark, by the zero bytes that UTF-16 has between ASCII letters, by the
 * encoding that an XML declaration names, else UTF-8. Throws a UserError where the bytes do not fit.
 */
export function decodeText(bytes: Uint8Array, name: string): string {
  const encoding = encodingOf(bytes);
  const text = decodedAs(encoding, bytes);
  if (text !== null) return text;
  throw new UserError(`${name} is not text in ${encoding.toUpperCase()}`, {
    cure: 'save the map again in UTF-8; if it is no map file of a known kind, export it as GeoJSON',
    code: 'unknown-format',
  });
}

function encodingOf(bytes: Uint8Array): string {
  const [first, second, third] = bytes;
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  if (first === 0xfe && second === 0xff) return 'utf-16be';
  if (first === 0xef && second === 0xbb && third === 0xbf) return 'utf-8';
  if (first === 0 && second !== 0) return 'utf-16be';
  if (second === 0 && first !== 0) return 'utf-16le';
  const head = String.fromCharCode(...bytes.subarray(0, 200));
  const declared = /^\s*<\?xml[^>]*\sencoding\s*=\s*["']([\w.:-]+)["']/.exec(head)?.[1];
  // A text that was declared as UTF-16 and is none was saved anew by a program that left the declaration as it was.
  return declared === undefined || /^utf-?16/i.test(declared) ? 'utf-8' : declared.toLowerCase();
}
