import { UserError } from '@parley/model';
import { describe, expect, it } from 'vitest';
import { areaKm2 } from '../area.ts';
import { overlay } from '../ready-overlay.test-support.ts';
import { readGeoJson } from './read-geojson.ts';
import { zoneOfFile } from './zone-of-file.ts';

const polygon = (...rings: number[][][]): string => JSON.stringify({ type: 'Polygon', coordinates: rings });
const SQUARE = [
  [34, 31],
  [34.1, 31],
  [34.1, 31.1],
  [34, 31.1],
  [34, 31],
];

function fault(text: string): UserError {
  try {
    zoneOfFile(overlay, readGeoJson(text, 'map.geojson'));
  } catch (error) {
    if (error instanceof UserError) return error;
    throw error;
  }
  throw new Error('nothing was thrown');
}

describe('a map file with a fault', () => {
  it.each([
    ['an empty file', '', 'empty-map'],
    ['no features', '{"type":"FeatureCollection","features":[]}', 'empty-map'],
    ['no geometry', '{"type":"Feature","properties":{},"geometry":null}', 'empty-map'],
    ['no JSON', 'POLYGON((0 0,1 1,1 0,0 0))', 'unknown-format'],
    ['no GeoJSON', '[1,2]', 'unknown-format'],
    ['an unknown type', '{"type":"Circle","coordinates":[1,2]}', 'unknown-format'],
    ['lines alone', '{"type":"LineString","coordinates":[[1,2],[3,4]]}', 'no-area'],
    [
      'swapped coordinates',
      polygon([
        [31, 134],
        [31.1, 134],
        [31, 134.1],
        [31, 134],
      ]),
      'swapped-coordinates',
    ],
    [
      'metres',
      polygon([
        [683000, 3480000],
        [684000, 3480000],
        [684000, 3481000],
        [683000, 3480000],
      ]),
      'unknown-projection',
    ],
    [
      'another projection',
      `{"type":"FeatureCollection","crs":{"type":"name","properties":{"name":"EPSG:99999"}},"features":[]}`,
      'unknown-projection',
    ],
    ['an accuracy that is none', `{"type":"Feature","properties":{"accuracyMeters":-1},"geometry":${polygon(SQUARE)}}`, 'invalid'],
  ])('is refused with the file, the fault and a cure: %s', (_, text, code) => {
    const { message, cure, code: told } = fault(text);
    expect(told).toBe(code);
    expect(message).toContain('map.geojson');
    expect(cure).not.toBe('');
  });

  it('is repaired and told: a bow-tie, an open ring, a hole outside its shell', () => {
    const told = (text: string) => {
      const file = readGeoJson(text, 'map.geojson');
      const zone = zoneOfFile(overlay, file);
      return { told: [...file.told, ...zone.told].join('; '), area: areaKm2(zone.zone) };
    };
    const square = areaKm2([[SQUARE as [number, number][]]]);
    expect(
      told(
        polygon([
          [34, 31],
          [34.1, 31.1],
          [34.1, 31],
          [34, 31.1],
          [34, 31],
        ]),
      ).told,
    ).toMatch(/feature 1 was repaired: self-intersection near 34.05, 31.05/);
    const open = told(polygon(SQUARE.slice(0, -1)));
    expect(open.told).toBe('1 ring was not closed and has been');
    expect(open.area).toBeCloseTo(square, 3);
    const stray = told(
      polygon(SQUARE, [
        [35, 32],
        [35.1, 32],
        [35.1, 32.1],
        [35, 32],
      ]),
    );
    expect(stray.told).toMatch(/hole lies outside shell/);
    expect(stray.area).toBeCloseTo(square, 3);
  });
});

describe('a map across the antimeridian', () => {
  const ring = [
    [179.9, -17],
    [-179.9, -17],
    [-179.9, -16.9],
    [179.9, -16.9],
    [179.9, -17],
  ];
  const expected = areaKm2([
    [
      [
        [10, -17],
        [10.2, -17],
        [10.2, -16.9],
        [10, -16.9],
        [10, -17],
      ],
    ],
  ]);

  it('is kept in one piece, and told', () => {
    const file = readGeoJson(polygon(ring), 'map.geojson');
    expect(file.told).toEqual(['1 ring or line crosses the antimeridian']);
    expect(areaKm2(zoneOfFile(overlay, file).zone)).toBeCloseTo(expected, 3);
  });

  it('is joined where a file has it cut in two', () => {
    const cut = JSON.stringify({
      type: 'MultiPolygon',
      coordinates: [
        [
          [
            [179.9, -17],
            [180, -17],
            [180, -16.9],
            [179.9, -16.9],
            [179.9, -17],
          ],
        ],
        [
          [
            [-180, -17],
            [-179.9, -17],
            [-179.9, -16.9],
            [-180, -16.9],
            [-180, -17],
          ],
        ],
      ],
    });
    const { zone } = zoneOfFile(overlay, readGeoJson(cut, 'map.geojson'));
    expect(zone).toHaveLength(1);
    expect(areaKm2(zone)).toBeCloseTo(expected, 3);
  });
});
