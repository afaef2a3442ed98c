import { describe, expect, it } from 'vitest';
import type { Position, Zone } from './geometry.ts';
import { levelSet, sampledField } from './level-set.ts';
import { overlay } from './ready-overlay.test-support.ts';

/** In the plane of the degrees. */
function planeArea(zone: Zone): number {
  const ringArea = (ring: readonly Position[]): number =>
    Math.abs(ring.slice(1).reduce((sum, [x, y], at) => sum + ((ring[at]?.[0] ?? 0) * y - x * (ring[at]?.[1] ?? 0)) / 2, 0));
  return zone.reduce((sum, [shell = [], ...holes]) => sum + ringArea(shell) - holes.reduce((inner, hole) => inner + ringArea(hole), 0), 0);
}

describe('what lies at most at a level', () => {
  const cells = 40;
  const clipped = (value: (at: Position) => number, level: number): number => {
    const square: Zone = [
      [
        [
          [0, 0],
          [1, 0],
          [1, 1],
          [0, 1],
          [0, 0],
        ],
      ],
    ];
    return planeArea(overlay.overlap(overlay.enclosed(levelSet(sampledField([0, 0, 1, 1], cells, value), level)), square));
  };

  it('is right also where the level is that of corners of the grid', () => {
    for (const level of [0.25, 0.3, 0.5, 0.512, 0.75]) {
      expect(Math.abs(clipped(([x]) => x, level) - level)).toBeLessThan(1e-3);
      expect(Math.abs(clipped(([x, y]) => Math.max(x, y), level) - level * level)).toBeLessThan(1e-3);
      expect(Math.abs(clipped(([x, y]) => Math.max(x, 1 - y), level) - level * level)).toBeLessThan(1e-3);
    }
    // A saddle, whose two halves meet in a corner.
    expect(Math.abs(clipped(([x, y]) => 0.5 + (x - 0.5) * (y - 0.5), 0.5) - 0.5)).toBeLessThan(0.02);
    // A plateau, and an island with a lake in it.
    expect(clipped(() => 0.5, 0.5)).toBeCloseTo(1, 2);
    const ring = ([x, y]: Position): number => Math.abs(Math.hypot(x - 0.5, y - 0.5) - 0.3);
    expect(Math.abs(clipped(ring, 0.1) - Math.PI * (0.4 ** 2 - 0.2 ** 2))).toBeLessThan(0.01);
  });
});
