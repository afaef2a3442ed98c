import { UserError } from '@parley/model';
import type { Extent, Position } from '../geometry.ts';
import type { PopulationCell } from '../people-within.ts';
import { unwrapped } from './check-position.ts';

/** A cell of a population grid as a file gave it. */
export interface FileCell extends PopulationCell {
  /** The id of its H3 cell, where that is how the file gave it. */
  readonly h3?: string;
  /** West, south, east, north in degrees, where it has four such sides. */
  readonly extent?: Extent;
}

/** How the cells of H3 lie on the earth; the library is loaded when first asked for. */
export type BoundaryOfH3 = (id: string) => readonly Position[] | null;

export async function boundaryOfH3(): Promise<BoundaryOfH3> {
  const { cellToBoundary, isValidCell } = await import('h3-js');
  return (id) => (isValidCell(id) ? (cellToBoundary(id, true) as unknown as Position[]) : null);
}

/** A cell by its sides. Longitudes are within 180 degrees of `nearLongitude`, where one is given. */
export function cellOfExtent(extent: Extent, people: number, nearLongitude?: number): FileCell {
  const [west, south, east, north] = extent;
  const corners: Position[] = [
    [west, south],
    [east, south],
    [east, north],
    [west, north],
    [west, south],
  ];
  return { ring: near(corners, nearLongitude), people, extent };
}

/** A cell by its id in H3 (Uber, h3geo.org). Throws a UserError for an id of none. */
export function cellOfH3(boundary: BoundaryOfH3, id: string, people: number, where: string, nearLongitude?: number): FileCell {
  const ring = boundary(id);
  if (ring !== null) return { ring: near(ring, nearLongitude), people, h3: id };
  throw new UserError(`${where}: there is no H3 cell "${id.slice(0, 40)}"`, {
    cure: 'give ids as H3 writes them, of 15 signs such as 882db67259fffff',
    code: 'invalid-population',
  });
}

function near(ring: readonly Position[], nearLongitude: number | undefined): readonly Position[] {
  return unwrapped(ring, nearLongitude ?? ring[0]?.[0] ?? 0).positions;
}
