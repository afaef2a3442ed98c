import { filterPoints, type PointSet } from './point-set.ts';

/** Points left of a set, and for each party how much better than one of them a point left out can be, at most. */
export interface Thinned {
  readonly points: PointSet;
  readonly error: Float64Array;
}

/**
 * At most `mostPoints` of a set, so that for every point there is one that stays and is worse by at most `error` for
 * each party: one point for each box of a grid, the finest of those tried that has few enough boxes (an ε-frontier
 * after Papadimitriou and Yannakakis 2000, "On the approximability of trade-offs", with a step that adds).
 *
 * @param mostPoints at least 1
 */
export function thinPoints(points: PointSet, mostPoints: number): Thinned {
  const { parties, count, rows } = points;
  if (count <= mostPoints) return { points, error: new Float64Array(parties) };
  const [least, most] = [
    new Float64Array(parties).fill(Number.POSITIVE_INFINITY),
    new Float64Array(parties).fill(Number.NEGATIVE_INFINITY),
  ];
  for (let at = 0; at < rows.length; at += 1) {
    const party = at % parties;
    least[party] = Math.min(least[party] as number, rows[at] as number);
    most[party] = Math.max(most[party] as number, rows[at] as number);
  }
  for (let boxes = 1 << 14; ; boxes >>= 1) {
    const sides = least.map((low, party) => Math.max(1, Math.ceil(((most[party] as number) - low + 1) / boxes)));
    const kept = onePerBox(points, { least, sides, mostPoints });
    // Whole numbers in one box of side s differ by s - 1 at most.
    if (kept !== null) return { points: filterPoints(points, (offset) => kept.has(offset)), error: sides.map((side) => side - 1) };
  }
}

/** The offsets of one point for each box, the one with the largest sum of shares; null where there are too many boxes. */
function onePerBox(
  { parties, rows }: PointSet,
  { least, sides, mostPoints }: { least: Float64Array; sides: Float64Array; mostPoints: number },
): ReadonlySet<number> | null {
  const best = new Map<string, { offset: number; share: number }>();
  for (let offset = 0; offset < rows.length; offset += parties) {
    let [box, share] = ['', 0];
    for (let party = 0; party < parties; party += 1) {
      const height = ((rows[offset + party] as number) - (least[party] as number)) / (sides[party] as number);
      box += `${Math.floor(height)} `;
      share += height;
    }
    const held = best.get(box);
    if (held === undefined || share > held.share) best.set(box, { offset, share });
    if (best.size > mostPoints) return null;
  }
  return new Set([...best.values()].map(({ offset }) => offset));
}
