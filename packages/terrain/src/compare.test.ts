import { describe, expect, it } from 'vitest';
import { areaKm2 } from './area.ts';
import { compare } from './compare.ts';
import type { Position, Zone } from './geometry.ts';
import { overlay } from './ready-overlay.test-support.ts';

const square = (x: number, y: number, width: number, height = width): Zone => [
  [
    [
      [x, y],
      [x + width, y],
      [x + width, y + height],
      [x, y + height],
      [x, y],
    ],
  ],
];
const map = (name: string, zone: Zone, accuracyMeters: number | null = null) => ({ name, zone, accuracyMeters });
/** A degree of latitude has 110.86 km here, one of longitude 95.5. */
const NORTH = 1 / 110_860;
const EAST = 1 / 95_450;

describe('comparing two maps', () => {
  it('gives what is in both, in one and in either, which add up', () => {
    const result = compare(overlay, map('a', square(34, 31, 0.1)), map('b', square(34.05, 31, 0.1)));
    const { overlap, onlyFirst, onlySecond, union, shareOfFirst, shareOfSecond, maps } = result;
    expect(overlap.areaKm2.value + onlyFirst.areaKm2.value).toBeCloseTo(maps[0].areaKm2.value, 4);
    expect(overlap.areaKm2.value + onlyFirst.areaKm2.value + onlySecond.areaKm2.value).toBeCloseTo(union.areaKm2.value, 4);
    expect(shareOfFirst.value).toBeCloseTo(50, 3);
    expect(shareOfSecond.value).toBeCloseTo(50, 3);
    expect(overlap.areaKm2.low).toBe(overlap.areaKm2.value);
    expect(result.note.kind).toBe('exact');
  });

  it('has every map within its bands whose borders are off by no more than was stated', () => {
    const base = { a: square(34, 31, 0.1), b: square(34.05, 31.02, 0.1) };
    const banded = compare(overlay, map('a', base.a, 100), map('b', base.b, 250));
    expect(banded.note.kind).toBe('bound');
    // Both redrawn, each in ways that keep all of its border within what was stated.
    for (const [growA, growB, east, north] of [
      [99, 249, 0, 0],
      [-99, -249, 0, 0],
      [99, -249, 0, 0],
      [-99, 249, 0, 0],
      [0, 0, 249, 0],
      [0, 0, -100, 140],
    ] as const) {
      const redrawn = (x: number, y: number, grow: number): Zone =>
        square(x - 0.7 * grow * EAST, y - 0.7 * grow * NORTH, 0.1 + 1.4 * grow * EAST, 0.1 + 1.4 * grow * NORTH);
      const drawn = compare(
        overlay,
        map('a', redrawn(34, 31, growA)),
        map('b', redrawn(34.05 + east * EAST, 31.02 + north * NORTH, growB)),
      );
      for (const part of ['overlap', 'onlyFirst', 'onlySecond', 'union'] as const) {
        expect(drawn[part].areaKm2.value).toBeGreaterThan(banded[part].areaKm2.low);
        expect(drawn[part].areaKm2.value).toBeLessThan(banded[part].areaKm2.high);
      }
      for (const share of ['shareOfFirst', 'shareOfSecond'] as const) {
        expect(drawn[share].value).toBeGreaterThan(banded[share].low);
        expect(drawn[share].value).toBeLessThan(banded[share].high);
      }
    }
  });

  it('widens an area by the strip along its border', () => {
    const { maps } = compare(overlay, map('a', square(34, 31, 0.1), 100), map('b', square(34, 31, 0.1)));
    const perimeterKm = 2 * 0.1 * (110.86 + 95.4);
    const [{ areaKm2: band }] = maps;
    expect(band.high - band.value).toBeCloseTo(perimeterKm * 0.1 + Math.PI * 0.01, 1);
    expect(band.value - band.low).toBeCloseTo(perimeterKm * 0.1, 1);
  });

  it('counts pieces, enclaves, people and sites, and has no shift between equal borders', () => {
    const shell = square(34, 31, 0.1)[0]?.[0] as Position[];
    const hole = square(34.04, 31.04, 0.02)[0]?.[0] as Position[];
    const zone: Zone = [[shell, hole], ...square(35, 31, 0.1)];
    const population = [{ ring: shell, people: 1000 }];
    const sites = [{ name: 'clinic', at: [34.05, 31.05] as const }];
    const { maps, lineShift } = compare(overlay, map('a', zone), map('b', zone), { population, sites });
    expect(maps[0]).toMatchObject({ pieces: 2, holes: 1, sites: [{ name: 'clinic', where: 'outside' }] });
    expect(maps[0].people?.value).toBeCloseTo(1000 * (1 - areaKm2([[hole]]) / areaKm2([[shell]])), 2);
    expect(lineShift).toBeNull();
  });

  it('goes on where the two have nothing in common', () => {
    const { overlap, shareOfFirst } = compare(overlay, map('a', square(34, 31, 0.1), 50), map('b', square(36, 31, 0.1), 50));
    expect(overlap.areaKm2).toEqual({ value: 0, low: 0, high: 0 });
    expect(shareOfFirst.value).toBe(0);
  });
});
