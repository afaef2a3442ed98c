import { extentOf, type Position, type Ring } from './geometry.ts';

/** A place well inside a polygon, to point at it: the middle of the widest stretch on a few parallels. */
export function placeIn(polygon: readonly Ring[]): Position {
  const [, south, , north] = extentOf(polygon);
  let [place, widest]: [Position, number] = [polygon[0]?.[0] ?? [0, 0], -1];
  for (let part = 1; part < PARALLELS; part++) {
    // Not at the latitude of a corner, as those of a box are.
    const latitude = south + ((part + 0.013) / PARALLELS) * (north - south);
    const crossings = polygon.flatMap((ring) => crossingsAt(ring, latitude)).sort((a, b) => a - b);
    for (let at = 0; at + 1 < crossings.length; at += 2) {
      const [from, to] = [crossings[at] as number, crossings[at + 1] as number];
      if (to - from <= widest) continue;
      widest = to - from;
      place = [(from + to) / 2, latitude];
    }
  }
  return place;
}

const PARALLELS = 8;

function crossingsAt(ring: Ring, latitude: number): number[] {
  const found: number[] = [];
  for (let at = 1; at < ring.length; at++) {
    const [ax, ay] = ring[at - 1] as Position;
    const [bx, by] = ring[at] as Position;
    if (ay > latitude !== by > latitude) found.push(ax + ((latitude - ay) / (by - ay)) * (bx - ax));
  }
  return found;
}
