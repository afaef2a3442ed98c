import { type PointSet, placeOfRow } from './points/point-set.ts';
import type { ValueNode } from './value-node.ts';

/**
 * The packages worth exactly `row`, one after the other, each found only when asked for; as places of options. The
 * array handed out is the same each time: copy what is to be kept.
 */
export function* packagesOfPoint(node: ValueNode, row: Float64Array, issues: number): Generator<readonly number[]> {
  const chosen = new Array<number>(issues).fill(-1);
  for (const _ of ways(node, row, chosen)) yield chosen;
}

function* ways(node: ValueNode, row: Float64Array, chosen: number[]): Generator<void> {
  if (node.kind === 'none') yield;
  else if (node.kind === 'options') {
    for (const { option, row: own } of node.options) {
      if (!isSame(own, row)) continue;
      chosen[node.issue] = option;
      yield;
    }
  } else if (node.kind === 'either') {
    for (const { node: branch, shift } of node.branches) {
      const rest = less(row, shift);
      if (placeOfRow(branch.points, rest) >= 0) yield* ways(branch, rest, chosen);
    }
  } else {
    for (const [part, rest] of splits(node.few.points, node.many.points, row))
      for (const _ of ways(node.few, part, chosen)) yield* ways(node.many, rest, chosen);
  }
}

/** How many packages are worth exactly a row of the node's points. Counts are kept, so that many may be asked for. */
export function packageCounter(root: ValueNode): (row: Float64Array) => bigint {
  const known = new Map<ValueNode, Map<number, bigint>>();
  const count = (node: ValueNode, row: Float64Array): bigint => {
    const place = placeOfRow(node.points, row);
    if (place < 0) return 0n;
    const own = known.get(node) ?? new Map<number, bigint>();
    known.set(node, own);
    const before = own.get(place);
    if (before !== undefined) return before;
    const ways = counted(node, row);
    own.set(place, ways);
    return ways;
  };
  const counted = (node: ValueNode, row: Float64Array): bigint => {
    if (node.kind === 'none') return 1n;
    if (node.kind === 'options') return BigInt(node.options.filter(({ row: own }) => isSame(own, row)).length);
    let sum = 0n;
    if (node.kind === 'either') for (const { node: branch, shift } of node.branches) sum += count(branch, less(row, shift));
    else for (const [part, rest] of splits(node.few.points, node.many.points, row)) sum += count(node.few, part) * count(node.many, rest);
    return sum;
  };
  return (row) => count(root, row);
}

/** The points of the two sets that add up to a row. */
function* splits(few: PointSet, many: PointSet, row: Float64Array): Generator<readonly [Float64Array, Float64Array]> {
  for (let at = 0; at < few.rows.length; at += few.parties) {
    const part = few.rows.subarray(at, at + few.parties);
    const rest = less(row, part);
    if (placeOfRow(many, rest) >= 0) yield [part, rest];
  }
}

function less(row: Float64Array, by: Float64Array): Float64Array {
  return row.map((value, party) => value - (by[party] as number));
}

function isSame(a: Float64Array, b: Float64Array): boolean {
  return a.every((value, party) => value === b[party]);
}
