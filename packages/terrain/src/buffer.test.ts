import geodesic from 'geographiclib-geodesic';
import { describe, expect, it } from 'vitest';
import { areaKm2 } from './area.ts';
import { buffer } from './buffer.ts';
import { densify } from './densify.ts';
import { distanceMeters, lengthMeters } from './distance.ts';
import type { Line, Position } from './geometry.ts';
import { overlay } from './ready-overlay.test-support.ts';

/** The distance to a line by looking at every metre or so of it: slow, and without anything of the index. */
function plainDistance(place: Position, line: Line): number {
  const near = line.filter(([x, y]) => Math.abs(x - place[0]) < 0.03 && Math.abs(y - place[1]) < 0.03);
  return Math.min(...near.map((position) => distanceMeters(place, position)));
}

describe('a buffer along a line', () => {
  it.each([0, 31, 38, 65])('has its edge within 1 m of 1 km away, at %i degrees', (latitude) => {
    const line: Line = [
      [34, latitude],
      [34.15, latitude + 0.02],
      [34.2, latitude + 0.12],
      [34.21, latitude + 0.121],
      [34.45, latitude + 0.08],
    ];
    const dense = densify(line, 0.0002);
    const edge = buffer(overlay, [line], 1000).flatMap((polygon) => polygon.flatMap((ring) => densify(ring, 0.01)));
    for (const place of edge.filter((_, at) => at % 5 === 0)) {
      // The line was looked at every 20 m: the nearest of these is at most 5 cm further than the line.
      expect(Math.abs(plainDistance(place, dense) - 1000)).toBeLessThan(1);
    }
  });

  it('has the area of a strip with round ends', () => {
    const line: Line = [
      [34, 31],
      [36, 31.5],
    ];
    const expected = (lengthMeters(line) * 2000 + Math.PI * 1e6) / 1e6;
    expect(Math.abs(areaKm2(buffer(overlay, [line], 1000)) / expected - 1)).toBeLessThan(3e-4);
  });

  it('runs on across the antimeridian', () => {
    const line: Line = [
      [179.9, -17],
      [180.1, -17],
    ];
    const [polygon, ...others] = buffer(overlay, [line], 1000);
    expect(others).toEqual([]);
    const longitudes = (polygon?.[0] ?? []).map(([x]) => x);
    expect(Math.min(...longitudes)).toBeGreaterThan(179.8);
    expect(Math.max(...longitudes)).toBeLessThan(180.2);
  });

  it('is nothing for 0 metres', () => {
    expect(
      buffer(
        overlay,
        [
          [
            [0, 0],
            [1, 1],
          ],
        ],
        0,
      ),
    ).toEqual([]);
  });
});

describe('areas and distances', () => {
  it('agree with published values of the ellipsoid', () => {
    // Karney 2013: the whole ellipsoid has 510,065,621.724 km²; a quadrant of the meridian 10,001,965.729 m.
    expect(geodesic.Constants.WGS84.a).toBe(6378137);
    const octant: Position[] = [
      ...densify(
        [
          [0, 0],
          [90, 0],
        ],
        1,
      ),
      [90, 90],
      [0, 90],
      [0, 0],
    ];
    expect(areaKm2([[octant]])).toBeCloseTo(510_065_621.724 / 8, 1);
    expect(distanceMeters([0, 0], [0, 90])).toBeCloseTo(10_001_965.729, 2);
  });
});
