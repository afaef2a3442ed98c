import type { Band, ZoneBand } from './accuracy.ts';
import { compactness } from './compactness.ts';
import type { Zone } from './geometry.ts';
import { type Ground, groundNear } from './ground.ts';
import { bandOf, bandOfMap, type DrawnMap, inBoth, type Measured, measured, onlyInFirst, shareOf } from './ground-parts.ts';
import { type BandedMap, type TowardsReference, towardsReference } from './map-pair.ts';
import { longitudeOf, zoneNear } from './one-turn.ts';
import type { Overlay } from './overlay.ts';
import { type Pieces, pieces } from './pieces.ts';
import { type PlacedUnit, placedUnits } from './placed-unit.ts';
import { roadLengthWithinKm } from './road-length-within.ts';
import { type PlacedSite, sitesWithin } from './sites-within.ts';
import { type TerrainNote, terrainNote } from './terrain-note.ts';

/** Any number of maps of one ground, and one to hold them against. */
export interface MapsToCompare {
  /** Null where no map is the reference: then each stands alone, and the matrix tells how they overlap. */
  readonly reference: DrawnMap | null;
  readonly maps: readonly DrawnMap[];
}

export interface CompareManyOptions extends Ground {
  /** Parts joined only by necks narrower than this, in metres, are told; not looked for where left out. */
  readonly neckMeters?: number | undefined;
}

/** What one map has in it. */
export interface MapFigures extends Measured {
  readonly name: string;
  readonly accuracyMeters: number | null;
  readonly sites: readonly PlacedSite[] | null;
  readonly roadLengthKm: Band | null;
  readonly units: readonly PlacedUnit[] | null;
  readonly pieces: Pieces;
  /** 0 to 1, a circle (Polsby and Popper 1991). */
  readonly compactness: number;
  /** Null for the reference itself, and where there is none. */
  readonly towardsReference: TowardsReference | null;
  /** In what pieces the map leaves the ground of the reference that it does not take; null as above. */
  readonly leftOfReference: Pieces | null;
}

/** How much any two of the maps share, the reference first. */
interface OverlapMatrix {
  readonly names: readonly string[];
  /** In km²; a map with itself is its area. Symmetric. */
  readonly areaKm2: readonly (readonly Band[])[];
  /** What the map of the row shares with that of the column, in per cent of the row's area. */
  readonly percentOfRow: readonly (readonly Band[])[];
}

export interface ManyComparison {
  readonly reference: MapFigures | null;
  readonly maps: readonly MapFigures[];
  readonly overlapMatrix: OverlapMatrix;
  readonly note: TerrainNote;
}

/**
 * Any number of maps over one ground, each by itself and held against the reference. Every figure that a border's accuracy
 * bears on is a band: the least and most that it can be while each border is off by no more than its stated accuracy.
 */
export function compareMany(
  overlay: Overlay,
  { reference, maps }: MapsToCompare,
  { neckMeters, ...ground }: CompareManyOptions = {},
): ManyComparison {
  const all = reference === null ? maps : [reference, ...maps];
  const longitude = longitudeOf(all.flatMap(({ zone }) => zone.flat()).slice(0, 1));
  const banded = (map: DrawnMap): BandedMap => ({
    map,
    parts: bandOfMap(overlay, { ...map, zone: overlay.union([zoneNear(map.zone, longitude)]) }),
  });
  const near = groundNear(ground, longitude);
  const held = reference === null ? null : banded(reference);
  const others = maps.map(banded);
  const figures = (map: BandedMap, against: BandedMap | null): MapFigures => figuresOf(overlay, map, against, near, neckMeters);
  return {
    reference: held === null ? null : figures(held, null),
    maps: others.map((map) => figures(map, held)),
    overlapMatrix: overlapMatrix(overlay, held === null ? others : [held, ...others]),
    note: terrainNote(
      'compareMany',
      'areas and lengths on the WGS 84 ellipsoid; bands are the least and most while every border is off by no more than its accuracy',
      { parameters: neckMeters === undefined ? {} : { neckMeters }, accuracies: all.map(({ accuracyMeters }) => accuracyMeters) },
    ),
  };
}

function figuresOf(
  overlay: Overlay,
  banded: BandedMap,
  reference: BandedMap | null,
  { population, sites, roads, units }: Ground,
  neckMeters: number | undefined,
): MapFigures {
  const { map, parts } = banded;
  const inPieces = (zone: Zone): Pieces => pieces(overlay, zone, { population, neckMeters });
  return {
    name: map.name,
    accuracyMeters: map.accuracyMeters,
    ...measured(overlay, parts, population),
    sites: sites === undefined ? null : sitesWithin(parts.zone, sites, map.accuracyMeters ?? 0),
    roadLengthKm: roads === undefined ? null : bandOf(parts, (part) => roadLengthWithinKm(overlay, part, roads)),
    units: units === undefined ? null : placedUnits(overlay, parts, units),
    pieces: inPieces(parts.zone),
    compactness: compactness(parts.zone),
    towardsReference: reference === null ? null : towardsReference(overlay, reference, banded, population),
    leftOfReference: reference === null ? null : inPieces(overlay.difference(reference.parts.zone, parts.zone)),
  };
}

function overlapMatrix(overlay: Overlay, maps: readonly BandedMap[]): OverlapMatrix {
  const area = (parts: ZoneBand): Band => measured(overlay, parts, undefined).areaKm2;
  const shared = new Map<string, Band>();
  const cell = (row: number, column: number): Band => {
    const key = row < column ? `${row},${column}` : `${column},${row}`;
    const [a, b] = [(maps[row] as BandedMap).parts, (maps[column] as BandedMap).parts];
    const known = shared.get(key) ?? (row === column ? area(a) : area(inBoth(overlay, a, b)));
    shared.set(key, known);
    return known;
  };
  const percent = (row: number, column: number): Band => {
    if (row === column) return { value: 100, low: 100, high: 100 };
    const rest = onlyInFirst(overlay, (maps[row] as BandedMap).parts, (maps[column] as BandedMap).parts);
    return shareOf(cell(row, column), area(rest));
  };
  const table = (value: (row: number, column: number) => Band): Band[][] =>
    maps.map((_, row) => maps.map((__, column) => value(row, column)));
  return { names: maps.map(({ map }) => map.name), areaKm2: table(cell), percentOfRow: table(percent) };
}
