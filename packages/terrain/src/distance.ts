import geodesic from 'geographiclib-geodesic';
import { densify } from './densify.ts';
import type { Line, Position } from './geometry.ts';

/** The length of the shortest way between two places on the WGS 84 ellipsoid, in metres (Karney 2013). */
export function distanceMeters([longitude, latitude]: Position, [toLongitude, toLatitude]: Position): number {
  return geodesic.Geodesic.WGS84.Inverse(latitude, longitude, toLatitude, toLongitude, geodesic.Geodesic.DISTANCE).s12 ?? 0;
}

/** The length of a line on the ellipsoid, in metres; its edges are straight in longitude and latitude. */
export function lengthMeters(line: Line): number {
  const dense = densify(line);
  let total = 0;
  for (let at = 1; at < dense.length; at++) total += distanceMeters(dense[at - 1] as Position, dense[at] as Position);
  return total;
}

/** The length of all lines together on the ellipsoid, in km. */
export function lineLengthKm(lines: readonly Line[]): number {
  return lines.reduce((sum, line) => sum + lengthMeters(line), 0) / 1000;
}
