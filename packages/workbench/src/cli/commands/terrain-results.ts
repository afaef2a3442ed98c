import { type Id, labelText, UserError } from '@parley/model';
import type { Command } from 'commander';
import type { recordCompromise } from '../../operations/terrain/record-compromise.ts';
import type { AskedMap } from '../../operations/terrain/taken-maps.ts';
import { type GivenMaps, type MapsOptions, mapsOptions, withMaps } from '../maps-of.ts';
import { id, percentList, sharedBy, zonesAre } from '../option-values.ts';
import { print, printJson, say } from '../terminal/output.ts';
import { wantsColour } from '../terminal/style.ts';
import { withExample } from '../with-example.ts';

interface ResultOptions extends MapsOptions {
  readonly json?: boolean;
}

interface PhasesOptions extends ResultOptions {
  readonly start?: string;
  readonly holder: string;
  readonly receiver: string;
  readonly zones: 'handed over' | 'still held';
}

interface CompromiseOptions extends ResultOptions {
  readonly shares: number[];
  readonly by: 'area' | 'people';
  readonly record?: Id;
}

const MAPS = 'map files in any format; or a case file and maps of it';

/** What is contested, what phases hand over, how far lines differ, and lines between two maps. */
export function terrainResultCommands(terrain: Command): void {
  const contested = terrain
    .command('contested')
    .description('for each set of parties what they claim and the others do not')
    .argument('<map...>', `${MAPS} (all of its parties where none is named)`);
  mapsOptions(contested).option('--json', 'print JSON').action(showContested);
  withExample(contested, 'parley terrain contested north.geojson south.kml', 'parley terrain contested talks.parley ilduvia toldrane');

  const phases = terrain
    .command('phases')
    .description('what each phase hands over, and what is left after it')
    .argument('<map...>', `${MAPS}; of files the first is phase 1`)
    .option('--start <map>', 'what is held before the first phase')
    .option('--holder <name>', 'who holds the ground', 'the holder')
    .option('--receiver <name>', 'who is handed it', 'the receiver')
    .option('--zones <are>', 'what the zones are: handed-over, or still-held after the phase', zonesAre, 'handed over');
  mapsOptions(phases).option('--json', 'print JSON').action(showPhases);
  withExample(
    phases,
    'parley terrain phases phase-1.geojson phase-2.geojson --start today.geojson',
    'parley terrain phases talks.parley "toldrane/May map"',
  );

  const shift = terrain
    .command('shift')
    .description('by how many metres a second line differs from a first, and to which side')
    .argument('<map...>', `two ${MAPS}`);
  mapsOptions(shift).option('--json', 'print JSON').action(showShift);
  withExample(shift, 'parley terrain shift march.gpx april.gpx --accuracy 30', 'parley terrain shift talks.parley shore-road ridge');

  const compromise = terrain
    .command('compromise')
    .description('lines between two maps at shares of what is contested: for the mediator, and not a proposal by Parley')
    .argument('<map...>', `two ${MAPS}`)
    .option('--shares <per-cent>', 'which shares pass to how the second has it', percentList('--shares'), [0.25, 0.5, 0.75])
    .option('--by <what>', 'what is shared: area or people', sharedBy, 'area')
    .option('--record <compartment>', 'of a case: record each line as a feature in this compartment', id('--record'));
  mapsOptions(compromise).option('--json', 'print JSON').action(showCompromise);
  withExample(
    compromise,
    'parley terrain compromise first.geojson second.geojson --shares 50 --json',
    'parley terrain compromise talks.parley ilduvia toldrane --by people --population census --record team',
  );
}

function showContested(args: string[], options: ResultOptions): Promise<void> {
  return withMaps(args, options, async ({ taken, maps, populationId, of, threads }) => {
    const { contestedMaps } = await import('../../operations/terrain/map-results.ts');
    const claims = maps.map((map) => ({ ...copied(map), party: claimantOf(map, of) }));
    const found = await contestedMaps(taken, { claims, populationId }, { threads });
    if (options.json) return printJson(found);
    const { contestedLines } = await import('../draw-maps.ts');
    show(contestedLines(found, wantsColour(process.stdout)), found.told);
  });
}

function showPhases(args: string[], { start, holder, receiver, zones, ...options }: PhasesOptions): Promise<void> {
  return withMaps(
    args,
    { ...options, ...(start === undefined ? {} : { reference: start }) },
    async ({ taken, maps, reference, populationId, of, threads }) => {
      const { phasesOfMaps } = await import('../../operations/terrain/map-results.ts');
      const asked = {
        phases: of === null ? maps.map((map, at) => ({ ...copied(map), phase: at + 1 })) : maps.flatMap((map) => byPhase(map, of)),
        start: reference && copied(reference),
        holder,
        receiver,
        zonesAre: zones,
        populationId,
      };
      const found = await phasesOfMaps(taken, asked, { threads });
      if (options.json) return printJson(found);
      const { phaseLines } = await import('../draw-maps.ts');
      show(phaseLines(found, wantsColour(process.stdout)), found.told);
    },
  );
}

function showShift(args: string[], options: ResultOptions): Promise<void> {
  return withMaps(args, options, async ({ taken, maps, threads }) => {
    const { shiftOfMaps } = await import('../../operations/terrain/map-results.ts');
    const [first, second] = pairOf(maps);
    const found = await shiftOfMaps(taken, { first, second }, { threads });
    if (options.json) return printJson(found);
    const { shiftedLines } = await import('../draw-maps.ts');
    show(shiftedLines(found), found.told);
  });
}

function showCompromise(args: string[], { shares, by, record: into, ...options }: CompromiseOptions): Promise<void> {
  return withMaps(args, options, async ({ taken, maps, populationId, of, isWhole, threads }) => {
    const { compromiseOfMaps } = await import('../../operations/terrain/map-results.ts');
    const [first, second] = pairOf(maps);
    const asked = { first, second, shares, by, populationId };
    if (into !== undefined && of === null)
      throw new UserError('--record without a case', { cure: 'name a case file first: parley terrain compromise CASE FIRST SECOND' });
    const found = await compromiseOfMaps(taken, asked, { threads, isWhole });
    const recorded = into === undefined || of === null ? [] : await recordIn(of.session, asked, found, into);
    if (options.json) return printJson({ ...found, recorded });
    const { compromiseLines } = await import('../draw-maps.ts');
    show(compromiseLines(found, by, wantsColour(process.stdout)), found.told);
    for (const id of recorded) say(`recorded as ${id} in ${into}`);
  });
}

async function recordIn(...[session, asked, found, into]: Parameters<typeof recordCompromise>): Promise<Id[]> {
  const operation = await import('../../operations/terrain/record-compromise.ts');
  return (await operation.recordCompromise(session, asked, found, into)).map(({ subject }) => subject.id);
}

/** Whose a map of a case is; else its name. */
function claimantOf({ name, featureIds: [first = ''] }: AskedMap, of: GivenMaps['of']): string {
  const body = of?.record.of('mapFeature').get(first)?.body;
  if (of === null || body === undefined) return name ?? first;
  const party = of.record.of('party').get(body.partyId ?? '') ?? of.record.of('thirdParty').get(body.partyId ?? '');
  return labelText((party ?? { body }).body.name);
}

/** The features of a map of a case by the phase that each is of. */
function byPhase({ featureIds, ...map }: AskedMap, { record }: NonNullable<GivenMaps['of']>) {
  return [...Map.groupBy(featureIds, (featureId) => record.of('mapFeature').get(featureId)?.body.phase)].map(([phase, ids]) => {
    if (phase !== undefined) return { ...map, phase, featureIds: [...ids] };
    throw new UserError(`feature "${ids[0]}" has no phase`, {
      cure: 'add it with --phase, or name features that have one',
      code: 'no-phase',
    });
  });
}

function pairOf(maps: readonly AskedMap[]) {
  const [first, second] = maps;
  if (first !== undefined && second !== undefined && maps.length === 2) return [copied(first), copied(second)] as const;
  throw new UserError(`${maps.length} maps are named, and there must be two`, { cure: 'name the first and the second' });
}

function copied({ featureIds, ...map }: AskedMap) {
  return { ...map, featureIds: [...featureIds] };
}

function show(lines: readonly string[], told: readonly string[]): void {
  for (const line of lines) print(line);
  for (const line of told) say(line);
}
