import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { areaKm2 } from './area.ts';
import { difference } from './difference.ts';
import type { Position, Zone } from './geometry.ts';
import { addUp } from './parts-add-up.test-support.ts';
import { heapBytes, overlay, quickOverlay } from './ready-overlay.test-support.ts';

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

describe('overlaying zones', () => {
  it('gives parts that add up to the whole, whatever their shapes', () => {
    fc.assert(
      fc.property(radii, radii, near, near, fc.boolean(), (one, other, x, y, isQuick) =>
        addUp(isQuick ? quickOverlay : overlay, star([34, 31], one), star([34 + x, 31 + y], other)),
      ),
      { numRuns: RUNS, seed: 7 },
    );
  }, 600_000);

  it('leaves no slivers between two copies of a border that differ in the last digits', () => {
    const drawn = star(
      [34, 31],
      Array.from({ length: 400 }, (_, at) => 0.3 + 0.02 * Math.sin(at * 7)),
    );
    const copy: Zone = drawn.map((polygon) =>
      polygon.map((ring) => ring.map(([x, y], at) => [x + 1e-9 * ((at % 400) % 3), y - 1e-9 * ((at % 400) % 2)])),
    );
    for (const way of [overlay, quickOverlay]) {
      expect(difference(way, drawn, copy)).toEqual([]);
      expect(difference(way, copy, drawn)).toEqual([]);
    }
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
