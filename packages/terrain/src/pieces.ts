import { areaKm2 } from './area.ts';
import { buffer } from './buffer.ts';
import { borderOf, type Position, type Zone } from './geometry.ts';
import { inUsualRange } from './one-turn.ts';
import type { Overlay } from './overlay.ts';
import { type PopulationCell, peopleWithin } from './people-within.ts';
import { placeIn } from './place-in.ts';

/** A piece of ground to point at. */
interface Patch {
  readonly areaKm2: number;
  /** Null where no population was given. */
  readonly people: number | null;
  /** A place in it: longitude and latitude. */
  readonly at: Position;
}

/** What a zone is made of; each list begins with the largest. */
export interface Pieces {
  /** Parts that do not touch each other: all but the first are cut off from it. */
  readonly pieces: readonly Patch[];
  /** Holes: ground of others that the zone goes all round. */
  readonly enclaves: readonly Patch[];
  /**
   * Parts that hang together by nothing but necks narrower than `neckMeters`, of those pieces that fall apart so; null
   * where no width was asked about. What is in the necks, and in strips as narrow, counts for none of them.
   */
  readonly joinedByNecks: readonly Patch[] | null;
}

export interface PiecesOptions {
  readonly population?: readonly PopulationCell[] | undefined;
  /** Necks narrower than this, in metres, count as parting what they join. */
  readonly neckMeters?: number | undefined;
}

/** Which parts of a zone are cut off from the rest, and which parts of the ground it cuts off. */
export function pieces(overlay: Overlay, zone: Zone, { population, neckMeters }: PiecesOptions = {}): Pieces {
  const patch = (part: Zone): Patch => ({
    areaKm2: areaKm2(part),
    people: population === undefined ? null : peopleWithin(overlay, part, population),
    at: inUsualRange(placeIn(part[0] ?? [])),
  });
  const patches = (parts: readonly Zone[]): Patch[] => parts.map(patch).sort((a, b) => b.areaKm2 - a.areaKm2);
  return {
    pieces: patches(zone.map((polygon) => [polygon])),
    enclaves: patches(zone.flatMap(([, ...holes]) => holes.map((hole) => [[hole]]))),
    joinedByNecks: neckMeters === undefined ? null : patches(zone.flatMap((polygon) => partedAtNecks(overlay, [polygon], neckMeters))),
  };
}

/** What a disc of this width can reach without leaving the zone (the opening of G. Matheron 1975), if that is in parts. */
function partedAtNecks(overlay: Overlay, zone: Zone, neckMeters: number): Zone[] {
  const half = neckMeters / 2;
  const cores = overlay.difference(zone, buffer(overlay, borderOf(zone), half));
  if (cores.length < 2) return [];
  return cores.map((core) => overlay.overlap(overlay.union([[core], buffer(overlay, borderOf([core]), half)]), zone));
}
