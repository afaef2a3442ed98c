import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { planeOf, planeSpecFor } from './plane.ts';
import type { Position } from './position.ts';
import type { Extent } from './types.ts';
import { panned, pixelOf, pointAt, viewOf, zoomed } from './view.ts';

const SIZE = { width: 1000, height: 600 };
const STRIP: Extent = [34.2, 31.2, 34.6, 31.6];
const EXTENTS: [string, Extent][] = [
  ['a strip of coast', STRIP],
  ['Europe', [-10, 35, 40, 70]],
  ['across the antimeridian', [177, -20, 182, -15]],
  ['around the north pole', [-180, 70, 180, 90]],
  ['around the south pole', [-180, -90, 180, -65]],
  ['the world', [-180, -90, 180, 90]],
  ['a hemisphere', [-100, -60, 60, 70]],
];

describe('the plane of an extent', () => {
  test('is conformal for what is near, equal-area for more, and of the world for all', () => {
    expect(planeSpecFor(STRIP).kind).toBe('conformal');
    expect(planeSpecFor([-30, 10, 60, 75]).kind).toBe('equalArea');
    expect(planeSpecFor([-180, -60, 180, 80])).toEqual({ kind: 'world', longitude: 0, latitude: 0 });
    expect(planeSpecFor([-180, 70, 180, 90]).latitude).toBe(90);
    expect(planeSpecFor([177, -20, 182, -15]).longitude).toBe(179.5);
    expect(planeSpecFor([179, -20, 184, -15]).longitude).toBe(-178.5);
  });

  test.each(EXTENTS)('%s: is what d3 makes of it, and gives places back', (_, extent) => {
    const plane = planeOf(planeSpecFor(extent));
    fc.assert(
      fc.property(fc.double({ min: 0.001, max: 0.999, noNaN: true }), fc.double({ min: 0.001, max: 0.999, noNaN: true }), (across, up) => {
        const place: Position = [extent[0] + across * (extent[2] - extent[0]), extent[1] + up * (extent[3] - extent[1])];
        const point = plane.toPlane(place);
        const byD3 = plane.projection([place[0], place[1]]);
        if (point === null || byD3 === null) throw new Error('a place of the extent is not on the plane');
        expect(Math.hypot(point[0] - byD3[0], point[1] - byD3[1])).toBeLessThan(0.01);
        const back = plane.toEarth(point);
        if (back === null) throw new Error('a place does not come back');
        const turns = Math.round((place[0] - back[0]) / 360);
        expect(Math.abs(back[0] + 360 * turns - place[0]) * Math.cos((place[1] * Math.PI) / 180)).toBeLessThan(1e-6);
        expect(Math.abs(back[1] - place[1])).toBeLessThan(1e-6);
        expect(Math.abs(back[0])).toBeLessThanOrEqual(180);
      }),
    );
  });

  test('is true to a metre at its middle', () => {
    const plane = planeOf(planeSpecFor(STRIP));
    const [ax, ay] = plane.toPlane([34.4, 31.4]) ?? [NaN, NaN];
    const [bx, by] = plane.toPlane([34.4, 31.41]) ?? [NaN, NaN];
    // A hundredth of a degree on a sphere of 6,371,008.8 m.
    expect(Math.hypot(bx - ax, by - ay)).toBeCloseTo(1111.95, 1);
    expect(by).toBeLessThan(ay);
  });

  test('the sky beyond a picture of the world is no place', () => {
    const { toEarth, reach } = planeOf(planeSpecFor([-180, -90, 180, 90]));
    expect(toEarth([reach.maxX * 0.99, reach.maxY * 0.99])).toBeNull();
    expect(toEarth([reach.maxX * 1.2, 0])).toBeNull();
    expect(toEarth([0, 0])).toEqual([0, 0]);
  });
});

describe('the view', () => {
  test.each([...EXTENTS, ['one metre', [34, 31, 34.00001, 31.00001]] as [string, Extent]])(
    '%s: all of the extent is in the picture, and fills it',
    (_, extent) => {
      const plane = planeOf(planeSpecFor(extent));
      const view = viewOf(plane, extent, SIZE);
      const [minX, minY, maxX, maxY] = boxOf(extent, (place) => {
        const point = plane.toPlane(place);
        return point === null ? null : pixelOf(view, point, SIZE);
      });
      expect(Math.min(minX, minY, SIZE.width - maxX, SIZE.height - maxY)).toBeGreaterThan(-1);
      expect(Math.max((maxX - minX) / SIZE.width, (maxY - minY) / SIZE.height)).toBeGreaterThan(0.7);
    },
  );

  test('of a single place is ten kilometres around it', () => {
    const extent: Extent = [34, 31, 34, 31];
    const view = viewOf(planeOf(planeSpecFor(extent)), extent, SIZE);
    expect(SIZE.height / view.scale).toBeCloseTo(10_000, 6);
  });

  test('what is under the pointer stays there while the view zooms, as far as it may', () => {
    const plane = planeOf(planeSpecFor(STRIP));
    const view = viewOf(plane, STRIP, SIZE);
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 1000 }),
        fc.integer({ min: 0, max: 600 }),
        fc.double({ min: 0.2, max: 50, noNaN: true }),
        (x, y, factor) => {
          const under = pointAt(view, [x, y], SIZE);
          const [nowX, nowY] = pixelOf(zoomed(plane, view, factor, [x, y], SIZE), under, SIZE);
          expect(Math.hypot(nowX - x, nowY - y)).toBeLessThan(1e-6);
        },
      ),
    );
  });

  test('never goes beyond what there is to see', () => {
    const plane = planeOf(planeSpecFor(STRIP));
    const far = panned(plane, zoomed(plane, viewOf(plane, STRIP, SIZE), 1e-12, [0, 0], SIZE), 1e9, -1e9, SIZE);
    expect(far.scale).toBeGreaterThan(0);
    expect(far.x).toBe(plane.reach.minX);
    expect(far.y).toBe(plane.reach.maxY);
  });
});

function boxOf([west, south, east, north]: Extent, pixel: (place: Position) => readonly [number, number] | null) {
  const box = [Infinity, Infinity, -Infinity, -Infinity];
  for (let across = 0; across <= 20; across++) {
    for (let up = 0; up <= 20; up++) {
      const at = pixel([west + (across * (east - west)) / 20, south + (up * (north - south)) / 20]);
      if (at === null) continue;
      box[0] = Math.min(box[0] as number, at[0]);
      box[1] = Math.min(box[1] as number, at[1]);
      box[2] = Math.max(box[2] as number, at[0]);
      box[3] = Math.max(box[3] as number, at[1]);
    }
  }
  return box as [number, number, number, number];
}
