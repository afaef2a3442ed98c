import { UserError } from '@parley/model';
import { cellToBoundary, latLngToCell } from 'h3-js';
import { describe, expect, it } from 'vitest';
import { areaKm2 } from '../area.ts';
import type { Zone } from '../geometry.ts';
import { peopleWithin } from '../people-within.ts';
import { overlay } from '../ready-overlay.test-support.ts';
import { readPopulationFile } from './read-population-file.ts';

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
const square = (west: number, south: number, side: number): [number, number][] => [
  [west, south],
  [west + side, south],
  [west + side, south + side],
  [west, south + side],
  [west, south],
];

describe('people by extents', () => {
  it('gives a cell for each row, whatever the order of the columns and the mark between them', async () => {
    for (const text of [
      'people,west,south,east,north\n12,34,31,34.5,31.5\n',
      '\uFEFF"west";"south";"east";"north";"Population"\r\n34;31;34.5;31.5;12\r\n',
    ]) {
      const { cells } = await readPopulationFile(bytes(text), 'p.csv');
      expect(cells).toEqual([{ ring: square(34, 31, 0.5), people: 12, extent: [34, 31, 34.5, 31.5] }]);
    }
  });

  it.each([
    ['lon,lat,people\n1,2,3\n', /columns "lon,lat,people"/],
    ['west,south,east,north,people\n1,2,3,4,many\n', /row 2 is "1,2,3,4,many"/],
    ['west,south,east,north,people\n3,2,1,4,5\n', /row 2/],
    ['west,south,east,north,people\n1,2,NaN,4,5\n', /row 2/],
    ['west,south,east,north,people\n683000,3480000,684000,3481000,5\n', /row 2/],
    ['west,south,east,north,people\n', /no rows/],
    ['', /empty/],
  ])('refuses %j', async (text, message) => {
    await expect(readPopulationFile(bytes(text), 'p.csv')).rejects.toThrow(message);
    await expect(readPopulationFile(bytes(text), 'p.csv')).rejects.toBeInstanceOf(UserError);
  });
});

describe('people by H3 cells', () => {
  const id = latLngToCell(31.5, 34.45, 8);

  it('are spread over the hexagon that the id stands for, with a head and without one', async () => {
    for (const text of [`h3,people\n${id},1708.0\n`, `${id},1708.0\n`, `population,h3\n1708,${id}\n`]) {
      const { cells } = await readPopulationFile(bytes(text), 'kontur.csv');
      expect(cells).toHaveLength(1);
      expect(cells[0]?.h3).toBe(id);
      expect(cells[0]?.people).toBe(1708);
      // Longitude first, closed, with the six corners that H3 gives.
      expect(cells[0]?.ring).toEqual(cellToBoundary(id, true));
      expect(cells[0]?.ring).toHaveLength(7);
    }
  });

  it('count by the share of their area', async () => {
    const { cells } = await readPopulationFile(bytes(`h3,people\n${id},1000\n`), 'kontur.csv');
    const ring = cells[0]?.ring ?? [];
    const [west, east] = [Math.min(...ring.map(([x]) => x)), Math.max(...ring.map(([x]) => x))];
    const half: Zone = [
      [
        [
          [west - 1, 31],
          [(west + east) / 2, 31],
          [(west + east) / 2, 32],
          [west - 1, 32],
          [west - 1, 31],
        ],
      ],
    ];
    const share = areaKm2(overlay.overlap([[ring]], half)) / areaKm2([[ring]]);
    expect(share).toBeGreaterThan(0.45);
    expect(share).toBeLessThan(0.55);
    expect(peopleWithin(overlay, half, cells)).toBeCloseTo(1000 * share, 6);
  });

  it('lie in one piece across the antimeridian, on the side that is asked for', async () => {
    const across = latLngToCell(-17, 180, 5);
    for (const nearLongitude of [179, -179]) {
      const { cells } = await readPopulationFile(bytes(`h3,people\n${across},5\n`), 'fiji.csv', { nearLongitude });
      const longitudes = (cells[0]?.ring ?? []).map(([x]) => x);
      expect(Math.max(...longitudes) - Math.min(...longitudes)).toBeLessThan(1);
      expect(Math.abs((longitudes[0] ?? 0) - nearLongitude)).toBeLessThan(3);
    }
  });

  it('are refused where there is no such cell', async () => {
    await expect(readPopulationFile(bytes('h3,people\n8f2db67259fffff,3\n'), 'p.csv')).rejects.toThrow(
      /row 2: there is no H3 cell "8f2db67259fffff"/,
    );
  });
});

describe('people by polygons', () => {
  const feature = (people: unknown): unknown => ({
    type: 'Feature',
    properties: { people },
    geometry: { type: 'Polygon', coordinates: [square(34, 31, 0.5)] },
  });

  it('may give their number as text, as KML does', async () => {
    const map = JSON.stringify({ type: 'FeatureCollection', features: [feature(12), feature('12')] });
    expect((await readPopulationFile(bytes(map), 'p.geojson')).cells.map(({ people }) => people)).toEqual([12, 12]);
  });

  it('spread the people of several parts by area', async () => {
    const parts = { type: 'MultiPolygon', coordinates: [[square(34, 0, 0.2)], [square(35, 0, 0.1)]] };
    const map = JSON.stringify({ type: 'Feature', properties: { pop: 1000 }, geometry: parts });
    const { cells, told } = await readPopulationFile(bytes(map), 'p.geojson');
    expect(cells.map(({ people }) => Math.round(people))).toEqual([800, 200]);
    expect(told).toEqual(['the people of 1 area(s) of several parts are spread over them by area']);
  });

  it('are told of where none lies about the maps', async () => {
    const map = JSON.stringify(feature(12));
    const near = await readPopulationFile(bytes(map), 'p.geojson', { within: [34.4, 31.4, 36, 32] });
    expect([near.cells.length, near.told]).toEqual([1, []]);
    const far = await readPopulationFile(bytes(map), 'p.geojson', { within: [44, 31, 45, 32] });
    expect([far.cells.length, far.told]).toEqual([0, ['it counts nobody where the maps are']]);
  });

  it.each([[undefined], [-1], ['many'], ['']])('are refused with %j people', async (people) => {
    const map = JSON.stringify({ type: 'FeatureCollection', features: [feature(people)] });
    await expect(readPopulationFile(bytes(map), 'p.geojson')).rejects.toThrow(/feature 1 gives .* for its people/);
  });
});
