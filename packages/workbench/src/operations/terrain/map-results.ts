import { UserError } from '@parley/model';
import type { MapFigures as Figures, PlacedSite, PlacedUnit } from '@parley/terrain';
import type { z } from 'zod';
import type {
  ComparedMaps,
  CompareMaps,
  CompromiseFound,
  CompromiseMaps,
  ContestedFound,
  ContestedMaps,
  DifferenceOfMaps,
  MapDifference,
  PhaseMaps,
  PhasesFound,
  ShiftFound,
  ShiftMaps,
} from '../../contract/terrain-results.ts';
import type { AskedMap, TakenMaps } from './taken-maps.ts';
import type { TerrainThreads } from './threads/terrain-threads.ts';

/** Where the geometry is done, and what ends it early. */
export interface MapDoing {
  readonly threads: Pick<TerrainThreads, 'run'>;
  readonly signal?: AbortSignal | undefined;
}

/** Any number of maps of a case, by themselves and against a reference. */
export async function comparedMaps(
  taken: TakenMaps,
  { maps, reference, neckMeters, ...asked }: z.output<typeof CompareMaps>,
  { threads, signal }: MapDoing,
): Promise<z.output<typeof ComparedMaps>> {
  const drawn = { reference: reference === undefined ? null : taken.zone(reference), maps: maps.map((map) => taken.zone(map)) };
  const found = await threads.run('compareMany', [drawn, { ...(await taken.ground(asked)), neckMeters }], { signal });
  const figures = (map: Figures, { featureIds }: AskedMap) => ({
    ...map,
    featureIds: [...featureIds],
    sites: map.sites?.map((site) => siteOf(taken, site)) ?? null,
    units: map.units?.map((unit) => unitOf(taken, unit)) ?? null,
  });
  return plain({
    result: {
      ...found,
      reference: found.reference === null || reference === undefined ? null : figures(found.reference, reference),
      maps: found.maps.map((map, at) => figures(map, maps[at] as AskedMap)),
    },
    ...taken.sources(),
  });
}

/** What only one of two maps has and what both have, to be drawn. */
export async function mapDifference(
  taken: TakenMaps,
  { first, second }: z.output<typeof DifferenceOfMaps>,
  { threads, signal }: MapDoing,
): Promise<z.output<typeof MapDifference>> {
  const claims = [first, second].map((asked, at) => ({ party: String(at), zone: taken.zone(asked).zone }));
  const { parts } = await threads.run('contested', [claims], { signal });
  const of = (...parties: string[]) => parts.find((part) => part.parties.join() === parties.join())?.zone ?? [];
  const { used, compartments } = taken.sources();
  return plain({ onlyFirst: of('0'), both: of('0', '1'), onlySecond: of('1'), used, compartments });
}

/** For each set of parties what they claim and the others do not. */
export async function contestedMaps(
  taken: TakenMaps,
  { claims, populationId }: Omit<z.output<typeof ContestedMaps>, 'accuracyMeters'>,
  { threads, signal }: MapDoing,
): Promise<z.output<typeof ContestedFound>> {
  const drawn = claims.map(({ party, ...map }) => ({ ...taken.zone({ ...map, name: party }), party }));
  const population = populationId === undefined ? undefined : await taken.cells(populationId);
  const found = await threads.run('contested', [drawn, { population }], { signal });
  const parts = found.parts.map(({ zone, ...part }) => ({ ...part, coordinates: zone }));
  return plain({ result: { ...found, parts }, ...taken.sources() });
}

/** What each phase hands over, and what is left after it. */
export async function phasesOfMaps(
  taken: TakenMaps,
  { phases, start, holder, receiver, zonesAre, ...asked }: z.output<typeof PhaseMaps>,
  { threads, signal }: MapDoing,
): Promise<z.output<typeof PhasesFound>> {
  const plan = {
    holder,
    receiver,
    zonesAre,
    start: start === undefined ? null : taken.zone(start),
    phases: phases.map(({ phase, ...map }) => ({ phase, ...taken.zone(map) })),
  };
  const { units: _, ...ground } = await taken.ground(asked);
  const { told, ...found } = await threads.run('phases', [plan, ground], { signal });
  taken.tell(told);
  const figures = <F extends { readonly sites: readonly PlacedSite[] | null }>(part: F) => ({
    ...part,
    sites: part.sites?.map((site) => siteOf(taken, site)) ?? null,
  });
  return plain({
    result: {
      note: found.note,
      start: figures(found.start),
      phases: found.phases.map(({ handedOverZone, leftZone, handedOver, takenBack, holds, ...phase }) => ({
        ...phase,
        handedOver: figures(handedOver),
        takenBack: figures(takenBack),
        holds: holds.map(figures),
        handedOverCoordinates: handedOverZone,
        leftCoordinates: leftZone,
      })),
    },
    ...taken.sources(),
  });
}

/** How far two lines of a case are from each other. */
export async function shiftOfMaps(
  taken: TakenMaps,
  { first, second }: z.output<typeof ShiftMaps>,
  { threads, signal }: MapDoing,
): Promise<z.output<typeof ShiftFound>> {
  const result = await threads.run('compareLines', [taken.line(first), taken.line(second)], { signal });
  const { population: _, ...sources } = taken.sources();
  return plain({ result, ...sources });
}

/** What a compromise says of itself wherever it is shown. */
const NOT_A_PROPOSAL =
  'A construction by distance between two maps, for the mediator. It is not a proposal by Parley, nor by anybody until somebody makes it theirs.';

/**
 * Lines between two maps, drawn as zones or as lines. For the mediator, so that it is refused to whoever looks through some
 * compartments only.
 *
 * @param isWhole whether the maps are of all that a case file holds, or of no case
 */
export async function compromiseOfMaps(
  taken: TakenMaps,
  { first, second, shares, by, populationId }: Omit<z.output<typeof CompromiseMaps>, 'record'>,
  { threads, signal, isWhole }: MapDoing & { readonly isWhole: boolean },
): Promise<Omit<z.output<typeof CompromiseFound>, 'recorded'>> {
  if (!isWhole)
    throw new UserError('lines between two maps are for the mediator, and not for a look through some compartments', {
      cure: 'ask for them without naming compartments',
      code: 'mediatorOnly',
    });
  const population = populationId === undefined ? undefined : await taken.cells(populationId);
  const options = { shares, by, population };
  const { lines, contestedZone, told, ...found } =
    taken.isLines(first) && taken.isLines(second)
      ? await threads.run('compromiseBetweenLines', [taken.line(first).lines, taken.line(second).lines, options], { signal })
      : await threads.run('compromise', [taken.zone(first).zone, taken.zone(second).zone, options], { signal });
  taken.tell(told);
  return plain({
    audience: 'mediator' as const,
    disclaimer: NOT_A_PROPOSAL,
    result: { ...found, lines: lines.map(({ zone, ...line }) => ({ ...line, coordinates: zone })), contestedCoordinates: contestedZone },
    ...taken.sources(),
  });
}

function siteOf(taken: TakenMaps, { name, ...placed }: PlacedSite) {
  return { ...placed, ...taken.named(name) };
}

function unitOf(taken: TakenMaps, { name, ...placed }: PlacedUnit) {
  return { ...placed, ...taken.named(name) };
}

type Plain<T> = T extends string | number | boolean | null | undefined ? T : { -readonly [K in keyof T]: Plain<T[K]> };

/** The same value as the contract has it, whose lists and fields may be written to. */
function plain<T>(value: T): Plain<T> {
  return value as Plain<T>;
}
