/**
 * Lines between two lines: where the distance to the first is a given part of the distances to both, which are the level
 * sets of a normalised distance between two fronts. A construction, and never a proposal of the program: what it gives is
 * for the mediator until somebody releases it.
 */
import { areaKm2 } from './area.ts';
import { densify } from './densify.ts';
import { difference } from './difference.ts';
import { borderOf, extentOf, type Line, type Position, type Zone } from './geometry.ts';
import { levelSet, type SampledField, sampledField } from './level-set.ts';
import { overlap } from './overlap.ts';
import type { Overlay } from './overlay.ts';
import { segmentIndex } from './segment-index.ts';
import { union } from './union.ts';

/** A zone between two zones. */
export interface Compromise {
  /** The share of what is contested that has passed to how the second zone has it, 0 to 1, as measured. */
  readonly share: number;
  /** d₁ / (d₁ + d₂) on the line. */
  readonly level: number;
  /** The zone as it would be then. */
  readonly zone: Zone;
  /** The new line: the part of its border that neither of the two has. */
  readonly line: readonly Line[];
  readonly contestedKm2: number;
}

export interface CompromiseOptions {
  /** What is shared out: the area in km² where left out, else for example the people in a part of the ground. */
  readonly measure?: (part: Zone) => number;
  /**
   * The two lines that are in question, where they are only a part of the borders: the coast of a zone is no line of
   * withdrawal. All of each border that the other does not share where left out.
   */
  readonly fronts?: readonly [readonly Line[], readonly Line[]];
  /** Cells across the contested ground each way, on whose corners distances are taken. Default 160 */
  readonly cells?: number;
}

/**
 * The zone between two zones that gives up this share of what is contested: what one has and the other has not. Share 0
 * is the first zone, 1 the second. The line is as exact as the grid; the share of the zone that it gives is hit to 5e-5.
 *
 * Throws a RangeError for a share outside 0 to 1, and where nothing is contested.
 */
export function compromise(overlay: Overlay, first: Zone, second: Zone, share: number, options: CompromiseOptions = {}): Compromise {
  if (!(share >= 0 && share <= 1)) throw new RangeError(`a share of ${share}`);
  const { measure = areaKm2, cells = 160 } = options;
  const fronts = options.fronts ?? [own(overlay, first, second), own(overlay, second, first)];
  const given = difference(overlay, first, second);
  const gained = difference(overlay, second, first);
  const ground = union(overlay, [given, gained]);
  const whole = measure(ground);
  if (!(whole > 0)) throw new RangeError('nothing is contested');
  const field = betweenField(fronts, ground, cells);
  const passedAt = (level: number): Zone => overlap(overlay, overlay.enclosed(levelSet(field, level)), ground);
  const { level, passed, reached } = search((at) => {
    const zone = passedAt(at);
    return { passed: zone, reached: measure(zone) / whole };
  }, share);
  return {
    share: reached,
    level,
    zone: union(overlay, [difference(overlay, first, passed), overlap(overlay, gained, passed)]),
    line: newLine(overlay, passed, ground),
    contestedKm2: areaKm2(ground),
  };
}

/** d₁ / (d₁ + d₂) over the contested ground. */
function betweenField(fronts: readonly [readonly Line[], readonly Line[]], ground: Zone, cells: number): SampledField {
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

/** The border of one zone where it is not that of the other: what they share says nothing of between. */
function own(overlay: Overlay, zone: Zone, other: Zone): Line[] {
  const border = borderOf(zone).map((ring) => densify(ring));
  const strip = borderOf(other).map((ring) => densify(ring));
  const alone = overlay.lineDifference(border, strip);
  return alone.length > 0 ? alone : border;
}

function newLine(overlay: Overlay, passed: Zone, ground: Zone): Line[] {
  return overlay.lineDifference(borderOf(passed), borderOf(ground));
}

interface Tried {
  readonly passed: Zone;
  readonly reached: number;
}

/** The level whose share is the one asked for: halving, with steps by the slope as long as they help (the Illinois method). */
function search(tryAt: (level: number) => Tried, share: number): Tried & { level: number } {
  let [low, high] = [0, 1];
  let [lowMiss, highMiss] = [-share, 1 - share];
  let best: Tried & { level: number } = { ...tryAt(share), level: share };
  let at = share;
  for (let turn = 0; turn < MOST_TURNS && Math.abs(best.reached - share) > CLOSE; turn++) {
    const miss = (turn === 0 ? best : tryAndKeep(at)).reached - share;
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

  function tryAndKeep(level: number): Tried {
    const tried = tryAt(level);
    if (Math.abs(tried.reached - share) < Math.abs(best.reached - share)) best = { ...tried, level };
    return tried;
  }
}

const MOST_TURNS = 40;
/** Half of the fourth decimal, with room for the last rounding. */
const CLOSE = 1e-5;
