import type { Position } from './geometry.ts';

/**
 * Adds positions to a line, so that no edge is longer than `stepDegrees`.
 *
 * An edge of a map is straight in longitude and latitude (RFC 7946, 3.1.1); the geodesic between its ends is not.
 * Over 0.01 degrees (about 1 km) the two are some 12 mm apart in middle latitudes, over 1 degree more than 100 m.
 *
 * An edge along a pole has no length, and stays as it is.
 *
 * @param stepDegrees longest edge that stays as it is, in degrees. Default 0.01
 */
export function densify(line: readonly Position[], stepDegrees = STEP_DEGREES): Position[] {
  const dense: Position[] = [];
  for (let at = 0; at + 1 < line.length; at++) {
    const [x, y] = line[at] as Position;
    const [toX, toY] = line[at + 1] as Position;
    const isPole = Math.abs(y) === 90 && Math.abs(toY) === 90;
    const parts = isPole ? 1 : Math.max(1, Math.ceil(Math.max(Math.abs(toX - x), Math.abs(toY - y)) / stepDegrees - 1e-9));
    dense.push([x, y]);
    for (let part = 1; part < parts; part++) dense.push([x + ((toX - x) * part) / parts, y + ((toY - y) * part) / parts]);
  }
  const last = line.at(-1);
  if (last !== undefined) dense.push(last);
  return dense;
}

const STEP_DEGREES = 0.01;
