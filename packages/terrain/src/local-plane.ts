import proj4 from 'proj4';
import type { Position } from './geometry.ts';

/** A plane in metres that touches the ellipsoid at one place. */
export interface LocalPlane {
  toPlane(position: Position): Position;
  toEarth(position: Position): Position;
}

/**
 * The ellipsoidal azimuthal-equidistant projection about a place (J. P. Snyder 1987, "Map projections: a working
 * manual", 191–202): distances from the place are true, and within 30 km of it others are to some 1e-6.
 * `+x_0` and `+y_0` are given although they are 0: proj4 makes NaN of some projections without them.
 */
export function localPlane([longitude, latitude]: Position): LocalPlane {
  const { forward, inverse } = proj4(`+proj=aeqd +lat_0=${latitude} +lon_0=${longitude} +x_0=0 +y_0=0 +datum=WGS84 +units=m +no_defs`);
  return {
    toPlane: ([x, y]) => forward([x, y]) as [number, number],
    toEarth: ([x, y]) => {
      const [backLongitude, backLatitude] = inverse([x, y]) as [number, number];
      // The plane does not know of longitudes above 180, by which maps across the antimeridian are kept in one piece.
      return [backLongitude + 360 * Math.round((longitude - backLongitude) / 360), backLatitude];
    },
  };
}
