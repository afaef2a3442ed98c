import { describe, expect, it } from 'vitest';
import { areaKm2 } from './area.ts';
import { compromise } from './compromise.ts';
import { difference } from './difference.ts';
import { lengthMeters } from './distance.ts';
import type { Line, Position, Zone } from './geometry.ts';
import { overlap } from './overlap.ts';
import { peopleWithin } from './people-within.ts';
import { overlay } from './ready-overlay.test-support.ts';

const band = (south: number, north: number): Zone => [
  [
    [
      [34, south],
      [34.2, south],
      [34.2, north],
      [34, north],
      [34, south],
    ],
  ],
];

describe('a line between two lines', () => {
  it.each([0.25, 0.5, 0.75])('gives up the share asked for to four decimals: %d', (share) => {
    const [first, second] = [band(31, 31.2), band(31, 31.1)];
    const front = (latitude: number): Line[] => [
      [
        [34, latitude],
        [34.2, latitude],
      ],
    ];
    const found = compromise(overlay, first, second, share, { fronts: [front(31.2), front(31.1)] });
    const left = areaKm2(difference(overlay, first, found.zone)) / areaKm2(difference(overlay, first, second));
    expect(left.toFixed(4)).toBe(share.toFixed(4));
    expect(found.share.toFixed(4)).toBe(share.toFixed(4));
    // Between parallel lines it is parallel to them.
    const latitudes = found.line.flat().map(([, latitude]) => latitude);
    for (const latitude of latitudes) expect(Math.abs(latitude - (31.2 - 0.1 * share))).toBeLessThan(2e-4);
    expect(
      Math.abs(
        found.line.reduce((sum, line) => sum + lengthMeters(line), 0) /
          lengthMeters([
            [34, 31.15],
            [34.2, 31.15],
          ]) -
          1,
      ),
    ).toBeLessThan(0.01);
  });

  it('lies between where one zone has more here and the other there', () => {
    const corner: Zone = [
      [
        [
          [34, 31],
          [34.1, 31.0],
          [34.1, 31.2],
          [34, 31.2],
          [34, 31],
        ],
      ],
    ];
    const wide = band(31.05, 31.15);
    const { zone, share } = compromise(overlay, corner, wide, 0.5);
    expect(share).toBeCloseTo(0.5, 4);
    const both = areaKm2(overlap(overlay, corner, wide));
    expect(areaKm2(overlap(overlay, zone, overlap(overlay, corner, wide)))).toBeCloseTo(both, 2);
    const inNeither = difference(overlay, difference(overlay, zone, corner), wide);
    expect(areaKm2(inNeither)).toBeLessThan(1e-3);
  });

  it('shares out people where people are what is measured', () => {
    const [first, second] = [band(31, 31.2), band(31, 31.1)];
    const cell = (west: number, south: number): Position[] => [
      [west, south],
      [west + 0.02, south],
      [west + 0.02, south + 0.02],
      [west, south + 0.02],
      [west, south],
    ];
    const cells = Array.from({ length: 50 }, (_, at) => ({
      ring: cell(34 + 0.02 * (at % 10), 31.1 + 0.02 * Math.floor(at / 10)),
      people: 1 + at,
    }));
    const { zone } = compromise(overlay, first, second, 0.5, { measure: (part) => peopleWithin(overlay, part, cells), cells: 60 });
    const all = peopleWithin(overlay, difference(overlay, first, second), cells);
    expect(peopleWithin(overlay, difference(overlay, first, zone), cells) / all).toBeCloseTo(0.5, 3);
  });

  it('is refused where nothing is contested, and for a share that is none', () => {
    expect(() => compromise(overlay, band(31, 31.1), band(31, 31.1), 0.5)).toThrow(RangeError);
    expect(() => compromise(overlay, band(31, 31.2), band(31, 31.1), 1.5)).toThrow(RangeError);
  });
});
