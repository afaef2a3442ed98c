import type { Command } from 'commander';
import { isCaseFile } from '../exchange-of-case.ts';
import { checkAccuracies, type MapsOptions, mapsOptions, peopleOfFile, withMaps } from '../maps-of.ts';
import { metres } from '../option-values.ts';
import { readMapArgument } from '../read-map-argument.ts';
import { print, printJson, say } from '../terminal/output.ts';
import { wantsColour } from '../terminal/style.ts';
import { withExample } from '../with-example.ts';

interface CompareOptions extends MapsOptions {
  readonly neck?: number;
  readonly json?: boolean;
}

export function terrainCompareCommand(terrain: Command): void {
  const command = terrain
    .command('compare')
    .description('lay maps over each other: two against each other, or any number against a reference')
    .argument('<map...>', 'map files with areas in any format; or a case file and maps of it (all where none is named)')
    .option('--reference <map>', 'the map to hold the others against')
    .option('--neck <metres>', 'tell parts that hang together only by necks narrower than this', metres('--neck'));
  mapsOptions(command).option('--json', 'print JSON').action(compare);
  withExample(
    command,
    'parley terrain compare first.geojson second.kml --accuracy 50,200 --sites clinics.geojson',
    'parley terrain compare talks.parley ilduvia toldrane --reference border',
  );
}

async function compare(args: string[], options: CompareOptions): Promise<void> {
  const [first, second] = args as [string, string | undefined];
  const isPair = args.length === 2 && options.reference === undefined && options.neck === undefined && !args.some(isCaseFile);
  return isPair ? comparePair(first, second as string, options) : compareMany(args, options);
}

/** Two files, with what is in both and in one alone in either order. */
async function comparePair(first: string, second: string, options: CompareOptions): Promise<void> {
  const { compareMaps } = await import('../../operations/terrain/compare-maps.ts');
  const { readyOverlay } = await import('../../operations/terrain/overlay.ts');
  const { sites, accuracy, json } = options;
  checkAccuracies(accuracy, 2);
  const { comparison, population, told } = await compareMaps(await readyOverlay(), {
    maps: [readMapArgument(first), readMapArgument(second)],
    accuracyMeters: [accuracy?.[0] ?? null, accuracy?.[1] ?? accuracy?.[0] ?? null],
    population: peopleOfFile(options),
    sites: sites === undefined ? undefined : readMapArgument(sites),
  });
  if (json) printJson({ ...comparison, population, told });
  else {
    const { comparisonLines, populationLines } = await import('../draw-comparison.ts');
    for (const line of comparisonLines(comparison, wantsColour(process.stdout))) print(line);
    for (const line of populationLines(population)) print(line);
  }
  for (const line of told) say(line);
}

function compareMany(args: readonly string[], options: CompareOptions): Promise<void> {
  return withMaps(args, options, async ({ taken, maps, reference, populationId, threads }) => {
    const { comparedMaps } = await import('../../operations/terrain/map-results.ts');
    const asked = { maps: maps.map(copied), reference: reference && copied(reference), populationId, neckMeters: options.neck };
    const found = await comparedMaps(taken, asked, { threads });
    if (options.json) return printJson(found);
    const { comparedLines } = await import('../draw-maps.ts');
    for (const line of comparedLines(found, wantsColour(process.stdout))) print(line);
    for (const line of found.told) say(line);
  });
}

function copied<M extends { readonly featureIds: readonly string[] }>(map: M) {
  return { ...map, featureIds: [...map.featureIds] };
}
