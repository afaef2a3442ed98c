/**
 * How far one version of a line is from another. The greatest distance is that of F. Hausdorff (1914, "Grundzüge der
 * Mengenlehre", 293), from either line to the other.
 */
import { densify } from './densify.ts';
import { distanceMeters } from './distance.ts';
import type { Line, Position } from './geometry.ts';
import { nearMeters } from './meters-per-degree.ts';
import { type SegmentIndex, segmentIndex } from './segment-index.ts';

/** All distances are in metres, along the parts of the second line that it does not share with the first. */
export interface LineShift {
  /** Mean of the signed distances: positive where the second line lies to the right of the first, looking along it. */
  readonly signedMeanMeters: number;
  readonly meanMeters: number;
  readonly medianMeters: number;
  /** 95 % of the length is nearer than this. */
  readonly p95Meters: number;
  /** The Hausdorff distance, and where on which line it is reached. The ends of what was looked at may hide half a step. */
  readonly greatestMeters: number;
  readonly greatestAt: Position;
  readonly greatestOn: 'first' | 'second';
  /** Lengths of the second line: what was compared, and what it shares with the first. */
  readonly comparedMeters: number;
  readonly sharedMeters: number;
  /** How far apart the places are at which the distance was taken, at most. */
  readonly stepMeters: number;
}

export interface LineShiftOptions {
  /** Parts nearer than this count as shared and are left out of the averages. Default 1 */
  readonly sharedWithinMeters?: number;
  /** Distance of the places looked at, at most. Default 50 */
  readonly stepMeters?: number;
}

/**
 * How far the second version of a line is from the first.
 *
 * The border of a zone may be given, its rings as lines: for a shell that runs anticlockwise, as in GeoJSON, right is
 * outside, so a positive mean says that the second zone reaches further. Null where the two share all of their course.
 * Throws a RangeError where either has no segment.
 */
export function lineShift(first: readonly Line[], second: readonly Line[], options: LineShiftOptions = {}): LineShift | null {
  const { sharedWithinMeters = 1, stepMeters = 50 } = options;
  const there = stretches(second, segmentIndex(first), stepMeters);
  const back = stretches(first, segmentIndex(second), stepMeters);
  const apart = there.filter(({ meters }) => meters > sharedWithinMeters);
  const comparedMeters = sum(apart, ({ length }) => length);
  const furthestThere = furthest(there);
  const furthestBack = furthest(back);
  const greatest = furthestThere.meters >= furthestBack.meters ? furthestThere : furthestBack;
  if (greatest.meters <= sharedWithinMeters) return null;
  const byDistance = [...apart].sort((a, b) => a.meters - b.meters);
  return {
    signedMeanMeters: comparedMeters === 0 ? 0 : sum(apart, ({ signed, length }) => signed * length) / comparedMeters,
    meanMeters: comparedMeters === 0 ? 0 : sum(apart, ({ meters, length }) => meters * length) / comparedMeters,
    medianMeters: quantile(byDistance, comparedMeters / 2),
    p95Meters: quantile(byDistance, 0.95 * comparedMeters),
    greatestMeters: greatest.meters,
    greatestAt: greatest.at,
    greatestOn: greatest === furthestThere ? 'second' : 'first',
    comparedMeters,
    sharedMeters: sum(there, ({ length }) => length) - comparedMeters,
    stepMeters,
  };
}

/** A place on a line, the length of line that it stands for, and how far the other line is there. */
interface Stretch {
  readonly at: Position;
  readonly length: number;
  readonly meters: number;
  readonly signed: number;
}

function stretches(lines: readonly Line[], other: SegmentIndex, stepMeters: number): Stretch[] {
  const found: Stretch[] = [];
  const stepDegrees = stepMeters / METERS_PER_DEGREE;
  for (const line of lines) {
    const dense = densify(line, stepDegrees);
    const measure = stepMeters > NEAR_METERS ? distanceMeters : nearMeters;
    const lengths = dense.slice(1).map((position, at) => measure(dense[at] as Position, position));
    for (const [at, position] of dense.entries()) {
      const { meters, side } = other.nearest(position);
      found.push({ at: position, length: ((lengths[at - 1] ?? 0) + (lengths[at] ?? 0)) / 2, meters, signed: -side * meters });
    }
  }
  return found;
}

/** Steps up to this long are measured in the plane of their own degrees. */
const NEAR_METERS = 1000;

/** The longest that a degree is, in metres: no step comes out longer than asked for. */
const METERS_PER_DEGREE = 111_700;

function furthest(found: readonly Stretch[]): Stretch {
  return found.reduce((worst, stretch) => (stretch.meters > worst.meters ? stretch : worst));
}

function quantile(byDistance: readonly Stretch[], lengthMeters: number): number {
  let passed = 0;
  for (const { meters, length } of byDistance) {
    passed += length;
    if (passed >= lengthMeters) return meters;
  }
  return byDistance.at(-1)?.meters ?? 0;
}

function sum(found: readonly Stretch[], value: (stretch: Stretch) => number): number {
  return found.reduce((total, stretch) => total + value(stretch), 0);
}
