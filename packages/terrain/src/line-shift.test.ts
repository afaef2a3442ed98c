import geodesic from 'geographiclib-geodesic';
import { describe, expect, it } from 'vitest';
import { densify } from './densify.ts';
import { distanceMeters } from './distance.ts';
import { borderOf, type Line, type Position, type Zone } from './geometry.ts';
import { lineShift } from './line-shift.ts';

/** The place so many metres away in a direction (degrees from north). */
function away([longitude, latitude]: Position, azimuth: number, meters: number): Position {
  const { lon2 = 0, lat2 = 0 } = geodesic.Geodesic.WGS84.Direct(latitude, longitude, azimuth, meters);
  return [lon2, lat2];
}

const NORTHWARD: Line = Array.from({ length: 60 }, (_, at): Position => [34.3, 31 + at * 0.005]);

describe('the shift from one line to another', () => {
  it('is the distance by which the line was moved, to the right counted up', () => {
    const moved = NORTHWARD.map((position) => away(position, 90, 800));
    const shift = lineShift([NORTHWARD], [moved]);
    for (const meters of [shift?.signedMeanMeters, shift?.meanMeters, shift?.medianMeters, shift?.p95Meters, shift?.greatestMeters])
      expect(Math.abs((meters ?? 0) - 800)).toBeLessThan(0.1);
    expect(lineShift([NORTHWARD], [NORTHWARD.map((position) => away(position, 270, 800))])?.signedMeanMeters).toBeCloseTo(-800, 0);
  });

  it('leaves out what the two share, and says how long that is', () => {
    const half = NORTHWARD.map((position, at) => (at < 30 ? position : away(position, 90, 500)));
    const shift = lineShift([NORTHWARD], [half]);
    expect(shift?.sharedMeters).toBeGreaterThan(15_000);
    expect(shift?.sharedMeters).toBeLessThan(16_500);
    expect(Math.abs((shift?.medianMeters ?? 0) - 500)).toBeLessThan(1);
  });

  it('finds the greatest distance and where it is, on whichever line', () => {
    const at = NORTHWARD[40] as Position;
    const spike = away(at, 90, 3000);
    const spiked: Line = [...NORTHWARD.slice(0, 40), spike, ...NORTHWARD.slice(41)];
    for (const [first, second, on] of [
      [NORTHWARD, spiked, 'second'],
      [spiked, NORTHWARD, 'first'],
    ] as const) {
      const shift = lineShift([first], [second]);
      expect(Math.abs((shift?.greatestMeters ?? 0) - 3000)).toBeLessThan(1);
      expect(shift?.greatestOn).toBe(on);
      expect(distanceMeters(shift?.greatestAt ?? at, spike)).toBeLessThan(1);
    }
  });

  it('agrees with looking at all places of both', () => {
    const wave = (phase: number): Line => Array.from({ length: 80 }, (_, at) => [34 + at * 0.002, 31 + 0.01 * Math.sin(at / 7 + phase)]);
    const [first, second] = [wave(0), wave(1.3)];
    const [denseFirst, denseSecond] = [densify(first, 0.0002), densify(second, 0.0002)];
    const directed = (from: Line, to: Line): number =>
      Math.max(...from.map((place) => Math.min(...to.filter((_, at) => at % 2 === 0).map((other) => distanceMeters(place, other)))));
    const plain = Math.max(
      directed(
        denseFirst.filter((_, at) => at % 10 === 0),
        denseSecond,
      ),
      directed(
        denseSecond.filter((_, at) => at % 10 === 0),
        denseFirst,
      ),
    );
    // Places 200 m apart may miss the furthest one by half of that at most; here it is far less.
    expect(Math.abs((lineShift([first], [second])?.greatestMeters ?? 0) - plain)).toBeLessThan(20);
  });

  it('is outwards where a zone has grown, whichever way its ring runs', () => {
    const ring = (size: number): Position[] => [
      [0, 0],
      [size, 0],
      [size, size],
      [0, size],
      [0, 0],
    ];
    const centred = (size: number): Zone => [[ring(size).map(([x, y]): Position => [34 + x - size / 2, 31 + y - size / 2])]];
    for (const grown of [centred(0.12), [[[...(centred(0.12)[0]?.[0] ?? [])].reverse()]]]) {
      const shift = lineShift(borderOf(centred(0.1)), borderOf(grown));
      expect(shift?.signedMeanMeters).toBeGreaterThan(900);
      expect(shift?.signedMeanMeters).toBeCloseTo(shift?.meanMeters ?? 0, 6);
    }
  });

  it('is none between a line and itself', () => {
    expect(lineShift([NORTHWARD], [NORTHWARD])).toBeNull();
  });
});
