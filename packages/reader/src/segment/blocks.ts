/** A stretch of text that holds together as a paragraph: `start`, `end` (exclusive) in UTF-16 code units. */
export interface Block {
  start: number;
  end: number;
}

/** Longest block that is read as one, in UTF-16 code units: a text without any line break is cut where a sentence ends, or at white space. */
const MAX_BLOCK = 20_000;
/** By so many characters it is judged whether a text is wrapped by hand. */
export const OPENING_LENGTH = 20_000;

/**
 * The paragraphs of `text`: its lines, or, where lines are wrapped by hand (most of them near one
 * length and going on in the next), what blank lines set apart. Empty ones are left out, and one that
 * is too long to read as one is cut.
 */
export function blocksOf(text: string): Generator<Block> {
  return blocksIn(text, { at: 0, isWrapped: isHardWrapped(text), isCut: false }, true);
}

/** How far a text that comes bit by bit has been cut into blocks. */
export interface Cutting {
  /** Where the next block starts in the text at hand. */
  at: number;
  readonly isWrapped: boolean;
  /** The block that goes on there has its first part cut off already. */
  isCut: boolean;
}

/**
 * The blocks from `cutting.at` on, of which it keeps account. Where the text is not whole, what may
 * be cut otherwise when more of it comes is left for then; at most a block's length of it is.
 */
export function* blocksIn(text: string, cutting: Cutting, isWhole: boolean): Generator<Block> {
  while (cutting.at < text.length) {
    const end = endOfBlock(text, cutting, isWhole);
    const block = trimmed(text, cutting.at, end ?? text.length);
    if (block) {
      if (cutting.isCut) block.start = cutting.at;
      for (let cut = cutIn(text, block); cut > 0; cut = cutIn(text, block)) {
        cutting.at = cut;
        cutting.isCut = true;
        yield { start: block.start, end: cut };
        block.start = cut;
      }
    }
    if (end === null) {
      if (!block && !cutting.isCut) cutting.at = text.length;
      return;
    }
    cutting.at = end + 1;
    cutting.isCut = false;
    if (block && block.start < block.end) yield block;
  }
}

function trimmed(text: string, from: number, to: number): Block | null {
  let start = from;
  let end = to;
  while (start < end && /\s/.test(text[start] as string)) start++;
  while (end > start && /\s/.test(text[end - 1] as string)) end--;
  return start < end ? { start, end } : null;
}

/** Where the block ends that starts, or goes on, at `cutting.at`; null where only more text will tell. */
function endOfBlock(text: string, { at, isWrapped }: Cutting, isWhole: boolean): number | null {
  let end = text.indexOf('\n', at);
  while (isWrapped && end >= 0) {
    const next = text.indexOf('\n', end + 1);
    if (next < 0 && !isWhole) return null;
    const line = text.slice(end + 1, next < 0 ? text.length : next);
    if (line.trim() === '') return end;
    end = next;
  }
  return end >= 0 ? end : isWhole ? text.length : null;
}

/** Whether most lines are near one length and go on in the next; judged on the opening. */
export function isHardWrapped(text: string): boolean {
  const lines = text.slice(0, OPENING_LENGTH).split('\n');
  let full = 0;
  let goesOn = 0;
  for (let i = 0; i + 1 < lines.length; i++) {
    const line = (lines[i] as string).trimEnd();
    if (line.length < 50 || line.length > 90) continue;
    full++;
    if (/[\p{Ll},]$/u.test(line) && /^\s{0,3}[\p{L}\p{N}“"']/u.test(lines[i + 1] as string)) goesOn++;
  }
  return full >= 4 && goesOn / full > 0.5;
}

/** Where a block is cut that is too long to read as one; 0 for any other. */
function cutIn(text: string, { start, end: blockEnd }: Block): number {
  if (blockEnd - start <= MAX_BLOCK) return 0;
  const window = text.slice(start, start + MAX_BLOCK);
  let end = start + window.lastIndexOf('. ') + 1;
  if (end <= start + MAX_BLOCK / 2) end = start + window.lastIndexOf(' ');
  if (end <= start) end = start + MAX_BLOCK;
  return /[\uD800-\uDBFF]/.test(text[end - 1] as string) ? end + 1 : end;
}
