import { UserError } from '@parley/model';
import { describe, expect, it } from 'vitest';
import { areaKm2 } from '../area.ts';
import { overlay } from '../ready-overlay.test-support.ts';
import type { MapFile } from './map-feature.ts';
import { readMapFile } from './read-map-file.ts';
import { clockwise, dbfOf, type Shape, shpOf, type Table, zipOf } from './shapefile-bytes.test-support.ts';
import { zoneOfFile } from './zone-of-file.ts';

const WGS_PRJ =
  'GEOGCS["GCS_WGS_1984",DATUM["D_WGS_1984",SPHEROID["WGS_1984",6378137.0,298.257223563]],PRIMEM["Greenwich",0.0],UNIT["Degree",0.0174532925199433]]';
const PALESTINE_PRJ =
  'PROJCS["Palestine_1923_Palestine_Grid",GEOGCS["GCS_Palestine_1923",DATUM["D_Palestine_1923",SPHEROID["Clarke_1880_Benoit",6378300.789,293.466315538981]],' +
  'PRIMEM["Greenwich",0.0],UNIT["Degree",0.0174532925199433]],PROJECTION["Cassini"],PARAMETER["False_Easting",170251.555],PARAMETER["False_Northing",126867.909],' +
  'PARAMETER["Central_Meridian",35.2120805555556],PARAMETER["Scale_Factor",1.0],PARAMETER["Latitude_Of_Origin",31.7340969444444],UNIT["Meter",1.0]]';

const rings = (...parts: Shape['parts']): Shape => ({ type: 5, parts });
const named = (...names: (string | Uint8Array)[]): Table => ({
  columns: [{ name: 'NAME', type: 'C', width: 20 }],
  rows: names.map((name) => [name]),
});
const read = (files: Readonly<Record<string, Uint8Array | string>>): Promise<MapFile> => readMapFile(zipOf(files), 'zones.zip');
const one = (shapes: readonly (Shape | null)[], more: Readonly<Record<string, Uint8Array | string>> = {}): Promise<MapFile> =>
  read({ 'zones.shp': shpOf(shapes), 'zones.dbf': dbfOf(named(...shapes.map((_, at) => `zone ${at}`))), 'zones.prj': WGS_PRJ, ...more });
const without = async (shape: Shape): Promise<{ area: number; told: readonly string[] }> => {
  const file = await one([shape]);
  return { area: areaKm2(zoneOfFile(overlay, file).zone), told: file.told };
};
const SQUARE = areaKm2([[clockwise(34, 31, 0.1)]]);

async function refusal(read: Promise<unknown>): Promise<UserError> {
  const error: unknown = await read.then(
    () => new Error('nothing was thrown'),
    (thrown: unknown) => thrown,
  );
  if (error instanceof UserError) return error;
  throw error;
}

describe('a zipped Shapefile', () => {
  it('is read with its names, numbers, dates and truth values', async () => {
    const file = await one([rings(clockwise(34, 31, 0.1))], {
      'zones.dbf': dbfOf({
        columns: [
          { name: 'NAME', type: 'C', width: 10 },
          { name: 'people', type: 'N', width: 8 },
          { name: 'ON', type: 'D', width: 8 },
          { name: 'held', type: 'L', width: 1 },
          { name: 'empty', type: 'N', width: 4 },
        ],
        rows: [['north', '    12.5', '20251019', 'T', '    ']],
      }),
    });
    expect(file.told).toEqual([]);
    expect(file.features[0]?.name).toBe('north');
    expect(file.features[0]?.properties).toEqual({ NAME: 'north', people: 12.5, ON: '2025-10-19', held: true, empty: null });
    expect(file.features[0]?.zone).toEqual([[clockwise(34, 31, 0.1)]]);
  });

  it('may have letters of either case, a folder, and what a Mac adds', async () => {
    const file = await read({
      'map/ZONES.SHP': shpOf([rings(clockwise(34, 31, 0.1))]),
      'map/zones.DBF': dbfOf(named('north')),
      'map/Zones.Prj': WGS_PRJ,
      '__MACOSX/map/._ZONES.SHP': 'x',
    });
    expect(file.features.map(({ name }) => name)).toEqual(['north']);
  });

  it('may have several layers, each in its own projection', async () => {
    const file = await read({
      'a.shp': shpOf([rings(clockwise(34.5, 31.4, 0.1))]),
      'a.dbf': dbfOf(named('degrees')),
      'a.prj': WGS_PRJ,
      'b.shp': shpOf([rings(clockwise(100000, 100000, 5000))]),
      'b.dbf': dbfOf(named('metres')),
      'b.prj': PALESTINE_PRJ,
    });
    expect(file.features.map(({ name, properties }) => [name, properties.layer])).toEqual([
      ['degrees', 'a'],
      ['metres', 'b'],
    ]);
    expect(file.told).toEqual([
      '2 layers were read: a, b',
      'b: coordinates are brought from Palestine 1923 Palestine Grid to WGS 84',
      'b: its datum is brought to WGS 84 by EPSG:1074, good to 2 m',
    ]);
    const [x, y] = file.features[1]?.zone[0]?.[0]?.[0] ?? [];
    // PROJ 9.5.1 by EPSG:1074.
    expect(x).toBeCloseTo(34.47343326, 7);
    expect(y).toBeCloseTo(31.490024856, 7);
  });

  it('keeps a straight border of a projection straight, however long its edges', async () => {
    const file = await one([rings(clockwise(100000, 100000, 80000))], { 'zones.prj': PALESTINE_PRJ });
    const zone = file.features[0]?.zone ?? [];
    expect(zone[0]?.[0]?.length).toBe(4 * 80 + 1);
    // 80 km in the square on the grid, whose scale grows away from its meridian: 0.1 per cent is more than that.
    expect(areaKm2(zone)).toBeGreaterThan(6400 * 0.999);
    expect(areaKm2(zone)).toBeLessThan(6400 * 1.001);
  });

  it('shows lines and places too', async () => {
    const file = await one([
      {
        type: 3,
        parts: [
          [
            [34, 31],
            [34.1, 31.1],
          ],
          [
            [34.2, 31],
            [34.3, 31],
            [34.4, 31],
          ],
        ],
      },
      { type: 1, parts: [[[34.5, 31.5]]] },
      {
        type: 8,
        parts: [
          [
            [34.5, 31.5],
            [34.6, 31.6],
          ],
        ],
      },
    ]);
    expect(file.features.map(({ lines, places }) => [lines.map(({ length }) => length), places.length])).toEqual([
      [[2, 3], 0],
      [[], 1],
      [[], 2],
    ]);
  });
});

describe('the rings of a Shapefile', () => {
  it('are sorted into shells, their holes, and islands in these', async () => {
    const hole = clockwise(34.02, 31.02, 0.06).reverse();
    const island = clockwise(34.04, 31.04, 0.02);
    const { area, told } = await without(rings(clockwise(34, 31, 0.1), clockwise(35, 31, 0.1), hole, island));
    expect(told).toEqual([]);
    expect(area).toBeCloseTo(2 * SQUARE - areaKm2([[hole]]) + areaKm2([[island]]), 6);
  });

  it('belong to the shell around them, not to one that only its box is in', async () => {
    const bend: Shape['parts'][number] = [
      [34, 31],
      [34, 31.1],
      [34.1, 31.1],
      [34.1, 31.09],
      [34.01, 31.09],
      [34.01, 31],
      [34, 31],
    ];
    const beside = clockwise(34.05, 31.02, 0.04);
    const hole = clockwise(34.06, 31.03, 0.02).reverse();
    const file = await one([rings(bend, beside, hole)]);
    expect(file.features[0]?.zone.map((polygon) => polygon.length)).toEqual([1, 2]);
  });

  it('are sorted in a moment, however many there are', async () => {
    const shells = Array.from({ length: 5000 }, (_, at) => clockwise(30 + 0.01 * (at % 100), 30 + 0.01 * Math.floor(at / 100), 0.008));
    const holes = shells.map((shell) => clockwise((shell[0]?.[0] ?? 0) + 0.002, (shell[0]?.[1] ?? 0) + 0.002, 0.004).reverse());
    const file = await one([rings(...shells, ...holes)]);
    expect(file.features[0]?.zone.map(({ length }) => length)).toEqual(shells.map(() => 2));
  });

  it('may be wound the wrong way round, and that is told', async () => {
    const { area, told } = await without(rings(clockwise(34, 31, 0.1).reverse(), clockwise(34.02, 31.02, 0.06)));
    expect(told).toEqual(['the rings of 1 feature(s) are wound the wrong way round and were taken the other way']);
    expect(area).toBeCloseTo(SQUARE - areaKm2([[clockwise(34.02, 31.02, 0.06)]]), 6);
  });

  it('that are wound as holes and lie outside become land, and that is told', async () => {
    const { area, told } = await without(
      rings(clockwise(34, 31, 0.1), clockwise(34.03, 31.03, 0.02).reverse(), clockwise(35, 31, 0.1).reverse()),
    );
    expect(told).toEqual(['1 ring(s) wound as holes lie in no other ring and were taken as land']);
    expect(area).toBeCloseTo(2 * SQUARE - areaKm2([[clockwise(34.03, 31.03, 0.02)]]), 6);
  });

  it('that cross themselves are repaired, and that is told', async () => {
    const file = await one([
      rings([
        [34, 31],
        [34.1, 31.1],
        [34.1, 31],
        [34, 31.1],
        [34, 31],
      ]),
    ]);
    expect(zoneOfFile(overlay, file).told.join()).toMatch(/zone 0 was repaired: self-intersection/);
  });

  it('across the antimeridian stay in one piece', async () => {
    const file = await one([
      rings([
        [179.9, -17],
        [179.9, -16.9],
        [-179.9, -16.9],
        [-179.9, -17],
        [179.9, -17],
      ]),
    ]);
    expect(areaKm2(zoneOfFile(overlay, file).zone)).toBeCloseTo(
      areaKm2([
        [
          [
            [10, -17],
            [10.2, -17],
            [10.2, -16.9],
            [10, -16.9],
            [10, -17],
          ],
        ],
      ]),
      3,
    );
  });

  it('with heights are read without, and that is told', async () => {
    const high = clockwise(34, 31, 0.1).map(([x, y]) => [x, y, 120]);
    const file = await one([{ type: 15, parts: [high] }]);
    expect(file.told).toEqual(['heights are passed over']);
    expect(file.features[0]?.zone).toEqual([[clockwise(34, 31, 0.1)]]);
  });
});

describe('names in a table', () => {
  const ARABIC = 'خان يونس';
  const HEBREW = 'באר שבע';
  /** By the published tables of the code pages, as TextEncoder has none of them. */
  const inPage = (text: string, encoding: string): Uint8Array => {
    const decoder = new TextDecoder(encoding);
    const page = Array.from({ length: 256 }, (_, byte) => decoder.decode(Uint8Array.of(byte)));
    return Uint8Array.from([...text].map((letter) => page.indexOf(letter)));
  };
  const shapes = [rings(clockwise(34, 31, 0.1))];
  const nameWith = async (
    name: Uint8Array,
    more: { cpg?: string; driver?: number } = {},
  ): Promise<{ name: string | null; told: readonly string[] }> => {
    const file = await one(shapes, {
      'zones.dbf': dbfOf({ ...named(name), driver: more.driver ?? 0 }),
      ...(more.cpg === undefined ? {} : { 'zones.cpg': more.cpg }),
    });
    return { name: file.features[0]?.name ?? null, told: file.told };
  };

  it.each([
    [ARABIC, 'windows-1256', ['1256', 'CP1256', 'windows-1256', 'ANSI 1256']],
    [HEBREW, 'windows-1255', ['1255', 'windows-1255\n']],
    [HEBREW, 'iso-8859-8', ['ISO-8859-8', 'iso 8859-8', '88598']],
    [ARABIC, 'iso-8859-6', ['ISO 8859-6', '88596']],
  ])('%s in %s, as its .cpg says', async (text, encoding, declared) => {
    for (const cpg of declared) expect(await nameWith(inPage(text, encoding), { cpg })).toEqual({ name: text, told: [] });
  });

  it.each([ARABIC, HEBREW])('%s in UTF-8, with a .cpg and without', async (text) => {
    for (const cpg of ['UTF-8', 'utf8', '65001'])
      expect(await nameWith(new TextEncoder().encode(text), { cpg })).toEqual({ name: text, told: [] });
    expect(await nameWith(new TextEncoder().encode(text))).toEqual({
      name: text,
      told: ['names are read as utf-8, which they fit; there is no .cpg that says so'],
    });
  });

  it.each([
    [ARABIC, 'windows-1256', /as Arabic by the look of them/],
    ['رفح', 'windows-1256', /as Arabic/],
    [HEBREW, 'windows-1255', /as Hebrew by the look of them/],
    ['Стара Загора', 'windows-1251', /as Cyrillic/],
    ['Québec Zürich', 'windows-1252', /the page of Western Europe/],
  ])('%s in %s without a .cpg is guessed, and that is told', async (text, encoding, told) => {
    const read = await nameWith(inPage(text, encoding));
    expect(read.name).toBe(text);
    expect(read.told.join()).toMatch(told);
  });

  it('follow the head of the table where there is no .cpg', async () => {
    expect(await nameWith(inPage(HEBREW, 'windows-1255'), { driver: 0x7d })).toEqual({
      name: HEBREW,
      told: ['names are read as windows-1255, as the head of the table says; there is no .cpg that says so'],
    });
  });

  it('are told of where the .cpg names no encoding that is known, or the wrong one', async () => {
    expect((await nameWith(inPage(ARABIC, 'windows-1256'), { cpg: 'KLINGON' })).told.join()).toMatch(
      /"KLINGON", which is not known; names are read as windows-1256/,
    );
    expect((await nameWith(inPage(ARABIC, 'windows-1256'), { cpg: 'UTF-8' })).told.join()).toMatch(/1 name\(s\) do not fit utf-8/);
  });

  it('that end in half a letter, as the column was full, lose it', async () => {
    const bytes = new TextEncoder().encode('שלום שלום שלו');
    expect(bytes.length).toBeGreaterThan(20);
    expect(await nameWith(bytes, { cpg: 'UTF-8' })).toEqual({ name: 'שלום שלום ש', told: [] });
  });
});

describe('a Shapefile with a fault', () => {
  const square = rings(clockwise(34, 31, 0.1));

  it('is read where its coordinates are plainly degrees and it does not say so, and that is told', async () => {
    const file = await read({ 'zones.shp': shpOf([square]), 'zones.dbf': dbfOf(named('a')) });
    expect(file.told).toEqual([
      'there is no .prj with it: its coordinates are taken as longitude and latitude (WGS 84), within which they lie',
    ]);
  });

  it('is refused where they are not', async () => {
    const error = await refusal(read({ 'zones.shp': shpOf([rings(clockwise(100000, 100000, 1000))]) }));
    expect(error.code).toBe('unknown-projection');
    expect(error.message).toBe(
      'zones.zip: zones.shp has no projection (.prj), and its coordinates are no degrees: they begin at 100000, 100000',
    );
  });

  it('is refused with a projection or a datum that is not known', async () => {
    for (const prj of [
      PALESTINE_PRJ.replace('D_Palestine_1923', 'D_Nowhere_1850'),
      PALESTINE_PRJ.replace('Cassini', 'Fuller'),
      'LOCAL_CS["my field"]',
    ])
      expect((await refusal(one([square], { 'zones.prj': prj }))).code).toBe('unknown-projection');
  });

  it('is refused with latitude before longitude, where that can be seen', async () => {
    expect((await refusal(one([rings(clockwise(31, 134, 0.1))]))).code).toBe('swapped-coordinates');
  });

  it('is refused with coordinates that are no numbers', async () => {
    const error = await refusal(
      one([
        rings([
          [34, 31],
          [34, 31.1],
          [Number.NaN, 31.1],
          [34, 31],
        ]),
      ]),
    );
    expect(error.code).toBe('invalid-position');
    expect(error.message).toContain('[NaN, 31.1]');
  });

  it('is told of what it lacks: a table, rows, shapes, what is deleted', async () => {
    expect((await readMapFile(shpOf([square]), 'zones.shp')).told).toContain('there is no table of names (.dbf) with it');
    const few = await one([square, null, rings(clockwise(35, 31, 0.1))], { 'zones.dbf': dbfOf({ ...named('a', 'b'), deleted: [0] }) });
    expect(few.told).toEqual([
      'its table has 2 rows for 3 shapes',
      '1 feature(s) are marked as deleted and were left out',
      '1 feature has no geometry and was left out',
    ]);
  });

  it('is refused wherever it is cut off', async () => {
    const shp = shpOf([square, square]);
    const dbf = dbfOf(named('a', 'b'));
    const whole = zipOf({ 'zones.shp': shp, 'zones.dbf': dbf, 'zones.prj': WGS_PRJ });
    for (const part of [0.1, 0.5, 0.9, 0.99]) {
      expect((await refusal(readMapFile(whole.subarray(0, part * whole.length), 'zones.zip'))).code).toBe('broken-file');
      expect((await refusal(read({ 'zones.shp': shp.subarray(0, part * shp.length), 'zones.dbf': dbf }))).code).toBe('broken-file');
      expect((await refusal(read({ 'zones.shp': shp, 'zones.dbf': dbf.subarray(0, part * (dbf.length - 2)) }))).code).toBe('broken-file');
    }
  });

  it('is refused or read, and nothing else, whatever byte of it is another', async () => {
    const shp = shpOf([square]);
    const dbf = dbfOf(named('a'));
    for (const [bytes, part] of [
      [shp, 'zones.shp'],
      [dbf, 'zones.dbf'],
    ] as const)
      for (let at = 0; at < bytes.length; at++) {
        const other = Uint8Array.from(bytes);
        other[at] = 0xff - (other[at] ?? 0);
        await read({ 'zones.shp': shp, 'zones.dbf': dbf, [part]: other }).catch((error: unknown) =>
          expect(error).toBeInstanceOf(UserError),
        );
      }
  });
});
