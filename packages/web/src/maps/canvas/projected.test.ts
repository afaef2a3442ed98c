import { describe, expect, test } from 'vitest';
import { type Plane, planeOf, planeSpecFor } from './plane.ts';
import type { Position } from './position.ts';
import { type PlanePath, projected } from './projected.ts';
import type { Extent } from './types.ts';
import { wholeExtent } from './whole-extent.ts';

const zone = (...rings: Position[][]) => ({ shape: 'zone' as const, coordinates: [rings] });
const box = (west: number, south: number, east: number, north: number): Position[] => [
  [west, south],
  [east, south],
  [east, north],
  [west, north],
  [west, south],
];
const plane = (...extent: Extent): Plane => planeOf(planeSpecFor(extent));
/** Area by the shoelace formula, in km²; all rings with their own sign. */
const areaKm2 = (paths: readonly PlanePath[]): number =>
  Math.abs(
    paths.reduce((sum, { points }) => {
      for (let at = 0; at < points.length; at += 2) {
        const next = (at + 2) % points.length;
        sum += (points[at] as number) * (points[next + 1] as number) - (points[next] as number) * (points[at + 1] as number);
      }
      return sum;
    }, 0),
  ) / 2e6;
const EARTH_KM2 = 4 * Math.PI * 6371.0088 ** 2;
/** A belt between two latitudes on the sphere. */
const beltKm2 = (south: number, north: number) => (EARTH_KM2 / 2) * (Math.sin((north * Math.PI) / 180) - Math.sin((south * Math.PI) / 180));

describe('a zone in a plane', () => {
  test('of one metre keeps its corners', () => {
    const { paths } = projected(plane(34, 31, 34.00001, 31.00001), zone(box(34, 31, 34.00001, 31.00001)));
    expect(paths).toHaveLength(1);
    expect(paths[0]?.points).toHaveLength(8);
    expect(areaKm2(paths) * 1e6).toBeCloseTo(0.953 * 1.112, 2);
  });

  test('of one metre is there in a picture of the world, too', () => {
    const { paths } = projected(plane(-180, -90, 180, 90), zone(box(34, 31, 34.00001, 31.00001)));
    expect(areaKm2(paths) * 1e6).toBeCloseTo(0.953 * 1.112, 2);
  });

  test.each([
    ['anticlockwise', box(34, 31, 35, 32)],
    ['clockwise', box(34, 31, 35, 32).toReversed()],
  ])('has its area whichever way it runs: %s', (_, ring) => {
    const { paths } = projected(plane(30, 28, 40, 36), zone(ring));
    expect(areaKm2(paths)).toBeCloseTo((beltKm2(31, 32) / 360) * 1.004, -2);
  });

  test('of all the world is all the world', () => {
    const { paths } = projected(plane(-180, -90, 180, 90), zone(box(-180, -90, 180, 90)));
    expect(areaKm2(paths) / EARTH_KM2).toBeCloseTo(1, 3);
  });

  test('that holds all that is shown and more covers it', () => {
    const near = plane(34, 31, 35, 32);
    const far: Position[] = [
      [-60, -80],
      [50, -80],
      [160, -80],
      [160, 85],
      [50, 85],
      [-60, 85],
      [-60, -80],
    ];
    const { paths } = projected(near, zone(far));
    expect(areaKm2(paths) / ((Math.PI * near.reach.maxX ** 2) / 1e6)).toBeGreaterThan(0.97);
  });

  test('that lies beyond all that is shown is not there', () =>
    expect(projected(plane(34, 31, 35, 32), zone(box(-150, -40, -140, -30))).paths).toEqual([]));

  test('across the antimeridian is one piece, with or without longitudes that jump', () => {
    const near = plane(177, -20, 181, -15);
    for (const ring of [box(177, -19, 181, -15), box(177, -19, 181, -15).map(([x, y]): Position => [x > 180 ? x - 360 : x, y])]) {
      const { paths } = projected(near, zone(ring));
      expect(paths).toHaveLength(1);
      expect(areaKm2(paths)).toBeCloseTo((4 * beltKm2(-19, -15)) / 360, -3);
    }
  });

  test('across the edge of a picture of the world is in two pieces of the right size', () => {
    const { paths } = projected(plane(-180, -90, 180, 90), zone(box(170, -19, 190, 30)));
    expect(paths).toHaveLength(2);
    expect(areaKm2(paths) / ((20 * beltKm2(-19, 30)) / 360)).toBeCloseTo(1, 3);
  });

  test('around a pole has the pole in it, and no border where it was cut open', () => {
    const north = zone([
      [-180, 75],
      [-90, 75],
      [0, 75],
      [90, 75],
      [180, 75],
      [180, 90],
      [-180, 90],
      [-180, 75],
    ]);
    const { paths, borders } = projected(plane(-180, 75, 180, 90), north);
    // A conformal picture is 1.7 % too large 15 degrees from its middle.
    expect(areaKm2(paths) / beltKm2(75, 90)).toBeCloseTo(1.017, 2);
    const nearest = Math.min(
      ...borders.flatMap(({ points }) =>
        Array.from({ length: points.length / 2 }, (_, at) => Math.hypot(points[2 * at] as number, points[2 * at + 1] as number)),
      ),
    );
    // No border comes nearer to the pole than the parallel.
    expect(nearest).toBeGreaterThan(1_600_000);
  });

  test('is without its holes', () => {
    const { paths } = projected(plane(30, 28, 40, 36), zone(box(34, 31, 36, 33), box(34.5, 31.5, 35.5, 32.5).toReversed()));
    expect(paths).toHaveLength(2);
  });

  test('is worked out once', () => {
    const [near, strip] = [plane(34, 31, 35, 32), zone(box(34.1, 31.1, 34.2, 31.2))];
    expect(projected(near, strip)).toBe(projected(near, { ...strip }));
  });
});

describe('the whole extent', () => {
  test('of nothing is none', () => expect(wholeExtent([])).toBeNull());
  test('of a place is that place', () => expect(wholeExtent([{ shape: 'place', coordinates: [[34, 31]] }])).toEqual([34, 31, 34, 31]));
  test('goes across the antimeridian where that is shorter', () => {
    const either = [zone(box(177, -19, 180, -15)), zone(box(-180, -19, -179, -15))];
    expect(wholeExtent(either)).toEqual([177, -19, 181, -15]);
    expect(wholeExtent(either.toReversed())).toEqual([177, -19, 181, -15]);
  });
  test('is not taken in by an edge that jumps', () =>
    expect(
      wholeExtent([
        {
          shape: 'line',
          coordinates: [
            [
              [178, -20],
              [-178, -14],
            ],
          ],
        },
      ]),
    ).toEqual([178, -20, 182, -14]));
  test('of the world is the world', () =>
    expect(wholeExtent([zone(box(-180, -90, 180, 90)), zone(box(1, 1, 2, 2))])).toEqual([-180, -90, 180, 90]));
});
