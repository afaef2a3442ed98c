import { closeSync, openSync, readSync, statSync } from 'node:fs';
import { basename } from 'node:path';
import { MAX_REPORT_BYTES } from './read-report.ts';

/** From here on a text is read piece by piece; what is shorter is in memory before that would help. */
const LONG_BYTES = 1024 * 1024;
const CHUNK_BYTES = 1 << 18;

/**
 * The pieces of a long plain text in UTF-8, from the start each time it is asked, so that it need not
 * be in memory; null for any other file, and for one that is not there or not in order: whoever reads
 * it whole says what is wrong with it.
 */
export async function longText(path: string): Promise<(() => Generator<string>) | null> {
  const size = sizeOf(path);
  if (size < LONG_BYTES || size > MAX_REPORT_BYTES) return null;
  const { isPlainText } = await import('@parley/reader');
  const [opening] = chunksOf(path);
  if (opening === undefined || !isPlainText(opening, { fileName: basename(path) })) return null;
  let hasWords = false;
  try {
    for (const piece of piecesOf(path)) {
      if (piece.includes('\0')) return null;
      hasWords ||= piece.trim() !== '';
    }
  } catch {
    return null;
  }
  return hasWords ? () => piecesOf(path) : null;
}

function sizeOf(path: string): number {
  const found = statSync(path, { throwIfNoEntry: false });
  return found?.isFile() ? found.size : 0;
}

function* piecesOf(path: string): Generator<string> {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  for (const chunk of chunksOf(path)) yield decoder.decode(chunk, { stream: true });
  yield decoder.decode();
}

/** The same memory is used for each. */
function* chunksOf(path: string): Generator<Uint8Array> {
  const file = openSync(path, 'r');
  try {
    const chunk = new Uint8Array(CHUNK_BYTES);
    for (let length = readSync(file, chunk); length > 0; length = readSync(file, chunk)) yield chunk.subarray(0, length);
  } finally {
    closeSync(file);
  }
}
