import type { Line, Ring, Zone } from './geometry.ts';

/**
 * The plane geometry that the operations on zones rest on: one interface, so that what is behind it can be replaced.
 * Coordinates are taken as plane ones; all results are valid, and their vertices lie on a grid.
 */
export interface Overlay {
  /** The same zone, valid: rings that cross themselves are cut, holes outside their shell go, what overlaps is joined. */
  repair(zone: Zone): Zone;
  /** Why a zone is not valid, and where; null where it is. */
  fault(zone: Zone): { readonly reason: string; readonly at: readonly [number, number] | null } | null;
  overlap(first: Zone, second: Zone): Zone;
  difference(first: Zone, second: Zone): Zone;
  union(zones: readonly Zone[]): Zone;
  /** What closed rings enclose; a ring within a ring is a hole, one within that is land again. */
  enclosed(rings: readonly Ring[]): Zone;
  /** All that lies at most so far from the lines, in their own unit, with round ends. */
  buffer(lines: readonly Line[], distance: number): Zone;
  /** The parts of the lines that lie in the zone or along its border. */
  clip(lines: readonly Line[], zone: Zone): Line[];
  /** The parts of the lines that do not run along the others, joined where just two of them meet. */
  lineDifference(lines: readonly Line[], others: readonly Line[]): Line[];
}
