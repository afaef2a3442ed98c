/** Places of words and marks in a text, as shared by spans. */
export type WordSet = ReadonlySet<number>;

interface Stretch {
  start: number;
  end: number;
}

const OUTER = /[\s"'“”‘’«»]/;

/** Gives for spans of `text` the words and marks they touch, white space and quotation marks at their ends aside. */
export function wordSets(text: string): (spans: readonly Stretch[]) => WordSet {
  const words = [...text.matchAll(/[\p{L}\p{M}\p{N}_]+|[^\p{L}\p{M}\p{N}_\s]/gu)].map((match) => ({
    start: match.index,
    end: match.index + match[0].length,
  }));
  return (spans) => {
    const set = new Set<number>();
    for (const span of spans.map((one) => trimmed(text, one)))
      words.forEach((word, i) => {
        if (span.start < word.end && word.start < span.end) set.add(i);
      });
    return new Set([...set].sort((a, b) => a - b));
  };
}

function trimmed(text: string, { start, end }: Stretch): Stretch {
  let [from, to] = [start, end];
  while (from < to && OUTER.test(text[from] as string)) from++;
  while (to > from && OUTER.test(text[to - 1] as string)) to--;
  return { start: from, end: to };
}

/** Intersection over union; 0 for two empty sets. */
export function iou(a: WordSet, b: WordSet): number {
  let shared = 0;
  for (const word of a) if (b.has(word)) shared++;
  const all = a.size + b.size - shared;
  return all === 0 ? 0 : shared / all;
}

/** One-to-one pairs of places in `left` and `right`, best fit first; a fit of 0 is no pair. */
export function pairUp<L, R>(left: readonly L[], right: readonly R[], fit: (a: L, b: R) => number): [number, number][] {
  const all = left.flatMap((a, i) => right.map((b, j): [number, number, number] => [fit(a, b), i, j])).filter(([value]) => value > 0);
  all.sort((x, y) => y[0] - x[0] || x[1] - y[1] || x[2] - y[2]);
  const [takenLeft, takenRight] = [new Set<number>(), new Set<number>()];
  const pairs: [number, number][] = [];
  for (const [, i, j] of all) {
    if (takenLeft.has(i) || takenRight.has(j)) continue;
    takenLeft.add(i);
    takenRight.add(j);
    pairs.push([i, j]);
  }
  return pairs;
}
