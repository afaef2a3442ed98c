/**
 * Where the distance to the first of two fronts is a given part of the distances to both: the level sets of a normalised
 * distance between two fronts.
 */
import { areaKm2 } from './area.ts';
import { difference } from './difference.ts';
import { distanceMeters } from './distance.ts';
import { extentOf, type Line, type Position, type Zone } from './geometry.ts';
import { levelSet, type SampledField, sampledField } from './level-set.ts';
import { overlap } from './overlap.ts';
import type { Overlay } from './overlay.ts';
import { joinScraps, NO_SCRAPS, type Scraps, scrapsOf } from './scraps.ts';
import { segmentIndex } from './segment-index.ts';
import { union } from './union.ts';

export type Fronts = readonly [readonly Line[], readonly Line[]];

/** The part of a ground that lies nearer to the first front than the level says. */
export interface Division {
  /** d₁ / (d₁ + d₂) on the line. */
  readonly level: number;
  readonly passed: Zone;
  /** Its share of the ground, as measured. */
  readonly reached: number;
  /** Lines of scraps that were left out, in metres together; 0 where there are none. See {@link scrapsOf}. */
  readonly scrapMeters: number;
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
    const tried = { level, passed, reached: measure(passed) / whole, scrapMeters: 0 };
    known.set(level, tried);
    return tried;
  };
  const without = ({ toPassed, toRest, meters }: Scraps, level: number): Division => {
    const passed = difference(overlay, union(overlay, [tryAt(level).passed, toPassed]), toRest);
    return { level, passed, reached: measure(passed) / whole, scrapMeters: meters };
  };
  const shortMeters = shortestMeters(ground, cells);
  const clean = (found: Division, share: number): Division => {
    let [best, scraps] = [found, NO_SCRAPS];
    for (let round = 0; round < MOST_ROUNDS; round++) {
      const more = scrapsOf(overlay, ground, best.passed, shortMeters);
      if (more.meters === 0) break;
      scraps = joinScraps(overlay, scraps, more);
      // Ground that is all scraps is left as it is: somebody may be asking about nothing else.
      if (areaKm2([...scraps.toPassed, ...scraps.toRest]) > MOST_SCRAPS * areaKm2(ground)) return found;
      best = searchFrom((level) => without(scraps, level), best.level, share);
    }
    return Math.abs(best.reached - share) > Math.max(CLOSE, Math.abs(found.reached - share)) ? found : best;
  };
  return shares.map((share) => {
    if (share === 0) return { level: 0, passed: [], reached: 0, scrapMeters: 0 };
    return share === 1 ? { level: 1, passed: ground, reached: 1, scrapMeters: 0 } : clean(search(tryAt, share), share);
  });
}

/** Two cells across: of what is shorter the grid tells nothing. */
export function shortestMeters(ground: Zone, cells: number): number {
  const [west, south, east, north] = extentOf(ground.flat());
  const middle = (south + north) / 2;
  const place: Position = [west, middle];
  return 2 * distanceMeters(place, [west + (east - west) / cells, middle + (north - south) / cells]);
}

/** After so many the scraps that the last round left are as small as it gets. */
const MOST_ROUNDS = 6;
/** As a share of the ground. */
const MOST_SCRAPS = 0.01;

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
function search(
  tryAt: (level: number) => Division,
  share: number,
  [lowAt, highAt]: readonly [Pick<Division, 'level' | 'reached'>, Pick<Division, 'level' | 'reached'>] = WHOLE,
  start = share,
): Division {
  let [low, high] = [lowAt.level, highAt.level];
  let [lowMiss, highMiss] = [lowAt.reached - share, highAt.reached - share];
  let best = tryAt(start);
  let at = start;
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

/** The same where the level is known nearly: both ends are taken close to it. */
function searchFrom(tryAt: (level: number) => Division, level: number, share: number): Division {
  const first = tryAt(level);
  const miss = Math.abs(first.reached - share);
  if (miss <= CLOSE) return first;
  const [low, high] = [tryAt(Math.max(0, level - 4 * miss)), tryAt(Math.min(1, level + 4 * miss))];
  return low.reached < share && high.reached > share ? search(tryAt, share, [low, high], level) : search(tryAt, share, WHOLE, level);
}

const WHOLE = [
  { level: 0, reached: 0 },
  { level: 1, reached: 1 },
] as const;
const MOST_TURNS = 40;
/** Half of the fourth decimal, with room for the last rounding. */
const CLOSE = 1e-5;
