/**
 * Points that none of them dominates: a row of whole numbers for each, one number a party, more being better. Rows
 * are in lexicographic order from large to small, and none is there twice.
 */
export interface PointSet {
  readonly parties: number;
  readonly count: number;
  readonly rows: Float64Array;
}

/** The points of a set, each moved by the same amount. */
export interface Run {
  readonly points: PointSet;
  readonly shift: Float64Array;
}

/** The set of one point that is worth nothing to anybody: where sums start. */
export function zeroPoint(parties: number): PointSet {
  return { parties, count: 1, rows: new Float64Array(parties) };
}

export function noPoints(parties: number): PointSet {
  return { parties, count: 0, rows: new Float64Array(0) };
}

/** The place of a row in a set, or -1; by bisection. */
export function placeOfRow({ parties, count, rows }: PointSet, row: ArrayLike<number>): number {
  let [low, high] = [0, count - 1];
  while (low <= high) {
    const middle = (low + high) >>> 1;
    const order = compareRows(rows, middle * parties, row, 0, parties);
    if (order === 0) return middle;
    if (order < 0) low = middle + 1;
    else high = middle - 1;
  }
  return -1;
}

/** Below 0 where the first row comes first, because it is larger. */
export function compareRows(a: ArrayLike<number>, from: number, b: ArrayLike<number>, other: number, parties: number): number {
  for (let party = 0; party < parties; party += 1) {
    const difference = (b[other + party] as number) - (a[from + party] as number);
    if (difference !== 0) return difference;
  }
  return 0;
}

/** The points that `wanted` says yes to, asked with the row's offset in `rows`. */
export function filterPoints(points: PointSet, wanted: (offset: number) => boolean): PointSet {
  const { parties, count, rows } = points;
  const kept = new Float64Array(rows.length);
  let end = 0;
  for (let at = 0; at < count; at += 1) {
    if (!wanted(at * parties)) continue;
    for (let party = 0; party < parties; party += 1) kept[end + party] = rows[at * parties + party] as number;
    end += parties;
  }
  return end === count * parties ? points : { parties, count: end / parties, rows: kept.slice(0, end) };
}
