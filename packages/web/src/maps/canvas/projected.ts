import { type GeoStream, geoArea, geoStream } from 'd3-geo';
import type { Bounds, Plane } from './plane.ts';
import type { Position } from './position.ts';
import type { Shape, ZoneCoordinates } from './types.ts';
import { unwrapped } from './unwrapped.ts';

/** A ring or line in a plane: x and y in metres by turns. A ring's last point is not its first. */
export interface PlanePath {
  readonly points: Float64Array;
  readonly closed: boolean;
  readonly bounds: Bounds;
}

/** A shape in a plane. */
export interface PlaneShape {
  /** Rings to fill, lines, or a path of one point for each place. */
  readonly paths: readonly PlanePath[];
  /** What is drawn as border of a zone: not where a file cuts zones open at the antimeridian, or at a pole. */
  readonly borders: readonly PlanePath[];
}

const cache = new WeakMap<Plane, WeakMap<object, PlaneShape>>();

/** A shape in a plane; worked out once for each plane and coordinates. */
export function projected(plane: Plane, { shape, coordinates }: Pick<Shape, 'shape' | 'coordinates'>): PlaneShape {
  let known = cache.get(plane);
  if (known === undefined) {
    known = new WeakMap();
    cache.set(plane, known);
  }
  const key = coordinates as object;
  let found = known.get(key);
  if (found === undefined) {
    found = projectedAnew(plane, shape, coordinates);
    known.set(key, found);
  }
  return found;
}

function projectedAnew(plane: Plane, shape: Shape['shape'], coordinates: unknown): PlaneShape {
  if (shape === 'place') {
    const paths = (coordinates as readonly Position[]).flatMap((place) => {
      const point = plane.toPlane(place);
      return point === null ? [] : [pathOf(point, false)];
    });
    return { paths, borders: [] };
  }
  if (shape === 'line') {
    const paths = linePaths(plane, coordinates as readonly (readonly Position[])[]);
    return { paths, borders: paths };
  }
  const zone = coordinates as ZoneCoordinates;
  const paths = zone.flatMap((polygon) => polygonPaths(plane, polygon));
  const rings = zone.flat();
  return { paths, borders: rings.some((ring) => ring.some(isSeam)) ? linePaths(plane, rings.flatMap(withoutSeams)) : paths };
}

/** Lines in a plane. */
export function linePaths(plane: Plane, lines: readonly (readonly Position[])[]): PlanePath[] {
  return lines.flatMap((line) => {
    const dense = divided(unwrapped(line));
    const points = directly(plane, dense);
    if (points === 'none') return [];
    if (points !== 'some') return [pathOf(points, false)];
    return streamed(plane, (stream) => geoStream({ type: 'LineString', coordinates: dense }, stream));
  });
}

/** The rings of a polygon in a plane, cut where the plane ends. */
function polygonPaths(plane: Plane, polygon: readonly (readonly Position[])[]): PlanePath[] {
  const rings = polygon.filter(({ length }) => length > 2).map((ring) => divided(offTheEdge(unwrapped(ring))));
  const direct = rings.map((ring) => directly(plane, ring));
  if (direct.every((points) => points !== 'some')) {
    const paths = direct.flatMap((points) => (points === 'none' ? [] : [pathOf(points.slice(0, -2), true)]));
    // A ring all beyond what is shown may go around all that is shown.
    const isAround = rings.some((ring, at) => direct[at] === 'none' && surrounds(ring, plane.spec.longitude, plane.spec.latitude));
    return isAround ? [edgeOf(plane), ...paths] : paths;
  }
  const wrapped = rings.map((ring, at) => wound(ring, at === 0));
  return streamed(plane, (stream) => geoStream({ type: 'Polygon', coordinates: wrapped }, stream));
}

/** A path with its bounds. */
export function pathOf(points: ArrayLike<number>, closed: boolean): PlanePath {
  let [minX, minY, maxX, maxY] = [Infinity, Infinity, -Infinity, -Infinity];
  for (let at = 0; at < points.length; at += 2) {
    const [x, y] = [points[at] as number, points[at + 1] as number];
    if (x < minX) minX = x;
    if (x > maxX) maxX = x;
    if (y < minY) minY = y;
    if (y > maxY) maxY = y;
  }
  return { points: Float64Array.from(points), closed, bounds: { minX, minY, maxX, maxY } };
}

/**
 * The points of a line in a plane, if the plane shows all of it: d3 would leave out points that are within 6 m of each
 * other where it looks for what to cut off. `none` or `some` if the plane shows no point of it, or not all.
 */
export function directly({ spec, toPlane }: Plane, line: readonly Position[]): number[] | 'none' | 'some' {
  if (spec.kind === 'world' && !isWithinTurn(line, spec.longitude)) return 'some';
  const points: number[] = [];
  let lacking = 0;
  for (const position of line) {
    const point = toPlane(position);
    if (point === null) lacking += 1;
    else points.push(point[0], point[1]);
    if (lacking > 0 && points.length > 0) return 'some';
  }
  return lacking > 0 ? 'none' : points;
}

/** Whether a line does not cross the meridian at which a picture of the world is cut open. */
function isWithinTurn(line: readonly Position[], longitude: number): boolean {
  let [west, east] = [Infinity, -Infinity];
  for (const [x] of line) {
    if (x < west) west = x;
    if (x > east) east = x;
  }
  const turn = 360 * Math.round(((west + east) / 2 - longitude) / 360);
  return west - turn >= longitude - 180 && east - turn <= longitude + 180;
}

/** What a projection makes of GeoJSON whose rings are wound as d3 has them: clockwise around what is inside. */
export function streamed({ projection }: Plane, draw: (stream: GeoStream) => void): PlanePath[] {
  const paths: PlanePath[] = [];
  let [points, closed] = [[] as number[], false];
  const stream = projection.stream({
    point: (x, y) => void points.push(x, y),
    lineStart: () => {
      points = [];
    },
    lineEnd: () => {
      if (points.length > 0) paths.push(pathOf(points, closed));
    },
    polygonStart: () => {
      closed = true;
    },
    polygonEnd: () => {
      closed = false;
    },
  });
  draw(stream);
  return paths;
}

/** As d3 takes rings: shells clockwise, holes anticlockwise, in longitude and latitude as one draws them on paper. */
function wound(ring: [number, number][], isShell: boolean): [number, number][] {
  const [first, last] = [ring[0] as Position, ring.at(-1) as Position];
  // A ring around a pole has no inside on paper: the smaller side is meant.
  const isAroundPole = Math.abs(first[0] - last[0]) > 180;
  const isClockwise = isAroundPole ? geoArea({ type: 'Polygon', coordinates: [ring] }) < 2 * Math.PI : doubledArea(ring) < 0;
  return isClockwise === isShell ? ring : ring.reverse();
}

function doubledArea(ring: readonly Position[]): number {
  let doubled = 0;
  const [originX, originY] = ring[0] as Position;
  for (let at = 1; at < ring.length; at++) {
    const [ax, ay] = ring[at - 1] as Position;
    const [bx, by] = ring[at] as Position;
    doubled += (ax - originX) * (by - originY) - (bx - originX) * (ay - originY);
  }
  return doubled;
}

/** Whether a place is inside of a ring, in longitude and latitude as one draws them on paper. */
function surrounds(ring: readonly Position[], longitude: number, latitude: number): boolean {
  const middle = ring.reduce((sum, [x]) => sum + x, 0) / ring.length;
  const x = longitude + 360 * Math.round((middle - longitude) / 360);
  let isInside = false;
  for (let at = 1; at < ring.length; at++) {
    const [ax, ay] = ring[at - 1] as Position;
    const [bx, by] = ring[at] as Position;
    if (ay > latitude !== by > latitude && x < ax + ((bx - ax) * (latitude - ay)) / (by - ay)) isInside = !isInside;
  }
  return isInside;
}

/** All that the plane shows: a disc. */
function edgeOf({ reach }: Plane): PlanePath {
  const steps = Array.from({ length: 180 }, (_, at) => (at * Math.PI) / 90);
  return pathOf(
    steps.flatMap((angle) => [reach.maxX * Math.cos(angle), reach.maxX * Math.sin(angle)]),
    true,
  );
}

/** On a sphere a ring around all of the earth is a line there and back along one meridian; kept a hair apart it has an inside. */
function offTheEdge(ring: readonly Position[]): readonly Position[] {
  let [west, east] = [Infinity, -Infinity];
  for (const [longitude] of ring) {
    if (longitude < west) west = longitude;
    if (longitude > east) east = longitude;
  }
  if (east - west < 360 - 1e-6) return ring;
  const middle = (west + east) / 2;
  return ring.map(([longitude, latitude]) => [
    middle + (longitude - middle) * (1 - 1e-7),
    Math.min(90 - 1e-5, Math.max(-90 + 1e-5, latitude)),
  ]);
}

/** Whether an edge runs along the antimeridian or stays at a pole: where a file cuts zones open, not where they end. */
function isSeam([longitude, latitude]: Position, at: number, ring: readonly Position[]): boolean {
  const before = ring[at - 1];
  if (before === undefined) return false;
  const isAlongAntimeridian = Math.abs(longitude) === 180 && before[0] === longitude && before[1] !== latitude;
  return isAlongAntimeridian || (Math.abs(latitude) === 90 && before[1] === latitude);
}

/** The pieces of a ring between its seams. */
function withoutSeams(ring: readonly Position[]): Position[][] {
  const pieces: Position[][] = [];
  let piece: Position[] = [];
  ring.forEach((position, at) => {
    if (at === 0 || isSeam(position, at, ring)) {
      piece = [];
      pieces.push(piece);
    }
    piece.push(position);
  });
  return pieces.filter(({ length }) => length > 1);
}

/** Longest edge that is not divided, in degrees: a longer one would be seen to bend. */
const STEP_DEGREES = 0.5;

function divided(line: readonly Position[]): [number, number][] {
  const dense: [number, number][] = [];
  for (let at = 0; at < line.length; at++) {
    const [x, y] = line[at] as Position;
    if (at > 0) {
      const [fromX, fromY] = line[at - 1] as Position;
      const parts = Math.ceil(Math.max(Math.abs(x - fromX), Math.abs(y - fromY)) / STEP_DEGREES);
      for (let part = 1; part < parts; part++) dense.push([fromX + ((x - fromX) * part) / parts, fromY + ((y - fromY) * part) / parts]);
    }
    dense.push([x, y]);
  }
  return dense;
}
