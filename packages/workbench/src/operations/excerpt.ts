import type { Body } from '@parley/model';

/** How far beyond the outermost span an excerpt may reach on each side, in UTF-16 code units. */
const REACH = 300;

/**
 * The stretch of a text around a statement's spans: whole sentences or lines where they end within
 * reach, so that the words are read in their place.
 */
export function excerptOf(text: string, statement: Body<'statement'>): { start: number; text: string } {
  const spans = [...statement.content, statement.cue, statement.speaker.span, statement.condition].filter((span) => span !== undefined);
  const first = Math.min(...spans.map(({ start }) => start));
  const last = Math.max(...spans.map(({ end }) => end));
  const start = sentenceStart(text, first);
  return { start, text: text.slice(start, sentenceEnd(text, last)) };
}

function sentenceStart(text: string, from: number): number {
  const floor = Math.max(0, from - REACH);
  const before = text.slice(floor, from);
  const stops = [...before.matchAll(/[.!?؟。]["'”’»)]*\s+|\n+/g)];
  const stop = stops.at(-1);
  return stop === undefined ? floor : floor + stop.index + stop[0].length;
}

function sentenceEnd(text: string, from: number): number {
  const after = text.slice(from, from + REACH);
  const stop = /[.!?؟。]["'”’»)]*(?=\s|$)|\n/.exec(after);
  if (stop === null) return from + after.length;
  return from + stop.index + (stop[0] === '\n' ? 0 : stop[0].length);
}
