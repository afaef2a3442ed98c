import { type ZoneBand, zoneBand } from './accuracy.ts';
import { areaKm2 } from './area.ts';
import { extentOf, type Zone } from './geometry.ts';
import { type Measured, measured } from './ground-parts.ts';
import { longitudeOf, zoneNear } from './one-turn.ts';
import type { Overlay } from './overlay.ts';
import type { PopulationCell } from './people-within.ts';
import { type TerrainNote, terrainNote } from './terrain-note.ts';
import { withShortEdges } from './with-short-edges.ts';

/** A zone that a party claims. Several claims of one party count as one. */
export interface Claim {
  readonly party: string;
  readonly zone: Zone;
  /** How far off its border may be drawn, in metres; taken as exact where left out. */
  readonly accuracyMeters?: number | null | undefined;
}

/** What exactly these parties claim, and no other of those given. */
interface ClaimedBy extends Measured {
  readonly parties: readonly string[];
  readonly zone: Zone;
}

/** What one party claims in all, and how much of it somebody else claims too. */
interface ClaimTotal {
  readonly party: string;
  readonly claimed: Measured;
  readonly aloneKm2: number;
  readonly contestedKm2: number;
}

export interface Contested {
  /** A part for each set of parties that claims something of its own, as drawn: fewest parties first. */
  readonly parts: readonly ClaimedBy[];
  readonly totals: {
    /** What anybody claims; as drawn it is what one alone claims and what several do. */
    readonly claimed: Measured;
    readonly byOneKm2: number;
    readonly bySeveralKm2: number;
    readonly parties: readonly ClaimTotal[];
  };
  readonly note: TerrainNote;
}

export interface ContestedOptions {
  readonly population?: readonly PopulationCell[] | undefined;
}

/**
 * Who claims what: for each set of parties the zone that they claim and the others do not. Areas of the parts add up to the
 * whole and to each party's claim, to some 1e-6. What one party claims alone is uncontested only among those given. Bands
 * hold while each border is off by no more than its accuracy; a set that claims nothing as drawn is not told even if it
 * may within them.
 */
export function contested(overlay: Overlay, claims: readonly Claim[], { population }: ContestedOptions = {}): Contested {
  const byParty = bandsOfParties(overlay, claims);
  const parts = partsOf(overlay, byParty).map(
    ({ parties, zone }): ClaimedBy => ({
      parties,
      zone,
      ...measured(overlay, bandOfSet(overlay, byParty, parties, zone), population),
    }),
  );
  const sum = (chosen: readonly ClaimedBy[]): number => chosen.reduce((total, part) => total + part.areaKm2.value, 0);
  const everything = unionOf(overlay, [...byParty.values()]);
  return {
    parts,
    totals: {
      claimed: measured(overlay, everything, population),
      byOneKm2: sum(parts.filter(({ parties }) => parties.length === 1)),
      bySeveralKm2: sum(parts.filter(({ parties }) => parties.length > 1)),
      parties: [...byParty].map(([party, claim]) => {
        const own = parts.filter(({ parties }) => parties.includes(party));
        return {
          party,
          claimed: measured(overlay, claim, population),
          aloneKm2: sum(own.filter(({ parties }) => parties.length === 1)),
          contestedKm2: sum(own.filter(({ parties }) => parties.length > 1)),
        };
      }),
    },
    note: terrainNote('contested', 'for each set of parties what all of them claim and none of the others does', {
      parameters: { parties: byParty.size },
      accuracies: claims.map(({ accuracyMeters }) => accuracyMeters),
    }),
  };
}

/** One zone a party, in one turn round the earth, with what it may be. */
function bandsOfParties(overlay: Overlay, claims: readonly Claim[]): Map<string, ZoneBand> {
  const longitude = longitudeOf(claims.flatMap(({ zone }) => zone.flat()).slice(0, 1));
  const bands = new Map<string, ZoneBand>();
  for (const { party, zone, accuracyMeters } of claims) {
    const whole = overlay.union([withShortEdges(zoneNear(zone, longitude))]);
    const band = zoneBand(overlay, whole, accuracyMeters ?? 0);
    const known = bands.get(party);
    bands.set(party, known === undefined ? band : unionOf(overlay, [known, band]));
  }
  return bands;
}

function unionOf(overlay: Overlay, bands: readonly ZoneBand[]): ZoneBand {
  const zone = overlay.union(bands.map((band) => band.zone));
  if (bands.every((band) => band.zone === band.least)) return { zone, least: zone, most: zone };
  return { zone, least: overlay.union(bands.map(({ least }) => least)), most: overlay.union(bands.map(({ most }) => most)) };
}

interface Part {
  readonly parties: readonly string[];
  readonly zone: Zone;
}

function partsOf(overlay: Overlay, byParty: ReadonlyMap<string, ZoneBand>): Part[] {
  let parts: Part[] = [];
  for (const [party, { zone }] of byParty) {
    let rest = zone;
    const next: Part[] = [];
    for (const part of parts) {
      if (areApart(part.zone, zone)) {
        next.push(part);
        continue;
      }
      next.push({ parties: part.parties, zone: overlay.difference(part.zone, zone) });
      next.push({ parties: [...part.parties, party], zone: overlay.overlap(part.zone, zone) });
      rest = overlay.difference(rest, part.zone);
    }
    next.push({ parties: [party], zone: rest });
    parts = next.filter((part) => part.zone.length > 0 && areaKm2(part.zone) > 0);
  }
  return parts.sort((a, b) => a.parties.length - b.parties.length);
}

function areApart(one: Zone, other: Zone): boolean {
  const [west, south, east, north] = extentOf(one.flat());
  const [otherWest, otherSouth, otherEast, otherNorth] = extentOf(other.flat());
  return west > otherEast || otherWest > east || south > otherNorth || otherSouth > north;
}

/** Least where all of the set draw small and all others large. */
function bandOfSet(overlay: Overlay, byParty: ReadonlyMap<string, ZoneBand>, parties: readonly string[], zone: Zone): ZoneBand {
  const all = [...byParty];
  if (all.every(([, band]) => band.zone === band.least)) return { zone, least: zone, most: zone };
  const [inSet, others] = [all.filter(([party]) => parties.includes(party)), all.filter(([party]) => !parties.includes(party))];
  const extreme = (of: 'least' | 'most', off: 'least' | 'most'): Zone => {
    const common = inSet.map(([, band]) => band[of]).reduce((one, other) => overlay.overlap(one, other));
    return others.reduce((rest, [, band]) => overlay.difference(rest, band[off]), common);
  };
  return { zone, least: extreme('least', 'most'), most: extreme('most', 'least') };
}
