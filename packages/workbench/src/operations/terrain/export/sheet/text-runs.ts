/** Text in the order it is seen in: the Unicode bidirectional algorithm (Unicode Standard Annex 9), by bidi-js. */
import bidiFactory from 'bidi-js';
import type { Direction } from './mended-font.ts';

// Its types say that the module has a default export, which Node takes for the module itself.
const bidi = (bidiFactory as unknown as typeof bidiFactory.default)();

/** A piece of a text that runs one way and is in one font; by its number, −1 where none has it. */
export interface TextRun {
  readonly text: string;
  readonly direction: Direction;
  readonly font: number;
}

/**
 * The runs of one line from left to right, brackets turned where they stand in text from right to left.
 *
 * @param base which way the paragraph runs that the line is of
 */
export function textRuns(text: string, base: Direction, fontOf: (character: string, before: number) => number): TextRun[] {
  const embedding = bidi.getEmbeddingLevels(text, base);
  const mirrored = bidi.getMirroredCharactersMap(text, embedding.levels);
  const runs: { text: string; level: number; font: number }[] = [];
  let at = 0;
  for (const character of text) {
    const level = embedding.levels[at] ?? 0;
    const shown = mirrored.get(at) ?? character;
    const last = runs.at(-1);
    const font = fontOf(shown, last?.font ?? -1);
    if (last !== undefined && last.level === level && last.font === font) last.text += shown;
    else runs.push({ text: shown, level, font });
    at += character.length;
  }
  return reordered(runs).map(({ text: words, level, font }) => ({ text: words, direction: level % 2 === 0 ? 'ltr' : 'rtl', font }));
}

/** Rule L2: from the highest level to the lowest odd one, whatever is at that level or above is turned round. */
function reordered<Run extends { readonly level: number }>(runs: readonly Run[]): Run[] {
  const order = [...runs];
  const highest = Math.max(0, ...runs.map(({ level }) => level));
  for (let level = highest; level > 0; level--) {
    for (let from = 0; from < order.length; from++) {
      if ((order[from] as Run).level < level) continue;
      let to = from;
      while (to < order.length && (order[to] as Run).level >= level) to++;
      order.splice(from, to - from, ...order.slice(from, to).reverse());
      from = to;
    }
  }
  return order;
}
