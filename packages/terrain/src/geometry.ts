/** A place: longitude and latitude in degrees (WGS 84), as GeoJSON orders them. */
export type Position = readonly [longitude: number, latitude: number];

/** A closed ring: the last position equals the first. */
export type Ring = readonly Position[];

/** A shell and the holes in it. */
type Polygon = readonly Ring[];

/** What a map shows as an area: polygons that may touch but, once repaired, do not overlap. */
export type Zone = readonly Polygon[];

/** What a map shows as a line; at least two positions. */
export type Line = readonly Position[];

/** West, south, east, north in degrees. East may be above 180 where something crosses the antimeridian. */
export type Extent = readonly [west: number, south: number, east: number, north: number];

/** The smallest extent that holds all positions; infinite and reversed where there are none. */
export function extentOf(lines: Iterable<readonly Position[]>): Extent {
  let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const line of lines) {
    for (const [longitude, latitude] of line) {
      if (longitude < west) west = longitude;
      if (longitude > east) east = longitude;
      if (latitude < south) south = latitude;
      if (latitude > north) north = latitude;
    }
  }
  return [west, south, east, north];
}

/** The rings of a polygon, the shell anticlockwise and holes clockwise. */
export function woundRings(polygon: Polygon): Ring[] {
  return polygon.map((ring, at) => (anticlockwise(ring) === (at === 0) ? ring : [...ring].reverse()));
}

/**
 * The rings of a zone as lines, so that outside is always on the right. Where a zone goes round a pole, the edges that close
 * its ring over the pole are no border, and are left out; all of the earth has none.
 */
export function borderOf(zone: Zone): Line[] {
  return zone.flatMap((polygon) => woundRings(polygon).flatMap(withoutSeam));
}

function withoutSeam(ring: Ring): Line[] {
  if (!ring.some(([, latitude]) => Math.abs(latitude) === 90)) return [ring];
  const [west, , east] = extentOf([ring]);
  const goesRound = Math.abs(east - west - 360) < 1e-9;
  const isSeam = ([ax, ay]: Position, [bx, by]: Position): boolean =>
    (Math.abs(ay) === 90 && Math.abs(by) === 90) || (goesRound && ax === bx && (ax === west || ax === east));
  const lines: Position[][] = [];
  let line: Position[] = [];
  for (const [at, position] of ring.entries()) {
    const before = ring[at - 1];
    if (before !== undefined && isSeam(before, position)) {
      lines.push(line);
      line = [];
    }
    line.push(position);
  }
  return [...lines, line].filter((part) => part.length > 1);
}

function anticlockwise(ring: Ring): boolean {
  return signedArea(ring) > 0;
}

/** The area of a ring in the plane of longitude and latitude, in square degrees; negative where it runs clockwise. */
export function signedArea(ring: Ring): number {
  let doubled = 0;
  const [originX, originY] = ring[0] ?? [0, 0];
  for (let at = 1; at < ring.length; at++) {
    const [ax, ay] = ring[at - 1] as Position;
    const [bx, by] = ring[at] as Position;
    doubled += (ax - originX) * (by - originY) - (bx - originX) * (ay - originY);
  }
  return doubled / 2;
}
