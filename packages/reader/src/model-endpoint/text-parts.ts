/** A stretch of a text that is sent at once; `start` and `end` in UTF-16 code units, end exclusive. */
export interface TextPart {
  readonly start: number;
  readonly end: number;
}

/**
 * The parts of a text from `start` to `end`, each of at most `most` units, broken between
 * paragraphs, else between lines, sentences or words. Each goes back up to `overlap` units into the one before it,
 * to the beginning of a paragraph, so that whoever was named there is known.
 */
export function textParts(text: string, { start, end, most, overlap }: TextPart & { most: number; overlap: number }): TextPart[] {
  const parts: TextPart[] = [];
  for (let from = start, at = start; at < end; ) {
    const to = end - from <= most ? end : breakBefore(text, at, from + most);
    if (text.slice(from, to).trim() !== '') parts.push({ start: from, end: to });
    at = to;
    from = overlapFrom(text, Math.max(at - overlap, from + 1), at);
  }
  return parts;
}

const BREAKS = [/\n[ \t\r]*\n/g, /\n/g, /[.!?…。؟]["'”’»)]*\s/gu, /\s/g];

/** The last good place to break after the middle of the stretch from `from` to `to`. */
function breakBefore(text: string, from: number, to: number): number {
  const middle = from + Math.ceil((to - from) / 2);
  const stretch = text.slice(middle, to);
  for (const pattern of BREAKS) {
    const last = [...stretch.matchAll(pattern)].at(-1);
    if (last) return middle + last.index + last[0].length;
  }
  // No half of a character that takes two units.
  return /[\udc00-\udfff]/.test(text.charAt(to)) ? to - 1 : to;
}

function overlapFrom(text: string, earliest: number, at: number): number {
  const paragraph = /\n[ \t\r]*\n\s*/.exec(text.slice(earliest, at));
  const from = paragraph ? earliest + paragraph.index + paragraph[0].length : at;
  return Math.min(from, at);
}
