import { detectLanguage } from './language/detect-language.ts';
import { readBlock } from './read-text.ts';
import type { Reading, ReadOptions, ReadStatement } from './reading.ts';
import { type ReadingState, startReading } from './reading-state.ts';
import { blocksIn, type Cutting, isHardWrapped, OPENING_LENGTH } from './segment/blocks.ts';

/**
 * Reads a text that comes in pieces, cut anywhere, and gives what stands in it part by part, in its
 * order; taken together the same as `readText` gives for the whole. Memory does not grow with the
 * text, so that one of 100 MB is read in the memory of a short one.
 *
 * Offsets count from the start of the text, and `statement` of a figure counts over all parts. Each
 * part names the same language. A text without a word gives one empty part.
 */
export function* readInParts(pieces: Iterable<string>, options: ReadOptions = {}): Generator<Reading> {
  let window: Window | null = null;
  let text = '';
  for (const piece of pieces) {
    text += piece;
    if (text.length < (window ? WINDOW_LENGTH : OPENING_LENGTH)) continue;
    window ??= openWindow(text, options);
    yield readWindow(window, text, false);
    text = text.slice(window.dropped);
  }
  window ??= openWindow(text, options);
  yield readWindow(window, text, true);
}

/** How much text is gathered before it is read, in UTF-16 code units. */
const WINDOW_LENGTH = 1 << 16;
/** What of the text before a block is looked at to tell how a quotation mark stands: one character. */
const LOOK_BACK = 2;

/** What is known of the text up to here. */
interface Window {
  readonly language: string;
  readonly state: ReadingState;
  readonly cutting: Cutting;
  /** Where the text at hand starts in the whole. */
  start: number;
  /** How much of the last text at hand is done with. */
  dropped: number;
  /** Statements given so far. */
  given: number;
  /** Those that wait for one that may go on, and that one. */
  waiting: ReadStatement[];
}

function openWindow(opening: string, options: ReadOptions): Window {
  const language = options.language ?? detectLanguage(opening);
  const cutting = { at: 0, isWrapped: isHardWrapped(opening), isCut: false };
  return { language, state: startReading(language, options), cutting, start: 0, dropped: 0, given: 0, waiting: [] };
}

function readWindow(window: Window, text: string, isWhole: boolean): Reading {
  const { state, cutting, language } = window;
  const read: Reading = { statements: window.waiting, figures: [], language, unread: [] };
  for (const block of blocksIn(text, cutting, isWhole)) readBlock(text, block, state, read);
  const open = state.open === null || isWhole ? -1 : read.statements.indexOf(state.open);
  const done = open < 0 ? read.statements : read.statements.slice(0, open);
  const part: Reading = {
    statements: moved(done, window.start),
    figures: moved(read.figures, window.start).map((figure) => ({
      ...figure,
      statement: figure.statement === null ? null : figure.statement + window.given,
    })),
    language,
    unread: moved(read.unread, window.start),
  };
  window.given += done.length;
  window.dropped = Math.max(0, cutting.at - LOOK_BACK);
  window.start += window.dropped;
  cutting.at -= window.dropped;
  state.mentions.moveBack(window.dropped);
  window.waiting = open < 0 ? [] : moved(read.statements.slice(open), -window.dropped);
  if (state.open !== null) state.open = open < 0 ? moved(state.open, -window.dropped) : (window.waiting[0] as ReadStatement);
  return part;
}

/** A copy in which every span stands so much later. */
function moved<T>(value: T, by: number): T {
  if (typeof value !== 'object' || value === null || by === 0) return value;
  if (Array.isArray(value)) return value.map((one) => moved(one, by)) as T;
  const copy: Record<string, unknown> = {};
  for (const key of Object.keys(value)) copy[key] = moved((value as Record<string, unknown>)[key], by);
  if ('text' in copy && typeof copy.start === 'number' && typeof copy.end === 'number') {
    copy.start += by;
    copy.end += by;
  }
  return copy as T;
}
