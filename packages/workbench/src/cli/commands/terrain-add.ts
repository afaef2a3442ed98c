import { basename } from 'node:path';
import { type Body, type CaseRecord, type EdtfDate, type Id, type MadeHow, type MapCategory, UserError } from '@parley/model';
import type { Command } from 'commander';
import type { MapOfFile } from '../../operations/terrain/map-of-file.ts';
import { issueNamed, optionNamed, partyNamed } from '../named-subject.ts';
import { edtfDate, id, idList, languageTag, madeHow, mapCategory, metres, wholeNumber } from '../option-values.ts';
import { readReport } from '../read-report.ts';
import { print, printJson, say } from '../terminal/output.ts';
import { passphraseOption, withCase } from '../with-case.ts';
import { withExample } from '../with-example.ts';

interface AddOptions {
  readonly party?: string;
  readonly source?: Id;
  readonly on?: EdtfDate;
  readonly version?: string;
  readonly phase?: number;
  readonly accuracy?: number;
  readonly madeHow?: MadeHow;
  readonly category?: MapCategory;
  readonly namedBy?: string;
  readonly contested?: boolean;
  readonly evidence?: Id[];
  readonly issue?: string;
  readonly option?: string;
  readonly language: string;
  readonly compartment?: Id;
  readonly passphraseFile?: string;
  readonly json?: boolean;
}

interface PopulationOptions {
  readonly year: number;
  readonly beforeDisplacement?: boolean;
  readonly name?: string;
  readonly language: string;
  readonly source?: Id;
  readonly licence?: string;
  readonly compartment?: Id;
  readonly passphraseFile?: string;
  readonly json?: boolean;
}

/** Adds `add` to the command on maps. */
export function terrainAddCommand(terrain: Command): void {
  const command = terrain
    .command('add')
    .description('record every zone, line and place of map files as features of a case')
    .argument('<case>', 'the case file')
    .argument('<map...>', 'map files: GeoJSON, KML, KMZ, zipped Shapefile, GPX, WKT or TopoJSON')
    .option('--party <name>', 'whose map it is, by id, name or alias; left out for the ground')
    .option('--source <id>', 'the source in the case that it comes from', id('--source'))
    .option('--on <date>', 'the date of the map', edtfDate('--on'))
    .option('--version <text>', 'which of the party’s maps it is')
    .option('--phase <number>', 'the phase that it is of', wholeNumber('--phase', 1, 99))
    .option('--accuracy <metres>', 'how far off its lines may be drawn', metres('--accuracy'))
    .option('--made-how <how>', 'survey, official-file, digitised, sketch or from-text', madeHow)
    .option('--category <category>', 'what it shows: withdrawal, buffer, control, border, municipality, camp, hospital …', mapCategory)
    .option('--named-by <who>', 'who calls it so')
    .option('--contested', 'draw it as contested')
    .option('--evidence <ids>', 'statements about it, separated by commas', idList('--evidence'))
    .option('--issue <issue>', 'the map issue that they are an option of, by id or name')
    .option('--option <option>', 'the option that they are, by id or name')
    .option('--language <tag>', 'the language of the names in the files', languageTag('--language'), 'en')
    .option('--compartment <id>', 'the compartment to put it into (default: public)', id('--compartment'))
    .option('--json', 'print JSON')
    .action(addMaps);
  withExample(
    passphraseOption(command),
    'parley terrain add talks.parley map.kml --party Ilduvia --version "second map" --on 2025-07 --accuracy 50 --category withdrawal',
  );
}

/** Adds `population` to the command on maps. */
export function terrainPopulationCommand(terrain: Command): void {
  const command = terrain
    .command('population')
    .description('record where how many people were counted, from a file')
    .argument('<case>', 'the case file')
    .argument('<file>', 'CSV of extents or of H3 cells, or a GeoTIFF')
    .requiredOption('--year <year>', 'the year that the figures are of', wholeNumber('--year', 1800, 2200))
    .option('--before-displacement', 'they were counted before people were displaced')
    .option('--name <text>', 'what it is called (default: the name of the file)')
    .option('--language <tag>', 'the language of the name', languageTag('--language'), 'en')
    .option('--source <id>', 'the source in the case that it comes from', id('--source'))
    .option('--licence <text>', 'the licence of the data')
    .option('--compartment <id>', 'the compartment to put it into (default: public)', id('--compartment'))
    .option('--json', 'print JSON')
    .action(addPopulation);
  withExample(passphraseOption(command), 'parley terrain population talks.parley people.csv --year 2020 --before-displacement');
}

async function addMaps(file: string, maps: string[], options: AddOptions): Promise<void> {
  const { importMap } = await import('../../operations/terrain/import-map.ts');
  const { mapOfFile } = await import('../../operations/terrain/map-of-file.ts');
  const { readyOverlay } = await import('../../operations/terrain/overlay.ts');
  const overlay = await readyOverlay();
  // All files are read before any is recorded.
  const read: { path: string; map: MapOfFile }[] = [];
  for (const path of maps) read.push({ path, map: await mapOfFile(overlay, readReport(path), basename(path)) });
  await withCase(file, options, async (session) => {
    const { party, source: sourceId, accuracy: accuracyMeters, json, passphraseFile: _, issue, option: words, ...fields } = options;
    const option = optionOf(session.record, issue, words);
    const partyId = party === undefined ? undefined : partyNamed(session.record, party);
    const features = read.flatMap(({ map }) => map.features);
    const told = read.flatMap(({ path, map }) => map.told.map((line) => `${path}: ${line}`));
    const { ids } = await importMap(session, { features, told }, { ...fields, partyId, sourceId, accuracyMeters, option });
    const added = ids.map((featureId, at) => ({ id: featureId, name: features[at]?.name ?? '', shape: features[at]?.shape }));
    if (json) return printJson({ features: added, told });
    for (const { id: featureId, name, shape } of added) print(`${name}: ${shape} added, id ${featureId}`);
    if (accuracyMeters === undefined) say('no accuracy is given: its lines are taken as exact where the files state none');
    for (const line of told) say(line);
  });
}

function optionOf(record: CaseRecord, issue: string | undefined, option: string | undefined) {
  if (issue === undefined && option === undefined) return undefined;
  if (issue === undefined || option === undefined)
    throw new UserError('--issue and --option go together', { cure: 'name the map issue, and which of its options the features are' });
  const issueId = issueNamed(record, issue);
  return { issueId, optionId: optionNamed(record.of('issue').get(issueId)?.body as Body<'issue'>, option) };
}

async function addPopulation(file: string, path: string, options: PopulationOptions): Promise<void> {
  const { importPopulation } = await import('../../operations/terrain/import-map.ts');
  const { populationOfFile } = await import('../../operations/terrain/map-of-file.ts');
  const population = await populationOfFile(readReport(path), basename(path));
  await withCase(file, options, async (session) => {
    const { year, beforeDisplacement = false, name = basename(path), language, source: sourceId, licence, compartment } = options;
    const fields = { name, label: { [language]: name }, year, beforeDisplacement, sourceId, licence, compartment };
    const { ids, told } = await importPopulation(session, population, fields);
    const people = population.cells.reduce((sum, cell) => sum + cell.people, 0);
    if (options.json) return printJson({ id: ids[0], cells: population.cells.length, people, told });
    print(`${name}: ${Math.round(people).toLocaleString('en')} people in ${population.cells.length} cells added, id ${ids[0]}`);
    for (const line of told) say(line);
  });
}
