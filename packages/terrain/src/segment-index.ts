import Flatbush from 'flatbush';
import { densify } from './densify.ts';
import { distanceMeters } from './distance.ts';
import type { Extent, Line, Position } from './geometry.ts';
import { metersPerDegree } from './meters-per-degree.ts';
import { type SegmentPlane, segmentPlane } from './segment-plane.ts';

/** The place of a set of lines that is nearest to another place. */
interface Nearest {
  readonly meters: number;
  readonly at: Position;
  /** On which side of the lines the place lies, looking along them: 1 left, -1 right, 0 on them or straight beyond an end. */
  readonly side: -1 | 0 | 1;
}

/** The segments of lines, so arranged that the nearest is found without looking at all. */
export interface SegmentIndex {
  nearest(position: Position): Nearest;
  /** Whether the extent of a segment meets this one; where none does, no line passes through it. */
  mayMeet(extent: Extent): boolean;
}

/**
 * Arranges the segments of lines in a packed R-tree. Distances are geodesic: the nearest segment is found in the plane
 * of the local degrees, whose error is below 1e-6 within 10 km; further away, and near a pole, the geodesic itself is measured.
 *
 * Throws a RangeError where there is no segment.
 */
export function segmentIndex(lines: readonly Line[]): SegmentIndex {
  const plane = segmentPlane(lines);
  const store = segmentsOf(lines, plane);
  const tree = new Flatbush(store.count);
  for (let at = 0; at < store.count; at++) {
    const [ax, ay, bx, by] = store.ends(at);
    tree.add(Math.min(ax, bx), Math.min(ay, by), Math.max(ax, bx), Math.max(ay, by));
  }
  tree.finish();
  // Places are asked for along a line: the last answer is close, and bounds the search.
  let last = 0;
  let lastMeters = 0;
  const nearest = (position: Position): Nearest => {
    const [x, y] = plane.toPlane(position);
    const [east, north] = plane.metersPerUnit(position);
    let best = store.away(last, x, y, east, north);
    [last, best] = store.downhill(last, best, x, y, east, north);
    if (best > FAR_OFF_METERS + 2 * lastMeters) {
      for (const at of tree.neighbors(x, y, 1)) {
        const away = store.away(at, x, y, east, north);
        if (away < best) [best, last] = [away, at];
      }
    }
    // Longitudes draw together towards the poles: the box is a little wider than at the latitude of the place.
    const [reachX, reachY] = [(plane.slack * best) / east + 1e-12, (plane.slack * best) / north + 1e-12];
    const look = (at: number): boolean => {
      const away = store.away(at, x, y, east, north);
      if (away < best) [best, last] = [away, at];
      return false;
    };
    tree.search(x - reachX, y - reachY, x + reachX, y + reachY, look);
    lastMeters = best;
    return store.answer(last, position);
  };
  const mayMeet = ([west, south, east, north]: Extent): boolean => {
    // An extent in degrees is none in the plane about a pole.
    if (plane.isPolar) return true;
    let met = false;
    // The first is enough; no further ones are taken down.
    tree.search(west, south, east, north, () => {
      met = true;
      return false;
    });
    return met;
  };
  return { nearest, mayMeet };
}

/** What is this much further off than the place before is looked for anew. */
const FAR_OFF_METERS = 1000;

interface SegmentStore {
  readonly count: number;
  ends(at: number): readonly [ax: number, ay: number, bx: number, by: number];
  away(at: number, x: number, y: number, east: number, north: number): number;
  /** From a segment along its line for as long as the place comes nearer. */
  downhill(at: number, away: number, x: number, y: number, east: number, north: number): readonly [at: number, away: number];
  answer(at: number, position: Position): Nearest;
}

function segmentsOf(lines: readonly Line[], plane: SegmentPlane): SegmentStore {
  const dense = lines.map((line) => densify(line).map(plane.toPlane)).filter((line) => line.length > 1);
  const count = dense.reduce((sum, line) => sum + line.length - 1, 0);
  if (count === 0) throw new RangeError('a segment index of no lines');
  const data = new Float64Array(4 * count);
  // For each segment the one before and the one after it on the same line; itself at an open end.
  const [before, after] = [new Int32Array(count), new Int32Array(count)];
  let at = 0;
  for (const line of dense) {
    const start = at;
    const end = start + line.length - 2;
    const closed = same(line[0] as Position, line.at(-1) as Position);
    for (let index = 0; index + 1 < line.length; index++, at++) {
      data.set(line[index] as Position, 4 * at);
      data.set(line[index + 1] as Position, 4 * at + 2);
      before[at] = at > start ? at - 1 : closed ? end : at;
      after[at] = at < end ? at + 1 : closed ? start : at;
    }
  }
  const ends = (index: number): Ends => {
    const base = 4 * index;
    return [data[base] as number, data[base + 1] as number, data[base + 2] as number, data[base + 3] as number];
  };
  const share = (index: number, x: number, y: number, east: number, north: number): number => {
    const base = 4 * index;
    const [ax, ay] = [data[base] as number, data[base + 1] as number];
    const [dx, dy] = [((data[base + 2] as number) - ax) * east, ((data[base + 3] as number) - ay) * north];
    const square = dx * dx + dy * dy;
    return square === 0 ? 0 : Math.min(1, Math.max(0, ((x - ax) * east * dx + (y - ay) * north * dy) / square));
  };
  const away = (index: number, x: number, y: number, east: number, north: number): number => {
    const along = share(index, x, y, east, north);
    const base = 4 * index;
    const [ax, ay] = [data[base] as number, data[base + 1] as number];
    const dx = (ax + along * ((data[base + 2] as number) - ax) - x) * east;
    const dy = (ay + along * ((data[base + 3] as number) - ay) - y) * north;
    return Math.sqrt(dx * dx + dy * dy);
  };
  const downhill: SegmentStore['downhill'] = (start, startAway, x, y, east, north) => {
    let [best, bestAway] = [start, startAway];
    for (const next of [after, before]) {
      let from = best;
      for (let steps = 0; steps < MOST_STEPS; steps++) {
        const to = next[from] as number;
        const awayThere = to === from ? Infinity : away(to, x, y, east, north);
        if (awayThere >= bestAway) break;
        [best, bestAway, from] = [to, awayThere, to];
      }
    }
    return [best, bestAway];
  };
  const sideOf = (
    index: number,
    along: number,
    [x, y]: Position,
    [atX, atY]: Position,
    [east, north]: readonly [number, number],
  ): -1 | 0 | 1 => {
    // At a corner the two segments count alike (J. A. Baerentzen and H. Aanaes 2005, "Signed distance computation using
    // the angle weighted pseudonormal").
    const others = along <= 0 ? [before[index] as number, index] : along >= 1 ? [index, after[index] as number] : [index];
    let [directionX, directionY] = [0, 0];
    for (const other of others) {
      const [ax, ay, bx, by] = ends(other);
      const [dx, dy] = [(bx - ax) * east, (by - ay) * north];
      const length = Math.hypot(dx, dy) || 1;
      directionX += dx / length;
      directionY += dy / length;
    }
    return Math.sign(directionX * (y - atY) * north - directionY * (x - atX) * east) as -1 | 0 | 1;
  };
  const polarAnswer = (index: number, position: Position): Nearest => {
    const place = plane.toPlane(position);
    const [ax, ay, bx, by] = ends(index);
    const along = share(index, place[0], place[1], 1, 1);
    const there: Position = [ax + along * (bx - ax), ay + along * (by - ay)];
    const at = plane.toEarth(there);
    return { meters: distanceMeters(position, at), at, side: sideOf(index, along, place, there, [1, 1]) };
  };
  const answer = (index: number, position: Position): Nearest => {
    if (plane.isPolar) return polarAnswer(index, position);
    const [x, y] = position;
    // Measured anew with the degrees half-way, which are those of the way itself.
    let degrees = metersPerDegree(y);
    let at: Position = position;
    let along = 0;
    for (let pass = 0; pass < 2; pass++) {
      const [ax, ay, bx, by] = ends(index);
      along = share(index, x, y, ...degrees);
      at = [ax + along * (bx - ax), ay + along * (by - ay)];
      degrees = metersPerDegree((y + at[1]) / 2);
    }
    const near = Math.hypot((at[0] - x) * degrees[0], (at[1] - y) * degrees[1]);
    return {
      meters: near < FAR_METERS ? near : distanceMeters(position, at),
      at,
      side: sideOf(index, along, position, at, metersPerDegree(y)),
    };
  };
  return { count, ends, away, downhill, answer };
}

type Ends = readonly [number, number, number, number];

const FAR_METERS = 10_000;
const MOST_STEPS = 1000;

function same([x, y]: Position, [otherX, otherY]: Position): boolean {
  return x === otherX && y === otherY;
}
