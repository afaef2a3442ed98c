import type { PointSet, Run } from './point-set.ts';

/**
 * The non-dominated points of several runs for two parties. Each run goes down in the first value and up in the
 * second; two are merged like sorted lists, and a point stays where its second value is above all before it (Kung,
 * Luccio and Preparata 1975, "On finding the maxima of a set of vectors"). Null where `shouldStop` broke it off.
 */
export function mergeStaircases(runs: readonly Run[], shouldStop: () => boolean): PointSet | null {
  let round: readonly Run[] = runs;
  while (round.length > 1) {
    const next: Run[] = [];
    for (let at = 0; at < round.length; at += 2) {
      const [left, right] = [round[at] as Run, round[at + 1]];
      if (right === undefined) next.push(left);
      else next.push({ points: mergeTwo(left, right), shift: STILL });
    }
    if (shouldStop()) return null;
    round = next;
  }
  const { points } = round[0] as Run;
  return { parties: 2, count: points.count, rows: points.rows.slice(0, 2 * points.count) };
}

const STILL = new Float64Array(2);

function mergeTwo(left: Run, right: Run): PointSet {
  const [a, b] = [left.points.rows, right.points.rows];
  const [aEnd, bEnd] = [2 * left.points.count, 2 * right.points.count];
  const [aFirst, aSecond] = [left.shift[0] as number, left.shift[1] as number];
  const [bFirst, bSecond] = [right.shift[0] as number, right.shift[1] as number];
  const rows = new Float64Array(aEnd + bEnd);
  let [i, j, end, best] = [0, 0, 0, Number.NEGATIVE_INFINITY];
  while (i < aEnd && j < bEnd) {
    let first = (a[i] as number) + aFirst;
    let second = (a[i + 1] as number) + aSecond;
    const otherFirst = (b[j] as number) + bFirst;
    const otherSecond = (b[j + 1] as number) + bSecond;
    if (first > otherFirst || (first === otherFirst && second >= otherSecond)) i += 2;
    else {
      first = otherFirst;
      second = otherSecond;
      j += 2;
    }
    if (second > best) {
      rows[end] = first;
      rows[end + 1] = second;
      end += 2;
      best = second;
    }
  }
  for (; i < aEnd; i += 2) {
    const second = (a[i + 1] as number) + aSecond;
    if (second <= best) continue;
    rows[end] = (a[i] as number) + aFirst;
    rows[end + 1] = second;
    end += 2;
  }
  for (; j < bEnd; j += 2) {
    const second = (b[j + 1] as number) + bSecond;
    if (second <= best) continue;
    rows[end] = (b[j] as number) + bFirst;
    rows[end + 1] = second;
    end += 2;
  }
  return { parties: 2, count: end / 2, rows };
}
