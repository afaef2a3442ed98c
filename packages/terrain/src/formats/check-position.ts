import { UserError } from '@parley/model';
import type { Position } from '../geometry.ts';

/** A position out of a file, in whatever it is measured. Heights are passed over. Throws a UserError where it is no pair of numbers. */
export function checkPair(value: unknown, where: string): Position {
  const [x, y] = Array.isArray(value) ? value : [];
  if (typeof x === 'number' && typeof y === 'number' && Number.isFinite(x) && Number.isFinite(y)) return [x, y];
  const given = Array.isArray(value) ? `[${value.slice(0, 4).map(String).join(', ')}]` : JSON.stringify(value);
  throw new UserError(`${where} has ${given} for a place`, {
    cure: 'give longitude and latitude as numbers',
    code: 'invalid-position',
  });
}

/** The same position. Throws a UserError where it cannot be longitude and latitude. */
export function checkDegrees(position: Position, where: string): Position {
  const [longitude, latitude] = position;
  const at = `${longitude}, ${latitude}`;
  if (Math.abs(longitude) <= 360 && Math.abs(latitude) <= 90) return position;
  if (Math.abs(longitude) <= 90 && Math.abs(latitude) <= 180)
    throw new UserError(`${where} has a place at ${at}: there is no such latitude, the two seem to be swapped`, {
      cure: 'give longitude first, then latitude',
      code: 'swapped-coordinates',
    });
  throw new UserError(`${where} has a place at ${at}, which is not longitude and latitude`, {
    cure: 'convert the map to longitude and latitude (WGS 84, EPSG:4326); these look like metres of a projection',
    code: 'unknown-projection',
  });
}

/**
 * The same positions with longitudes that run on across the antimeridian instead of jumping by 360 degrees, the first
 * of them within 180 degrees of `nearLongitude`. An edge takes the shorter way round the earth.
 */
export function unwrapped(line: readonly Position[], nearLongitude: number): { positions: Position[]; crosses: boolean } {
  let before = nearLongitude;
  let crosses = false;
  const positions = line.map(([longitude, latitude], at): Position => {
    const turns = Math.round((before - longitude) / 360);
    if (at > 0 && Math.abs(longitude - (line[at - 1] as Position)[0]) > 180) crosses = true;
    before = longitude + 360 * turns;
    return [before, latitude];
  });
  return { positions, crosses };
}
