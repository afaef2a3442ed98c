import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { placed, placeInZone, type Wanted } from './label-places.ts';
import { pathOf } from './projected.ts';
import { scaleBarLength } from './scale-bar-length.ts';
import { covers, type MapWindow, piecesIn, placeOf, stretchesIn, windowOf } from './window.ts';

const WINDOW: MapWindow = { originX: 0, originY: 0, scale: 1, width: 100, height: 80 };
/** Beyond the drawing by 24 pixels, paths are cut. */
const inBox = (x: number, y: number) => x > -24 && x < 124 && y > -24 && y < 104;

describe('what is drawn of a path', () => {
  const corner = fc.tuple(fc.integer({ min: -300, max: 400 }), fc.integer({ min: -300, max: 400 }));

  test('has the same inside as the whole, wherever one looks', () => {
    fc.assert(
      fc.property(fc.array(corner, { minLength: 3, maxLength: 12 }), corner, (ring, [x, y]) => {
        const at = [x / 4 + 30.26, y / 4 + 20.26] as const;
        fc.pre(inBox(...at) && distanceToRing(ring, at) > 1);
        const pieces = piecesIn(WINDOW, pathOf(ring.flat(), true));
        const drawn = pieces.reduce((odd, piece) => odd !== isInside(pairs(piece), at), false);
        expect(drawn).toBe(isInside(ring, at));
      }),
      { numRuns: 500 },
    );
  });

  test('of a line are its pieces within the drawing', () => {
    fc.assert(
      fc.property(fc.array(corner, { minLength: 2, maxLength: 12 }), (line) => {
        const drawn = piecesIn(WINDOW, pathOf(line.flat(), false)).reduce((sum, piece) => sum + lengthOf(pairs(piece), () => true), 0);
        expect(drawn).toBeCloseTo(lengthOf(line, inBox), -1);
      }),
    );
  });

  test('far away and very near, coordinates stay those of the drawing', () => {
    const near: MapWindow = { originX: 3_000_000, originY: -2_000_000, scale: 1000, width: 1000, height: 800 };
    const around = pathOf([-9e6, -9e6, 9e6, -9e6, 9e6, 9e6, -9e6, 9e6], true);
    for (const value of piecesIn(near, around).flat()) expect(Math.abs(value)).toBeLessThan(1100);
    expect(piecesIn(near, pathOf([0, 0, 10, 0, 10, 10], true))).toEqual([]);
  });

  test('a hundred thousand vertices become no more than can be seen', () => {
    const circle = Array.from({ length: 100_000 }, (_, at) => [50 + 30 * Math.cos(at / 15_915), 40 + 30 * Math.sin(at / 15_915)]);
    const [piece = []] = piecesIn(WINDOW, pathOf(circle.flat(), true));
    expect(piece.length / 2).toBeLessThan(400);
    expect(piece.length / 2).toBeGreaterThan(150);
  });

  test('long strokes are in stretches that meet, each starting as far along as the ones before are long', () => {
    const zigzag = Array.from({ length: 1000 }, (_, at) => [at % 2 === 0 ? 10 : 90, at * 0.08]);
    const stretches = stretchesIn(WINDOW, [pathOf(zigzag.flat(), false)]);
    const ends = stretches.map(({ d }) => d.slice(1).split('L'));
    expect(ends.length).toBeGreaterThan(2);
    for (let at = 1; at < ends.length; at++) expect(ends[at]?.[0]).toBe(ends[at - 1]?.at(-1));
    expect(stretches[1]?.startsAtPixels).toBe(300 * 80);
  });
});

test('a drawing covers the picture until it is moved by half of it, or zoomed by two', () => {
  const [view, size] = [
    { x: 5000, y: 3000, scale: 0.1 },
    { width: 1000, height: 600 },
  ];
  const drawn = windowOf(view, size);
  expect(placeOf(drawn, view, size)).toEqual({ x: -500, y: -300, stretch: 1 });
  expect(covers(drawn, { ...view, x: 5000 + 4990 }, size)).toBe(true);
  expect(covers(drawn, { ...view, x: 5000 + 5010 }, size)).toBe(false);
  expect(covers(drawn, { ...view, scale: 0.21 }, size)).toBe(false);
});

test('the label of a crescent stands inside of it', () => {
  const outer = Array.from({ length: 60 }, (_, at) => [
    50 + 40 * Math.cos((at / 60) * 2 * Math.PI),
    40 + 38 * Math.sin((at / 60) * 2 * Math.PI),
  ]);
  const inner = outer.map(([x = 0, y = 0]) => [x * 0.85 + 20, y * 0.85 + 6]).toReversed();
  const ring = [...outer, outer[0] as number[], inner[0] as number[], ...inner];
  const at = placeInZone(WINDOW, [pathOf(ring.flat(), true)]);
  expect(at).not.toBeNull();
  expect(isInside(ring as [number, number][], [at?.x ?? 0, at?.y ?? 0])).toBe(true);
});

test('of labels that meet the one that matters more stays', () => {
  const label = (id: string, x: number, weight: number): Wanted => ({ id, x, y: 0, width: 40, height: 18, weight });
  expect(placed([label('a', 0, 1), label('b', 30, 5), label('c', 75, 2)]).map(({ id }) => id)).toEqual(['b', 'c']);
});

test.each([
  [700, 500],
  [1999, 1000],
  [0.37, 0.2],
  [12_000_000, 10_000_000],
])('of %d metres the bar shows %d', (most, meters) => {
  const bar = scaleBarLength((pixels) => (pixels / 140) ** 1.1 * most, 140);
  expect(bar?.meters).toBeCloseTo(meters, 9);
  expect((((bar?.pixels ?? 0) / 140) ** 1.1 * most) / meters).toBeCloseTo(1, 6);
});

test('beyond the earth there is no bar', () => expect(scaleBarLength(() => null, 140)).toBeNull());

type Pair = readonly [number, number];

function pairs(points: readonly number[]): Pair[] {
  return Array.from({ length: points.length / 2 }, (_, at) => [points[2 * at] as number, points[2 * at + 1] as number]);
}

function isInside(ring: readonly Pair[], [x, y]: Pair): boolean {
  let inside = false;
  ring.forEach(([ax, ay], at) => {
    const [bx, by] = ring[(at + 1) % ring.length] as Pair;
    if (ay > y !== by > y && x < ax + ((bx - ax) * (y - ay)) / (by - ay)) inside = !inside;
  });
  return inside;
}

function distanceToRing(ring: readonly Pair[], [x, y]: Pair): number {
  return Math.min(
    ...ring.map(([ax, ay], at) => {
      const [bx, by] = ring[(at + 1) % ring.length] as Pair;
      const squared = (bx - ax) ** 2 + (by - ay) ** 2;
      const share = squared === 0 ? 0 : Math.min(1, Math.max(0, ((x - ax) * (bx - ax) + (y - ay) * (by - ay)) / squared));
      return Math.hypot(ax + share * (bx - ax) - x, ay + share * (by - ay) - y);
    }),
  );
}

/** The length of a line as far as it is within, by small steps. */
function lengthOf(line: readonly Pair[], within: (x: number, y: number) => boolean): number {
  let sum = 0;
  for (let at = 1; at < line.length; at++) {
    const [[ax, ay], [bx, by]] = [line[at - 1] as Pair, line[at] as Pair];
    const steps = Math.max(1, Math.ceil(Math.hypot(bx - ax, by - ay) * 10));
    for (let step = 0; step < steps; step++) {
      const share = (step + 0.5) / steps;
      if (within(ax + share * (bx - ax), ay + share * (by - ay))) sum += Math.hypot(bx - ax, by - ay) / steps;
    }
  }
  return sum;
}
