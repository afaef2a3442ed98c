import { UserError } from '@parley/model';
import { extentOf, type Line, type Position, type Ring, type Zone } from './geometry.ts';

/**
 * Maps of one piece of ground may give its longitudes in different turns round the earth: up to 180 and on from -180, cut
 * there in two (RFC 7946, 3.1.9), or running on above 180. These bring them into one, near a longitude, so that an overlay
 * in the plane finds what lies on the same ground.
 *
 * An edge whose ends are more than 270 degrees apart takes the short way across the antimeridian; one of exactly 360
 * goes once round the earth, one along a pole any way. A ring round a pole is closed over the pole nearest to it. Throws a
 * UserError for an edge of 180 to 270 degrees, of which nobody can tell which way round it goes.
 */
export function zoneNear(zone: Zone, longitude: number): Zone {
  return zone.map((polygon) => {
    const [shell, ...holes] = polygon.map(unwrappedRing);
    if (shell === undefined) return polygon;
    const turned = nearTo(shell, longitude);
    return [turned, ...holes.map((hole) => nearTo(hole, middleOf(turned)))];
  });
}

export function lineNear(line: Line, longitude: number): Line {
  return nearTo(unwrapped(line), longitude);
}

export function placeNear([x, y]: Position, longitude: number): Position {
  return [x + 360 * Math.round((longitude - x) / 360), y];
}

/** The longitude in the middle of the first thing that there is; 0 where there is nothing. */
export function longitudeOf(lines: readonly Line[]): number {
  const [first] = lines;
  return first === undefined || first.length === 0 ? 0 : middleOf(unwrapped(first));
}

/** The same place with its longitude from -180 to 180, as a person expects it. */
export function inUsualRange([x, y]: Position): Position {
  return Math.abs(x) <= 180 ? [x, y] : [x - 360 * Math.round(x / 360), y];
}

function unwrappedRing(ring: Ring): Ring {
  const line = unwrapped(ring);
  const [first, last] = [line[0], line.at(-1)];
  if (first === undefined || last === undefined || Math.abs(last[0] - first[0]) < 180) return line;
  const pole = line.reduce((sum, [, y]) => sum + y, 0) < 0 ? -90 : 90;
  return [...line, [last[0], pole], [first[0], pole], first];
}

function unwrapped(line: Line): Line {
  if (!line.some(([x], at) => at > 0 && Math.abs(x - (line[at - 1] as Position)[0]) >= HALF_WAY)) return line;
  const straight: Position[] = [];
  let turns = 0;
  for (const [at, [x, y]] of line.entries()) {
    const before = line[at - 1];
    if (before !== undefined) turns += turnsOf(before, [x, y]);
    straight.push([x + 360 * turns, y]);
  }
  return straight;
}

/** By how many turns the longitude written after an edge has to be moved. */
function turnsOf([fromX, fromY]: Position, [toX, toY]: Position): number {
  const degrees = toX - fromX;
  const isAlongPole = Math.abs(fromY) === 90 && Math.abs(toY) === 90;
  if (Math.abs(degrees) < HALF_WAY || Math.abs(degrees) === 360 || isAlongPole) return 0;
  if (Math.abs(degrees) > MOST_DEGREES) return -Math.sign(degrees);
  throw new UserError(`an edge from ${fromX}, ${fromY} to ${toX}, ${toY} goes half round the earth, and cannot be told which way`, {
    cure: 'give corners between, or cut the map at 180 degrees',
    code: 'wide-edge',
  });
}

const HALF_WAY = 180;
const MOST_DEGREES = 270;

function nearTo(line: Line, longitude: number): Line {
  const turns = Math.round((longitude - middleOf(line)) / 360);
  return turns === 0 ? line : line.map(([x, y]): Position => [x + 360 * turns, y]);
}

function middleOf(line: Line): number {
  const [west, , east] = extentOf([line]);
  return (west + east) / 2;
}
