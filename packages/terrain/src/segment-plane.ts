import { extentOf, type Line, type Position } from './geometry.ts';
import { metersPerDegree } from './meters-per-degree.ts';

/** A plane in which the nearest of many segments is looked for. */
export interface SegmentPlane {
  toPlane(position: Position): Position;
  toEarth(place: Position): Position;
  /** How long its units are at a position, in metres, along both axes. */
  metersPerUnit(position: Position): readonly [number, number];
  /** How much wider than a distance the search for it has to be, as its units are not everywhere as long. */
  readonly slack: number;
  /** Whether distances are no longer exact in it, and are measured along geodesics once the segment is found. */
  readonly isPolar: boolean;
}

/** The plane of the degrees; for lines that come near a pole, where degrees of longitude end, the stereographic one about it. */
export function segmentPlane(lines: readonly Line[]): SegmentPlane {
  const [, south, , north] = extentOf(lines);
  if (Math.max(-south, north) <= POLAR_DEGREES) return DEGREES;
  return north > -south ? stereographic(1) : stereographic(-1);
}

const POLAR_DEGREES = 80;

const DEGREES: SegmentPlane = {
  toPlane: (position) => position,
  toEarth: (place) => place,
  metersPerUnit: ([, latitude]) => metersPerDegree(latitude),
  slack: 1.01,
  isPolar: false,
};

/** Of the sphere (Snyder 1987, 21): it keeps angles to a few thousandths, so that what is nearest on the earth is so in it. */
function stereographic(pole: 1 | -1): SegmentPlane {
  const toPlane = ([longitude, latitude]: Position): Position => {
    const away = 2 * RADIUS_METERS * Math.tan(Math.PI / 4 - (pole * latitude * DEGREE) / 2);
    return [away * Math.cos(longitude * DEGREE), pole * away * Math.sin(longitude * DEGREE)];
  };
  const toEarth = ([x, y]: Position): Position => [
    Math.atan2(pole * y, x) / DEGREE,
    pole * (90 - (2 * Math.atan(Math.hypot(x, y) / (2 * RADIUS_METERS))) / DEGREE),
  ];
  const metersPerUnit = ([, latitude]: Position): readonly [number, number] => {
    const meters = (1 + Math.sin(pole * latitude * DEGREE)) / 2;
    return [meters, meters];
  };
  return { toPlane, toEarth, metersPerUnit, slack: 1.3, isPolar: true };
}

const RADIUS_METERS = 6_371_000;
const DEGREE = Math.PI / 180;
