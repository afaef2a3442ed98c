/** The part of a DOM node that finding a place in the text needs. */
export interface TextNodeLike {
  readonly nodeType: number;
  readonly childNodes: ArrayLike<TextNodeLike>;
  readonly parentNode: TextNodeLike | null;
  readonly dataset?: { readonly start?: string | undefined; readonly end?: string | undefined };
}

const TEXT_NODE = 3;

/**
 * The place in the source's text, in UTF-16 code units, of a point in the page: `offset` within
 * `node`, as a DOM range gives it. Elements that hold text carry `data-start`, the place at which
 * it begins, paragraphs also `data-end`. Null outside such elements.
 */
export function placeInText(node: TextNodeLike, offset: number): number | null {
  if (node.nodeType === TEXT_NODE) {
    for (let at: TextNodeLike | null = node.parentNode; at !== null; at = at.parentNode) {
      if (at.dataset?.start !== undefined) return Number(at.dataset.start) + offset;
    }
    return null;
  }
  const child = node.childNodes[offset];
  if (child !== undefined) return startOf(child);
  const past = node.dataset?.end;
  return past === undefined ? null : Number(past);
}

/** The stretch without white space at its ends; null where nothing else is in it. */
export function trimmedStretch(text: string, a: number, b: number): { start: number; end: number } | null {
  let [start, end] = a < b ? [a, b] : [b, a];
  while (start < end && /\s/.test(text[start] as string)) start += 1;
  while (end > start && /\s/.test(text[end - 1] as string)) end -= 1;
  return start < end ? { start, end } : null;
}

/** The stretch widened to whole words at both ends, so that a drag need not be exact. */
export function wholeWords(text: string, { start, end }: { start: number; end: number }): { start: number; end: number } {
  const isWord = (at: number) => at >= 0 && at < text.length && /[\p{L}\p{N}\p{M}]/u.test(text[at] as string);
  let [from, to] = [start, end];
  while (isWord(from) && isWord(from - 1)) from -= 1;
  while (isWord(to - 1) && isWord(to)) to += 1;
  return { start: from, end: to };
}

function startOf(node: TextNodeLike): number | null {
  if (node.dataset?.start !== undefined) return Number(node.dataset.start);
  const first = node.childNodes[0];
  return first === undefined ? (node.nodeType === TEXT_NODE ? placeInText(node, 0) : null) : startOf(first);
}
