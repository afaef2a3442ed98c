import Flatbush from 'flatbush';
import { extentOf, type Position, type Ring, signedArea } from '../geometry.ts';
import { enclosed } from '../zone-membership.ts';

/** Rings sorted into polygons, as a Shapefile does not. */
interface SortedRings {
  readonly polygons: Ring[][];
  /** Rings wound as holes that lie in no shell; each has become a polygon. */
  readonly stray: number;
  /** All rings are wound the other way than the format asks. */
  readonly isReversed: boolean;
}

/**
 * Shells are wound clockwise and holes anticlockwise; a hole belongs to the smallest shell around it. Where that leaves
 * holes over and the other way round does not, the file is wound the wrong way.
 */
export function polygonsOfRings(rings: readonly Ring[]): SortedRings {
  const measured = rings
    .filter((ring) => ring.length > 0)
    .map((ring): MeasuredRing => ({ ring, extent: extentOf([ring]), area: signedArea(ring) }));
  const asAsked = sorted(measured, -1);
  if (asAsked.stray.length === 0) return { polygons: asAsked.polygons, stray: 0, isReversed: false };
  const reversed = sorted(measured, 1);
  if (reversed.stray.length === 0) return { polygons: reversed.polygons, stray: 0, isReversed: true };
  return { polygons: [...asAsked.polygons, ...asAsked.stray.map(({ ring }) => [ring])], stray: asAsked.stray.length, isReversed: false };
}

interface MeasuredRing {
  readonly ring: Ring;
  readonly extent: readonly [number, number, number, number];
  /** In the square of the file's unit; negative clockwise. */
  readonly area: number;
}

function sorted(rings: readonly MeasuredRing[], shellSign: 1 | -1): { polygons: Ring[][]; stray: MeasuredRing[] } {
  // What has no area, or a place that is no number, is left to be told of later.
  const isHole = ({ area }: MeasuredRing): boolean => area * shellSign < 0;
  const shells = rings.filter((ring) => !isHole(ring)).map((shell) => ({ ...shell, polygon: [shell.ring] }));
  const around = shells.filter(({ area }) => Number.isFinite(area) && area !== 0);
  const index = around.length === 0 ? null : new Flatbush(around.length);
  for (const { extent } of around) index?.add(...extent);
  index?.finish();
  const stray: MeasuredRing[] = [];
  for (const hole of rings.filter(isHole)) {
    const [west, south] = hole.extent;
    const smallest = (index?.search(west, south, west, south) ?? [])
      .map((at) => around[at] as (typeof shells)[number])
      .sort((a, b) => Math.abs(a.area) - Math.abs(b.area))
      .find((shell) => Math.abs(shell.area) >= Math.abs(hole.area) && holds(shell, hole));
    if (smallest === undefined) stray.push(hole);
    else smallest.polygon.push(hole.ring);
  }
  return { polygons: shells.map(({ polygon }) => polygon), stray };
}

/** Most places of the hole decide, of a few of them: some may lie on the border of the shell. */
function holds(shell: MeasuredRing, { ring, extent: [west, south, east, north] }: MeasuredRing): boolean {
  const [shellWest, shellSouth, shellEast, shellNorth] = shell.extent;
  if (west < shellWest || south < shellSouth || east > shellEast || north > shellNorth) return false;
  const step = Math.max(1, Math.floor(ring.length / 8));
  let inside = 0;
  let asked = 0;
  for (let at = 0; at + 1 < ring.length; at += step) {
    const [[ax, ay], [bx, by]] = [ring[at] as Position, ring[at + 1] as Position];
    asked++;
    if (enclosed(shell.ring, (ax + bx) / 2, (ay + by) / 2)) inside++;
  }
  return inside * 2 > asked;
}
