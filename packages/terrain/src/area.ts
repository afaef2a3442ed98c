/**
 * Areas on the WGS 84 ellipsoid: C. F. F. Karney (2013), "Algorithms for geodesics", Journal of Geodesy 87.
 */
import geodesic from 'geographiclib-geodesic';
import { densify } from './densify.ts';
import type { Ring, Zone } from './geometry.ts';

/**
 * The area of a zone on the ellipsoid, in km². Holes are taken off, whatever way rings run.
 *
 * Edges are straight in longitude and latitude; longer ones are densified first, so that the area of a zone is the sum
 * of the areas of its parts to some 1e-7.
 */
export function areaKm2(zone: Zone): number {
  let total = 0;
  for (const [shell, ...holes] of zone) {
    if (shell === undefined) continue;
    total += ringSquareMeters(shell);
    for (const hole of holes) total -= ringSquareMeters(hole);
  }
  return total / 1e6;
}

function ringSquareMeters(ring: Ring): number {
  const polygon = geodesic.Geodesic.WGS84.Polygon(false);
  const dense = densify(ring);
  // The polygon closes itself.
  for (const [longitude, latitude] of dense.slice(0, -1)) polygon.AddPoint(latitude, longitude);
  return Math.abs(polygon.Compute(false, true).area ?? 0);
}
