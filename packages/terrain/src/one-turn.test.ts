import { describe, expect, it } from 'vitest';
import { areaKm2 } from './area.ts';
import { box } from './box.test-support.ts';
import { distanceMeters, lengthMeters } from './distance.ts';
import { borderOf, type Line, type Position, type Zone } from './geometry.ts';
import { lineShift } from './line-shift.ts';
import { zoneNear } from './one-turn.ts';
import { overlap } from './overlap.ts';
import { overlay } from './ready-overlay.test-support.ts';
import { withShortEdges } from './with-short-edges.ts';
import { zoneMembership } from './zone-membership.ts';

/** A parallel from 180 degrees west to 180 degrees east, all but closed. */
const parallel = (latitude: number): Line => Array.from({ length: 37 }, (_, at): Position => [-180 + 10 * at, latitude]);
/** Karney 2013. */
const EARTH_KM2 = 510_065_621.724;

/** What lies beyond a parallel, by the authalic latitude (Snyder 1987, 16). */
function capKm2(latitude: number): number {
  const squared = 0.006_694_379_990_141_316;
  const e = Math.sqrt(squared);
  const q = (degrees: number): number => {
    const sine = Math.sin((degrees * Math.PI) / 180);
    return (1 - squared) * (sine / (1 - squared * sine * sine) - Math.log((1 - e * sine) / (1 + e * sine)) / (2 * e));
  };
  return Math.PI * 6378.137 ** 2 * (q(90) - q(latitude));
}

describe('zones in one turn round the earth', () => {
  it('refuse an edge of which nobody can tell which way round it goes', () => {
    const wide: Zone = box(-100, 0, 200, 10);
    expect(() => zoneNear(wide, 0)).toThrow(/-100, 0 to 100, 0 goes half round the earth/);
    expect(() => zoneNear(box(0, 0, 180, 10), 0)).toThrow(/cannot be told/);
    expect(zoneNear(box(0, 0, 179, 10), 0)).toEqual(box(0, 0, 179, 10));
  });

  it('take the short way where an edge is written across the antimeridian', () => {
    const [[ring] = []] = zoneNear(
      box(179.9, 0, 0.2).map((polygon) => polygon.map((line) => line.map(([x, y]) => [x > 180 ? x - 360 : x, y]))),
      -180,
    );
    expect(ring?.map(([x]) => Number(x.toFixed(6)))).toEqual([-180.1, -179.9, -179.9, -180.1, -180.1]);
  });

  it('close a ring round a pole over the pole, whichever it is and whichever way it runs', () => {
    for (const latitude of [80, -80]) {
      for (const ring of [parallel(latitude), [...parallel(latitude)].reverse()]) {
        // As a file has it that does not say how often it goes round.
        const written = ring.map(([x, y]): Position => [x === 180 ? -180 : x, y]);
        const cap = zoneNear([[written]], 0);
        expect(Math.abs(areaKm2(cap) / capKm2(80) - 1)).toBeLessThan(1e-7);
        // A quarter of what lies beyond 85 degrees.
        const [south, north] = latitude > 0 ? [85, 90] : [-90, -85];
        const quarter = overlap(overlay, cap, box(0, south, 90, north - south));
        expect(Math.abs(areaKm2(quarter) / (capKm2(85) / 4) - 1)).toBeLessThan(1e-6);
      }
    }
  });

  it('have a border round a pole that is that of the ground, and no more', () => {
    const meridian = (from: number, to: number): number => distanceMeters([0, from], [0, to]);
    for (const pole of [1, -1]) {
      const cap = (latitude: number): Zone =>
        zoneNear([[parallel(pole * latitude).map(([x, y]): Position => [x === 180 ? -180 : x, y])]], 0);
      const { signedMeters } = zoneMembership(withShortEdges(cap(82)));
      for (const longitude of [-179.99, 0, 180]) {
        expect(Math.abs(signedMeters([longitude, pole * 88]) / -meridian(82, 88) - 1)).toBeLessThan(1e-4);
        expect(Math.abs(signedMeters([longitude, pole * 81.9]) / meridian(81.9, 82) - 1)).toBeLessThan(1e-4);
      }
      // As much of it as it should be lies apart, all of it outwards.
      const shift = lineShift(borderOf(cap(84)), borderOf(cap(83)), { stepMeters: 50_000 });
      expect(Math.abs((shift?.signedMeanMeters ?? 0) / meridian(83, 84) - 1)).toBeLessThan(1e-3);
      expect(Math.abs((shift?.comparedMeters ?? 0) / lengthMeters(parallel(pole * 83)) - 1)).toBeLessThan(1e-3);
      expect(Math.abs((shift?.greatestMeters ?? 0) / meridian(83, 84) - 1)).toBeLessThan(1e-3);
    }
  });

  it('leave a ring alone that is closed along the pole already, and a band round the earth', () => {
    const antarctic: Line = [...parallel(-80), [180, -90], [-180, -90], [-180, -80]];
    expect(zoneNear([[antarctic]], 0)).toEqual([[antarctic]]);
    const band = box(-180, -10, 360, 20);
    expect(zoneNear(band, 0)).toEqual(band);
    expect(areaKm2(band) + 2 * capKm2(10)).toBeCloseTo(EARTH_KM2, 0);
    // All of the earth has an inside, and no border.
    expect(zoneMembership(box(-180, -90, 360, 180)).signedMeters([200, 10])).toBe(-Infinity);
  });
});

describe('holes thinner than the grid', () => {
  it('go, and take nothing with them', () => {
    const shell = box(34, 31, 0.1)[0]?.[0] ?? [];
    const crack = box(34.02, 31.05, 0.05, 4e-8)[0]?.[0] ?? [];
    const zone: Zone = [[shell, crack]];
    const right = box(34.05, 31, 0.1);
    for (const found of [overlay.overlap(zone, right), overlay.difference(zone, right), overlay.union([zone])]) {
      expect(found.flatMap(([, ...holes]) => holes)).toEqual([]);
    }
    expect(areaKm2(overlay.overlap(zone, right)) + areaKm2(overlay.difference(zone, right))).toBeCloseTo(areaKm2([[shell]]), 4);
    // A hole that is a line, and one that is a spike out of another.
    const line: Line = [shell[0], [34.05, 31.05], [34.06, 31.05], [34.05, 31.05], [34.05, 31.05]].slice(1) as Line;
    expect(areaKm2(overlay.repair([[shell, line]]))).toBeCloseTo(areaKm2([[shell]]), 6);
  });
});
