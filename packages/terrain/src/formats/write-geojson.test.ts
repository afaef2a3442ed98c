import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { areaKm2 } from '../area.ts';
import { box } from '../box.test-support.ts';
import type { Position, Zone } from '../geometry.ts';
import { readGeoJson } from './read-geojson.ts';
import { writeGeoJson } from './write-geojson.ts';
import { LINE, mapOf, PLACE, ZONE } from './written-map.test-support.ts';
import type { WrittenFeature } from './written-map.ts';

interface Written {
  readonly bbox?: readonly number[];
  readonly parley: Readonly<Record<string, unknown>>;
  readonly features: readonly {
    readonly properties: Readonly<Record<string, unknown>>;
    readonly geometry: { readonly type: string; readonly coordinates: never };
  }[];
}

function written(...features: readonly WrittenFeature[]): Written {
  return JSON.parse(writeGeoJson(mapOf(...features))) as Written;
}

describe('a map as GeoJSON', () => {
  it('reads back with the same ground, and all that is known of each feature', () => {
    const { features, told } = readGeoJson(writeGeoJson(mapOf(ZONE, LINE, PLACE)), 'map.geojson');
    expect(told).toEqual([]);
    expect(features.map(({ name }) => name)).toEqual(['North strip', 'خط الوادي (١٢)', 'Clinic']);
    expect(areaKm2(features[0]?.zone ?? [])).toBeCloseTo(areaKm2(ZONE.coordinates as Zone), 9);
    expect(features[1]?.lines).toEqual(LINE.coordinates);
    expect(features[2]?.places).toEqual(PLACE.coordinates);
    expect(features[0]?.properties).toMatchObject({
      id: ZONE.id,
      party: 'Union of <Upper> & "Lower" Valley',
      version: 'second map',
      phase: 1,
      on: '2025-07',
      accuracyMeters: 200,
      madeHow: 'digitised',
      source: 'Letter of 12 July',
      pCode: 'XX-01',
      contested: true,
      compartment: 'public',
      'name:ar': 'الشريط الشمالي',
    });
  });

  it('runs shells anticlockwise and holes clockwise, as RFC 7946 asks', () => {
    const [shell, hole] = (written(ZONE).features[0]?.geometry.coordinates ?? []) as unknown as Position[][];
    expect(turn(shell)).toBeGreaterThan(0);
    expect(turn(hole)).toBeLessThan(0);
  });

  it('says from which compartments it was made, and that a map is a claim', () => {
    expect(written(ZONE).parley).toMatchObject({ title: 'Maps of the valley', compartments: ['public', 'team'] });
    expect(String(written(ZONE).parley.claim)).toContain('claim');
  });

  it('is a collection without features where there are none', () => {
    const empty = written();
    expect(empty.features).toEqual([]);
    expect(empty.bbox).toBeUndefined();
  });

  it('leaves control characters and marks that turn text out of names', () => {
    const { properties } = written({ ...ZONE, name: { en: 'Zone\u0000 \u202Eone\n2\ud800' } }).features[0] ?? { properties: { name: '' } };
    expect(properties.name).toBe('Zone  one 2\ufffd');
  });
});

describe('a map across the antimeridian', () => {
  const across = (coordinates: WrittenFeature['coordinates'], shape: WrittenFeature['shape']): WrittenFeature => ({
    ...ZONE,
    shape,
    coordinates,
  });

  it('is cut as the example of RFC 7946 is', () => {
    // 3.1.9: a line from 45° N, 170° E across to 45° N, 170° W; and a square of 20 degrees.
    const { features } = written(
      across(
        [
          [
            [170, 45],
            [-170, 45],
          ],
        ],
        'line',
      ),
      across(
        [
          [
            [
              [170, 40],
              [-170, 40],
              [-170, 50],
              [170, 50],
              [170, 40],
            ],
          ],
        ],
        'zone',
      ),
    );
    expect(features[0]?.geometry).toEqual({
      type: 'MultiLineString',
      coordinates: [
        [
          [170, 45],
          [180, 45],
        ],
        [
          [-180, 45],
          [-170, 45],
        ],
      ],
    });
    expect(features[1]?.geometry.type).toBe('MultiPolygon');
    const parts = features[1]?.geometry.coordinates as unknown as Position[][][];
    expect(parts.map(([ring]) => new Set(ring?.map(String)))).toEqual([
      new Set(['170,40', '180,40', '180,50', '170,50']),
      new Set(['-180,40', '-170,40', '-170,50', '-180,50']),
    ]);
  });

  it('has a bounding box whose west is above its east', () => {
    const square = across(
      [
        [
          [
            [177, -20],
            [-178, -20],
            [-178, -16],
            [177, -16],
            [177, -20],
          ],
        ],
      ],
      'zone',
    );
    expect(written(square).bbox).toEqual([177, -20, -178, -16]);
  });

  it('keeps a hole that lies across the cut open to both parts', () => {
    const [shell, hole] = [box(170, 0, 20, 10), box(175, 4, 10, 2)].map((zone) => zone[0]?.[0] ?? []) as [Position[], Position[]];
    const parts = written(across([[shell, hole]], 'zone')).features[0]?.geometry.coordinates as unknown as Zone;
    expect(parts).toHaveLength(2);
    expect(parts.every(([, ...holes]) => holes.length === 0)).toBe(true);
    expect(areaKm2(parts)).toBeCloseTo(areaKm2([[shell, hole]]), 3);
  });

  it('loses and gains no area, whatever the zone', () => {
    const zones = fc.array(fc.tuple(fc.double({ min: 0.2, max: 1, noNaN: true }), fc.boolean()), { minLength: 4, maxLength: 24 });
    fc.assert(
      fc.property(zones, fc.integer({ min: -9, max: 9 }), (spokes, shift) => {
        const ring = star(
          180 + shift / 16,
          10,
          spokes.map(([radius, isSnapped]) => (isSnapped ? Math.round(radius * 4) / 8 : radius / 2)),
        );
        const feature = across([[ring.map(([x, y]) => [x > 180 ? x - 360 : x, y] as const)]], 'zone');
        const { type, coordinates } = written(feature).features[0]?.geometry ?? { type: '', coordinates: [] as never };
        const parts = (type === 'Polygon' ? [coordinates] : coordinates) as Zone;
        expect(Math.abs(areaKm2(parts) - areaKm2([[ring]]))).toBeLessThan(areaKm2([[ring]]) * 1e-6 + 1e-6);
        for (const position of parts.flat(2)) expect(Math.abs(position[0])).toBeLessThanOrEqual(180);
        for (const part of parts) expect(turn(part[0] as Position[])).toBeGreaterThan(0);
        // Each part keeps to one side: no edge goes round the earth.
        for (const edge of parts.flat().flatMap((one) => one.slice(1).map((to, at) => Math.abs(to[0] - (one[at] as Position)[0]))))
          expect(edge).toBeLessThan(180);
      }),
      { numRuns: 300 },
    );
  });
});

/** A ring around a middle, which every ray from there meets once. */
function star(x: number, y: number, radii: readonly number[]): Position[] {
  const ring = radii.map((radius, at): Position => {
    const angle = (2 * Math.PI * at) / radii.length;
    return [x + Math.max(radius, 0.1) * Math.cos(angle), y + Math.max(radius, 0.1) * Math.sin(angle)];
  });
  return [...ring, ring[0] as Position];
}

function turn(ring: readonly Position[] = []): number {
  return ring.slice(1).reduce((sum, [x, y], at) => sum + ((ring[at] as Position)[0] * y - x * (ring[at] as Position)[1]), 0);
}
