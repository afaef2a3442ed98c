import { mergeStaircases } from './merge-staircases.ts';
import { nonDominated } from './non-dominated.ts';
import { compareRows, noPoints, type PointSet, type Run } from './point-set.ts';

/** Rows that are looked at together, at most. */
const MOST_ROWS = 1 << 18;

/**
 * The non-dominated points of several runs together. Null where `shouldStop` broke it off.
 *
 * Two parties: sorted merges, linear in the runs. More: the runs are merged into one order and swept, a block at a
 * time, so that memory stays bounded however many runs there are.
 */
export function mergeRuns(runs: readonly Run[], parties: number, shouldStop: () => boolean): PointSet | null {
  const filled = runs.filter(({ points }) => points.count > 0);
  const [only] = filled;
  if (only === undefined) return noPoints(parties);
  if (filled.length === 1) return shifted(only);
  if (parties === 2) return mergeStaircases(filled, shouldStop);
  let kept = noPoints(parties);
  let block: Run[] = [];
  let rows = 0;
  const still = new Float64Array(parties);
  const sweep = (): boolean => {
    const swept = nonDominated(inOrder([{ points: kept, shift: still }, ...block], parties), parties, shouldStop);
    if (swept === null) return false;
    [kept, block, rows] = [swept, [], 0];
    return true;
  };
  for (const run of filled) {
    if (rows > 0 && rows + run.points.count > MOST_ROWS && !sweep()) return null;
    block.push(run);
    rows += run.points.count;
  }
  return sweep() ? kept : null;
}

function shifted({ points, shift }: Run): PointSet {
  const { parties, count } = points;
  if (shift.every((by) => by === 0)) return points;
  const rows = new Float64Array(count * parties);
  copyShifted({ points, shift }, rows, 0);
  return { parties, count, rows };
}

/** All rows of the runs, from large to small: the runs are so already, and are merged by twos. */
function inOrder(runs: readonly Run[], parties: number): Float64Array {
  const total = runs.reduce((sum, { points }) => sum + points.count, 0);
  let rows = new Float64Array(total * parties);
  let starts = [0];
  let end = 0;
  for (const run of runs) {
    if (run.points.count === 0) continue;
    copyShifted(run, rows, end);
    end += run.points.count * parties;
    starts.push(end);
  }
  let spare = new Float64Array(rows.length);
  while (starts.length > 2) {
    const next = [0];
    for (let at = 0; at + 1 < starts.length; at += 2) {
      const [from, middle, to] = [starts[at] as number, starts[at + 1] as number, starts[at + 2] ?? (starts[at + 1] as number)];
      mergeTwo(rows, spare, { from, middle, to, parties });
      next.push(to);
    }
    [rows, spare] = [spare, rows];
    starts = next;
  }
  return rows;
}

function copyShifted({ points: { rows, count, parties }, shift }: Run, to: Float64Array, at: number): void {
  for (let from = 0, end = count * parties; from < end; from += parties)
    for (let party = 0; party < parties; party += 1) to[at + from + party] = (rows[from + party] as number) + (shift[party] as number);
}

function mergeTwo(
  rows: Float64Array,
  to: Float64Array,
  { from, middle, to: end, parties }: { from: number; middle: number; to: number; parties: number },
): void {
  let [left, right, at] = [from, middle, from];
  while (left < middle && right < end) {
    const head = (rows[right] as number) - (rows[left] as number);
    const fromLeft = head < 0 || (head === 0 && compareRows(rows, left, rows, right, parties) <= 0);
    let source = fromLeft ? left : right;
    for (let party = 0; party < parties; party += 1) to[at++] = rows[source++] as number;
    if (fromLeft) left = source;
    else right = source;
  }
  to.set(rows.subarray(left, middle), at);
  to.set(rows.subarray(right, end), at + middle - left);
}
