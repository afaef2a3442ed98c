import type { Extent } from './canvas/types.ts';

/** The extent that holds all of these; null where there are none. */
export function extentOf(extents: readonly (readonly number[])[]): Extent | null {
  if (extents.length === 0) return null;
  const all = (at: number) => extents.map((extent) => extent[at] ?? 0);
  return [Math.min(...all(0)), Math.min(...all(1)), Math.max(...all(2)), Math.max(...all(3))];
}

/** The extent of coordinates, however deep they are nested; null where there are none. */
export function extentOfCoordinates(coordinates: unknown): Extent | null {
  let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity];
  const visit = (part: unknown): void => {
    if (!Array.isArray(part)) return;
    const [longitude, latitude] = part;
    if (typeof longitude !== 'number' || typeof latitude !== 'number') {
      for (const inner of part) visit(inner);
      return;
    }
    west = Math.min(west, longitude);
    east = Math.max(east, longitude);
    south = Math.min(south, latitude);
    north = Math.max(north, latitude);
  };
  visit(coordinates);
  return west <= east ? [west, south, east, north] : null;
}
