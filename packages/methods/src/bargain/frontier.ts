import type { Limits, MethodNote } from '../method-note.ts';
import { type BargainPackage, packageAt } from './domain.ts';
import { eliminate } from './eliminate.ts';
import { fractionText } from './fraction.ts';
import { packageCounter, packagesOfPoint } from './packages-of-point.ts';
import { filterPoints } from './points/point-set.ts';
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
export function frontier(
  bargain: ScaledBargain,
  { mostPoints = MOST_POINTS, shouldStop = () => false, atLeast }: FrontierLimits = {},
): Frontier {
  const budget: Budget = { mostPoints: Math.max(1, mostPoints), shouldStop, isOver: false, steps: 0 };
  const root = summed(eliminate(bargain, budget), { bargain, budget, atLeast: atLeast ?? [] });
  const isWhole = root.error.every((error) => error === 0);
  const { count, rows } = root.points;
  const { parties, domain } = bargain;
  const countOf = packageCounter(root);
  return {
    note: {
      method: 'frontier',
      definition: 'All values of packages that no package betters for one party without worsening them for another.',
      source: 'Pareto 1906, Manuale di economia politica; merged as in Nemhauser and Ullmann 1969',
      parameters: { ...numbersUsed(bargain), mostPoints },
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

/** All parts together, the small ones first; on the way, what cannot reach `atLeast` any more is dropped. */
function summed(
  parts: readonly ValueNode[],
  { bargain: { parties }, budget, atLeast }: { bargain: ScaledBargain; budget: Budget; atLeast: readonly (number | null)[] },
): ValueNode {
  const ordered = parts.toSorted((a, b) => a.points.count - b.points.count);
  // What the parts from a place on can bring each party at most.
  const rest = [new Float64Array(parties)];
  for (const { points, error } of ordered.toReversed())
    rest.unshift((rest[0] as Float64Array).map((sum, party) => sum + mostFor(points.rows, party, parties) + (error[party] ?? 0)));
  let sum = noIssue(parties);
  for (const [at, part] of ordered.entries()) {
    sum = both(sum, part, budget);
    if (atLeast.length === 0) continue;
    const { points, error } = sum;
    const room = (rest[at + 1] as Float64Array).map((most, party) => most + (error[party] ?? 0));
    const reaches = (offset: number): boolean =>
      atLeast.every((least, party) => least === null || (points.rows[offset + party] as number) + (room[party] as number) >= least);
    sum = { ...sum, points: filterPoints(points, reaches) };
  }
  return sum;
}

function mostFor(rows: Float64Array, party: number, parties: number): number {
  let most = Number.NEGATIVE_INFINITY;
  for (let at = party; at < rows.length; at += parties) most = Math.max(most, rows[at] as number);
  return most;
}
