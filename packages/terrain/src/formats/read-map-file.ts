import { UserError } from '@parley/model';
import { decodeText } from './decode-text.ts';
import type { MapFile, ReadOptions } from './map-feature.ts';
import { readGeoJson } from './read-geojson.ts';
import { readGpx } from './read-gpx.ts';
import { readKml } from './read-kml.ts';
import { readBareShp, readShapefiles } from './read-shapefile.ts';
import { readTopoJson } from './read-topojson.ts';
import { BEGINS_AS_WKT, readWkt } from './read-wkt.ts';
import { unpack } from './unpack.ts';
import { rootName } from './xml-elements.ts';

/** The largest map file that is read, in bytes. */
const MOST_MAP_BYTES = 100 * 1024 * 1024;

/**
 * A map file in any format that is known: GeoJSON, TopoJSON, KML, KMZ, GPX, WKT, and Shapefiles or one of these in a ZIP
 * archive. It is chosen by what is in it, not by how its name ends. What was repaired, assumed or left out is told.
 *
 * Throws a UserError for a file that is empty, larger than 100 MB, cut off or of another format, and for coordinates
 * that cannot be brought to longitude and latitude on WGS 84.
 *
 * @param name what the file is called; errors repeat it
 */
export async function readMapFile(bytes: Uint8Array, name: string, options: ReadOptions = {}): Promise<MapFile> {
  checkSize(bytes, name);
  const other = OTHERS.find(({ marks }) => marks.some((mark) => mark.every((byte, at) => bytes[at] === byte)));
  if (other !== undefined) throw new UserError(`${name} is ${other.called}`, { cure: other.cure, code: 'unknown-format' });
  const part = /\.(dbf|shx|prj|cpg)$/i.exec(name);
  if (part !== null)
    throw new UserError(`${name} is a part of a Shapefile`, {
      cure: 'put .shp, .dbf, .prj and .cpg into one ZIP archive and give that',
      code: 'unknown-format',
    });
  if (ZIP.every((byte, at) => bytes[at] === byte)) return fromArchive(bytes, name, options);
  if (SHP.every((byte, at) => bytes[at] === byte)) return readBareShp(bytes, name, options);
  return fromText(decodeText(bytes, name), name, options);
}

const ZIP = [0x50, 0x4b];
const SHP = [0, 0, 0x27, 0x0a];

/** What is met where a map is due, and what to do about it. */
const OTHERS: readonly { called: string; cure: string; marks: readonly (readonly number[])[] }[] = [
  { called: 'an empty archive', cure: 'export the map again', marks: [[0x50, 0x4b, 0x05, 0x06]] },
  {
    called: 'a picture of pixels (TIFF), which shows no lines',
    cure: 'give it as a population, or draw its lines and export them',
    marks: [
      [0x49, 0x49, 0x2a, 0],
      [0x4d, 0x4d, 0, 0x2a],
      [0x49, 0x49, 0x2b, 0],
      [0x4d, 0x4d, 0, 0x2b],
    ],
  },
  {
    called: 'a database (GeoPackage or another of SQLite)',
    cure: 'export its layer as GeoJSON',
    marks: [[...'SQLite format 3'].map((letter) => letter.charCodeAt(0))],
  },
  { called: 'packed by gzip', cure: 'unpack it first', marks: [[0x1f, 0x8b]] },
  { called: 'a PDF', cure: 'ask for the map as a file of a GIS, or draw its lines and export them', marks: [[0x25, 0x50, 0x44, 0x46]] },
  {
    called: 'a picture',
    cure: 'draw its lines over a map and export them',
    marks: [
      [0x89, 0x50, 0x4e, 0x47],
      [0xff, 0xd8, 0xff],
    ],
  },
];

function fromText(text: string, name: string, options: ReadOptions): MapFile {
  const root = rootName(text);
  if (root === 'kml' || root === 'Placemark' || root === 'Document' || root === 'Folder') return readKml(text, name, options);
  if (root === 'gpx') return readGpx(text, name, options);
  if (root !== null) throw unknown(name, `is XML of another kind (<${root}>)`);
  if (BEGINS_AS_WKT.test(text)) return readWkt(text, name, options);
  if (/^\uFEFF?\s*$/.test(text)) throw new UserError(`${name} is empty`, { cure: 'export the map again', code: 'empty-map' });
  if (!/^\uFEFF?\s*[{[]/.test(text)) throw unknown(name, 'is no map that is known');
  return /"type"\s*:\s*"Topology"/.test(text.slice(0, 2000)) || isTopology(text)
    ? readTopoJson(text, name, options)
    : readGeoJson(text, name, options);
}

/** Where its type does not come first, a topology is known by its arcs. */
function isTopology(text: string): boolean {
  return !/"type"\s*:\s*"(FeatureCollection|Feature)"/.test(text.slice(0, 2000)) && text.includes('"Topology"') && text.includes('"arcs"');
}

/** The files that a Shapefile is made of. */
const PARTS: ReadonlySet<string> = new Set(['shp', 'dbf', 'prj', 'cpg', 'shx']);

function fromArchive(bytes: Uint8Array, name: string, options: ReadOptions): MapFile {
  const files = unpack(bytes, name, ['.shp', '.dbf', '.prj', '.cpg', '.kml', '.geojson', '.json', '.topojson', '.gpx', '.wkt']);
  const paths = [...files.keys()];
  const ending = (path: string): string => path.slice(path.lastIndexOf('.') + 1).toLowerCase();
  if (paths.some((path) => ending(path) === 'shp')) {
    const passedOver = paths.filter((path) => !PARTS.has(ending(path)));
    return readShapefiles(
      files,
      name,
      options,
      passedOver.length === 0 ? [] : [`its Shapefiles were read, and not ${passedOver.join(', ')}`],
    );
  }
  const kml = paths.filter((path) => ending(path) === 'kml');
  // The one in the root, of whatever name, is the map (OGC 07-147r2, C.2); others are linked from it.
  const main = kml.find((path) => /^doc\.kml$/i.test(path)) ?? kml.find((path) => !path.includes('/')) ?? kml[0];
  if (main !== undefined) {
    const told = kml.length === 1 ? [] : [`${main} in it was read, and not ${kml.filter((path) => path !== main).join(', ')}`];
    return readKml(decodeText(files.get(main) as Uint8Array, `${name}: ${main}`), name, options, told);
  }
  const maps = paths.filter((path) => !PARTS.has(ending(path)));
  const [only, ...more] = maps;
  if (only !== undefined && more.length === 0)
    return fromText(decodeText(files.get(only) as Uint8Array, `${name}: ${only}`), name, options);
  throw unknown(name, only === undefined ? 'has no map in it' : `has ${maps.length} maps in it: ${maps.slice(0, 5).join(', ')}`);
}

/** Throws a UserError for a file that is empty or larger than 100 MB. */
export function checkSize({ length }: Uint8Array, name: string): void {
  if (length === 0) throw new UserError(`${name} is empty`, { cure: 'export the map again', code: 'empty-map' });
  if (length <= MOST_MAP_BYTES) return;
  const megabytes = Math.ceil(length / (1024 * 1024));
  throw new UserError(`${name} has ${megabytes} MB, and the limit is ${MOST_MAP_BYTES / (1024 * 1024)} MB`, {
    cure: 'keep only the part that is talked about, or simplify it',
    code: 'tooLarge',
  });
}

function unknown(name: string, what: string): UserError {
  return new UserError(`${name} ${what}`, {
    cure: 'give one map as GeoJSON, KML, KMZ, GPX, WKT, TopoJSON or a zipped Shapefile',
    code: 'unknown-format',
  });
}
