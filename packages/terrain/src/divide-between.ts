/**
 * Where the distance to the first of two fronts is a given part of the distances to both: the level sets of a normalised
 * distance between two fronts.
 */
import { extentOf, type Line, type Position, type Zone } from './geometry.ts';
import { levelSet, type SampledField, sampledField } from './level-set.ts';
import { overlap } from './overlap.ts';
import type { Overlay } from './overlay.ts';
import { segmentIndex } from './segment-index.ts';

export type Fronts = readonly [readonly Line[], readonly Line[]];

/** The part of a ground that lies nearer to the first front than the level says. */
export interface Division {
  /** d₁ / (d₁ + d₂) on the line. */
  readonly level: number;
  readonly passed: Zone;
  /** Its share of the ground, as measured. */
  readonly reached: number;
}

/**
 * Divides ground between two fronts, for each share so that the part next to the first has that share of what is measured.
 *
 * @param measure of a part of the ground: its area, its people; more than 0 for all of it
 * @param cells across the ground each way, on whose corners distances are taken
 */
export function divideBetween(
  overlay: Overlay,
  ground: Zone,
  fronts: Fronts,
  shares: readonly number[],
  { measure, cells }: { readonly measure: (part: Zone) => number; readonly cells: number },
): Division[] {
  const whole = measure(ground);
  const field = betweenField(fronts, ground, cells);
  const known = new Map<number, Division>();
  const tryAt = (level: number): Division => {
    const before = known.get(level);
    if (before !== undefined) return before;
    const passed = overlap(overlay, overlay.enclosed(levelSet(field, level)), ground);
    const tried = { level, passed, reached: measure(passed) / whole };
    known.set(level, tried);
    return tried;
  };
  return shares.map((share) => {
    if (share === 0) return { level: 0, passed: [], reached: 0 };
    return share === 1 ? { level: 1, passed: ground, reached: 1 } : search(tryAt, share);
  });
}

/** d₁ / (d₁ + d₂) over the contested ground. */
function betweenField(fronts: Fronts, ground: Zone, cells: number): SampledField {
  const [of, to] = fronts.map(segmentIndex);
  const [west, south, east, north] = extentOf(ground.flat());
  // A little wider, so that nothing of the ground lies on the rim.
  const [marginX, marginY] = [(east - west) / cells, (north - south) / cells];
  const value = (place: Position): number => {
    const [away, left] = [of?.nearest(place).meters ?? 0, to?.nearest(place).meters ?? 0];
    return away + left === 0 ? 0.5 : away / (away + left);
  };
  return sampledField([west - marginX, south - marginY, east + marginX, north + marginY], cells, value);
}

/** The level whose share is the one asked for: halving, with steps by the slope as long as they help (the Illinois method). */
function search(tryAt: (level: number) => Division, share: number): Division {
  let [low, high] = [0, 1];
  let [lowMiss, highMiss] = [-share, 1 - share];
  let best = tryAt(share);
  let at = share;
  for (let turn = 0; turn < MOST_TURNS && Math.abs(best.reached - share) > CLOSE; turn++) {
    const tried = tryAt(at);
    const miss = tried.reached - share;
    if (Math.abs(miss) < Math.abs(best.reached - share)) best = tried;
    if (miss < 0) {
      [low, lowMiss] = [at, miss];
      highMiss /= 2;
    } else {
      [high, highMiss] = [at, miss];
      lowMiss /= 2;
    }
    at = turn % 4 === 3 || highMiss === lowMiss ? (low + high) / 2 : (low * highMiss - high * lowMiss) / (highMiss - lowMiss);
  }
  return best;
}

const MOST_TURNS = 40;
/** Half of the fourth decimal, with room for the last rounding. */
const CLOSE = 1e-5;
