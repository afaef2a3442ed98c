/** Says whether some point asked for before is at least as good as this one, and keeps it where none is. */
export type CoverTest = (rows: Float64Array, from: number) => boolean;

/** Points in a leaf before it is split. */
const LEAF = 16;
/** How many of the points that covered another last are tried first. */
const RECENT = 6;

/**
 * Keeps points of `values` numbers and says whether one of them is at least as good as another in all: a k-d tree
 * that grows (Bentley 1975, "Multidimensional binary search trees"), where each node knows the best value of each
 * kind below it, so that a branch which could not hold a better point is never entered, as in the ND-tree of
 * Jaszkiewicz and Lust (2018, "ND-Tree-based update").
 */
export function dominanceTree(values: number): CoverTest {
  const nodes: Node[] = [leafNode(values)];
  const recent: Float64Array[] = [];
  const stack = new Int32Array(4096);

  const isCovered: CoverTest = (rows, from) => {
    for (let at = 0; at < recent.length; at += 1) {
      const point = recent[at] as Float64Array;
      if (covers(point, 0, rows, from, values)) {
        if (at > 0) {
          recent[at] = recent[at - 1] as Float64Array;
          recent[at - 1] = point;
        }
        return true;
      }
    }
    let depth = 0;
    stack[depth++] = 0;
    while (depth > 0) {
      const node = nodes[stack[--depth] as number] as Node;
      if (!covers(node.best, 0, rows, from, values)) continue;
      if (node.points === null) {
        stack[depth++] = node.low;
        stack[depth++] = node.high;
        continue;
      }
      for (let at = 0, end = node.count * values; at < end; at += values) {
        if (!covers(node.points, at, rows, from, values)) continue;
        recent.unshift(node.points.slice(at, at + values));
        if (recent.length > RECENT) recent.pop();
        return true;
      }
    }
    insert(rows, from);
    return false;
  };

  const insert = (rows: Float64Array, from: number): void => {
    let node = nodes[0] as Node;
    raise(node.best, rows, from, values);
    while (node.points === null) {
      node = nodes[(rows[from + node.value] as number) >= node.border ? node.high : node.low] as Node;
      raise(node.best, rows, from, values);
    }
    node.points.set(rows.subarray(from, from + values), node.count * values);
    node.count += 1;
    if (node.count === LEAF) split(node);
  };

  const split = (node: Node): void => {
    const points = node.points as Float64Array;
    const cut = widestCut(points, values);
    // Points that are all the same in every value cannot come here: the second would have been covered.
    node.value = cut.value;
    node.border = cut.border;
    const [low, high] = [leafNode(values), leafNode(values)];
    for (let at = 0; at < points.length; at += values) {
      const side = (points[at + cut.value] as number) >= cut.border ? high : low;
      (side.points as Float64Array).set(points.subarray(at, at + values), side.count * values);
      side.count += 1;
      raise(side.best, points, at, values);
    }
    node.points = null;
    node.low = nodes.push(low) - 1;
    node.high = nodes.push(high) - 1;
  };

  return isCovered;
}

interface Node {
  /** The best of each value below this node. */
  readonly best: Float64Array;
  /** A leaf's points; null in a branch. */
  points: Float64Array | null;
  count: number;
  /** In a branch: points with at least `border` in `value` are in `high`, the others in `low`. */
  value: number;
  border: number;
  low: number;
  high: number;
}

function leafNode(values: number): Node {
  const best = new Float64Array(values).fill(Number.NEGATIVE_INFINITY);
  return { best, points: new Float64Array(LEAF * values), count: 0, value: 0, border: 0, low: -1, high: -1 };
}

function covers(point: Float64Array, at: number, rows: Float64Array, from: number, values: number): boolean {
  for (let value = 0; value < values; value += 1) if ((point[at + value] as number) < (rows[from + value] as number)) return false;
  return true;
}

function raise(best: Float64Array, rows: Float64Array, from: number, values: number): void {
  for (let value = 0; value < values; value += 1)
    if ((rows[from + value] as number) > (best[value] as number)) best[value] = rows[from + value] as number;
}

/** A cut through the middle of the value that spreads most, with at least one point on either side. */
function widestCut(points: Float64Array, values: number): { value: number; border: number } {
  let [value, spread] = [0, -1];
  for (let one = 0; one < values; one += 1) {
    let [least, most] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
    for (let at = one; at < points.length; at += values) {
      least = Math.min(least, points[at] as number);
      most = Math.max(most, points[at] as number);
    }
    if (most - least > spread) [value, spread] = [one, most - least];
  }
  const sorted = Float64Array.from({ length: points.length / values }, (_, row) => points[row * values + value] as number).sort();
  const middle = sorted[sorted.length >>> 1] as number;
  // Where the lower half is one value, the next larger parts it.
  return { value, border: middle > (sorted[0] as number) ? middle : (sorted.find((one) => one > middle) as number) };
}
