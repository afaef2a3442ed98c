/** TopoJSON (M. Bostock, specification 1.0, 2013): borders that areas share are kept once, as arcs. */
import { UserError } from '@parley/model';
import { feature } from 'topojson-client';
import { isJson, type Json, list, parsedJson } from './json.ts';
import { layersTold } from './layers-told.ts';
import { mapFileOf, type RawLayer } from './map-builder.ts';
import type { MapFile, ReadOptions } from './map-feature.ts';

/** The features of all objects of a TopoJSON text. Throws a UserError for what is no topology, or names arcs that are not there. */
export function readTopoJson(text: string, name: string, options: ReadOptions = {}): MapFile {
  const root = parsedJson(text, name, 'TopoJSON');
  if (!isJson(root.objects) || !Array.isArray(root.arcs)) throw broken(name, 'it has no objects or no arcs');
  const objects = Object.entries(root.objects).filter((entry): entry is [string, Json] => isJson(entry[1]));
  const layers = objects.map(
    ([layer, object]): RawLayer => ({ features: featuresOf(root, object, { name, layer, many: objects.length > 1 }) }),
  );
  return mapFileOf(name, [{ features: [], told: layersTold(objects.map(([layer]) => layer)) }, ...layers], options);
}

interface Where {
  readonly name: string;
  readonly layer: string;
  readonly many: boolean;
}

function featuresOf(topology: Json, object: Json, { name, layer, many }: Where): RawLayer['features'] {
  let found: unknown;
  try {
    found = feature(topology as unknown as Parameters<typeof feature>[0], object as unknown as Parameters<typeof feature>[1]);
  } catch (cause) {
    throw broken(name, `the object "${layer}" names arcs that are not there`, cause);
  }
  const features = isJson(found) && found.type === 'FeatureCollection' ? list(found.features).filter(isJson) : [found as Json];
  return features.map(({ properties, geometry }) => ({
    properties: { ...(isJson(properties) ? properties : {}), ...(many ? { layer } : {}) },
    geometry: isJson(geometry) && geometry.type != null ? geometry : null,
  }));
}

function broken(name: string, what: string, cause?: unknown): UserError {
  return new UserError(`${name} is broken TopoJSON: ${what}`, { cure: 'export the map again', code: 'broken-file', cause });
}
