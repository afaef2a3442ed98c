import { UserError } from '@parley/model';
import { writeArrayBuffer } from 'geotiff';
import { describe, expect, it } from 'vitest';
import { areaKm2 } from '../area.ts';
import { peopleWithin } from '../people-within.ts';
import { overlay } from '../ready-overlay.test-support.ts';
import { GRIDS_BY_GDAL } from './grids-by-gdal.test-support.ts';
import { readPopulationFile } from './read-population-file.ts';

const WIDTH = 5;
const HEIGHT = 4;

/** A grid of 5 by 4 pixels whose north-west corner lies at 34.4, 31.6, of a hundredth of a degree each, unless said otherwise. */
function tiff(counts: readonly number[], more: Readonly<Record<string, unknown>> = {}): Uint8Array {
  const { width = WIDTH, height = HEIGHT, ...keys } = more;
  return new Uint8Array(
    writeArrayBuffer(Float32Array.from(counts), {
      width: width as number,
      height: height as number,
      ModelPixelScale: [0.01, 0.01, 0],
      ModelTiepoint: [0, 0, 0, 34.4, 31.6, 0],
      GTModelTypeGeoKey: 2,
      GeographicTypeGeoKey: 4326,
      GTRasterTypeGeoKey: 1,
      ...keys,
    }),
  );
}
const COUNTS = Array.from({ length: WIDTH * HEIGHT }, (_, at) => at);
const TAKEN = 'the number of a pixel is taken as its people, not as people to a square kilometre';

describe('people by the pixels of a GeoTIFF', () => {
  it('are counted where the pixels lie, north first', async () => {
    const { cells, told } = await readPopulationFile(tiff(COUNTS), 'grid.tif');
    expect(told).toEqual([TAKEN]);
    expect(cells).toHaveLength(19);
    const last = cells.at(-1);
    expect(last?.people).toBe(19);
    for (const [at, side] of [34.44, 31.56, 34.45, 31.57].entries()) expect(last?.extent?.[at]).toBeCloseTo(side, 9);
    expect(cells.reduce((sum, { people }) => sum + people, 0)).toBe(190);
    // The western two columns: 0 1, 5 6, 10 11, 15 16.
    const west = peopleWithin(
      overlay,
      [
        [
          [
            [34, 31],
            [34.42, 31],
            [34.42, 32],
            [34, 32],
            [34, 31],
          ],
        ],
      ],
      cells,
    );
    expect(west).toBeCloseTo(64, 6);
  });

  it.each(GRIDS_BY_GDAL)('are the same however they are packed: %s', async (_, base64) => {
    const file = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
    const { cells } = await readPopulationFile(file, 'grid.tif');
    const plain = await readPopulationFile(tiff(COUNTS), 'grid.tif');
    expect(cells.map(({ people }) => people)).toEqual(plain.cells.map(({ people }) => people));
    for (const [at, { ring }] of cells.entries())
      for (const [corner, place] of ring.entries())
        for (const side of [0, 1] as const) expect(place[side]).toBeCloseTo(plain.cells[at]?.ring[corner]?.[side] ?? Number.NaN, 9);
    // Wherever it is cut off: refused, without waiting or filling the memory.
    for (const part of [0.1, 0.5, 0.9]) {
      const error: unknown = await readPopulationFile(file.subarray(0, part * file.length), 'grid.tif').catch((thrown: unknown) => thrown);
      expect(error).toBeInstanceOf(UserError);
    }
  });

  it('are refused where they are packed in a way that is not known', async () => {
    const file = tiff(COUNTS);
    const view = new DataView(file.buffer);
    const directory = view.getUint32(4);
    for (let at = directory + 2; at < directory + 2 + 12 * view.getUint16(directory); at += 12)
      if (view.getUint16(at) === 259) view.setUint16(at + 8, 50000);
    await expect(readPopulationFile(file, 'grid.tif')).rejects.toThrow('grid.tif cannot be read: it is packed by Zstandard');
  });

  it('pass over what has no count, and tell of it', async () => {
    const counts = [-9999, Number.NaN, -1, 3.4e38, ...COUNTS.slice(4)];
    const { cells, told } = await readPopulationFile(tiff(counts), 'grid.tif');
    expect(cells).toHaveLength(16);
    expect(told).toEqual([TAKEN, '4 pixel(s) without a count were passed over']);
  });

  it('are brought from a projection', async () => {
    const grid = {
      ModelPixelScale: [1000, 1000, 0],
      ModelTiepoint: [0, 0, 0, 630000, 3490000, 0],
      GTModelTypeGeoKey: 1,
      GeographicTypeGeoKey: undefined,
      ProjectedCSTypeGeoKey: 32636,
    };
    const { cells, told } = await readPopulationFile(tiff(COUNTS, grid), 'grid.tif');
    expect(told).toEqual(['coordinates are brought from EPSG:32636 to WGS 84', TAKEN]);
    expect(cells).toHaveLength(19);
    // The corner at 631000, 3490000 by PROJ 9.5.1; a square kilometre on the grid is one on the ground to 1 in 1,000.
    const [x, y] = cells[0]?.ring[0] ?? [];
    expect(x).toBeCloseTo(34.379955905, 6);
    expect(y).toBeCloseTo(31.53751649, 6);
    for (const { ring } of cells) expect(Math.abs(areaKm2([[ring]]) - 1)).toBeLessThan(0.001);
  });

  it('are read about the maps alone, also over the antimeridian', async () => {
    const counts = Array.from({ length: 360 * 100 }, () => 1);
    const world = tiff(counts, { width: 360, height: 100, ModelPixelScale: [1, 1, 0], ModelTiepoint: [0, 0, 0, -180, 50, 0] });
    const some = await readPopulationFile(world, 'world.tif', { within: [34.2, 31.2, 34.6, 31.6] });
    expect(some.cells.length).toBeLessThan(50);
    expect(some.cells.some(({ extent }) => extent?.[0] === 34 && extent[1] === 31)).toBe(true);
    const fiji = await readPopulationFile(world, 'world.tif', { within: [178.5, -18.5, 181.5, -16.5], nearLongitude: 180 });
    const zone = [
      [
        [
          [178.5, -18.5],
          [181.5, -18.5],
          [181.5, -16.5],
          [178.5, -16.5],
          [178.5, -18.5],
        ],
      ],
    ] as const;
    // 3 by 2 degrees of one head a square degree.
    expect(peopleWithin(overlay, zone, fiji.cells)).toBeCloseTo(6, 1);
  });

  it.each([
    ['of which nothing is known', { ModelPixelScale: [0, 0, 0] }, /does not say where on the earth/],
    [
      'in a projection that is not known',
      { GeographicTypeGeoKey: undefined, ProjectedCSTypeGeoKey: 2154 },
      /is in the coordinates EPSG:2154/,
    ],
    [
      'in metres of nothing',
      { GeographicTypeGeoKey: undefined, GTModelTypeGeoKey: undefined, ModelTiepoint: [0, 0, 0, 630000, 3490000, 0] },
      /names no projection/,
    ],
  ])('are refused in a picture %s', async (_, keys, message) => {
    await expect(readPopulationFile(tiff(COUNTS, keys), 'grid.tif')).rejects.toThrow(message);
  });

  it('are refused where there are none, and wherever the picture is cut off', async () => {
    await expect(readPopulationFile(tiff(COUNTS.map(() => 0)), 'grid.tif')).rejects.toThrow(/counts nobody/);
    const whole = tiff(COUNTS);
    for (const part of [0.02, 0.3, 0.6, 0.95]) {
      const error: unknown = await readPopulationFile(whole.subarray(0, part * whole.length), 'grid.tif').catch(
        (thrown: unknown) => thrown,
      );
      expect(error).toBeInstanceOf(UserError);
    }
  });
});
