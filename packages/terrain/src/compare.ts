import type { Band } from './accuracy.ts';
import { compactness } from './compactness.ts';
import { bandOfMap, type DrawnMap, inEither, type Measured, measured } from './ground-parts.ts';
import { type BandedMap, type BandedShift, towardsReference } from './map-pair.ts';
import type { Overlay } from './overlay.ts';
import type { PopulationCell } from './people-within.ts';
import { type PlacedSite, type Site, sitesWithin } from './sites-within.ts';
import { type TerrainNote, terrainNote } from './terrain-note.ts';

export interface CompareOptions {
  /** Counted in every part of the ground where given. */
  readonly population?: readonly PopulationCell[];
  /** Placed towards each map where given. */
  readonly sites?: readonly Site[];
}

/** A map by itself. */
export interface MeasuredMap extends Measured {
  readonly name: string;
  readonly accuracyMeters: number | null;
  /** Pieces that do not touch, and holes in them: zones cut off, and enclaves. */
  readonly pieces: number;
  readonly holes: number;
  readonly compactness: number;
  /** Null where no sites were given. */
  readonly sites: readonly PlacedSite[] | null;
}

export interface Comparison {
  readonly maps: readonly [MeasuredMap, MeasuredMap];
  readonly overlap: Measured;
  /** What the first has and the second has not, and the reverse. */
  readonly onlyFirst: Measured;
  readonly onlySecond: Measured;
  readonly union: Measured;
  /** The overlap as a share of each map, in per cent. */
  readonly shareOfFirst: Band;
  readonly shareOfSecond: Band;
  readonly note: TerrainNote;
  /** How far the border of the second is from that of the first; null where they are the same. Positive is outwards. */
  readonly lineShift: BandedShift | null;
}

/**
 * Two maps over each other. Both zones must have an area. Every figure is given as drawn and as a band: the least and
 * most that it can be while each border is off by no more than its stated accuracy.
 */
export function compare(overlay: Overlay, first: DrawnMap, second: DrawnMap, options: CompareOptions = {}): Comparison {
  const a: BandedMap = { map: first, parts: bandOfMap(overlay, first) };
  const b: BandedMap = { map: second, parts: bandOfMap(overlay, second) };
  const { overlap, onlyMap, onlyReference, shareOfMap, shareOfReference, lineShift } = towardsReference(overlay, a, b, options.population);
  return {
    maps: [mapAlone(overlay, a, options), mapAlone(overlay, b, options)],
    overlap,
    onlyFirst: onlyReference,
    onlySecond: onlyMap,
    union: measured(overlay, inEither(overlay, a.parts, b.parts), options.population),
    shareOfFirst: shareOfReference,
    shareOfSecond: shareOfMap,
    note: noteOf(first, second),
    lineShift,
  };
}

function mapAlone(overlay: Overlay, { map, parts }: BandedMap, { sites, population }: CompareOptions): MeasuredMap {
  const { name, accuracyMeters } = map;
  return {
    name,
    accuracyMeters,
    ...measured(overlay, parts, population),
    pieces: parts.zone.length,
    holes: parts.zone.reduce((sum, polygon) => sum + polygon.length - 1, 0),
    compactness: compactness(parts.zone),
    sites: sites === undefined ? null : sitesWithin(parts.zone, sites, accuracyMeters ?? 0),
  };
}

function noteOf(first: DrawnMap, second: DrawnMap): TerrainNote {
  const [firstAccuracyMeters, secondAccuracyMeters] = [first.accuracyMeters ?? 0, second.accuracyMeters ?? 0];
  return terrainNote(
    'compare',
    'areas and lengths on the WGS 84 ellipsoid; bands are the least and most while every border is off by no more than its accuracy',
    { parameters: { firstAccuracyMeters, secondAccuracyMeters }, accuracies: [firstAccuracyMeters, secondAccuracyMeters] },
  );
}
