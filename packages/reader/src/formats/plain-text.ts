import type { FormatInput, FormatOutput } from '../extraction.ts';
import { detectLanguage } from '../language/detect-language.ts';
import { decode } from './decode.ts';

/** Plain text, kept exactly as decoded: line ends and spaces stay, so that offsets are those of the file. */
export function readPlainText(input: FormatInput): FormatOutput {
  return outputOf(decode(input));
}

/**
 * As {@link readPlainText}, for UTF-8 that is decoded piece by piece; `output` holds the opening of the
 * text in place of all of it. Null for what is not valid UTF-8, is binary or holds no word.
 */
export function readLongText(bytes: Uint8Array): LongPlainText | null {
  const textBytes = MARK.every((byte, at) => bytes[at] === byte) ? bytes.subarray(MARK.length) : bytes;
  if (textBytes.includes(0)) return null;
  let [textLength, hasWords, opening] = [0, false, ''];
  try {
    for (const piece of piecesOf(textBytes)) {
      textLength += piece.length;
      hasWords ||= piece.trim() !== '';
      if (opening === '') opening = piece;
    }
  } catch {
    return null;
  }
  return hasWords ? { output: outputOf(opening), textLength, textBytes, pieces: () => piecesOf(textBytes) } : null;
}

interface LongPlainText {
  readonly output: FormatOutput;
  readonly textLength: number;
  readonly textBytes: Uint8Array;
  readonly pieces: () => Generator<string>;
}

/** The byte order mark in UTF-8. */
const MARK = [0xef, 0xbb, 0xbf];
const PIECE_BYTES = 1 << 16;

function* piecesOf(bytes: Uint8Array): Generator<string> {
  const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
  for (let at = 0; at < bytes.length; at += PIECE_BYTES) yield decoder.decode(bytes.subarray(at, at + PIECE_BYTES), { stream: true });
  // Throws where a character is cut off at the end.
  decoder.decode();
}

/** Title and language are told from the opening of the text. */
function outputOf(text: string): FormatOutput {
  const language = detectLanguage(text);
  return { text, title: titleOf(text), publisher: null, published: null, language: language === 'und' ? null : language, dropped: [] };
}

/** The first line, where it is short, ends like no sentence and something follows it. */
function titleOf(text: string): string | null {
  const match = /^\s*([^\r\n]+)\r?\n\s*\S/.exec(text.slice(0, 2000));
  const line = match?.[1]?.trim();
  return line && line.length <= 200 && !/[.!?:;,]$/.test(line) ? line : null;
}
