import type { Position } from './geometry.ts';

/**
 * How long a degree is on the WGS 84 ellipsoid at a latitude, in metres, eastwards and northwards: the radii of curvature
 * in the prime vertical and in the meridian (Snyder 1987, 24–25).
 */
export function metersPerDegree(latitude: number): readonly [east: number, north: number] {
  const radians = (latitude * Math.PI) / 180;
  const sine = Math.sin(radians);
  const root = Math.sqrt(1 - SQUARED_ECCENTRICITY * sine * sine);
  const primeVertical = EQUATOR_METERS / root;
  const meridian = (primeVertical * (1 - SQUARED_ECCENTRICITY)) / (root * root);
  return [(primeVertical * Math.cos(radians) * Math.PI) / 180, (meridian * Math.PI) / 180];
}

/** The distance of two places at most a kilometre or so apart, in metres: that of the geodesic to some 1e-8, and much faster. */
export function nearMeters([ax, ay]: Position, [bx, by]: Position): number {
  const [east, north] = metersPerDegree((ay + by) / 2);
  return Math.hypot((bx - ax) * east, (by - ay) * north);
}

const EQUATOR_METERS = 6_378_137;
const SQUARED_ECCENTRICITY = 0.006_694_379_990_141_316;
