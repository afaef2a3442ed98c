import Flatbush from 'flatbush';
import { areaKm2 } from './area.ts';
import { extentOf, type Zone } from './geometry.ts';
import { longitudeOf, zoneNear } from './one-turn.ts';
import type { Overlay } from './overlay.ts';
import { withShortEdges } from './with-short-edges.ts';

/** One of several blocks that a map is made of, as orders or permits are given out by. */
export interface Block {
  readonly name: string;
  readonly zone: Zone;
}

/** Two blocks that lie in part on the same ground. */
interface BlockOverlap {
  readonly names: readonly [string, string];
  readonly areaKm2: number;
}

/** Blocks made into one zone. */
export interface Dissolved {
  readonly zone: Zone;
  readonly areaKm2: number;
  /** What the blocks have each by itself, added up: more than the area where they overlap. */
  readonly sumKm2: number;
  /** Pairs of blocks that overlap, the most first. Ground that three have is told in three pairs. */
  readonly overlaps: readonly BlockOverlap[];
}

/** Joins blocks into one zone without borders between them, and tells which of them overlap, in km². */
export function dissolve(overlay: Overlay, blocks: readonly Block[]): Dissolved {
  const longitude = longitudeOf(blocks.flatMap(({ zone }) => zone.flat()).slice(0, 1));
  const zones = blocks.map(({ zone }) => overlay.repair(withShortEdges(zoneNear(zone, longitude))));
  const zone = overlay.union(zones);
  const whole = areaKm2(zone);
  const sumKm2 = zones.reduce((sum, block) => sum + areaKm2(block), 0);
  // Where nothing is counted twice, no two need be laid over each other.
  const overlaps = sumKm2 - whole > NOTHING * whole ? overlapsOf(overlay, blocks, zones) : [];
  return { zone, areaKm2: whole, sumKm2, overlaps };
}

/** Of the whole area: borders drawn twice differ by more. */
const NOTHING = 1e-8;

function overlapsOf(overlay: Overlay, blocks: readonly Block[], zones: readonly Zone[]): BlockOverlap[] {
  const overlaps = pairs(zones).flatMap(([one, other]): BlockOverlap[] => {
    const area = areaKm2(overlay.overlap(zones[one] as Zone, zones[other] as Zone));
    return area === 0 ? [] : [{ names: [(blocks[one] as Block).name, (blocks[other] as Block).name], areaKm2: area }];
  });
  return overlaps.sort((a, b) => b.areaKm2 - a.areaKm2);
}

/** Which two have extents that meet. */
function pairs(zones: readonly Zone[]): (readonly [number, number])[] {
  if (zones.length < 2) return [];
  const tree = new Flatbush(zones.length);
  const extents = zones.map((zone) => extentOf(zone.flat()));
  for (const extent of extents) tree.add(...extent);
  tree.finish();
  return extents.flatMap((extent, at) => tree.search(...extent, (other) => other > at).map((other) => [at, other] as const));
}
