import { describe, expect, it } from 'vitest';
import { areaKm2 } from './area.ts';
import { box } from './box.test-support.ts';
import { compareMany } from './compare-many.ts';
import { lengthMeters } from './distance.ts';
import type { Line, Zone } from './geometry.ts';
import type { DrawnMap } from './ground-parts.ts';
import { overlay } from './ready-overlay.test-support.ts';

const map = (name: string, zone: Zone, accuracyMeters: number | null = null): DrawnMap => ({ name, zone, accuracyMeters });
const reference = map('reference', box(34, 31, 0.4, 0.1));
const west = map('west', box(34, 31, 0.2, 0.1));
const middle = map('middle', box(34.1, 31, 0.2, 0.1));
const apart = map('apart', [...box(34.3, 31.02, 0.02), ...box(34.35, 31.02, 0.02)]);

describe('any number of maps against a reference', () => {
  it('tells how each stands to the reference, and any two to each other', () => {
    const { maps, overlapMatrix, reference: held } = compareMany(overlay, { reference, maps: [west, middle, apart] });
    expect(held?.towardsReference).toBeNull();
    expect(maps.map(({ towardsReference }) => Math.round(towardsReference?.shareOfReference.value ?? 0))).toEqual([50, 50, 2]);
    for (const { areaKm2: whole, towardsReference: towards } of maps) {
      expect((towards?.overlap.areaKm2.value ?? 0) + (towards?.onlyMap.areaKm2.value ?? 0)).toBeCloseTo(whole.value, 4);
      expect((towards?.overlap.areaKm2.value ?? 0) + (towards?.onlyReference.areaKm2.value ?? 0)).toBeCloseTo(held?.areaKm2.value ?? 0, 4);
    }
    expect(overlapMatrix.names).toEqual(['reference', 'west', 'middle', 'apart']);
    const percent = overlapMatrix.percentOfRow.map((row) => row.map(({ value }) => Math.round(value)));
    expect(percent).toEqual([
      [100, 50, 50, 2],
      [100, 100, 50, 0],
      [100, 50, 100, 0],
      [100, 0, 0, 100],
    ]);
    for (const [row, line] of overlapMatrix.areaKm2.entries())
      for (const [column, { value }] of line.entries()) expect(value).toBe(overlapMatrix.areaKm2[column]?.[row]?.value);
  });

  it('stands without a reference, and with no map at all', () => {
    const { maps, reference: held, overlapMatrix } = compareMany(overlay, { reference: null, maps: [west, middle] });
    expect(held).toBeNull();
    expect(maps.map(({ towardsReference, leftOfReference }) => [towardsReference, leftOfReference])).toEqual([
      [null, null],
      [null, null],
    ]);
    expect(overlapMatrix.areaKm2[0]?.[1]?.value).toBeCloseTo(areaKm2(box(34.1, 31, 0.1)), 3);
    expect(compareMany(overlay, { reference: null, maps: [] }).maps).toEqual([]);
    // A map without an area has nothing, and is no reason to fail.
    const empty = compareMany(overlay, { reference, maps: [map('empty', [])] }).maps[0];
    expect([empty?.areaKm2.value, empty?.towardsReference?.shareOfReference.value, empty?.towardsReference?.lineShift]).toEqual([
      0,
      0,
      null,
    ]);
  });

  it('says which municipalities and camps are cut, by what share, and where the accuracy decides', () => {
    const units = [
      { name: 'inside', zone: box(34.02, 31.02, 0.05) },
      { name: 'cut', zone: box(34.15, 31.02, 0.1, 0.05) },
      { name: 'outside', zone: box(34.3, 31.02, 0.05) },
      { name: 'beside the border', zone: box(34.2005, 31.02, 0.05) },
      { name: 'nothing', zone: [] },
    ];
    const where = (accuracyMeters: number) =>
      Object.fromEntries(
        (compareMany(overlay, { reference: null, maps: [map('west', west.zone, accuracyMeters)] }, { units }).maps[0]?.units ?? []).map(
          ({ name, where: found, shareInside }) => [name, `${found} ${shareInside.value.toFixed(1)}`],
        ),
      );
    expect(where(0)).toEqual({ inside: 'inside 100.0', cut: 'cut 50.0', outside: 'outside 0.0', 'beside the border': 'outside 0.0' });
    // 0.0005 degrees are 48 m here.
    expect(where(100)).toEqual({ inside: 'inside 100.0', cut: 'cut 50.0', outside: 'outside 0.0', 'beside the border': 'uncertain 0.0' });
  });

  it('places sites by signed distance, and measures roads and people with bands that hold what may be', () => {
    const road: Line = [
      [33.9, 31.05],
      [34.5, 31.05],
    ];
    const population = [{ ring: reference.zone[0]?.[0] ?? [], people: 4000 }];
    const sites = [
      { name: 'near', at: [34.2005, 31.05] },
      { name: 'deep', at: [34.1, 31.05] },
    ] as const;
    const [found] = compareMany(overlay, { reference, maps: [map('west', west.zone, 100)] }, { roads: [road], population, sites }).maps;
    const inside = lengthMeters([
      [34, 31.05],
      [34.2, 31.05],
    ]);
    expect(found?.roadLengthKm?.value).toBeCloseTo(inside / 1000, 2);
    expect(found?.roadLengthKm?.low).toBeCloseTo(inside / 1000 - 0.2, 2);
    expect(found?.roadLengthKm?.high).toBeCloseTo(inside / 1000 + 0.2, 2);
    expect(found?.people?.value).toBeCloseTo(2000, 0);
    expect(found?.people?.low).toBeLessThan(2000);
    expect(found?.sites?.map(({ name, where }) => `${name} ${where}`)).toEqual(['deep inside', 'near uncertain']);
    expect(found?.sites?.[1]?.signedMeters).toBeCloseTo(47.7, 0);
  });

  it('says in what pieces a map leaves the ground', () => {
    const across = map('across', box(34.15, 31, 0.1, 0.1));
    const [found] = compareMany(overlay, { reference, maps: [across] }).maps;
    expect(found?.leftOfReference?.pieces).toHaveLength(2);
    expect(found?.leftOfReference?.pieces[0]?.areaKm2).toBeCloseTo(areaKm2(box(34, 31, 0.15, 0.1)), 3);
  });

  it('is the same ground on either side of the antimeridian, however it is written', () => {
    const whole = map('runs on above 180', box(179.9, -17, 0.2, 0.1));
    const split = map('cut at 180', [...box(179.9, -17, 0.1), ...box(-180, -17, 0.1)]);
    const jump: Zone = box(179.9, -17, 0.2, 0.1).map((polygon) => polygon.map((ring) => ring.map(([x, y]) => [x > 180 ? x - 360 : x, y])));
    const sites = [{ name: 'east', at: [-179.95, -16.95] }] as const;
    const population = [{ ring: box(-180, -17, 0.1)[0]?.[0] ?? [], people: 10 }];
    const units = [{ name: 'cut', zone: box(-179.95, -17, 0.1) }];
    const roads: Line[] = [
      [
        [179.95, -16.95],
        [-179.95, -16.95],
      ],
    ];
    const { maps } = compareMany(overlay, { reference: whole, maps: [split, map('jumps', jump)] }, { sites, population, units, roads });
    for (const found of maps) {
      expect(found.towardsReference?.shareOfReference.value).toBeCloseTo(100, 6);
      expect(found.towardsReference?.lineShift).toBeNull();
      expect(found.pieces.pieces).toHaveLength(1);
      expect(found.sites?.[0]?.where).toBe('inside');
      expect(found.people?.value).toBeCloseTo(10, 6);
      expect(found.units?.[0]?.shareInside.value).toBeCloseTo(50, 3);
      expect(found.roadLengthKm?.value).toBeCloseTo(10.65, 1);
    }
  });
});
