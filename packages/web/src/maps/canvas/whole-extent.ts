import type { Position } from './position.ts';
import type { Extent, Shape, ZoneCoordinates } from './types.ts';
import { unwrapped } from './unwrapped.ts';

/** The lines of positions that a shape is made of: rings, lines, or the places together. */
function linesOf({ shape, coordinates }: Pick<Shape, 'shape' | 'coordinates'>): readonly (readonly Position[])[] {
  if (shape === 'zone') return (coordinates as ZoneCoordinates).flat();
  return shape === 'line'
    ? (coordinates as readonly (readonly Position[])[])
    : (coordinates as readonly Position[]).map((place) => [place]);
}

/**
 * The smallest extent that holds all of the shapes, the antimeridian being no border; null where there is nothing.
 * West is within −180 to 180, east not west of it.
 */
export function wholeExtent(shapes: readonly Pick<Shape, 'shape' | 'coordinates'>[]): Extent | null {
  let [south, north] = [Infinity, -Infinity];
  const spans: [west: number, east: number][] = [];
  for (const shape of shapes) {
    for (const line of linesOf(shape)) {
      let [west, east] = [Infinity, -Infinity];
      for (const [longitude, latitude] of unwrapped(line)) {
        if (longitude < west) west = longitude;
        if (longitude > east) east = longitude;
        if (latitude < south) south = latitude;
        if (latitude > north) north = latitude;
      }
      if (west <= east) spans.push([west, east]);
    }
  }
  const around = smallestArc(spans);
  return around === null ? null : [around[0], south, around[1], north];
}

/** The smallest stretch of longitudes that holds all spans: all but the widest gap between them. */
function smallestArc(spans: readonly (readonly [number, number])[]): [number, number] | null {
  const sorted = spans
    .map(([west, east]): [number, number] => {
      const shift = 360 * Math.floor((west + 180) / 360);
      return [west - shift, east - shift];
    })
    .sort((a, b) => a[0] - b[0]);
  const first = sorted[0];
  if (first === undefined) return null;
  let east = first[1];
  let widest = { gap: -Infinity, west: first[0], east };
  for (const [nextWest, nextEast] of sorted.slice(1)) {
    if (nextWest - east > widest.gap) widest = { gap: nextWest - east, west: nextWest, east };
    east = Math.max(east, nextEast);
  }
  const last = first[0] + 360 - east;
  if (last >= widest.gap) return last <= 0 ? [-180, 180] : [first[0], east];
  return [widest.west, widest.east + 360];
}
