import { type CoverTest, dominanceTree } from './dominance-tree.ts';
import type { PointSet } from './point-set.ts';

/** How many rows are looked at between two questions whether to stop. */
const STOP_EVERY = 4096;

/**
 * The non-dominated of rows that are in lexicographic order from large to small; of equal rows one stays.
 *
 * In that order a row can be dominated only by one before it, which is no worse in its first value, so the question
 * is only whether a row before it is as good in all others. For two values that is a running maximum, for three a
 * staircase kept in order (Kung, Luccio and Preparata 1975), for more a tree of boxes. Null where `shouldStop`
 * broke it off.
 */
export function nonDominated(rows: Float64Array, parties: number, shouldStop: () => boolean): PointSet | null {
  const isCovered = parties === 3 ? staircase() : dominanceTree(parties - 1);
  const kept = new Float64Array(rows.length);
  let end = 0;
  for (let from = 0, turn = 1; from < rows.length; from += parties, turn += 1) {
    if (turn % STOP_EVERY === 0 && shouldStop()) return null;
    if (isCovered(rows, from + 1)) continue;
    for (let party = 0; party < parties; party += 1) kept[end + party] = rows[from + party] as number;
    end += parties;
  }
  return { parties, count: end / parties, rows: kept.slice(0, end) };
}

/** For two values: the points kept, the first value going down and the second up. */
function staircase(): CoverTest {
  let firsts = new Float64Array(256);
  let seconds = new Float64Array(256);
  let count = 0;
  return (rows, from) => {
    const [first, second] = [rows[from] as number, rows[from + 1] as number];
    // The number of steps whose first value is at least this one's; the last of them has the best second value.
    let [low, high] = [0, count];
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((firsts[middle] as number) >= first) low = middle + 1;
      else high = middle;
    }
    if (low > 0 && (seconds[low - 1] as number) >= second) return true;
    // Steps that this one covers: of the same first value, and those after it with no better second value.
    let start = low;
    while (start > 0 && (firsts[start - 1] as number) === first) start -= 1;
    let after = low;
    while (after < count && (seconds[after] as number) <= second) after += 1;
    if (count + 1 > firsts.length) {
      firsts = doubled(firsts);
      seconds = doubled(seconds);
    }
    firsts.copyWithin(start + 1, after, count);
    seconds.copyWithin(start + 1, after, count);
    firsts[start] = first;
    seconds[start] = second;
    count += start + 1 - after;
    return false;
  };
}

function doubled(numbers: Float64Array<ArrayBuffer>): Float64Array<ArrayBuffer> {
  const larger = new Float64Array(numbers.length * 2);
  larger.set(numbers);
  return larger;
}
