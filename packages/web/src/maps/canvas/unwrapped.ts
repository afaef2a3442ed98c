import type { Position } from './position.ts';

/**
 * A line with longitudes that run on across the antimeridian instead of jumping: an edge takes the shorter way round.
 * One from −180 to just 180 is taken as drawn, or a map of the world would be nothing. The same line where none jumps.
 */
export function unwrapped(line: readonly Position[]): readonly Position[] {
  if (!line.some(([longitude], at) => at > 0 && jumps(longitude - (line[at - 1] as Position)[0]))) return line;
  let turns = 0;
  return line.map(([longitude, latitude], at) => {
    const step = at === 0 ? 0 : longitude - (line[at - 1] as Position)[0];
    if (jumps(step)) turns -= Math.round(step / 360);
    return [longitude + 360 * turns, latitude];
  });
}

function jumps(step: number): boolean {
  return Math.abs(step) > 180 && Math.abs(step) < 360 - 1e-9;
}
