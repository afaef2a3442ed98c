/**
 * Near duplicates by sketches of word shingles, after A. Z. Broder, "On the resemblance and
 * containment of documents", Compression and Complexity of Sequences 1997: the least hashes of a
 * text's shingles are an even sample of them, and two samples tell what share two texts have in
 * common.
 *
 * Written here because no library fits: `minhash` 0.0.9 and `simhash-js` 1.0.0 have not been kept
 * for years, and the MinHash of `bloom-filters` hashes numbers 128 times over, where one hash of each
 * shingle does.
 */

/** The least hashes of a text's shingles, ascending, without repeats. Empty for a text without words. */
export type TextSketch = Uint32Array;

/** Words in a shingle. */
const SHINGLE_WORDS = 5;
/** Hashes kept: the share is estimated with a standard error of at most 3 points. */
const SKETCH_HASHES = 256;

/** The sketch of a text, whole or in pieces cut anywhere, whatever its case, punctuation and line breaks. Memory does not grow with it. */
export function sketchOf(text: string | Iterable<string>): TextSketch {
  const window: number[] = [];
  let least: number[] = [];
  let bound = 2 ** 32;
  const prune = (): void => {
    least = [...Uint32Array.from(new Set(least)).sort().subarray(0, SKETCH_HASHES)];
    if (least.length === SKETCH_HASHES) bound = least.at(-1) as number;
  };
  const keep = (hash: number): void => {
    if (hash >= bound) return;
    least.push(hash);
    if (least.length >= 16 * SKETCH_HASHES) prune();
  };
  const endWord = (hash: number): void => {
    window.push(hash);
    if (window.length > SHINGLE_WORDS) window.shift();
    if (window.length === SHINGLE_WORDS) keep(shingleHash(window));
  };
  // FNV-1a over the units of each word; 0 between words.
  let hash = 0;
  for (const piece of typeof text === 'string' ? [text] : text) {
    for (let at = 0; at < piece.length; at++) {
      const unit = foldedUnit(piece.charCodeAt(at));
      if (unit !== NO_WORD) hash = Math.imul((hash || 0x811c9dc5) ^ unit, 0x01000193);
      else if (hash !== 0) {
        endWord(hash);
        hash = 0;
      }
    }
  }
  if (hash !== 0) endWord(hash);
  // A text of fewer words is one shingle.
  if (window.length > 0 && window.length < SHINGLE_WORDS) keep(shingleHash(window));
  prune();
  return Uint32Array.from(least);
}

/**
 * The share of their shingles that two texts have in common (the Jaccard index), from 0 to 1:
 * exact for texts of up to 256 different shingles together, else estimated.
 */
export function sharedShare(a: TextSketch, b: TextSketch): number {
  let [seen, both] = [0, 0];
  for (let i = 0, j = 0; seen < SKETCH_HASHES && (i < a.length || j < b.length); seen++) {
    const [x, y] = [a[i] ?? 2 ** 32, b[j] ?? 2 ** 32];
    if (x === y) both++;
    if (x <= y) i++;
    if (y <= x) j++;
  }
  return seen === 0 ? 0 : both / seen;
}

const UNKNOWN = 0;
const NO_WORD = 1;
/** By UTF-16 unit: its lower case where it is a letter, mark or digit, else `NO_WORD`; filled as units come up. */
const FOLDED = new Uint16Array(2 ** 16);

/** Units of characters beyond the first plane count as letters, as most of them are. */
function foldedUnit(unit: number): number {
  const known = FOLDED[unit] as number;
  if (known !== UNKNOWN) return known;
  const character = String.fromCharCode(unit);
  const folded = /[\p{L}\p{M}\p{N}\p{Cs}]/u.test(character) ? character.toLowerCase().charCodeAt(0) : NO_WORD;
  FOLDED[unit] = folded;
  return folded;
}

/** The hashes of words joined in their order and mixed (the finalizer of MurmurHash3), so that any are as likely to be least. */
function shingleHash(words: readonly number[]): number {
  let hash = 0;
  for (const word of words) hash = Math.imul(hash ^ word, 0x9e3779b1) ^ (hash >>> 15);
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}
