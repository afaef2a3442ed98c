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
  if (zone.length === 0 || cells.length === 0) return 0;
  const [west, south, east, north] = extentOf(zone.flat());
  const membership = zoneMembership(zone);
  const cut: PlacedCell[] = [];
  let total = 0;
  for (const { ring, people } of cells) {
    const extent = extentOf([ring]);
    const [cellWest, cellSouth, cellEast, cellNorth] = extent;
    if (cellEast < west || cellWest > east || cellNorth < south || cellSouth > north) continue;
    const middle: Position = [(cellWest + cellEast) / 2, (cellSouth + cellNorth) / 2];
    if (!membership.mayCut(extent)) total += membership.has(middle) ? people : 0;
    else cut.push({ ring, people, middle });
  }
  return total + peopleInPart(overlay, zone, cut);
}

interface PlacedCell extends PopulationCell {
  readonly middle: Position;
}

/** Many cells of a zone with many corners are first parted into halves, each with the zone as far as it reaches there. */
function peopleInPart(overlay: Overlay, zone: Zone, cells: readonly PlacedCell[]): number {
  if (zone.length === 0 || cells.length === 0) return 0;
  const corners = zone.reduce((sum, polygon) => sum + polygon.reduce((inner, ring) => inner + ring.length, 0), 0);
  if (cells.length <= FEW_CELLS || corners <= FEW_CORNERS) {
    const share = (ring: Ring): number => Math.min(1, areaKm2(overlay.overlap([[ring]], zone)) / areaKm2([[ring]]));
    return cells.reduce((sum, { ring, people }) => sum + people * share(ring), 0);
  }
  const [west, south, east, north] = extentOf([cells.map(({ middle }) => middle)]);
  const axis = east - west > north - south ? 0 : 1;
  const sorted = [...cells].sort((a, b) => a.middle[axis] - b.middle[axis]);
  const halves = [sorted.slice(0, sorted.length >> 1), sorted.slice(sorted.length >> 1)];
  return halves.reduce((sum, half) => sum + peopleInPart(overlay, around(overlay, zone, half), half), 0);
}

const FEW_CELLS = 8;
const FEW_CORNERS = 200;

/** The zone as far as it may reach into the cells. */
function around(overlay: Overlay, zone: Zone, cells: readonly PlacedCell[]): Zone {
  const [west, south, east, north] = extentOf(cells.map(({ ring }) => ring));
  const box: Ring = [
    [west - MARGIN, south - MARGIN],
    [east + MARGIN, south - MARGIN],
    [east + MARGIN, north + MARGIN],
    [west - MARGIN, north + MARGIN],
    [west - MARGIN, south - MARGIN],
  ];
  return overlay.overlap([[box]], zone);
}

/** In degrees: so wide that the cut comes nowhere near a cell. */
const MARGIN = 1e-3;
