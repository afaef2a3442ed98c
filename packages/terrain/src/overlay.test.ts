import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { areaKm2 } from './area.ts';
import { difference } from './difference.ts';
import type { Position, Zone } from './geometry.ts';
import { overlap } from './overlap.ts';
import { hasMaps, heapBytes, mapNamed, overlay } from './ready-overlay.test-support.ts';
import { union } from './union.ts';
import { withShortEdges } from './with-short-edges.ts';

/** More with PARLEY_FUZZ=1000. */
const RUNS = Number(process.env.PARLEY_FUZZ ?? 40);

/** A star-shaped polygon about a place: valid, with as many corners as there are radii. */
function star([x, y]: Position, radii: readonly number[]): Zone {
  const ring = radii.map((radius, at): Position => {
    const angle = (2 * Math.PI * at) / radii.length;
    return [x + radius * Math.cos(angle), y + radius * Math.sin(angle)];
  });
  return [[[...ring, ring[0] as Position]]];
}

const radii = fc.array(fc.double({ min: 0.05, max: 0.5, noNaN: true }), { minLength: 3, maxLength: 40 });
const near = fc.double({ min: -0.4, max: 0.4, noNaN: true });

/** Parts that are nothing but a strip along a border: thinner on average than the grid. */
function slivers(zone: Zone): Zone {
  return zone.filter(([shell = []]) => {
    let perimeter = 0;
    for (let at = 1; at < shell.length; at++) {
      const [[ax, ay], [bx, by]] = [shell[at - 1] as Position, shell[at] as Position];
      perimeter += Math.hypot(bx - ax, by - ay);
    }
    const [, latitude] = shell[0] as Position;
    const squareDegrees = areaKm2([[shell]]) / (111.2 * 111.2 * Math.cos((latitude * Math.PI) / 180));
    return (2 * squareDegrees) / perimeter < 0.9e-7;
  });
}

function addUp(a: Zone, b: Zone): void {
  const both = overlap(overlay, a, b);
  const [onlyA, onlyB] = [difference(overlay, a, b), difference(overlay, b, a)];
  const scale = Math.max(areaKm2(a), areaKm2(b));
  expect(Math.abs(areaKm2(both) + areaKm2(onlyA) - areaKm2(a)) / scale).toBeLessThan(1e-6);
  expect(Math.abs(areaKm2(both) + areaKm2(onlyB) - areaKm2(b)) / scale).toBeLessThan(1e-6);
  expect(Math.abs(areaKm2(union(overlay, [a, b])) - areaKm2(both) - areaKm2(onlyA) - areaKm2(onlyB)) / scale).toBeLessThan(1e-6);
  expect(overlay.fault(both) ?? overlay.fault(onlyA) ?? overlay.fault(onlyB)).toBeNull();
  expect([...slivers(both), ...slivers(onlyA), ...slivers(onlyB)]).toEqual([]);
}

describe('overlaying zones', () => {
  it('gives parts that add up to the whole, whatever their shapes', () => {
    fc.assert(
      fc.property(radii, radii, near, near, (one, other, x, y) => addUp(star([34, 31], one), star([34 + x, 31 + y], other))),
      { numRuns: RUNS, seed: 7 },
    );
  }, 600_000);

  it.skipIf(!hasMaps)(
    'does so for districts moved, turned into coarser copies and laid over each other',
    () => {
      const districts = mapNamed('admin2.geojson').features.map(({ zone }) => withShortEdges(zone));
      const district = fc.nat(districts.length - 1);
      const shift = fc.double({ min: -0.05, max: 0.05, noNaN: true });
      const digits = fc.integer({ min: 4, max: 9 });
      fc.assert(
        fc.property(district, district, shift, shift, digits, (one, other, x, y, places) => {
          const round = (degrees: number): number => Number(degrees.toFixed(places));
          const moved = (districts[other] as Zone).map((polygon) =>
            polygon.map((ring) => ring.map(([a, b]): Position => [round(a + x), round(b + y)])),
          );
          addUp(districts[one] as Zone, overlay.repair(moved));
        }),
        { numRuns: Math.ceil(RUNS / 4), seed: 7 },
      );
    },
    600_000,
  );

  it('leaves no slivers between two copies of a border that differ in the last digits', () => {
    const drawn = star(
      [34, 31],
      Array.from({ length: 400 }, (_, at) => 0.3 + 0.02 * Math.sin(at * 7)),
    );
    const copy: Zone = drawn.map((polygon) =>
      polygon.map((ring) => ring.map(([x, y], at) => [x + 1e-9 * ((at % 400) % 3), y - 1e-9 * ((at % 400) % 2)])),
    );
    expect(difference(overlay, drawn, copy)).toEqual([]);
    expect(difference(overlay, copy, drawn)).toEqual([]);
  });

  it('keeps both halves of a bow-tie and takes no notice of a hole outside its shell', () => {
    const bowTie: Zone = [
      [
        [
          [0, 0],
          [1, 1],
          [1, 0],
          [0, 1],
          [0, 0],
        ],
      ],
    ];
    expect(overlay.fault(bowTie)).toEqual({ reason: 'Self-intersection', at: [0.5, 0.5] });
    expect(overlay.repair(bowTie)).toHaveLength(2);
    const shell: Position[] = [
      [0, 0],
      [1, 0],
      [1, 1],
      [0, 1],
      [0, 0],
    ];
    const stray: Position[] = [
      [2, 2],
      [3, 2],
      [3, 3],
      [2, 2],
    ];
    expect(areaKm2(overlay.repair([[shell, stray]]))).toBeCloseTo(areaKm2([[shell]]), 6);
  });

  it('holds no more memory after many calls than after a few', () => {
    const [a, b] = [star([34, 31], [0.3, 0.2, 0.4, 0.1, 0.3]), star([34.1, 31], [0.3, 0.2, 0.4, 0.1])];
    const work = (): void => {
      for (let turn = 0; turn < 300; turn++) overlay.union([overlay.overlap(a, b), overlay.difference(a, b)]);
    };
    work();
    const before = heapBytes();
    for (let round = 0; round < 5; round++) work();
    expect(heapBytes()).toBe(before);
  });
});
