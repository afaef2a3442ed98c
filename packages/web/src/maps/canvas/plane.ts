/**
 * The plane that a map is drawn in: J. P. Snyder (1987), "Map projections: a working manual", on a sphere. For drawing
 * only; areas and lengths are measured on the ellipsoid.
 */
import { type GeoProjection, geoAzimuthalEqualAreaRaw, geoDistance, geoEqualEarthRaw, geoProjection, geoStereographicRaw } from 'd3-geo';
import type { Position } from './position.ts';
import type { Extent } from './types.ts';

/** What a plane is, in a form that can be sent to a worker. */
export interface PlaneSpec {
  /** Conformal (stereographic) for what is less than 40 degrees across, equal-area beyond, Equal Earth for the world. */
  readonly kind: 'conformal' | 'equalArea' | 'world';
  readonly longitude: number;
  readonly latitude: number;
}

export type Point = readonly [x: number, y: number];

/** Least and greatest x, least and greatest y; y grows downwards. */
export interface Bounds {
  readonly minX: number;
  readonly minY: number;
  readonly maxX: number;
  readonly maxY: number;
}

/** A plane in metres (true at its centre), x to the east and y to the south. */
export interface Plane {
  readonly spec: PlaneSpec;
  readonly projection: GeoProjection;
  /** Null for what the plane does not reach; of the world it reaches all, but cut open along one meridian. */
  toPlane(position: Position): Point | null;
  /** Longitude within −180 to 180; null outside the picture of the earth. */
  toEarth(point: Point): Position | null;
  /** As far as there is anything to see. */
  readonly reach: Bounds;
}

const EARTH_RADIUS_METERS = 6_371_008.8;
const DEGREE = Math.PI / 180;
const WORLD_PRECISION_METERS = 2000;
const REACH_DEGREES = { conformal: 60, equalArea: 150 } as const;

/** Which plane suits an extent. */
export function planeSpecFor([west, south, east, north]: Extent): PlaneSpec {
  const width = Math.min(360, Math.max(0, east - west));
  const polar = width > 120 && Math.abs(south + north) / 2 > 45;
  const longitude = width >= 360 ? 0 : withinHalfTurn((west + east) / 2);
  const latitude = polar ? 90 * Math.sign(south + north) : clamp((south + north) / 2, -90, 90);
  const edge = [0, 0.25, 0.5].flatMap((share): Position[] => [
    [west + share * width, south],
    [west + share * width, north],
    [west + share * width, clamp(0, south, north)],
  ]);
  const radius = Math.max(...edge.map((position) => geoDistance([longitude, latitude], [position[0], position[1]]))) / DEGREE;
  if (radius > 80) return { kind: 'world', longitude, latitude: 0 };
  return { kind: radius > 20 ? 'equalArea' : 'conformal', longitude, latitude };
}

export function planeOf(spec: PlaneSpec): Plane {
  const projection = projectionOf(spec);
  const reach = reachOf(spec, projection);
  return {
    spec,
    projection,
    reach,
    toPlane: spec.kind === 'world' ? ([longitude, latitude]) => projection([longitude, latitude]) : azimuthal(spec, spec.kind),
    toEarth([x, y]) {
      const earth = projection.invert?.([x, y]);
      if (!earth?.every(Number.isFinite)) return null;
      // Beyond its edge a picture of the world would begin anew.
      const back = projection(earth);
      const apart = back === null ? Infinity : Math.hypot(back[0] - x, back[1] - y);
      if (apart > 1e-6 * EARTH_RADIUS_METERS) return null;
      return [withinHalfTurn(earth[0]), clamp(earth[1], -90, 90)];
    },
  };
}

function projectionOf({ kind, longitude, latitude }: PlaneSpec): GeoProjection {
  const raw = { conformal: geoStereographicRaw, equalArea: geoAzimuthalEqualAreaRaw, world: geoEqualEarthRaw }[kind];
  const projection = geoProjection(raw)
    .translate([0, 0])
    // d3's stereographic plane is half as large as the earth at its centre.
    .scale(kind === 'conformal' ? 2 * EARTH_RADIUS_METERS : EARTH_RADIUS_METERS)
    .rotate([-longitude, -latitude])
    // Edges are straight in longitude and latitude and divided before; d3 would make great circles of them.
    .precision(0);
  // But where it cuts the world open it leaves a long edge, which has to follow the curved meridian.
  return kind === 'world' ? projection.precision(WORLD_PRECISION_METERS) : projection.clipAngle(REACH_DEGREES[kind]);
}

/** Snyder 1987, 21-2 to 21-4 and 24-2; what d3 does by turning the sphere, in a fifth of the time. */
function azimuthal({ longitude, latitude }: PlaneSpec, kind: 'conformal' | 'equalArea'): (position: Position) => Point | null {
  const least = Math.cos(REACH_DEGREES[kind] * DEGREE);
  const [sine, cosine] = [Math.sin(latitude * DEGREE), Math.cos(latitude * DEGREE)];
  return ([x, y]) => {
    const [sineY, cosineY] = [Math.sin(y * DEGREE), Math.cos(y * DEGREE)];
    const cosineX = Math.cos((x - longitude) * DEGREE);
    const cosineApart = sine * sineY + cosine * cosineY * cosineX;
    if (cosineApart < least) return null;
    const size = EARTH_RADIUS_METERS * (kind === 'conformal' ? 2 / (1 + cosineApart) : Math.sqrt(2 / (1 + cosineApart)));
    return [size * cosineY * Math.sin((x - longitude) * DEGREE), -size * (cosine * sineY - sine * cosineY * cosineX)];
  };
}

function reachOf({ kind }: PlaneSpec, projection: GeoProjection): Bounds {
  if (kind === 'world') {
    const x = Math.abs(geoEqualEarthRaw(Math.PI, 0)[0]) * EARTH_RADIUS_METERS;
    const y = Math.abs(geoEqualEarthRaw(0, Math.PI / 2)[1]) * EARTH_RADIUS_METERS;
    return { minX: -x, maxX: x, minY: -y, maxY: y };
  }
  const half = (REACH_DEGREES[kind] * DEGREE) / 2;
  const radius = projection.scale() * (kind === 'conformal' ? Math.tan(half) : 2 * Math.sin(half));
  return { minX: -radius, maxX: radius, minY: -radius, maxY: radius };
}

function withinHalfTurn(longitude: number): number {
  return longitude >= -180 && longitude <= 180 ? longitude : longitude - 360 * Math.round(longitude / 360);
}

function clamp(value: number, least: number, most: number): number {
  return Math.min(most, Math.max(least, value));
}
