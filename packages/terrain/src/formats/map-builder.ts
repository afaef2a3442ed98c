import { UserError } from '@parley/model';
import { densify } from '../densify.ts';
import type { Line, Position, Zone } from '../geometry.ts';
import { checkDegrees, checkPair, unwrapped } from './check-position.ts';
import { isJson, type Json, list } from './json.ts';
import type { MapFeature, MapFile, ReadOptions } from './map-feature.ts';
import { nameOfFeature } from './name-of-feature.ts';
import { type Projection, WGS84 } from './projection.ts';

/** A feature as a format gives it: its geometry as GeoJSON has it, nothing of it checked yet. */
export interface RawFeature {
  readonly properties: Json;
  readonly geometry: Json | null;
}

/** Features whose coordinates are in the same projection. */
export interface RawLayer {
  readonly features: readonly RawFeature[];
  /** Default: longitude and latitude. */
  readonly projection?: Projection;
  /** What the format had to tell of it already. */
  readonly told?: readonly string[];
}

/**
 * The features of a map, whatever its format: positions checked and brought to longitude and latitude, rings closed,
 * longitudes run on across the antimeridian; all that is told.
 *
 * Throws a UserError where a position cannot be one, where there are too many, and where nothing is left.
 */
export function mapFileOf(name: string, layers: readonly RawLayer[], { nearLongitude }: ReadOptions = {}): MapFile {
  const builder = new Builder(name, nearLongitude);
  const features = layers.flatMap((layer) => layer.features.map((feature) => builder.feature(feature, layer.projection ?? WGS84)));
  if (features.every(({ zone, lines, places }) => zone.length + lines.length + places.length === 0))
    throw new UserError(`${name} has no feature with a place`, { cure: 'export the map again, with its geometry', code: 'empty-map' });
  return { name, features, told: [...layers.flatMap(({ told = [] }) => told), ...builder.told()] };
}

/** The most positions that are read from one file. */
const MOST_POSITIONS = 5_000_000;
/** How deep collections may lie in each other. */
const DEEPEST = 32;

type Found = { zone: Zone[number][]; lines: Line[]; places: Position[] };

class Builder {
  readonly #name: string;
  #projection = WGS84;
  #number = 0;
  #nearLongitude: number | undefined;
  #positions = 0;
  #closed = 0;
  #collapsed = 0;
  #crossing = 0;
  #without = 0;
  #heights = false;

  constructor(name: string, nearLongitude: number | undefined) {
    this.#name = name;
    this.#nearLongitude = nearLongitude;
  }

  feature({ properties, geometry }: RawFeature, projection: Projection): MapFeature {
    this.#projection = projection;
    this.#number++;
    const found: Found = { zone: [], lines: [], places: [] };
    const collapsed = this.#collapsed;
    if (geometry !== null) this.#geometry(geometry, found, 0);
    if (found.zone.length + found.lines.length + found.places.length === 0 && this.#collapsed === collapsed) this.#without++;
    return { name: nameOfFeature(properties), properties, ...found };
  }

  told(): string[] {
    const count = (number: number, one: string, more: string): string[] => (number === 0 ? [] : [`${number} ${number === 1 ? one : more}`]);
    return [
      ...count(this.#without, 'feature has no geometry and was left out', 'features have no geometry and were left out'),
      ...count(this.#closed, 'ring was not closed and has been', 'rings were not closed and have been'),
      ...count(this.#collapsed, 'ring or line of too few places was left out', 'rings or lines of too few places were left out'),
      ...count(this.#crossing, 'ring or line crosses the antimeridian', 'rings or lines cross the antimeridian'),
      ...(this.#heights ? ['heights are passed over'] : []),
    ];
  }

  #geometry(geometry: Json, found: Found, depth: number): void {
    const { type, coordinates } = geometry;
    if (depth > DEEPEST)
      throw new UserError(`${this.#name}: feature ${this.#number} has more than ${DEEPEST} collections in each other`, {
        cure: 'export the map again, with its geometries side by side',
        code: 'unknown-format',
      });
    if (type === 'GeometryCollection') {
      for (const part of list(geometry.geometries)) if (isJson(part)) this.#geometry(part, found, depth + 1);
    } else if (type === 'Point') this.#addPlace(coordinates, found.places);
    else if (type === 'MultiPoint') for (const place of list(coordinates)) this.#addPlace(place, found.places);
    else if (type === 'LineString') this.#addLine(coordinates, found.lines);
    else if (type === 'MultiLineString') for (const line of list(coordinates)) this.#addLine(line, found.lines);
    else if (type === 'Polygon') this.#addPolygon(coordinates, found.zone);
    else if (type === 'MultiPolygon') for (const polygon of list(coordinates)) this.#addPolygon(polygon, found.zone);
    else
      throw new UserError(`${this.#name}: feature ${this.#number} is of the type ${JSON.stringify(type)}, which GeoJSON does not have`, {
        cure: 'export the map again as GeoJSON',
        code: 'unknown-format',
      });
  }

  #addPlace(coordinates: unknown, places: Position[]): void {
    // An empty point is how several formats write that there is none.
    if (Array.isArray(coordinates) && coordinates.length === 0) this.#collapsed++;
    else places.push(...this.#line([coordinates]));
  }

  #addLine(coordinates: unknown, lines: Line[]): void {
    const line = this.#line(coordinates);
    if (line.length > 1) lines.push(line);
    else this.#collapsed++;
  }

  #addPolygon(coordinates: unknown, zone: Zone[number][]): void {
    const rings = list(coordinates).map((ring) => this.#ring(ring));
    // Without its shell a polygon is nothing; without one of its holes it is what it was.
    const [shell, ...holes] = rings;
    if (shell !== undefined && shell.length > 3) zone.push([shell, ...holes.filter((hole) => hole.length > 3)]);
    this.#collapsed += rings.filter((ring) => ring.length <= 3).length;
  }

  #ring(coordinates: unknown): Line {
    const ring = this.#line(coordinates);
    const [first, last] = [ring[0], ring.at(-1)];
    if (first === undefined || last === undefined || (first[0] === last[0] && first[1] === last[1])) return ring;
    this.#closed++;
    return [...ring, first];
  }

  #line(coordinates: unknown): Line {
    const given = list(coordinates);
    this.#positions += given.length;
    if (this.#positions > MOST_POSITIONS)
      throw new UserError(`${this.#name} has more than ${MOST_POSITIONS / 1e6} million positions`, {
        cure: 'keep only the part that is talked about, or simplify it',
        code: 'tooLarge',
      });
    const line = this.#onEarth(given, `${this.#name}: feature ${this.#number}`);
    this.#nearLongitude ??= line[0]?.[0];
    const { positions, crosses } = unwrapped(line, this.#nearLongitude ?? 0);
    if (crosses) this.#crossing++;
    return positions;
  }

  #onEarth(given: readonly unknown[], where: string): Position[] {
    const pairs = given.map((position) => {
      if (Array.isArray(position) && position.length > 2 && position[2] !== 0) this.#heights = true;
      return checkPair(position, where);
    });
    const { inverse, isPlane } = this.#projection;
    const placed =
      inverse === null ? pairs : (isPlane ? densify(pairs, LONGEST_METERS) : pairs).map((pair) => checkPair(inverse(pair), where));
    return placed.map((position) => checkDegrees(position, where));
  }
}

/** An edge that is straight in metres and this long is, at most, a few centimetres off one that is straight in degrees. */
const LONGEST_METERS = 1000;
