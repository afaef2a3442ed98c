/** GeoJSON by RFC 7946 (H. Butler and others 2016): shells anticlockwise, cut at the antimeridian, with a bounding box. */
import type { Position } from '../geometry.ts';
import { unwrapped } from './check-position.ts';
import { cutAtAntimeridian } from './cut-at-antimeridian.ts';
import { MAP_IS_CLAIM, partsOf, plainText, propertiesOf, type WrittenFeature, type WrittenMap } from './written-map.ts';

interface WrittenGeometry {
  readonly type: 'MultiPolygon' | 'MultiLineString' | 'MultiPoint' | 'Polygon' | 'LineString' | 'Point';
  readonly coordinates: unknown;
}

/** A feature as GeoJSON has it; its geometry is a single one where it has one part. */
export interface WrittenJsonFeature {
  readonly type: 'Feature';
  readonly id: string;
  readonly properties: Readonly<Record<string, string | number | boolean>>;
  readonly geometry: WrittenGeometry;
}

/**
 * The features as GeoJSON in longitude and latitude (WGS 84). What the file says of itself stands in the member
 * `parley`, which other programs pass over.
 */
export function writeGeoJson({ title, features, compartments, told }: WrittenMap): string {
  const bbox = boundingBox(features);
  const document = {
    type: 'FeatureCollection',
    ...(bbox === null ? {} : { bbox }),
    parley: { title: plainText(title), claim: MAP_IS_CLAIM, compartments, told },
    features: features.map(geoJsonFeature),
  };
  return `${JSON.stringify(document)}\n`;
}

export function geoJsonFeature(feature: WrittenFeature): WrittenJsonFeature {
  return { type: 'Feature', id: feature.id, properties: propertiesOf(feature), geometry: geometryOf(feature) };
}

function geometryOf(feature: WrittenFeature): WrittenGeometry {
  const { zone, lines, places } = cutAtAntimeridian(partsOf(feature));
  if (feature.shape === 'zone') return single('Polygon', zone);
  if (feature.shape === 'line') return single('LineString', lines);
  return single('Point', places);
}

function single(type: 'Polygon' | 'LineString' | 'Point', parts: readonly unknown[]): WrittenGeometry {
  return parts.length === 1 ? { type, coordinates: parts[0] } : { type: `Multi${type}`, coordinates: parts };
}

/** West, south, east, north; west is above east where the antimeridian is within (5.2). Null where there is nothing. */
function boundingBox(features: readonly WrittenFeature[]): [number, number, number, number] | null {
  let near: number | undefined;
  let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity];
  const add = (line: readonly Position[]): void => {
    near ??= line[0]?.[0];
    for (const [longitude, latitude] of unwrapped(line, near ?? 0).positions) {
      west = Math.min(west, longitude);
      east = Math.max(east, longitude);
      south = Math.min(south, latitude);
      north = Math.max(north, latitude);
    }
  };
  for (const feature of features) {
    const { zone, lines, places } = partsOf(feature);
    for (const ring of zone.flat()) add(ring);
    for (const line of lines) add(line);
    for (const place of places) add([place]);
  }
  if (near === undefined) return null;
  if (east - west >= 360) return [-180, south, 180, north];
  const inRange = (longitude: number): number => (Math.abs(longitude) <= 180 ? longitude : longitude - 360 * Math.sign(longitude));
  return [inRange(west), south, inRange(east), north];
}
