/** A stretch of text that holds together as a paragraph: `start`, `end` (exclusive) in UTF-16 code units. */
export interface Block {
  start: number;
  end: number;
}

/**
 * The paragraphs of `text`: its lines, or, where lines are wrapped by hand (most of them near one
 * length and going on in the next), what blank lines set apart. Empty ones are left out.
 */
export function* blocksOf(text: string): Generator<Block> {
  const wrapped = isHardWrapped(text);
  let start = 0;
  while (start < text.length) {
    let end = text.indexOf('\n', start);
    if (end < 0) end = text.length;
    if (wrapped) end = endOfWrapped(text, end);
    const block = trimmed(text, start, end);
    if (block) yield block;
    start = end + 1;
  }
}

/** Longest block that is read as one, in UTF-16 code units: a text without any line break is cut where a sentence ends, or at white space. */
const MAX_BLOCK = 20_000;

function trimmed(text: string, from: number, to: number): Block | null {
  let start = from;
  let end = to;
  while (start < end && /\s/.test(text[start] as string)) start++;
  while (end > start && /\s/.test(text[end - 1] as string)) end--;
  return start < end ? { start, end } : null;
}

function endOfWrapped(text: string, lineEnd: number): number {
  let end = lineEnd;
  while (end < text.length) {
    const next = text.indexOf('\n', end + 1);
    const line = text.slice(end + 1, next < 0 ? text.length : next);
    if (line.trim() === '') return end;
    end = next < 0 ? text.length : next;
  }
  return end;
}

/** Judged on the first 20,000 characters. */
function isHardWrapped(text: string): boolean {
  const lines = text.slice(0, 20_000).split('\n');
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

/** Cuts a block that is too long to read as one, at white space. */
export function* piecesOf(text: string, block: Block): Generator<Block> {
  let start = block.start;
  while (block.end - start > MAX_BLOCK) {
    const window = text.slice(start, start + MAX_BLOCK);
    let end = start + window.lastIndexOf('. ') + 1;
    if (end <= start + MAX_BLOCK / 2) end = start + window.lastIndexOf(' ');
    if (end <= start) end = start + MAX_BLOCK;
    if (/[\uD800-\uDBFF]/.test(text[end - 1] as string)) end++;
    yield { start, end };
    start = end;
  }
  if (start < block.end) yield { start, end: block.end };
}
