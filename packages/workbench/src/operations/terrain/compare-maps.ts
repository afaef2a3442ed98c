import { UserError } from '@parley/model';
import {
  type Comparison,
  compare,
  type DrawnMap,
  extentOf,
  type MapFile,
  type Overlay,
  type PopulationCell,
  populationOfFile,
  readGeoJson,
  readPopulationTable,
  sitesOfFile,
  zoneOfFile,
} from '@parley/terrain';

/** A file as it was given. */
export interface NamedBytes {
  readonly name: string;
  readonly bytes: Uint8Array;
}

export interface MapInputs {
  readonly maps: readonly [NamedBytes, NamedBytes];
  /** In metres, in place of what the files state; null where nothing was given. */
  readonly accuracyMeters: readonly [number | null, number | null];
  readonly population?: NamedBytes | undefined;
  readonly sites?: NamedBytes | undefined;
}

/** The comparison of two map files, and what had to be put right in them: one sentence each. */
export interface ComparedMaps {
  readonly comparison: Comparison;
  readonly told: readonly string[];
}

/** Compares two maps from files. Throws a UserError that names the file for whatever is wrong with one. */
export function compareMaps(overlay: Overlay, { maps, accuracyMeters, population, sites }: MapInputs): ComparedMaps {
  const told: string[] = [];
  const tell = (name: string, lines: readonly string[]): void => {
    for (const line of lines) told.push(`${name}: ${line}`);
  };
  const read = (file: NamedBytes, nearLongitude?: number): MapFile => {
    const found = readMap(file, nearLongitude);
    tell(file.name, found.told);
    return found;
  };
  const drawn = (file: MapFile, stated: number | null): DrawnMap => {
    const { zone, told: repairs, accuracyMeters: ofFile } = zoneOfFile(overlay, file);
    tell(file.name, repairs);
    const accuracy = stated ?? ofFile;
    if (accuracy === null) tell(file.name, ['no accuracy is stated, so that its border is taken as exact']);
    return { name: file.name, zone, accuracyMeters: accuracy };
  };
  const first = drawn(read(maps[0]), accuracyMeters[0]);
  const nearLongitude = extentOf(first.zone.flat())[0];
  const second = drawn(read(maps[1], nearLongitude), accuracyMeters[1]);
  checkNotSwapped(first, second);
  const comparison = compare(overlay, first, second, {
    ...(population === undefined ? {} : { population: cellsOf(population, (file) => read(file, nearLongitude)) }),
    ...(sites === undefined ? {} : { sites: sitesOfFile(read(sites, nearLongitude)) }),
  });
  return { comparison, told };
}

function readMap(file: NamedBytes, nearLongitude: number | undefined): MapFile {
  const format = OTHER_FORMATS.find(({ ending, begins }) => ending.test(file.name) || begins.some((mark) => beginsWith(file.bytes, mark)));
  if (format !== undefined)
    throw new UserError(`${file.name} is ${format.called}, which is not read yet`, {
      cure: 'convert it to GeoJSON in longitude and latitude (WGS 84)',
      code: 'unknown-format',
    });
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(file.bytes);
  } catch (cause) {
    throw new UserError(`${file.name} is not text in UTF-8`, { cure: 'give the map as GeoJSON', code: 'unknown-format', cause });
  }
  return readGeoJson(text, file.name, nearLongitude === undefined ? {} : { nearLongitude });
}

const OTHER_FORMATS: readonly { called: string; ending: RegExp; begins: readonly string[] }[] = [
  { called: 'KML', ending: /\.kml$/i, begins: ['<?xml', '<kml'] },
  { called: 'GPX', ending: /\.gpx$/i, begins: ['<gpx'] },
  { called: 'a packed map (KMZ or Shapefile)', ending: /\.(kmz|zip|shp|gpkg)$/i, begins: ['PK\u0003\u0004'] },
  { called: 'WKT', ending: /\.wkt$/i, begins: ['POLYGON', 'MULTIPOLYGON', 'LINESTRING', 'SRID='] },
  { called: 'TopoJSON', ending: /\.topojson$/i, begins: ['{"type":"Topology"'] },
];

function beginsWith(bytes: Uint8Array, mark: string): boolean {
  return String.fromCharCode(...bytes.subarray(0, mark.length)) === mark;
}

function cellsOf(file: NamedBytes, read: (file: NamedBytes) => MapFile): PopulationCell[] {
  if (/\.csv$/i.test(file.name)) return readPopulationTable(new TextDecoder().decode(file.bytes), file.name);
  return populationOfFile(read(file));
}

/** Latitudes below 90 read as longitudes look fine alone; next to another map of the same ground they do not. */
function checkNotSwapped(first: DrawnMap, second: DrawnMap): void {
  const [west, south, east, north] = extentOf(first.zone.flat());
  const [otherWest, otherSouth, otherEast, otherNorth] = extentOf(second.zone.flat());
  const meet = (a: number, b: number, c: number, d: number): boolean => a <= d && b >= c;
  if (meet(west, east, otherWest, otherEast) && meet(south, north, otherSouth, otherNorth)) return;
  if (!meet(west, east, otherSouth, otherNorth) || !meet(south, north, otherWest, otherEast)) return;
  throw new UserError(`${first.name} and ${second.name} only meet if longitude and latitude are swapped in one of them`, {
    cure: 'give longitude first, then latitude, in both',
    code: 'swapped-coordinates',
  });
}
