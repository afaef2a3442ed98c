/** GeoJSON (RFC 7946, H. Butler and others 2016), also with the `crs` member of its forerunner of 2008. */
import { UserError } from '@parley/model';
import type { Line, Position, Zone } from '../geometry.ts';
import { checkPosition, unwrapped } from './check-position.ts';
import type { MapFeature, MapFile } from './map-feature.ts';

export interface ReadOptions {
  /** Longitudes are given within 180 degrees of this one; of the first of the file where left out. */
  readonly nearLongitude?: number;
}

/**
 * The features of a GeoJSON text. What is closed, cut off at the antimeridian or left out is told.
 *
 * Throws a UserError for what is not GeoJSON, is empty, or is not in longitude and latitude.
 *
 * @param name what errors call the file
 */
export function readGeoJson(text: string, name: string, options: ReadOptions = {}): MapFile {
  const root = parsed(text, name);
  checkReferenceSystem(root, name);
  const reader = new Reader(name, options.nearLongitude);
  const features = featuresIn(root, name).map((feature, at) => reader.feature(feature, at + 1));
  if (features.every(({ zone, lines, places }) => zone.length + lines.length + places.length === 0))
    throw new UserError(`${name} has no feature with a place`, { cure: 'export the map again, with its geometry', code: 'empty-map' });
  return { name, features, told: reader.told() };
}

type Json = Readonly<Record<string, unknown>>;

function parsed(text: string, name: string): Json {
  if (text.trim() === '') throw new UserError(`${name} is empty`, { cure: 'export the map again', code: 'empty-map' });
  let root: unknown;
  try {
    root = JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch (cause) {
    throw new UserError(`${name} is not GeoJSON: it is no JSON`, { cure: 'convert the map to GeoJSON', code: 'unknown-format', cause });
  }
  if (isJson(root) && typeof root.type === 'string') return root;
  throw new UserError(`${name} is not GeoJSON: it has no "type"`, { cure: 'convert the map to GeoJSON', code: 'unknown-format' });
}

/** Longitude and latitude on WGS 84 under the names that are in use; anything else would be read as something it is not. */
function checkReferenceSystem({ crs }: Json, name: string): void {
  if (crs === undefined || crs === null) return;
  const called = isJson(crs) && isJson(crs.properties) ? String(crs.properties.name) : JSON.stringify(crs);
  if (/(CRS:?84|EPSG:+4326|EPSG::4326)$/i.test(called)) return;
  throw new UserError(`${name} is in the coordinates ${called}`, {
    cure: 'convert it to longitude and latitude (WGS 84, EPSG:4326)',
    code: 'unknown-projection',
  });
}

function featuresIn(root: Json, name: string): Json[] {
  if (root.type === 'Feature') return [root];
  if (root.type !== 'FeatureCollection') return [{ type: 'Feature', properties: {}, geometry: root }];
  if (Array.isArray(root.features)) return root.features.filter(isJson);
  throw new UserError(`${name} has no list of features`, { cure: 'export the map again', code: 'empty-map' });
}

class Reader {
  readonly #name: string;
  #nearLongitude: number | undefined;
  #closed = 0;
  #collapsed = 0;
  #crossing = 0;
  #without = 0;

  constructor(name: string, nearLongitude: number | undefined) {
    this.#name = name;
    this.#nearLongitude = nearLongitude;
  }

  feature(feature: Json, number: number): MapFeature {
    const properties = isJson(feature.properties) ? feature.properties : {};
    const found = { zone: [] as Zone[number][], lines: [] as Line[], places: [] as Position[] };
    if (isJson(feature.geometry)) this.#geometry(feature.geometry, number, found);
    else this.#without++;
    const called = properties.name ?? properties.Name ?? properties.NAME ?? properties.title;
    return { name: typeof called === 'string' && called !== '' ? called : null, properties, ...found };
  }

  told(): string[] {
    const count = (number: number, one: string, more: string): string[] => (number === 0 ? [] : [`${number} ${number === 1 ? one : more}`]);
    return [
      ...count(this.#without, 'feature has no geometry and was left out', 'features have no geometry and were left out'),
      ...count(this.#closed, 'ring was not closed and has been', 'rings were not closed and have been'),
      ...count(this.#collapsed, 'ring or line of too few places was left out', 'rings or lines of too few places were left out'),
      ...count(this.#crossing, 'ring or line crosses the antimeridian', 'rings or lines cross the antimeridian'),
    ];
  }

  #geometry(geometry: Json, number: number, found: { zone: Zone[number][]; lines: Line[]; places: Position[] }): void {
    const { type, coordinates } = geometry;
    if (type === 'GeometryCollection') {
      for (const part of list(geometry.geometries)) if (isJson(part)) this.#geometry(part, number, found);
    } else if (type === 'Point') found.places.push(...this.#line([coordinates], number));
    else if (type === 'MultiPoint') for (const place of list(coordinates)) found.places.push(...this.#line([place], number));
    else if (type === 'LineString') this.#addLine(coordinates, number, found.lines);
    else if (type === 'MultiLineString') for (const line of list(coordinates)) this.#addLine(line, number, found.lines);
    else if (type === 'Polygon') this.#addPolygon(coordinates, number, found.zone);
    else if (type === 'MultiPolygon') for (const polygon of list(coordinates)) this.#addPolygon(polygon, number, found.zone);
    else
      throw new UserError(`${this.#name}: feature ${number} is of the type ${JSON.stringify(type)}, which GeoJSON does not have`, {
        cure: 'export the map again as GeoJSON',
        code: 'unknown-format',
      });
  }

  #addLine(coordinates: unknown, number: number, lines: Line[]): void {
    const line = this.#line(coordinates, number);
    if (line.length > 1) lines.push(line);
    else this.#collapsed++;
  }

  #addPolygon(coordinates: unknown, number: number, zone: Zone[number][]): void {
    const rings = list(coordinates).map((ring) => this.#ring(ring, number));
    // Without its shell a polygon is nothing; without one of its holes it is what it was.
    const [shell, ...holes] = rings;
    if (shell !== undefined && shell.length > 3) zone.push([shell, ...holes.filter((hole) => hole.length > 3)]);
    this.#collapsed += rings.filter((ring) => ring.length <= 3).length;
  }

  #ring(coordinates: unknown, number: number): Line {
    const ring = this.#line(coordinates, number);
    const [first, last] = [ring[0], ring.at(-1)];
    if (first === undefined || last === undefined || (first[0] === last[0] && first[1] === last[1])) return ring;
    this.#closed++;
    return [...ring, first];
  }

  #line(coordinates: unknown, number: number): Line {
    const line = list(coordinates).map((position) => checkPosition(position, `${this.#name}: feature ${number}`));
    this.#nearLongitude ??= line[0]?.[0];
    const { positions, crosses } = unwrapped(line, this.#nearLongitude ?? 0);
    if (crosses) this.#crossing++;
    return positions;
  }
}

function list(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

function isJson(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
