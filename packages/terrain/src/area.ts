/**
 * Areas on the WGS 84 ellipsoid, by the area between the equator and a parallel: J. P. Snyder (1987), "Map projections: a
 * working manual", USGS Professional Paper 1395, equation 3-12.
 */
import type { Ring, Zone } from './geometry.ts';

/**
 * The area of a zone on the ellipsoid, in km². Holes are taken off, whatever way rings run.
 *
 * Edges are straight in longitude and latitude (RFC 7946), and the area is that under them: the areas of the parts of a
 * zone add up to its own as exactly as its corners do. Longitudes must run on, as those of `zoneNear` do.
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
  const [first] = ring;
  if (first === undefined) return 0;
  // Counted from its own parallel and not from the equator, so that little of a small ring is lost.
  const base = belowSquareMeters(first[1]);
  let total = 0;
  let [x, y] = first;
  // The ring closes itself.
  for (let at = 1; at <= ring.length; at++) {
    const [toX, toY] = ring[at] ?? first;
    if (toX !== x) total += (toX - x) * (meanBelow(y, toY) - base);
    [x, y] = [toX, toY];
  }
  return Math.abs(total);
}

/** The mean along an edge of what lies below it: by Gauss and Legendre with three places, exact to 1e-12 over 5 degrees. */
function meanBelow(from: number, to: number): number {
  if (from === to) return belowSquareMeters(from);
  const parts = Math.ceil(Math.abs(to - from) / MOST_DEGREES);
  let sum = 0;
  for (let part = 0; part < parts; part++) {
    for (const [place, weight] of PLACES) sum += weight * belowSquareMeters(from + ((to - from) * (part + place)) / parts);
  }
  return sum / parts;
}

const MOST_DEGREES = 5;
const PLACES = [
  [0.5 - Math.sqrt(0.15), 5 / 18],
  [0.5, 8 / 18],
  [0.5 + Math.sqrt(0.15), 5 / 18],
] as const;

const DEGREE = Math.PI / 180;
const EQUATOR_METERS = 6_378_137;
const FLATTENING = 1 / 298.257223563;
const ECCENTRICITY_SQUARED = FLATTENING * (2 - FLATTENING);
const ECCENTRICITY = Math.sqrt(ECCENTRICITY_SQUARED);
const FACTOR = (DEGREE * EQUATOR_METERS ** 2 * (1 - ECCENTRICITY_SQUARED)) / 2;

/** What lies between the equator and a parallel, in m² for each degree of longitude; negative in the south. */
function belowSquareMeters(latitude: number): number {
  const sine = Math.sin(latitude * DEGREE);
  return FACTOR * (sine / (1 - ECCENTRICITY_SQUARED * sine * sine) + Math.atanh(ECCENTRICITY * sine) / ECCENTRICITY);
}
