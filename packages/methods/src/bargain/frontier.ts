import type { Limits, MethodNote } from '../method-note.ts';
import { type BargainPackage, packageAt } from './domain.ts';
import { eliminate } from './eliminate.ts';
import { fractionText } from './fraction.ts';
import { packageCounter, packagesOfPoint } from './packages-of-point.ts';
import { filterPoints, type PointSet } from './points/point-set.ts';
import { onScale, type ScaledBargain } from './scaled-bargain.ts';
import { type Budget, both, noIssue, type ValueNode } from './value-node.ts';

export interface FrontierLimits extends Limits {
  /** Points of one set at most, so that memory stays bounded; 250,000 by default. */
  readonly mostPoints?: number;
  /** For each party a value in units below which packages are of no interest; none by default. */
  readonly atLeast?: readonly (number | null)[];
}

/** Values that no package betters for one party without worsening them for another, and all packages worth them. */
export interface FrontierPoint {
  /** For each party, on the scale of its profile. */
  readonly values: readonly number[];
  /** For each party, in the whole units that the methods compare. */
  readonly units: Float64Array;
  /** How many packages are worth exactly this, in digits. */
  packageCount(): string;
  /** The packages, each found when asked for. */
  packages(): Iterable<BargainPackage>;
}

/** The Pareto frontier of a bargain. */
export interface Frontier {
  readonly note: MethodNote;
  readonly bargain: ScaledBargain;
  /** How many packages are allowed, in digits. */
  readonly packages: string;
  /** From the best for the first party to the worst. */
  readonly size: number;
  pointAt(at: number): FrontierPoint;
  /**
   * Null where the frontier is whole. Else, for each party on its scale: for every allowed package there is a point
   * that is worse by at most this for each party.
   */
  readonly guarantee: readonly number[] | null;
}

/** Points of one set, where nothing else is asked for. */
const MOST_POINTS = 250_000;

/**
 * All values that no package betters for one party without worsening them for another (Pareto 1906), found issue by
 * issue: what a part of a package could be bettered in, the whole could be too, so dominated parts are dropped at
 * each step (Nemhauser and Ullmann 1969, "Discrete dynamic programming and capital allocation"). The cost follows the
 * points kept, not the packages. Packages of the same values are all kept.
 *
 * Where a set outgrows `mostPoints`, or `shouldStop` says so, what is left is an ε-frontier: its points are values of
 * real packages, `guarantee` says what may be missing, and `note.complete` is false.
 *
 * @throws UserError where too many issues are linked with each other
 */
export function frontier(bargain: ScaledBargain, limits: FrontierLimits = {}): Frontier {
  const { parts, budget } = startParts(bargain, limits);
  const atLeast = limits.atLeast ?? [];
  const floors = atLeast.flatMap((least, party): LinearBound[] =>
    least === null ? [] : [{ weights: onlyFor(party, bargain.parties), least }],
  );
  return joinParts(bargain, { parts, budget, bounds: floors });
}

/** The parts of a bargain that do not touch each other, and what is left of the budget after them. */
export interface Parts {
  readonly parts: readonly ValueNode[];
  readonly budget: Budget;
}

export function startParts(bargain: ScaledBargain, { mostPoints = MOST_POINTS, shouldStop = () => false }: FrontierLimits): Parts {
  const budget: Budget = { mostPoints: Math.max(1, mostPoints), shouldStop, isOver: false, steps: 0 };
  return { parts: eliminate(bargain, budget), budget };
}

/** Values of packages of interest: their sum, weighted by party, is at least `least`. Weights are at least 0. */
export interface LinearBound {
  readonly weights: Float64Array;
  readonly least: number;
}

export function onlyFor(party: number, parties: number): Float64Array {
  const weights = new Float64Array(parties);
  weights[party] = 1;
  return weights;
}

/** The frontier of the parts together, as far as it keeps the bounds. */
export function joinParts(bargain: ScaledBargain, { parts, budget, bounds }: Parts & { bounds: readonly LinearBound[] }): Frontier {
  const root = summed(parts, { parties: bargain.parties, budget, bounds });
  const isWhole = root.error.every((error) => error === 0);
  const { count, rows } = root.points;
  const { parties, domain } = bargain;
  const countOf = packageCounter(root);
  return {
    note: {
      method: 'frontier',
      definition: 'All values of packages that no package betters for one party without worsening them for another.',
      source: 'Pareto 1906, Manuale di economia politica; merged as in Nemhauser and Ullmann 1969',
      parameters: { ...numbersUsed(bargain), mostPoints: budget.mostPoints },
      kind: isWhole ? 'exact' : 'bound',
      complete: isWhole,
      steps: budget.steps,
    },
    bargain,
    packages: root.ways.toString(),
    size: count,
    guarantee: isWhole ? null : Array.from(root.error, (error, party) => onScale(bargain, party, error)),
    pointAt(at) {
      const units = rows.slice(at * parties, (at + 1) * parties);
      return {
        values: Array.from(units, (value, party) => onScale(bargain, party, value)),
        units,
        packageCount: () => countOf(units).toString(),
        *packages() {
          for (const places of packagesOfPoint(root, units, domain.issues.length)) yield packageAt(domain.issues, places);
        },
      };
    },
  };
}

/** How the numbers were taken, for a method's note. */
export function numbersUsed({ tolerance, isExact, units }: ScaledBargain): Record<string, number | string | boolean> {
  const rounded = isExact ? {} : { roundedTo: [...new Set(units.map(fractionText))].join(', ') };
  return { tolerance, ...rounded };
}

/** All parts together, the small ones first; on the way, what cannot keep a bound any more is dropped. */
function summed(
  parts: readonly ValueNode[],
  { parties, budget, bounds }: { parties: number; budget: Budget; bounds: readonly LinearBound[] },
): ValueNode {
  const ordered = parts.toSorted((a, b) => a.points.count - b.points.count);
  // For each bound, what the parts from a place on can bring at most.
  const rest = bounds.map(({ weights }) => {
    const most = [0];
    for (const { points, error } of ordered.toReversed())
      most.unshift((most[0] as number) + mostOf(points, weights) + weighted(error, 0, weights));
    return most;
  });
  let sum = noIssue(parties);
  for (const [at, part] of ordered.entries()) {
    sum = both(sum, part, budget);
    if (bounds.length === 0) continue;
    const { points, error } = sum;
    const least = bounds.map((bound, place) => bound.least - (rest[place]?.[at + 1] ?? 0) - weighted(error, 0, bound.weights));
    const keeps = (offset: number): boolean =>
      bounds.every(({ weights }, place) => weighted(points.rows, offset, weights) >= (least[place] as number));
    sum = { ...sum, points: filterPoints(points, keeps) };
  }
  return sum;
}

/** The most that a point of a set comes to, weighted by party. */
export function mostOf({ rows, parties }: PointSet, weights: Float64Array): number {
  let most = Number.NEGATIVE_INFINITY;
  for (let offset = 0; offset < rows.length; offset += parties) most = Math.max(most, weighted(rows, offset, weights));
  return most;
}

export function weighted(rows: Float64Array, offset: number, weights: Float64Array): number {
  let sum = 0;
  for (let party = 0; party < weights.length; party += 1) sum += (weights[party] as number) * (rows[offset + party] as number);
  return sum;
}
