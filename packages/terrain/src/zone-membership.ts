import { borderOf, extentOf, type Position, type Zone } from './geometry.ts';
import { type SegmentIndex, segmentIndex } from './segment-index.ts';

/** Whether places lie in a zone, and how far they are from its border. */
export interface ZoneMembership {
  has(position: Position): boolean;
  /** Distance to the border in metres; negative inside. Infinite for a zone without area. */
  signedMeters(position: Position): number;
}

/** Prepares a zone to be asked for many places. On the border counts as inside. */
export function zoneMembership(zone: Zone): ZoneMembership {
  const polygons = zone.map((polygon) => ({ polygon, extent: extentOf(polygon) }));
  const index: SegmentIndex | null = zone.length === 0 ? null : segmentIndex(borderOf(zone));
  const has = ([x, y]: Position): boolean =>
    polygons.some(
      ({ polygon, extent: [west, south, east, north] }) =>
        x >= west && x <= east && y >= south && y <= north && polygon.filter((ring) => enclosed(ring, x, y)).length % 2 === 1,
    );
  const signedMeters = (position: Position): number => {
    if (index === null) return Infinity;
    const { meters } = index.nearest(position);
    return has(position) ? -meters : meters;
  };
  return { has, signedMeters };
}

/**
 * Whether a closed ring goes round a place, by the number of edges that a ray crosses (M. Shimrat 1962, "Algorithm 112",
 * Communications of the ACM 5).
 */
export function enclosed(ring: readonly Position[], x: number, y: number): boolean {
  let inside = false;
  for (let at = 1; at < ring.length; at++) {
    const [ax, ay] = ring[at - 1] as Position;
    const [bx, by] = ring[at] as Position;
    if (ay > y !== by > y && x < ((bx - ax) * (y - ay)) / (by - ay) + ax) inside = !inside;
  }
  return inside;
}
