import type { Band, ZoneBand } from './accuracy.ts';
import { areaKm2 } from './area.ts';
import type { Zone } from './geometry.ts';
import { type Ground, groundNear } from './ground.ts';
import { bandOf, bandOfMap, type DrawnMap, inBoth, inEither, type Measured, measured, onlyInFirst } from './ground-parts.ts';
import { longitudeOf, zoneNear } from './one-turn.ts';
import type { Overlay } from './overlay.ts';
import { type Pieces, pieces } from './pieces.ts';
import { roadLengthWithinKm } from './road-length-within.ts';
import { type PlacedSite, sitesWithin } from './sites-within.ts';
import { type TerrainNote, terrainNote } from './terrain-note.ts';

/** The zone of one phase. */
interface PhaseZone extends DrawnMap {
  readonly phase: number;
}

/** Ground that goes from one to another in phases. */
export interface PhasePlan {
  /** Who holds the ground at the start, and who is handed it. */
  readonly holder: string;
  readonly receiver: string;
  /** What the holder has before the first phase. Null: what all phases hand over, or what is held after the first. */
  readonly start: DrawnMap | null;
  readonly phases: readonly PhaseZone[];
  /** Whether each zone is what its phase hands over, or what the holder still has after it. */
  readonly zonesAre: 'handed over' | 'still held';
}

/** What is in a part of the ground. */
interface GroundFigures extends Measured {
  /** The sites that lie in it or may, furthest inside first; null where none were given, as below. */
  readonly sites: readonly PlacedSite[] | null;
  readonly roadLengthKm: Band | null;
}

interface PhaseFigures {
  readonly phase: number;
  readonly name: string;
  /** What passes from the holder to the receiver in this phase, and back, as where a later map draws more. */
  readonly handedOver: GroundFigures;
  readonly takenBack: GroundFigures;
  /** What each has after the phase; of the receiver only what the phases gave it. */
  readonly holds: readonly [{ readonly party: string } & GroundFigures, { readonly party: string } & GroundFigures];
  /** In what pieces the holder still has ground, and what lies cut off in it. */
  readonly left: Pieces;
  readonly handedOverZone: Zone;
  readonly leftZone: Zone;
}

export interface PhasesResult {
  readonly start: GroundFigures;
  readonly phases: readonly PhaseFigures[];
  /** What does not fit: one sentence each. */
  readonly told: readonly string[];
  readonly note: TerrainNote;
}

/** What each phase hands over, what is left after it, and who then holds what. Zones of one phase are taken as one. */
export function phases(overlay: Overlay, plan: PhasePlan, ground: Ground = {}): PhasesResult {
  const zones = [...(plan.start === null ? [] : [plan.start]), ...plan.phases];
  const longitude = longitudeOf(zones.flatMap(({ zone }) => zone.flat()).slice(0, 1));
  const near = groundNear(ground, longitude);
  const banded = (map: DrawnMap): ZoneBand => bandOfMap(overlay, { ...map, zone: overlay.union([zoneNear(map.zone, longitude)]) });
  const steps = stepsOf(overlay, plan.phases, banded);
  const told: string[] = [];
  const whole = plan.start === null ? startOf(overlay, steps, plan.zonesAre, told) : banded(plan.start);
  const figures = (parts: ZoneBand, accuracyMeters: number): GroundFigures => figuresOf(overlay, parts, accuracyMeters, near);
  let held = whole;
  let given: ZoneBand = NOTHING;
  const results = steps.map(({ phase, name, accuracyMeters, parts }): PhaseFigures => {
    const isGift = plan.zonesAre === 'handed over';
    const handedOver = isGift ? inBoth(overlay, parts, held) : onlyInFirst(overlay, held, parts);
    const takenBack = isGift ? NOTHING : onlyInFirst(overlay, parts, held);
    if (isGift)
      tell(told, areaKm2(overlay.difference(parts.zone, held.zone)), `${name} hands over`, `that ${plan.holder} does not hold then`);
    else tell(told, areaKm2(takenBack.zone), `${name} leaves ${plan.holder}`, 'more than it held before');
    held = isGift ? onlyInFirst(overlay, held, parts) : parts;
    given = onlyInFirst(overlay, inEither(overlay, given, handedOver), takenBack);
    return {
      phase,
      name,
      handedOver: figures(handedOver, accuracyMeters),
      takenBack: figures(takenBack, accuracyMeters),
      holds: [
        { party: plan.holder, ...figures(held, accuracyMeters) },
        { party: plan.receiver, ...figures(given, accuracyMeters) },
      ],
      left: pieces(overlay, held.zone, { population: near.population }),
      handedOverZone: handedOver.zone,
      leftZone: held.zone,
    };
  });
  return {
    start: figures(whole, plan.start?.accuracyMeters ?? 0),
    phases: results,
    told,
    note: terrainNote('phases', `each phase by what its zone says is ${plan.zonesAre}, in the order of their numbers`, {
      parameters: { zonesAre: plan.zonesAre, hasStart: plan.start !== null },
      accuracies: zones.map(({ accuracyMeters }) => accuracyMeters),
    }),
  };
}

const NOTHING: ZoneBand = (() => {
  const zone: Zone = [];
  return { zone, least: zone, most: zone };
})();

interface Step {
  readonly phase: number;
  readonly name: string;
  readonly accuracyMeters: number;
  readonly parts: ZoneBand;
}

/** In the order of their numbers, the zones of one phase joined. */
function stepsOf(overlay: Overlay, zones: readonly PhaseZone[], banded: (map: DrawnMap) => ZoneBand): Step[] {
  const numbers = [...new Set(zones.map(({ phase }) => phase))].sort((a, b) => a - b);
  return numbers.map((phase) => {
    const ofPhase = zones.filter((zone) => zone.phase === phase);
    return {
      phase,
      name: ofPhase.map(({ name }) => name).join(', '),
      accuracyMeters: Math.max(...ofPhase.map(({ accuracyMeters }) => accuracyMeters ?? 0)),
      parts: ofPhase.map(banded).reduce((one, other) => inEither(overlay, one, other)),
    };
  });
}

function startOf(overlay: Overlay, steps: readonly Step[], zonesAre: PhasePlan['zonesAre'], told: string[]): ZoneBand {
  const [first, ...others] = steps;
  if (first === undefined) return NOTHING;
  if (zonesAre === 'still held') {
    told.push(`what is held before ${first.name} is not given: what it hands over is not counted`);
    return first.parts;
  }
  told.push('what is held at the start is not given: it is taken to be all that the phases hand over');
  return others.reduce((all, { parts }) => inEither(overlay, all, parts), first.parts);
}

function figuresOf(overlay: Overlay, parts: ZoneBand, accuracyMeters: number, { population, sites, roads }: Ground): GroundFigures {
  const within = sites === undefined ? null : sitesWithin(parts.zone, sites, accuracyMeters).filter(({ where }) => where !== 'outside');
  return {
    ...measured(overlay, parts, population),
    sites: within,
    roadLengthKm: roads === undefined ? null : bandOf(parts, (part) => roadLengthWithinKm(overlay, part, roads)),
  };
}

/** Less than a thousandth of a km² is how two maps of one border differ. */
function tell(told: string[], squareKm: number, before: string, after: string): void {
  if (squareKm >= 0.001) told.push(`${before} ${squareKm.toFixed(3)} km² ${after}`);
}
