import { type CaseRecord, type Id, labelText, UserError } from '@parley/model';
import type { Command } from 'commander';
import { asOf } from '../operations/as-of.ts';
import type { CaseSession } from '../operations/case-session.ts';
import { mapKeyOf } from '../operations/terrain/case-map.ts';
import type { PeopleOfFile } from '../operations/terrain/people-of-file.ts';
import type { AskedMap, TakenMaps } from '../operations/terrain/taken-maps.ts';
import type { TerrainThreads } from '../operations/terrain/threads/terrain-threads.ts';
import { type AsOfOptions, asOfOptions } from './as-of-options.ts';
import { isCaseFile } from './exchange-of-case.ts';
import { partyNamed } from './named-subject.ts';
import { accuracyList, wholeNumber } from './option-values.ts';
import { readMapArgument } from './read-map-argument.ts';
import { readReport } from './read-report.ts';
import { passphraseOption, withCase } from './with-case.ts';

/** Which maps, of files or of a case. */
export interface MapsOptions extends AsOfOptions {
  readonly population?: string;
  readonly peopleYear?: number;
  readonly beforeDisplacement?: boolean;
  readonly sites?: string;
  readonly reference?: string;
  readonly accuracy?: readonly number[];
  readonly passphraseFile?: string;
}

/** The maps that were named, ready to be asked about. */
export interface GivenMaps {
  readonly taken: TakenMaps;
  readonly maps: readonly AskedMap[];
  readonly reference: AskedMap | undefined;
  /** What to name the population by; undefined where people are not to be counted. */
  readonly populationId: Id | undefined;
  /** The case; null for files. */
  readonly of: { readonly session: CaseSession; readonly record: CaseRecord } | null;
  /** Whether nothing was left out of the case. */
  readonly isWhole: boolean;
  /** The operations on maps, done in this thread: a command has nobody else to answer. */
  readonly threads: Pick<TerrainThreads, 'run'>;
}

/** Adds to a command what names maps and what is looked for in them. */
export function mapsOptions(command: Command): Command {
  command
    .option('--population <population>', 'count people: a file (CSV, GeoTIFF, polygons); of a case the id of a population')
    .option('--people-year <year>', 'of files: the year that the people were counted in', wholeNumber('--people-year', 1800, 2200))
    .option('--before-displacement', 'of files: people have been displaced since they were counted')
    .option('--sites <file>', 'of files: places, roads and pieces of ground to look for; a case has its own')
    .option('--accuracy <metres>', 'how far off the borders may be drawn: one number, or one for each map as 50,200', accuracyList);
  return passphraseOption(asOfOptions(command));
}

/**
 * Takes the maps that are named. Where the first argument is a case file the others name maps of it: by the ids of
 * features parted by commas, or as PARTY, PARTY/VERSION or PARTY/VERSION/PHASE; all of its maps where there are no others.
 */
export async function withMaps<T>(args: readonly string[], options: MapsOptions, work: (given: GivenMaps) => Promise<T>): Promise<T> {
  const { runTerrainJob } = await import('../operations/terrain/threads/terrain-operations.ts');
  const threads = { run: (operation: string, rest: readonly unknown[]) => runTerrainJob({ operation, rest } as never) } as Pick<
    TerrainThreads,
    'run'
  >;
  const [first = '', ...others] = args;
  if (isCaseFile(first))
    return withCase(first, options, async (session) => work({ ...(await givenOfCase(session, others, options)), threads }));
  return work({ ...(await givenOfFiles(args, options)), threads });
}

async function givenOfCase(session: CaseSession, words: readonly string[], options: MapsOptions): Promise<Omit<GivenMaps, 'threads'>> {
  if (options.peopleYear !== undefined || options.beforeDisplacement !== undefined)
    throw new UserError('--people-year and --before-displacement are for files', {
      cure: 'a case keeps them with its population: parley terrain population CASE FILE --year YEAR --before-displacement',
    });
  if (options.sites !== undefined)
    throw new UserError('--sites is for files', { cure: 'record places in the case: parley terrain add CASE FILE --category hospital' });
  const { CaseMaps } = await import('../operations/terrain/case-maps.ts');
  const { record } = asOf(session, options);
  const reference = options.reference === undefined ? undefined : mapNamed(record, options.reference);
  const named = words.length === 0 ? allMaps(record) : words.map((word) => mapNamed(record, word));
  const others = named.filter(({ featureIds }) => featureIds.join() !== reference?.featureIds.join());
  return {
    taken: new CaseMaps(record),
    maps: withAccuracies(others, options.accuracy),
    reference,
    populationId: options.population === undefined ? undefined : populationNamed(record, options.population),
    of: { session, record },
    isWhole: options.compartments === undefined,
  };
}

async function givenOfFiles(args: readonly string[], options: MapsOptions): Promise<Omit<GivenMaps, 'threads'>> {
  const { FileMaps } = await import('../operations/terrain/file-maps.ts');
  const { readyOverlay } = await import('../operations/terrain/overlay.ts');
  const { sites, reference } = options;
  const paths = [...args, ...(reference === undefined || args.includes(reference) ? [] : [reference])];
  const taken = await FileMaps.of(await readyOverlay(), {
    maps: paths.map(readMapArgument),
    ground: sites === undefined ? undefined : readMapArgument(sites),
    population: peopleOfFile(options),
  });
  const asked = (path: string): AskedMap => ({ name: path, featureIds: [path] });
  return {
    taken,
    maps: withAccuracies(args.filter((path) => path !== reference).map(asked), options.accuracy),
    reference: reference === undefined ? undefined : asked(reference),
    populationId: options.population,
    of: null,
    isWhole: true,
  };
}

/** The file of people that was named, with what was said of them. */
export function peopleOfFile({ population: name, peopleYear, beforeDisplacement }: MapsOptions): PeopleOfFile | undefined {
  if (name !== undefined) return { name, bytes: readReport(name), year: peopleYear, beforeDisplacement };
  if (peopleYear === undefined && beforeDisplacement === undefined) return undefined;
  const option = peopleYear === undefined ? '--before-displacement' : '--people-year';
  throw new UserError(`${option} without people`, { cure: 'name their file too: --population FILE' });
}

/** Throws a UserError for accuracies that are neither one for all nor one for each map. */
export function checkAccuracies(accuracies: readonly number[] | undefined, mapCount: number): void {
  if (accuracies !== undefined && accuracies.length > 1 && accuracies.length !== mapCount)
    throw new UserError(`--accuracy has ${accuracies.length} numbers for ${mapCount} maps`, { cure: 'give one, or one for each map' });
}

function withAccuracies(maps: readonly AskedMap[], accuracies: readonly number[] | undefined): AskedMap[] {
  checkAccuracies(accuracies, maps.length);
  return maps.map((map, at) => {
    const accuracyMeters = accuracies?.[at] ?? accuracies?.[0];
    return accuracyMeters === undefined ? map : { ...map, accuracyMeters };
  });
}

/** Each map of zones that somebody drew, in the order of the record. */
function allMaps(record: CaseRecord): AskedMap[] {
  const drawn = [...record.of('mapFeature').values()].filter(({ body }) => body.shape === 'zone' && body.partyId !== undefined);
  const maps = [...Map.groupBy(drawn, ({ body }) => mapKeyOf(body)).values()];
  if (maps.length > 0) return maps.map((features) => ({ featureIds: features.map(({ id }) => id) }));
  throw new UserError('the case has no map of zones of a party', {
    cure: 'add one: parley terrain add CASE FILE --party PARTY',
    code: 'no-area',
  });
}

/** A map of the case by the ids of its features, or by whose it is. */
function mapNamed(record: CaseRecord, words: string): AskedMap {
  const all = record.of('mapFeature');
  const ids = words.split(',').map((part) => part.trim());
  if (ids.every((id) => all.has(id))) return { featureIds: ids };
  const [party = '', version, phase] = words.split('/').map((part) => part.trim());
  const partyId = partyOrNull(record, party);
  const replaced = new Set([...all.values()].map(({ body }) => body.replacesId));
  const found = [...all.values()].filter(
    ({ id, body }) =>
      body.partyId === partyId &&
      (version === undefined ? !replaced.has(id) : body.version?.toLowerCase() === version.toLowerCase()) &&
      (phase === undefined || String(body.phase) === phase),
  );
  if (partyId !== null && found.length > 0) return { featureIds: found.map(({ id }) => id) };
  throw new UserError(`there is no map "${words}"`, {
    cure: 'name features by id, or PARTY, PARTY/VERSION or PARTY/VERSION/PHASE; parley terrain list CASE shows them',
    code: 'unknown',
  });
}

function partyOrNull(record: CaseRecord, words: string): Id | null {
  try {
    return partyNamed(record, words);
  } catch {
    return null;
  }
}

function populationNamed(record: CaseRecord, words: string): Id {
  const all = [...record.of('population').values()];
  const found = all.find(
    ({ id, body }) => id === words || Object.values(body.name).some((name) => name.toLowerCase() === words.toLowerCase()),
  );
  if (found !== undefined) return found.id;
  throw new UserError(`there is no population "${words}" in the case`, {
    cure:
      all.length === 0
        ? 'record one: parley terrain population CASE FILE --year YEAR'
        : `name one: ${all.map(({ id, body }) => `${id} (${labelText(body.name)})`).join(', ')}`,
    code: 'unknown',
  });
}
