/** KML 2.2 and 2.3 (OGC 07-147r2, 12-007r2) with the tracks of its gx extension, of which the geometry is read and not the style. */
import { UserError } from '@parley/model';
import type { Json } from './json.ts';
import { mapFileOf, type RawFeature } from './map-builder.ts';
import type { MapFile, ReadOptions } from './map-feature.ts';
import { child, readXml, type XmlElement } from './xml-elements.ts';

/** The placemarks of a KML text. Overlays, links and models are left out and told. Throws a UserError for broken XML. */
export function readKml(text: string, name: string, options: ReadOptions = {}, toldBefore: readonly string[] = []): MapFile {
  const features: RawFeature[] = [];
  const folders: string[] = [];
  const leftOut = new Map<string, number>();
  readXml(text, name, {
    wanted: new Set(['Placemark', 'name', ...PASSED_OVER.keys()]),
    element(element, around) {
      if (element.name === 'name') {
        if (around.at(-1) === 'Folder') folders[around.length] = element.text.trim();
      } else if (element.name === 'Placemark') {
        const folder = folders
          .slice(0, around.length + 1)
          .filter(Boolean)
          .join(' / ');
        features.push({ properties: propertiesOf(element, folder), geometry: geometryOf(element, name, leftOut) });
      } else leftOut.set(element.name, (leftOut.get(element.name) ?? 0) + 1);
    },
    closed(around) {
      if (around.at(-1) === 'Folder') folders.length = around.length;
    },
  });
  const told = [...leftOut].map(([kind, count]) => `${count} ${PASSED_OVER.get(kind)} left out`);
  return mapFileOf(name, [{ features, told: [...toldBefore, ...told] }], options);
}

/** What shows no line or zone, or shows it elsewhere. */
const PASSED_OVER: ReadonlyMap<string, string> = new Map([
  ['GroundOverlay', 'picture(s) laid on the ground'],
  ['PhotoOverlay', 'photograph(s)'],
  ['ScreenOverlay', 'picture(s) on the screen'],
  ['NetworkLink', 'link(s) to other files'],
  ['Model', 'model(s)'],
  ['Tour', 'tour(s)'],
]);

function geometryOf(placemark: XmlElement, file: string, leftOut: Map<string, number>): Json | null {
  const geometries = placemark.children.flatMap((element): Json[] => {
    const { name } = element;
    if (name === 'Point') return [{ type: 'Point', coordinates: positionsIn(element, file)[0] ?? [] }];
    if (name === 'LineString' || name === 'LinearRing') return [{ type: 'LineString', coordinates: positionsIn(element, file) }];
    if (name === 'Polygon') return [{ type: 'Polygon', coordinates: ringsOf(element, file) }];
    if (name === 'Track') return [{ type: 'LineString', coordinates: trackOf(element) }];
    if (name === 'MultiGeometry' || name === 'MultiTrack') return [geometryOf(element, file, leftOut) ?? { type: 'GeometryCollection' }];
    if (PASSED_OVER.has(name)) leftOut.set(name, (leftOut.get(name) ?? 0) + 1);
    return [];
  });
  return geometries.length > 1 ? { type: 'GeometryCollection', geometries } : (geometries[0] ?? null);
}

function ringsOf(polygon: XmlElement, file: string): unknown[] {
  const rings = (name: string): unknown[] =>
    polygon.children
      .filter((element) => element.name === name)
      // A boundary of several rings is not allowed, but is written for several holes.
      .flatMap(({ children }) => children.filter((ring) => ring.name === 'LinearRing').map((ring) => positionsIn(ring, file)));
  const shell = rings('outerBoundaryIs');
  return shell.length === 0 ? [] : [...shell, ...rings('innerBoundaryIs')];
}

/** Longitude, latitude and height by commas, places by white space; white space about a comma is not allowed, but met. */
function positionsIn(element: XmlElement, file: string): number[][] {
  const text = child(element, 'coordinates')?.text ?? '';
  const places: number[][] = [];
  let numbers: number[] = [];
  let isAfterComma = false;
  const add = (end: number): void => {
    if (isAfterComma || numbers.length < 2 || numbers.length > 3 || !numbers.every(Number.isFinite))
      throw noPlace(file, text.slice(0, end));
    places.push(numbers);
    numbers = [];
  };
  for (let at = 0; at < text.length; ) {
    const code = text.charCodeAt(at);
    if (code === COMMA) {
      if (isAfterComma || numbers.length === 0) throw noPlace(file, text.slice(0, at + 1));
      isAfterComma = true;
      at++;
    } else if (isSpace(code)) at++;
    else {
      if (numbers.length > 0 && !isAfterComma) add(at);
      let end = at + 1;
      while (end < text.length && text.charCodeAt(end) !== COMMA && !isSpace(text.charCodeAt(end))) end++;
      numbers.push(Number(text.slice(at, end)));
      isAfterComma = false;
      at = end;
    }
  }
  if (numbers.length > 0) add(text.length);
  return places;
}

const COMMA = 0x2c;

function isSpace(code: number): boolean {
  return code === 0x20 || (code >= 0x09 && code <= 0x0d) || code === 0xa0 || code === 0xfeff;
}

function noPlace(file: string, upTo: string): UserError {
  return new UserError(
    `${file} has "${upTo
      .slice(-60)
      .trim()
      .split(/\s(?=\S*$)/)
      .pop()}" for a place`,
    {
      cure: 'give longitude,latitude with full stops in the numbers and spaces between places',
      code: 'invalid-position',
    },
  );
}

function trackOf(track: XmlElement): number[][] {
  return track.children.filter(({ name }) => name === 'coord').map(({ text }) => text.trim().split(/\s+/).map(Number));
}

function propertiesOf(placemark: XmlElement, folder: string): Json {
  const properties: Record<string, unknown> = {};
  const put = (key: string, value: string | undefined): void => {
    if (value !== undefined && value.trim() !== '') properties[key] = value.trim();
  };
  const extended = child(placemark, 'ExtendedData');
  for (const element of extended?.children ?? []) {
    if (element.name === 'Data') put(element.attributes.name ?? '', child(element, 'value')?.text);
    for (const datum of element.children) if (datum.name === 'SimpleData') put(datum.attributes.name ?? '', datum.text);
  }
  put('name', child(placemark, 'name')?.text);
  put('description', child(placemark, 'description')?.text);
  put('folder', folder);
  put('when', child(child(placemark, 'TimeStamp'), 'when')?.text);
  put('begin', child(child(placemark, 'TimeSpan'), 'begin')?.text);
  put('end', child(child(placemark, 'TimeSpan'), 'end')?.text);
  return properties;
}
