import { type Band, type ZoneBand, zoneBand } from './accuracy.ts';
import { areaKm2 } from './area.ts';
import type { Zone } from './geometry.ts';
import type { Overlay } from './overlay.ts';
import { type PopulationCell, peopleWithin } from './people-within.ts';

/** A map to compare: a zone, and how far off its border may be. */
export interface DrawnMap {
  readonly name: string;
  readonly zone: Zone;
  /** As stated with the map, in metres; null where nothing is stated, and then the bands are as narrow as if it were 0. */
  readonly accuracyMeters: number | null;
}

/** What is in one part of the ground, with bands. */
export interface Measured {
  readonly areaKm2: Band;
  /** People counted there; null where no population was given. */
  readonly people: Band | null;
}

export function bandOfMap(overlay: Overlay, { zone, accuracyMeters }: DrawnMap): ZoneBand {
  return zoneBand(overlay, zone, accuracyMeters ?? 0);
}

/** What is in both: least where both are drawn small. */
export function inBoth(overlay: Overlay, a: ZoneBand, b: ZoneBand): ZoneBand {
  return combined(a, b, (one, other) => overlay.overlap(one, other));
}

export function inEither(overlay: Overlay, a: ZoneBand, b: ZoneBand): ZoneBand {
  return combined(a, b, (one, other) => overlay.union([one, other]));
}

/** What the first has and the second has not: least where the first is drawn small and the second large. */
export function onlyInFirst(overlay: Overlay, a: ZoneBand, b: ZoneBand): ZoneBand {
  const zone = overlay.difference(a.zone, b.zone);
  if (isExact(a) && isExact(b)) return { zone, least: zone, most: zone };
  return { zone, least: overlay.difference(a.least, b.most), most: overlay.difference(a.most, b.least) };
}

/** A figure of a part of the ground, taken once where the part has no band. */
export function bandOf(parts: ZoneBand, value: (part: Zone) => number): Band {
  const drawn = value(parts.zone);
  return isExact(parts) ? exactly(drawn) : { value: drawn, low: value(parts.least), high: value(parts.most) };
}

export function measured(overlay: Overlay, parts: ZoneBand, population: readonly PopulationCell[] | undefined): Measured {
  return {
    areaKm2: bandOf(parts, areaKm2),
    people: population === undefined ? null : bandOf(parts, (part) => peopleWithin(overlay, part, population)),
  };
}

/** In per cent. Overlap and rest make up the whole, so the share is least where the one is least and the other most. */
export function shareOf(overlap: Band, rest: Band): Band {
  const percent = (inside: number, outside: number): number => (inside + outside === 0 ? 0 : (100 * inside) / (inside + outside));
  return { value: percent(overlap.value, rest.value), low: percent(overlap.low, rest.high), high: percent(overlap.high, rest.low) };
}

export function exactly(value: number): Band {
  return { value, low: value, high: value };
}

function combined(a: ZoneBand, b: ZoneBand, join: (one: Zone, other: Zone) => Zone): ZoneBand {
  const zone = join(a.zone, b.zone);
  if (isExact(a) && isExact(b)) return { zone, least: zone, most: zone };
  return { zone, least: join(a.least, b.least), most: join(a.most, b.most) };
}

function isExact({ zone, least }: ZoneBand): boolean {
  return zone === least;
}
