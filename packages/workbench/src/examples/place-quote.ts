import { type Span, spanOf, UserError } from '@parley/model';
import type { Quote } from './example-schema.ts';

/** A stretch of a text, in UTF-16 code units, end exclusive. */
export interface Stretch {
  readonly start: number;
  readonly end: number;
}

/** Whose words are being placed and where, for the error: "case.json: statement ammarel-40: cue". */
export interface Place {
  readonly what: string;
  readonly file: string;
}

/**
 * The span of `quote` in `text`, looked for within `stretch` (the whole text where left out). Only
 * whole words count, so that "he" is not found in "the".
 *
 * Throws a UserError that names file, statement and words where they do not stand there, stand
 * there more than once and no `nth` picks one, or stand there fewer than `nth` times.
 */
export function placeQuote(text: string, quote: Quote, place: Place, stretch: Stretch = { start: 0, end: text.length }): Span {
  const { words, nth } = typeof quote === 'string' ? { words: quote, nth: undefined } : quote;
  const starts = occurrences(text, words, stretch);
  const where =
    stretch.start === 0 && stretch.end === text.length ? place.file : `the paragraph "${opening(text, stretch)}" of ${place.file}`;
  if (starts.length === 0) {
    throw new UserError(`${place.what}: the words "${words}" do not stand in ${where}`, { cure: 'quote the report letter for letter' });
  }
  if (nth === undefined && starts.length > 1) {
    throw new UserError(`${place.what}: the words "${words}" stand ${starts.length} times in ${where}`, {
      cure: `quote more of them, or write { "words": …, "nth": 1 } to pick one`,
    });
  }
  const start = starts[(nth ?? 1) - 1];
  if (start === undefined) {
    throw new UserError(`${place.what}: the words "${words}" stand ${starts.length} times in ${where}, not ${nth}`, {
      cure: `give an "nth" from 1 to ${starts.length}`,
    });
  }
  return spanOf(text, start, start + words.length);
}

/** The paragraph (from line break to line break) in which a span begins. */
export function paragraphOf(text: string, { start }: { start: number }): Stretch {
  const end = text.indexOf('\n', start);
  return { start: text.lastIndexOf('\n', start - 1) + 1, end: end === -1 ? text.length : end };
}

/** Where the words stand whole; where they nowhere do (a clitic before them, as in Arabic), where they stand at all. */
function occurrences(text: string, words: string, { start, end }: Stretch): number[] {
  const found: number[] = [];
  for (let at = text.indexOf(words, start); at !== -1 && at + words.length <= end; at = text.indexOf(words, at + 1)) found.push(at);
  const whole = found.filter((at) => !joined(text, at) && !joined(text, at + words.length));
  return whole.length > 0 ? whole : found;
}

const LETTER_OR_DIGIT = /[\p{L}\p{N}]/u;

function joined(text: string, at: number): boolean {
  return LETTER_OR_DIGIT.test(text[at - 1] ?? '') && LETTER_OR_DIGIT.test(text[at] ?? '');
}

function opening(text: string, { start, end }: Stretch): string {
  const line = text.slice(start, end);
  return line.length <= 40 ? line : `${line.slice(0, 39)}…`;
}
