/** Lambert's azimuthal equal-area projection of the ellipsoid about the middle of a map (J. P. Snyder 1987, 182–190). */
import proj4 from 'proj4';
import { densify } from '../densify.ts';
import { extentOf, type Position } from '../geometry.ts';

/** A place on a sheet: to the right and down, in its units. */
export type SheetPoint = readonly [x: number, y: number];

/** The plane of a drawn map. Areas are true to each other everywhere; lengths are nearest to true in the middle. */
export interface SheetPlane {
  /** Where the projection touches the ellipsoid; north is upwards there. */
  readonly middle: Position;
  readonly metersPerUnit: number;
  /** A line as it is drawn: bends of less than a quarter of a unit are left out. */
  draw(line: readonly Position[]): SheetPoint[];
}

interface Frame {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** The plane in which all lines fit into a frame. Null where there are none. */
export function sheetPlane(lines: readonly (readonly Position[])[], frame: Frame): SheetPlane | null {
  const [west, south, east, north] = extentOf(lines);
  if (!Number.isFinite(west)) return null;
  const middle: Position = [(west + east) / 2, (south + north) / 2];
  const { forward } = proj4(`+proj=laea +lat_0=${middle[1]} +lon_0=${middle[0]} +x_0=0 +y_0=0 +datum=WGS84 +units=m +no_defs`);
  // Long edges are straight in longitude and latitude, and so are bent on the sheet.
  const stepDegrees = Math.max(0.01, Math.max(east - west, north - south) / 100);
  const inMeters = (line: readonly Position[]): Position[] =>
    densify(line, stepDegrees).map((position) => forward([position[0], position[1]]) as [number, number]);
  const [left, bottom, right, top] = extentOf(lines.map(inMeters));
  const metersPerUnit = Math.max(LEAST_METERS, right - left) / frame.width;
  const scale = Math.max(metersPerUnit, Math.max(LEAST_METERS, top - bottom) / frame.height);
  const toSheet = ([x, y]: Position): SheetPoint => [
    frame.x + frame.width / 2 + (x - (left + right) / 2) / scale,
    frame.y + frame.height / 2 - (y - (bottom + top) / 2) / scale,
  ];
  return { middle, metersPerUnit: scale, draw: (line) => thinned(inMeters(line).map(toSheet)) };
}

/** A single place is shown with this much of the ground around it. */
const LEAST_METERS = 500;
const LEAST_BEND = 0.25;

function thinned(points: readonly SheetPoint[]): SheetPoint[] {
  const kept: SheetPoint[] = [];
  for (const [at, point] of points.entries()) {
    const last = kept.at(-1);
    const isEnd = at === points.length - 1;
    if (last === undefined || isEnd || Math.abs(point[0] - last[0]) + Math.abs(point[1] - last[1]) >= LEAST_BEND) kept.push(point);
  }
  return kept;
}
