import type { Band, ZoneBand } from './accuracy.ts';
import { borderOf } from './geometry.ts';
import { type DrawnMap, inBoth, type Measured, measured, onlyInFirst, shareOf } from './ground-parts.ts';
import { type LineShift, lineShift } from './line-shift.ts';
import { inUsualRange } from './one-turn.ts';
import type { Overlay } from './overlay.ts';
import type { PopulationCell } from './people-within.ts';

/** How a map stands to the one that it is held against. */
export interface TowardsReference {
  readonly overlap: Measured;
  /** What the map has and the reference has not, and the reverse. */
  readonly onlyMap: Measured;
  readonly onlyReference: Measured;
  /** The overlap as a share of each, in per cent. */
  readonly shareOfMap: Band;
  readonly shareOfReference: Band;
  /** How far the map's border is from that of the reference; null where they are the same. Positive is outwards. */
  readonly lineShift: BandedShift | null;
}

/** A shift as drawn, and the least and most of it while both lines are off by no more than their accuracy. */
export interface BandedShift {
  readonly drawn: LineShift;
  readonly meanMeters: Band;
  readonly greatestMeters: Band;
}

/** A map with what it may be. */
export interface BandedMap {
  readonly map: DrawnMap;
  readonly parts: ZoneBand;
}

export function towardsReference(
  overlay: Overlay,
  reference: BandedMap,
  map: BandedMap,
  population: readonly PopulationCell[] | undefined,
): TowardsReference {
  const measure = (parts: ZoneBand): Measured => measured(overlay, parts, population);
  const overlap = measure(inBoth(overlay, map.parts, reference.parts));
  const onlyMap = measure(onlyInFirst(overlay, map.parts, reference.parts));
  const onlyReference = measure(onlyInFirst(overlay, reference.parts, map.parts));
  const [border, of] = [borderOf(map.parts.zone), borderOf(reference.parts.zone)];
  const drawn = border.length > 0 && of.length > 0 ? lineShift(of, border) : null;
  return {
    overlap,
    onlyMap,
    onlyReference,
    shareOfMap: shareOf(overlap.areaKm2, onlyMap.areaKm2),
    shareOfReference: shareOf(overlap.areaKm2, onlyReference.areaKm2),
    lineShift: drawn === null ? null : bandedShift(drawn, (reference.map.accuracyMeters ?? 0) + (map.map.accuracyMeters ?? 0)),
  };
}

export function bandedShift(drawn: LineShift, offMeters: number): BandedShift {
  const band = (value: number): Band => ({ value, low: Math.max(0, value - offMeters), high: value + offMeters });
  const greatestAt = inUsualRange(drawn.greatestAt);
  return { drawn: { ...drawn, greatestAt }, meanMeters: band(drawn.meanMeters), greatestMeters: band(drawn.greatestMeters) };
}
