import { type Band, type ZoneBand, zoneBand } from './accuracy.ts';
import { areaKm2 } from './area.ts';
import { compactness } from './compactness.ts';
import { borderOf, type Zone } from './geometry.ts';
import { type LineShift, lineShift } from './line-shift.ts';
import type { Overlay } from './overlay.ts';
import { type PopulationCell, peopleWithin } from './people-within.ts';
import { type PlacedSite, type Site, sitesWithin } from './sites-within.ts';

/** A map to compare: a zone, and how far off its border may be. */
export interface DrawnMap {
  readonly name: string;
  readonly zone: Zone;
  /** As stated with the map, in metres; null where nothing is stated, and then the bands are as narrow as if it were 0. */
  readonly accuracyMeters: number | null;
}

export interface CompareOptions {
  /** Counted in every part of the ground where given. */
  readonly population?: readonly PopulationCell[];
  /** Placed towards each map where given. */
  readonly sites?: readonly Site[];
}

/** What is in one part of the ground, with bands. */
export interface Measured {
  readonly areaKm2: Band;
  /** People counted there; null where no population was given. */
  readonly people: Band | null;
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
  /** How far the border of the second is from that of the first; null where they are the same. Positive is outwards. */
  readonly note: ComparisonNote;
  readonly lineShift: { readonly drawn: LineShift; readonly meanMeters: Band; readonly greatestMeters: Band } | null;
}

/** What the result says of itself; the shape is that of the notes of `@parley/methods`. */
interface ComparisonNote {
  readonly method: 'compare';
  readonly definition: string;
  readonly source: string;
  readonly parameters: Readonly<Record<string, number | boolean>>;
  readonly kind: 'exact' | 'bound';
  readonly complete: true;
}

/**
 * Two maps over each other. Both zones must have an area. Every figure is given as drawn and as a band: the least and
 * most that it can be while each border is off by no more than its stated accuracy.
 */
export function compare(overlay: Overlay, first: DrawnMap, second: DrawnMap, options: CompareOptions = {}): Comparison {
  const a = zoneBand(overlay, first.zone, first.accuracyMeters ?? 0);
  const b = zoneBand(overlay, second.zone, second.accuracyMeters ?? 0);
  const measure = (parts: ZoneBand): Measured => measured(overlay, parts, options.population);
  const common = combined(a, b, (one, other) => overlay.overlap(one, other));
  const onlyFirst = without(overlay, a, b);
  const onlySecond = without(overlay, b, a);
  const [overlap, left, right] = [common, onlyFirst, onlySecond].map(measure) as [Measured, Measured, Measured];
  return {
    maps: [mapAlone(first, a, measure(a), options), mapAlone(second, b, measure(b), options)],
    overlap,
    onlyFirst: left,
    onlySecond: right,
    union: measure(combined(a, b, (one, other) => overlay.union([one, other]))),
    shareOfFirst: share(overlap.areaKm2, left.areaKm2),
    shareOfSecond: share(overlap.areaKm2, right.areaKm2),
    note: noteOf(first, second),
    lineShift: shiftOf(first, second, a, b),
  };
}

function combined(a: ZoneBand, b: ZoneBand, join: (one: Zone, other: Zone) => Zone): ZoneBand {
  const zone = join(a.zone, b.zone);
  if (isExact(a) && isExact(b)) return { zone, least: zone, most: zone };
  return { zone, least: join(a.least, b.least), most: join(a.most, b.most) };
}

/** Least where the first is drawn small and the second large. */
function without(overlay: Overlay, a: ZoneBand, b: ZoneBand): ZoneBand {
  const zone = overlay.difference(a.zone, b.zone);
  if (isExact(a) && isExact(b)) return { zone, least: zone, most: zone };
  return { zone, least: overlay.difference(a.least, b.most), most: overlay.difference(a.most, b.least) };
}

function isExact({ zone, least }: ZoneBand): boolean {
  return zone === least;
}

function measured(overlay: Overlay, { zone, least, most }: ZoneBand, population: readonly PopulationCell[] | undefined): Measured {
  const band = (value: (part: Zone) => number): Band => {
    const drawn = value(zone);
    return least === zone ? { value: drawn, low: drawn, high: drawn } : { value: drawn, low: value(least), high: value(most) };
  };
  return { areaKm2: band(areaKm2), people: population === undefined ? null : band((part) => peopleWithin(overlay, part, population)) };
}

function mapAlone({ name, accuracyMeters }: DrawnMap, { zone }: ZoneBand, figures: Measured, { sites }: CompareOptions): MeasuredMap {
  return {
    name,
    accuracyMeters,
    ...figures,
    pieces: zone.length,
    holes: zone.reduce((sum, polygon) => sum + polygon.length - 1, 0),
    compactness: compactness(zone),
    sites: sites === undefined ? null : sitesWithin(zone, sites, accuracyMeters ?? 0),
  };
}

/** Of a map the overlap and the rest make up the whole, so the share is least where the one is least and the other most. */
function share(overlap: Band, rest: Band): Band {
  const percent = (inside: number, outside: number): number => (inside + outside === 0 ? 0 : (100 * inside) / (inside + outside));
  return { value: percent(overlap.value, rest.value), low: percent(overlap.low, rest.high), high: percent(overlap.high, rest.low) };
}

function shiftOf(first: DrawnMap, second: DrawnMap, a: ZoneBand, b: ZoneBand): Comparison['lineShift'] {
  const drawn = lineShift(borderOf(a.zone), borderOf(b.zone));
  if (drawn === null) return null;
  const off = (first.accuracyMeters ?? 0) + (second.accuracyMeters ?? 0);
  const band = (value: number): Band => ({ value, low: Math.max(0, value - off), high: value + off });
  const [longitude, latitude] = drawn.greatestAt;
  const greatestAt = [longitude - 360 * Math.round(longitude / 360), latitude] as const;
  return { drawn: { ...drawn, greatestAt }, meanMeters: band(drawn.meanMeters), greatestMeters: band(drawn.greatestMeters) };
}

function noteOf(first: DrawnMap, second: DrawnMap): ComparisonNote {
  const [firstAccuracyMeters, secondAccuracyMeters] = [first.accuracyMeters ?? 0, second.accuracyMeters ?? 0];
  return {
    method: 'compare',
    definition:
      'areas and lengths on the WGS 84 ellipsoid; bands are the least and most while every border is off by no more than its accuracy',
    source: 'Karney 2013, Algorithms for geodesics; overlays by GEOS',
    parameters: { firstAccuracyMeters, secondAccuracyMeters },
    kind: firstAccuracyMeters + secondAccuracyMeters === 0 ? 'exact' : 'bound',
    complete: true,
  };
}
