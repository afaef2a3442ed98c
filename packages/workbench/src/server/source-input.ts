import { UserError } from '@parley/model';
import type { z } from 'zod';
import type { NewSource } from '../contract.ts';
import type { SourceInput } from '../operations/add-source.ts';

/** What the reader takes at once: 100 MB. */
const LIMIT_BYTES = 100 * 1024 * 1024;

/** A source as the browser sends it, its bytes taken out of the JSON. Throws a UserError where they are not there once. */
export function sourceInput({ text, base64, ...details }: z.infer<typeof NewSource>): SourceInput {
  if ((text === undefined) === (base64 === undefined)) {
    throw new UserError('a source needs "text" or "base64", one of the two', { cure: 'send the text, or the bytes of the file as base64' });
  }
  const bytes = base64 === undefined ? new TextEncoder().encode(text) : bytesOf(base64);
  if (bytes.length > LIMIT_BYTES) {
    throw new UserError(`the source has ${bytes.length} bytes; at most ${LIMIT_BYTES} are read at once`, {
      cure: 'split it into smaller files',
      code: 'tooLarge',
    });
  }
  if (base64 !== undefined) return { ...details, bytes };
  return details.fileName === undefined ? { ...details, bytes, mediaType: 'text/plain' } : { ...details, bytes };
}

/** Bytes as the browser sends them. Throws a UserError where they are damaged. */
export function bytesOf(base64: string): Uint8Array {
  // Buffer passes over what is not base64, so what was sent damaged would be taken for another text.
  if (base64.length % 4 !== 0 || !/^[A-Za-z0-9+/]*={0,2}$/.test(base64)) {
    throw new UserError('"base64" is not base64', { cure: 'send the bytes in standard base64 with padding and no line breaks' });
  }
  return Buffer.from(base64, 'base64');
}
