import fc from 'fast-check';
import geodesic from 'geographiclib-geodesic';
import { describe, expect, it } from 'vitest';
import { areaKm2 } from './area.ts';
import { densify } from './densify.ts';
import type { Position } from './geometry.ts';

/** By geodesics (Karney 2013) over edges so short that they are straight in longitude and latitude too. */
function byGeodesics(ring: readonly Position[], stepDegrees: number): number {
  const polygon = geodesic.Geodesic.WGS84.Polygon(false);
  for (const [longitude, latitude] of densify(ring, stepDegrees).slice(0, -1)) polygon.AddPoint(latitude, longitude);
  return Math.abs(polygon.Compute(false, true).area ?? 0) / 1e6;
}

const box = (west: number, south: number, east: number, north: number): Position[] => [
  [west, south],
  [east, south],
  [east, north],
  [west, north],
  [west, south],
];

describe('areas on the ellipsoid', () => {
  it('are those published for the whole earth, and halve at the equator', () => {
    expect(areaKm2([[box(-180, -90, 180, 90)]])).toBeCloseTo(510_065_621.724, 2);
    expect(areaKm2([[box(-180, 0, 180, 90)]])).toBeCloseTo(510_065_621.724 / 2, 2);
  });

  it('agree with geodesics over short edges, anywhere and of any shape', () => {
    const corner = fc.tuple(fc.double({ min: -1, max: 1, noNaN: true }), fc.double({ min: -1, max: 1, noNaN: true }));
    fc.assert(
      fc.property(
        fc.double({ min: -170, max: 170, noNaN: true }),
        fc.double({ min: -80, max: 80, noNaN: true }),
        fc.tuple(corner, corner, corner),
        (x, y, corners) => {
          const ring = corners.map(([dx, dy]): Position => [x + dx, y + dy]);
          const closed = [...ring, ring[0] as Position];
          const expected = byGeodesics(closed, 0.002);
          expect(Math.abs(areaKm2([[closed]]) - expected)).toBeLessThan(1e-6 * expected + 1e-4);
        },
      ),
      { numRuns: 25 },
    );
  });

  it('add up, whichever way rings run, and across the antimeridian', () => {
    const whole = box(179, 10, 181, 40);
    const parts = areaKm2([[box(179, 10, 180, 40)]]) + areaKm2([[[...box(180, 10, 181, 40)].reverse()]]);
    expect(Math.abs(parts / areaKm2([[whole]]) - 1)).toBeLessThan(1e-13);
    const holed = areaKm2([[whole, box(179.5, 20, 180.5, 30)]]);
    expect(holed + areaKm2([[box(-0.5, 20, 0.5, 30)]])).toBeCloseTo(areaKm2([[whole]]), 6);
    expect(areaKm2([])).toBe(0);
  });
});
