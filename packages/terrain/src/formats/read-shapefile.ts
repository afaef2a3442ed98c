/** Shapefiles in an archive: geometry (.shp), table (.dbf), its encoding (.cpg) and projection (.prj) of one layer or several. */
import { UserError } from '@parley/model';
import type { Extent } from '../geometry.ts';
import { decodedAs } from './decode-text.ts';
import { layersTold } from './layers-told.ts';
import { mapFileOf, type RawFeature, type RawLayer } from './map-builder.ts';
import type { MapFile, ReadOptions } from './map-feature.ts';
import { assumedDegrees, type Projection, projectionOfWkt } from './projection.ts';
import { readDbf } from './read-dbf.ts';
import { readShapes } from './read-shapefile-shapes.ts';

/**
 * The layers of the Shapefiles among files of an archive, each brought from its own projection to longitude and
 * latitude. Throws a UserError for a damaged one, for a projection that is not known, and for none where it is needed.
 *
 * @param files by their path in the archive, whatever their letters' case
 */
export function readShapefiles(
  files: ReadonlyMap<string, Uint8Array>,
  name: string,
  options: ReadOptions = {},
  toldBefore: readonly string[] = [],
): MapFile {
  const byPath = new Map([...files].map(([path, bytes]) => [path.toLowerCase(), { path, bytes }]));
  const stems = [...byPath.keys()].filter((path) => path.endsWith('.shp')).map((path) => path.slice(0, -4));
  const called = stems.map((stem) => (byPath.get(`${stem}.shp`)?.path ?? '').replace(/^.*\//, '').slice(0, -4));
  const layers = stems.map((stem, at) => {
    const part = (ending: string): Uint8Array | null => byPath.get(`${stem}.${ending}`)?.bytes ?? null;
    return layerOf(part, `${name}: ${called[at]}.shp`, stems.length > 1 ? (called[at] ?? '') : null);
  });
  return mapFileOf(name, [{ features: [], told: [...toldBefore, ...layersTold(called)] }, ...layers], options);
}

/** A .shp by itself, without its table and its projection. */
export function readBareShp(bytes: Uint8Array, name: string, options: ReadOptions = {}): MapFile {
  const layer = layerOf((ending) => (ending === 'shp' ? bytes : null), name, null);
  return mapFileOf(name, [layer], options);
}

function layerOf(part: (ending: string) => Uint8Array | null, where: string, layer: string | null): RawLayer {
  const before = layer === null ? '' : `${layer}: `;
  const shapes = readShapes(part('shp') ?? new Uint8Array(), where);
  const projection = projectionOf(part('prj'), shapes.extent, where, before);
  const told: string[] = [...projection.told.map((line) => before + line), ...shapes.told.map((line) => before + line)];
  const table = part('dbf');
  const cpg = part('cpg');
  const dbf =
    table === null
      ? null
      : readDbf(table, cpg === null ? null : String.fromCharCode(...cpg.subarray(0, 80)), where.replace(/shp$/i, 'dbf'));
  if (dbf === null) told.push(`${before}there is no table of names (.dbf) with it`);
  else {
    told.push(...dbf.told.map((line) => before + line));
    if (dbf.rows.length !== shapes.geometries.length)
      told.push(`${before}its table has ${dbf.rows.length} rows for ${shapes.geometries.length} shapes`);
  }
  const features = shapes.geometries.flatMap((geometry, at): RawFeature[] => {
    const row = dbf?.rows[at];
    return row === null ? [] : [{ geometry, properties: { ...row, ...(layer === null ? {} : { layer }) } }];
  });
  const deleted = shapes.geometries.length - features.length;
  if (deleted > 0) told.push(`${before}${deleted} feature(s) are marked as deleted and were left out`);
  return { features, projection, told };
}

function projectionOf(prj: Uint8Array | null, extent: Extent, where: string, before: string): Projection {
  const text = prj === null ? '' : (decodedAs('utf-8', prj) ?? String.fromCharCode(...prj)).replace(/^\uFEFF/, '').trim();
  if (text !== '') return projectionOfWkt(text, where.replace(/shp$/i, 'prj'));
  const [west, south, east, north] = extent;
  if (west >= -180 && east <= 360 && south >= -90 && north <= 90) return assumedDegrees('there is no .prj with it');
  throw new UserError(`${where} has no projection (.prj), and its coordinates are no degrees: they begin at ${west}, ${south}`, {
    cure: `put the .prj of ${before === '' ? 'the Shapefile' : before.slice(0, -2)} into the archive, or convert it to longitude and latitude (WGS 84)`,
    code: 'unknown-projection',
  });
}
