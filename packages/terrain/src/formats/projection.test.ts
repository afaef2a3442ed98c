import { UserError } from '@parley/model';
import { describe, expect, it } from 'vitest';
import { distanceMeters } from '../distance.ts';
import type { Position } from '../geometry.ts';
import { datumByName } from './datums.ts';
import { type Projection, projectionOfName, projectionOfWkt } from './projection.ts';

/** As ESRI writes a projection, whose datum comes without its way to WGS 84. */
const esri = (
  name: string,
  datum: string,
  spheroid: string,
  projection: string,
  parameters: Record<string, number>,
  unit = 'UNIT["Meter",1.0]',
): string =>
  `PROJCS["${name}",GEOGCS["GCS_${datum}",DATUM["D_${datum}",SPHEROID[${spheroid}]],PRIMEM["Greenwich",0.0],UNIT["Degree",0.0174532925199433]],` +
  `PROJECTION["${projection}"],${Object.entries(parameters)
    .map(([key, value]) => `PARAMETER["${key}",${value}]`)
    .join(',')},${unit}]`;

const utm = (name: string, datum: string, spheroid: string, meridian: number, south = false): string =>
  esri(name, datum, spheroid, 'Transverse_Mercator', {
    False_Easting: 500000,
    False_Northing: south ? 10000000 : 0,
    Central_Meridian: meridian,
    Scale_Factor: 0.9996,
    Latitude_Of_Origin: 0,
  });
const WGS = '"WGS_1984",6378137.0,298.257223563';
const CLARKE = '"Clarke_1880_RGS",6378249.145,293.465';
const palestine = (name: string, northing: number): string =>
  esri(name, 'Palestine_1923', '"Clarke_1880_Benoit",6378300.789,293.466315538981', 'Cassini', {
    False_Easting: 170251.555,
    False_Northing: northing,
    Central_Meridian: 35.2120805555556,
    Scale_Factor: 1,
    Latitude_Of_Origin: 31.7340969444444,
  });

/** Reference: PROJ 9.5.1 with the transformations of the EPSG dataset named, to nine decimals. */
const REFERENCE: readonly (readonly [what: string, wkt: string, name: string | null, at: Position, expected: Position])[] = [
  ['UTM 36N', utm('WGS_1984_UTM_Zone_36N', 'WGS_1984', WGS, 33), 'EPSG:32636', [639000, 3486000], [34.463642603, 31.500501376]],
  ['UTM 36N', utm('WGS_1984_UTM_Zone_36N', 'WGS_1984', WGS, 33), 'EPSG:32636', [709000, 3516000], [35.206721361, 31.76042253]],
  ['UTM 36S', utm('WGS_1984_UTM_Zone_36S', 'WGS_1984', WGS, 33, true), 'EPSG:32736', [500000, 9900000], [33, -0.904730615]],
  ['Palestine grid', palestine('Palestine_1923_Palestine_Grid', 126867.909), 'EPSG:28191', [100000, 100000], [34.47343326, 31.490024856]],
  ['Palestine grid', palestine('Palestine_1923_Palestine_Grid', 126867.909), 'EPSG:28191', [172000, 132000], [35.231305221, 31.780705275]],
  ['Palestine grid', palestine('Palestine_1923_Palestine_Grid', 126867.909), 'EPSG:28191', [150000, 200000], [34.997660628, 32.393757468]],
  [
    'Israeli Cassini',
    palestine('Palestine_1923_Israel_CS_Grid', 1126867.909),
    'EPSG:28193',
    [100000, 1100000],
    [34.47343326, 31.490024856],
  ],
  [
    'Israeli TM',
    esri('Israel_TM_Grid', 'Israel', '"GRS_1980",6378137.0,298.257222101', 'Transverse_Mercator', {
      False_Easting: 219529.584,
      False_Northing: 626907.39,
      Central_Meridian: 35.2045169444444,
      Scale_Factor: 1.0000067,
      Latitude_Of_Origin: 31.7343936111111,
    }),
    'EPSG:2039',
    [150000, 600000],
    [34.473434962, 31.490007805],
  ],
  [
    'Web Mercator',
    esri('WGS_1984_Web_Mercator_Auxiliary_Sphere', 'WGS_1984', WGS, 'Mercator_Auxiliary_Sphere', {
      False_Easting: 0,
      False_Northing: 0,
      Central_Meridian: 0,
      Standard_Parallel_1: 0,
      Auxiliary_Sphere_Type: 0,
    }),
    'EPSG:3857',
    [3836826, 3698077],
    [34.466794383, 31.501697841],
  ],
  [
    'ED50',
    utm('ED_1950_UTM_Zone_36N', 'European_1950', '"International_1924",6378388.0,297.0', 33),
    null,
    [640000, 3890000],
    [34.536414892, 35.141598981],
  ],
  ['Adindan', utm('Adindan_UTM_Zone_36N', 'Adindan', CLARKE, 33), null, [450000, 1720000], [32.534412551, 15.558981941]],
  ['Karbala', utm('Karbala_1979_UTM_38N', 'Karbala_1979_Polservice', CLARKE, 45), null, [450000, 3680000], [44.460091535, 33.260338152]],
  [
    'Syria Lambert',
    esri('Deir_ez_Zor_Syria_Lambert', 'Deir_ez_Zor', '"Clarke_1880_IGN",6378249.2,293.466021293627', 'Lambert_Conformal_Conic', {
      False_Easting: 300000,
      False_Northing: 300000,
      Central_Meridian: 37.35,
      Standard_Parallel_1: 34.65,
      Scale_Factor: 0.9996256,
      Latitude_Of_Origin: 34.65,
    }),
    null,
    [0, 300000],
    [34.078857119, 34.605681613],
  ],
  [
    'degrees on an older datum',
    'GEOGCS["GCS_Palestine_1923",DATUM["D_Palestine_1923",SPHEROID["Clarke_1880_Benoit",6378300.789,293.466315538981]],PRIMEM["Greenwich",0.0],UNIT["Degree",0.0174532925199433]]',
    null,
    [35, 31.5],
    [35.000734903, 31.500353956],
  ],
  [
    'feet',
    esri(
      'NAD_1983_StatePlane_New_York_Long_Island_FIPS_3104_Feet',
      'North_American_1983',
      '"GRS_1980",6378137.0,298.257222101',
      'Lambert_Conformal_Conic',
      {
        False_Easting: 984250,
        False_Northing: 0,
        Central_Meridian: -74,
        Standard_Parallel_1: 41.0333333333333,
        Standard_Parallel_2: 40.6666666666667,
        Latitude_Of_Origin: 40.1666666666667,
      },
      'UNIT["Foot_US",0.304800609601219]',
    ),
    null,
    [980000, 200000],
    [-74.015331015, 40.715629477],
  ],
];

const apart = ({ inverse }: Projection, at: Position, expected: Position): number => distanceMeters(inverse?.(at) ?? at, expected);

describe('coordinates brought to WGS 84', () => {
  it.each(REFERENCE)('%s: within 2 cm of PROJ, by its text and by its name', (_, wkt, name, at, expected) => {
    expect(apart(projectionOfWkt(wkt, 'zone.prj'), at, expected)).toBeLessThan(0.02);
    if (name !== null) expect(apart(projectionOfName(name, 'zone.json'), at, expected)).toBeLessThan(0.02);
  });

  it('would be hundreds of metres off without the datum', () => {
    const [, , , at, expected] = REFERENCE[3] as (typeof REFERENCE)[number];
    const without = palestine('X', 126867.909).replace('D_Palestine_1923', 'D_WGS_1984');
    expect(apart(projectionOfWkt(without, 'zone.prj'), at, expected)).toBeGreaterThan(50);
  });

  it('say what was done, and how good the way from the datum is', () => {
    expect(projectionOfWkt(palestine('Palestine_1923_Palestine_Grid', 126867.909), 'zone.prj').told).toEqual([
      'coordinates are brought from Palestine 1923 Palestine Grid to WGS 84',
      'its datum is brought to WGS 84 by EPSG:1074, good to 2 m',
    ]);
  });

  it('stay as they are where they are longitude and latitude', () => {
    const wgs = `GEOGCS["GCS_WGS_1984",DATUM["D_WGS_1984",SPHEROID[${WGS}]],PRIMEM["Greenwich",0.0],UNIT["Degree",0.0174532925199433]]`;
    for (const projection of [
      projectionOfWkt(wgs, 'zone.prj'),
      ...[
        'EPSG:4326',
        'urn:ogc:def:crs:OGC:1.3:CRS84',
        'urn:ogc:def:crs:EPSG::4326',
        'http://www.opengis.net/def/crs/EPSG/0/4326',
        'OGC:CRS84',
      ].map((name) => projectionOfName(name, 'zone.json')),
    ])
      expect(projection).toEqual({ inverse: null, forward: null, isPlane: false, told: [] });
  });
});

describe('well-known text of the newer kind (WKT 2)', () => {
  const newer = (datum: string): string =>
    `PROJCRS["UTM 36N",BASEGEOGCRS["X",${datum},PRIMEM["Greenwich",0,ANGLEUNIT["degree",0.0174532925199433]]],CONVERSION["UTM zone 36N",METHOD["Transverse Mercator"],` +
    'PARAMETER["Latitude of natural origin",0,ANGLEUNIT["degree",0.0174532925199433]],PARAMETER["Longitude of natural origin",33,ANGLEUNIT["degree",0.0174532925199433]],' +
    'PARAMETER["Scale factor at natural origin",0.9996,SCALEUNIT["unity",1]],PARAMETER["False easting",500000,LENGTHUNIT["metre",1]],PARAMETER["False northing",0,LENGTHUNIT["metre",1]]],' +
    'CS[Cartesian,2],AXIS["(E)",east,ORDER[1],LENGTHUNIT["metre",1]],AXIS["(N)",north,ORDER[2],LENGTHUNIT["metre",1]]]';
  const ellipsoid = 'ELLIPSOID["WGS 84",6378137,298.257223563,LENGTHUNIT["metre",1]]';

  it('is read on WGS 84', () => {
    const ensemble = `ENSEMBLE["World Geodetic System 1984 ensemble",MEMBER["World Geodetic System 1984 (Transit)"],${ellipsoid},ENSEMBLEACCURACY[2.0]]`;
    for (const datum of [ensemble, `DATUM["World Geodetic System 1984",${ellipsoid}]`])
      expect(apart(projectionOfWkt(newer(datum), 'zone.prj'), [639000, 3486000], [34.463642603, 31.500501376])).toBeLessThan(0.02);
  });

  it('is refused on another datum, rather than read without its shift', () => {
    const datum = 'DATUM["European Datum 1950",ELLIPSOID["International 1924",6378388,297,LENGTHUNIT["metre",1]]]';
    expect(() => projectionOfWkt(newer(datum), 'zone.prj')).toThrow(
      /stands on the datum European Datum 1950 in well-known text of the newer kind/,
    );
  });
});

describe('a projection that is not known', () => {
  it.each([
    ['no such text', 'hello', /has "hello" for a projection/],
    ['another datum', utm('X', 'Moon_2000', '"Moon",1737400.0,0', 33), /stands on the datum D_Moon_2000/],
    [
      'NAD 27, whose way is a grid',
      utm('X', 'North_American_1927', '"Clarke_1866",6378206.4,294.9786982', 33),
      /stands on the datum D_North_American_1927/,
    ],
    ['another projection', esri('X', 'WGS_1984', WGS, 'Fuller', { Option: 0 }), /a projection that is not known/],
    [
      'grads',
      'GEOGCS["X",DATUM["D_NTF",SPHEROID["Clarke_1880_IGN",6378249.2,293.4660213]],PRIMEM["Paris",2.337229167],UNIT["Grad",0.01570796326794897]]',
      /not degrees/,
    ],
  ])('is refused: %s', (_, wkt, message) => {
    expect(() => projectionOfWkt(wkt, 'zone.prj')).toThrow(message);
    expect(() => projectionOfWkt(wkt, 'zone.prj')).toThrow(UserError);
  });

  it.each(['EPSG:99999', 'EPSG:32661', 'EPSG:32700', 'my own grid', ''])('is refused by the name "%s"', (name) => {
    expect(() => projectionOfName(name, 'zone.json')).toThrow(`zone.json is in the coordinates ${name}`);
  });
});

it('knows datums by the names of ESRI and of the EPSG dataset', () => {
  for (const [esriName, epsgName] of [
    ['D_Palestine_1923', 'Palestine 1923'],
    ['D_European_1950', 'European Datum 1950'],
    ['D_OSGB_1936', 'Ordnance Survey of Great Britain 1936'],
    ['D_WGS_1972', 'World Geodetic System 1972'],
    ['D_Israel', 'Israel 1993'],
  ] as const) {
    expect(datumByName(esriName)).not.toBeNull();
    expect(datumByName(esriName)).toBe(datumByName(epsgName));
  }
  for (const same of [
    'D_WGS_1984',
    'WGS 84',
    'World Geodetic System 1984 ensemble',
    'D_ETRS_1989',
    'European Terrestrial Reference System 1989',
    'D_ITRF_2008',
  ])
    expect(datumByName(same)).toBe('same');
});
