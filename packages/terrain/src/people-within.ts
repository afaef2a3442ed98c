import { areaKm2 } from './area.ts';
import { extentOf, type Position, type Ring, type Zone } from './geometry.ts';
import type { Overlay } from './overlay.ts';
import { zoneMembership } from './zone-membership.ts';

/** A cell of a population grid, of any shape: how many people are counted in its ring. */
export interface PopulationCell {
  readonly ring: Ring;
  readonly people: number;
}

/**
 * How many people are counted in a zone. A cell that lies in part in it gives that share of its people which it gives
 * of its area, as if they lived evenly in it.
 */
export function peopleWithin(overlay: Overlay, zone: Zone, cells: readonly PopulationCell[]): number {
  if (zone.length === 0) return 0;
  const [west, south, east, north] = extentOf(zone.flat());
  const membership = zoneMembership(zone);
  let total = 0;
  for (const { ring, people } of cells) {
    const [cellWest, cellSouth, cellEast, cellNorth] = extentOf([ring]);
    if (cellEast < west || cellWest > east || cellNorth < south || cellSouth > north) continue;
    const middle: Position = [(cellWest + cellEast) / 2, (cellSouth + cellNorth) / 2];
    const away = membership.signedMeters(middle);
    // No degree is longer: further from the border than this, the cell is on one side of it.
    const reach = 112_000 * Math.hypot(cellEast - cellWest, cellNorth - cellSouth);
    if (away > reach) continue;
    if (away < -reach) total += people;
    else total += people * Math.min(1, areaKm2(overlay.overlap([[ring]], zone)) / areaKm2([[ring]]));
  }
  return total;
}
