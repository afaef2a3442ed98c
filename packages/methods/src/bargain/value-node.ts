import { mergeRuns } from './points/merge-runs.ts';
import { noPoints, type PointSet, zeroPoint } from './points/point-set.ts';
import { thinPoints } from './points/thin-points.ts';

/**
 * The values that a part of a package can come to: the non-dominated ones as points, and how they come about, so that
 * the packages of a point can be listed without keeping them.
 *
 * - `none`: no issue, the value 0;
 * - `options`: one of the options of one issue;
 * - `either`: one of several nodes, moved by a shift;
 * - `both`: a point of the one and a point of the other, added.
 */
export type ValueNode = NodeFacts &
  (
    | { readonly kind: 'none' }
    | { readonly kind: 'options'; readonly issue: number; readonly options: readonly OptionRow[] }
    | { readonly kind: 'either'; readonly branches: readonly Branch[] }
    | { readonly kind: 'both'; readonly few: ValueNode; readonly many: ValueNode }
  );

interface NodeFacts {
  readonly points: PointSet;
  /** How many ways there are, dominated ones too. */
  readonly ways: bigint;
  /** For each party, in units: how much better than every point listed a way can be; all 0 where nothing was cut off. */
  readonly error: Float64Array;
}

export interface OptionRow {
  readonly option: number;
  readonly row: Float64Array;
}

export interface Branch {
  readonly node: ValueNode;
  readonly shift: Float64Array;
}

/** What may be used, and what was. */
export interface Budget {
  /** Points of one set; a larger one is thinned. */
  readonly mostPoints: number;
  readonly shouldStop: () => boolean;
  /** Set once `shouldStop` has said yes: what is left is done with few points. */
  isOver: boolean;
  /** Rows compared. */
  steps: number;
}

/** Points of a set once the time is over. */
const FEW_POINTS = 256;

export function noIssue(parties: number): ValueNode {
  return { kind: 'none', points: zeroPoint(parties), ways: 1n, error: new Float64Array(parties) };
}

export function oneOption(issue: number, options: readonly OptionRow[], parties: number, budget: Budget): ValueNode {
  const runs = options.map(({ row }) => ({ points: zeroPoint(parties), shift: row }));
  const points = mergeRuns(runs, parties, () => false) ?? noPoints(parties);
  budget.steps += options.length;
  return within({ kind: 'options', issue, options, points, ways: BigInt(options.length), error: new Float64Array(parties) }, budget);
}

/** One of several ways that exclude each other. */
export function either(branches: readonly Branch[], parties: number, budget: Budget): ValueNode {
  const open = branches.filter(({ node }) => node.ways > 0n);
  const [only] = open;
  if (open.length === 1 && only?.shift.every((by) => by === 0)) return only.node;
  const merge = (all: readonly Branch[], shouldStop: () => boolean): PointSet | null =>
    mergeRuns(
      all.map(({ node, shift }) => ({ points: node.points, shift })),
      parties,
      shouldStop,
    );
  let used = open;
  let points = merge(used, () => asked(budget));
  if (points === null) {
    used = open.map(({ node, shift }) => ({ node: thinned(node, FEW_POINTS), shift }));
    points = merge(used, () => false) ?? noPoints(parties);
  }
  budget.steps += used.reduce((sum, { node }) => sum + node.points.count, 0);
  const error = new Float64Array(parties);
  for (const { node } of used)
    for (let party = 0; party < parties; party += 1) error[party] = Math.max(error[party] ?? 0, node.error[party] ?? 0);
  const ways = open.reduce((sum, { node }) => sum + node.ways, 0n);
  return within({ kind: 'either', branches: used, points, ways, error }, budget);
}

/** Both of two parts that share no issue. */
export function both(one: ValueNode, other: ValueNode, budget: Budget): ValueNode {
  if (one.kind === 'none') return other;
  if (other.kind === 'none') return one;
  let [few, many]: [ValueNode, ValueNode] = one.points.count <= other.points.count ? [one, other] : [other, one];
  let points = sums(few.points, many.points, () => asked(budget));
  if (points === null) {
    [few, many] = [thinned(few, FEW_POINTS), thinned(many, FEW_POINTS)];
    points = sums(few.points, many.points, () => false) ?? noPoints(few.points.parties);
  }
  budget.steps += few.points.count * many.points.count;
  const error = few.error.map((by, party) => by + (many.error[party] ?? 0));
  return within({ kind: 'both', few, many, points, ways: few.ways * many.ways, error }, budget);
}

function sums(few: PointSet, many: PointSet, shouldStop: () => boolean): PointSet | null {
  const { parties } = few;
  const runs = Array.from({ length: few.count }, (_, at) => ({
    points: many,
    shift: few.rows.subarray(at * parties, (at + 1) * parties),
  }));
  return mergeRuns(runs, parties, shouldStop);
}

function asked(budget: Budget): boolean {
  if (!budget.isOver && budget.shouldStop()) budget.isOver = true;
  return budget.isOver;
}

function within(node: ValueNode, budget: Budget): ValueNode {
  return thinned(node, asked(budget) ? Math.min(FEW_POINTS, budget.mostPoints) : budget.mostPoints);
}

function thinned(node: ValueNode, mostPoints: number): ValueNode {
  if (node.points.count <= mostPoints) return node;
  const { points, error } = thinPoints(node.points, mostPoints);
  return { ...node, points, error: error.map((by, party) => by + (node.error[party] ?? 0)) };
}
