import { areaKm2 } from './area.ts';
import { lengthMeters } from './distance.ts';
import { borderOf, type Zone } from './geometry.ts';

/**
 * How compact a zone is: its area over that of a circle with the same border length, 0 to 1 (D. Polsby and R. Popper
 * 1991, "The third criterion"). It depends on how finely the border is drawn; 0 for a zone without area.
 */
export function compactness(zone: Zone): number {
  const border = borderOf(zone).reduce((sum, ring) => sum + lengthMeters(ring), 0) / 1000;
  return border === 0 ? 0 : (4 * Math.PI * areaKm2(zone)) / (border * border);
}
