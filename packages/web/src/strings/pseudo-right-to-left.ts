import type { Catalogue } from './catalogue.ts';

const OVERRIDE = '\u202E';
const POP = '\u202C';

/**
 * A catalogue that reads from right to left, made from an English one: each word is put under a
 * right-to-left override, so that what is not from the catalogue stands out, and so does what is
 * laid out as if from left to right. Parameters stay as they are.
 */
export function pseudoRightToLeft(catalogue: Catalogue): Catalogue {
  return Object.fromEntries(
    Object.entries(catalogue).map(([key, entry]) => [
      key,
      typeof entry === 'string' ? turned(entry) : { one: turned(entry.one), other: turned(entry.other) },
    ]),
  );
}

function turned(text: string): string {
  return text.replace(/\{\w+\}|[\p{L}\p{N}’'-]+/gu, (part) => (part.startsWith('{') ? part : OVERRIDE + part + POP));
}
