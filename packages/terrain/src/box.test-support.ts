import type { Zone } from './geometry.ts';

/** A box by its south-western corner and its sides, in degrees. */
export function box(west: number, south: number, width: number, height = width): Zone {
  const [east, north] = [west + width, south + height];
  return [
    [
      [
        [west, south],
        [east, south],
        [east, north],
        [west, north],
        [west, south],
      ],
    ],
  ];
}
