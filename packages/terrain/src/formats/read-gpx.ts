/** GPX 1.0 and 1.1 (Topografix 2004): waypoints as places, routes and tracks as lines. */
import type { Json } from './json.ts';
import { mapFileOf, type RawFeature } from './map-builder.ts';
import type { MapFile, ReadOptions } from './map-feature.ts';
import { child, readXml, type XmlElement } from './xml-elements.ts';

/** The waypoints, routes and tracks of a GPX text; a break in a track parts it. Throws a UserError for broken XML. */
export function readGpx(text: string, name: string, options: ReadOptions = {}): MapFile {
  const features: RawFeature[] = [];
  readXml(text, name, {
    wanted: new Set(['wpt', 'rte', 'trk']),
    element(element) {
      features.push({ properties: propertiesOf(element), geometry: geometryOf(element) });
    },
  });
  return mapFileOf(name, [{ features }], options);
}

function geometryOf(element: XmlElement): Json {
  if (element.name === 'wpt') return { type: 'Point', coordinates: position(element) };
  if (element.name === 'rte') return { type: 'LineString', coordinates: positions(element, 'rtept') };
  const segments = element.children.filter(({ name }) => name === 'trkseg').map((segment) => positions(segment, 'trkpt'));
  return { type: 'MultiLineString', coordinates: segments };
}

function positions(element: XmlElement, name: string): number[][] {
  return element.children.filter((place) => place.name === name).map(position);
}

function position(element: XmlElement): number[] {
  const { lon = '', lat = '' } = element.attributes;
  const height = Number(child(element, 'ele')?.text ?? 0);
  return [lon.trim() === '' ? Number.NaN : Number(lon), lat.trim() === '' ? Number.NaN : Number(lat), ...(height === 0 ? [] : [height])];
}

function propertiesOf(element: XmlElement): Json {
  const properties: Record<string, unknown> = { kind: KINDS[element.name] };
  for (const key of ['name', 'desc', 'cmt', 'sym', 'type', 'src', 'time']) {
    const text = child(element, key)?.text.trim();
    if (text) properties[key] = text;
  }
  return properties;
}

const KINDS: Readonly<Record<string, string>> = { wpt: 'waypoint', rte: 'route', trk: 'track' };
