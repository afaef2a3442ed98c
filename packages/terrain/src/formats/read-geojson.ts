/** GeoJSON (RFC 7946, H. Butler and others 2016), also with the `crs` member of its forerunner of 2008. */
import { UserError } from '@parley/model';
import { isJson, type Json, parsedJson } from './json.ts';
import { mapFileOf, type RawFeature } from './map-builder.ts';
import type { MapFile, ReadOptions } from './map-feature.ts';
import { type Projection, projectionOfName, WGS84 } from './projection.ts';

/**
 * The features of a GeoJSON text. What is closed, cut off at the antimeridian or left out is told.
 *
 * Throws a UserError for what is not GeoJSON, is empty, or is not in coordinates that are known.
 *
 * @param name what errors call the file
 */
export function readGeoJson(text: string, name: string, options: ReadOptions = {}): MapFile {
  const root = parsedJson(text, name, 'GeoJSON');
  if (typeof root.type !== 'string')
    throw new UserError(`${name} is not GeoJSON: it has no "type"`, { cure: 'convert the map to GeoJSON', code: 'unknown-format' });
  const projection = referenceSystem(root, name);
  return mapFileOf(name, [{ features: featuresIn(root, name), projection, told: projection.told }], options);
}

/** Longitude and latitude unless the file says otherwise; what is not known would be read as something it is not. */
function referenceSystem({ crs }: Json, name: string): Projection {
  if (crs === undefined || crs === null) return WGS84;
  const called = isJson(crs) && isJson(crs.properties) ? String(crs.properties.name) : JSON.stringify(crs);
  return projectionOfName(called, name);
}

function featuresIn(root: Json, name: string): RawFeature[] {
  if (root.type === 'Feature') return [raw(root)];
  if (root.type !== 'FeatureCollection') return [{ properties: {}, geometry: root }];
  if (Array.isArray(root.features)) return root.features.filter(isJson).map(raw);
  throw new UserError(`${name} has no list of features`, { cure: 'export the map again', code: 'empty-map' });
}

function raw({ properties, geometry }: Json): RawFeature {
  return { properties: isJson(properties) ? properties : {}, geometry: isJson(geometry) ? geometry : null };
}
