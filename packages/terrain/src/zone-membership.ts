import { borderOf, type Extent, extentOf, type Position, type Ring, type Zone } from './geometry.ts';
import { type SegmentIndex, segmentIndex } from './segment-index.ts';

/** Whether places lie in a zone, and how far they are from its border. */
export interface ZoneMembership {
  has(position: Position): boolean;
  /** Whether the border may run through an extent; where not, all of it is on one side. */
  mayCut(extent: Extent): boolean;
  /** Distance to the border in metres; negative inside. Infinite where there is no border. */
  signedMeters(position: Position): number;
}

/** Prepares a zone to be asked for many places. On the border counts as inside. */
export function zoneMembership(zone: Zone): ZoneMembership {
  const border = borderOf(zone);
  const index: SegmentIndex | null = border.length === 0 ? null : segmentIndex(border);
  const polygons = zone.map(edgesByLatitude);
  const has = (position: Position): boolean => polygons.some((encloses) => encloses(position));
  const signedMeters = (position: Position): number => {
    const meters = index === null ? Infinity : index.nearest(position).meters;
    return has(position) ? -meters : meters;
  };
  return { has, signedMeters, mayCut: (extent) => index?.mayMeet(extent) === true };
}

/** Whether a polygon goes round a place, from those of its edges that are in the same strip of latitudes. */
function edgesByLatitude(polygon: readonly Ring[]): (position: Position) => boolean {
  const [west, south, east, north] = extentOf(polygon);
  const count = polygon.reduce((sum, ring) => sum + ring.length, 0);
  const strips: number[][] = Array.from({ length: Math.min(MOST_STRIPS, Math.ceil(count / 8)) }, () => []);
  const stripOf = (y: number): number => Math.min(strips.length - 1, Math.floor(((y - south) / (north - south || 1)) * strips.length));
  for (const ring of polygon) {
    for (let at = 1; at < ring.length; at++) {
      const [[ax, ay], [bx, by]] = [ring[at - 1] as Position, ring[at] as Position];
      if (ay === by) continue;
      const [from, to] = [stripOf(Math.min(ay, by)), stripOf(Math.max(ay, by))];
      for (let strip = from; strip <= to; strip++) strips[strip]?.push(ax, ay, bx, by);
    }
  }
  const goesRound = east - west > 360 - 1e-9;
  return ([longitude, y]) => {
    // All turns are one where a polygon goes all round the earth.
    const x = goesRound ? longitude - 360 * Math.floor((longitude - west) / 360) : longitude;
    if (!(x >= west && x <= east && y >= south && y <= north)) return false;
    const edges = strips[stripOf(y)] ?? [];
    let inside = false;
    for (let at = 0; at < edges.length; at += 4) {
      const [ax, ay] = [edges[at] as number, edges[at + 1] as number];
      const [bx, by] = [edges[at + 2] as number, edges[at + 3] as number];
      if (isCrossed(ax, ay, bx, by, x, y)) inside = !inside;
    }
    return inside;
  };
}

const MOST_STRIPS = 4096;

/**
 * Whether a closed ring goes round a place, by the number of edges that a ray crosses (M. Shimrat 1962, "Algorithm 112",
 * Communications of the ACM 5).
 */
export function enclosed(ring: readonly Position[], x: number, y: number): boolean {
  let inside = false;
  for (let at = 1; at < ring.length; at++) {
    const [ax, ay] = ring[at - 1] as Position;
    const [bx, by] = ring[at] as Position;
    if (isCrossed(ax, ay, bx, by, x, y)) inside = !inside;
  }
  return inside;
}

function isCrossed(ax: number, ay: number, bx: number, by: number, x: number, y: number): boolean {
  return ay > y !== by > y && x < ((bx - ax) * (y - ay)) / (by - ay) + ax;
}
