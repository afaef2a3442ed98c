import { UserError } from '@parley/model';
import { MOST_ACCURACY_METERS } from '@parley/terrain';
import type { Command } from 'commander';
import { compareMaps, type NamedBytes } from '../../operations/terrain/compare-maps.ts';
import { readyOverlay } from '../../operations/terrain/overlay.ts';
import { comparisonLines } from '../draw-comparison.ts';
import { readReport } from '../read-report.ts';
import { print, printJson, say } from '../terminal/output.ts';
import { wantsColour } from '../terminal/style.ts';
import { withExample } from '../with-example.ts';
import { terrainExportCommand } from './terrain-export.ts';

interface TerrainOptions {
  readonly population?: string;
  readonly sites?: string;
  readonly accuracy?: readonly [number, number];
  readonly json?: boolean;
}

export function terrainCommand(program: Command): void {
  const command = program
    .command('terrain')
    .description('from files: two maps over each other, in area, people, sites and metres of border, with bands of error')
    .argument('<what>', 'compare')
    .argument('<first>', 'a map with areas: GeoJSON, KML, KMZ, zipped Shapefile, GPX, WKT or TopoJSON')
    .argument('<second>', 'the map to lay over it')
    .option('--population <file>', 'count people: CSV of extents or of H3 cells, GeoTIFF, or polygons with "people"')
    .option('--sites <file>', 'place sites: points with names, in any of these formats')
    .option('--accuracy <metres>', 'how far off the borders may be drawn: one number for both maps, or first,second', accuracies)
    .option('--json', 'print JSON')
    .action(terrain);
  terrainExportCommand(command);
  withExample(command, 'parley terrain compare first.geojson second.geojson --accuracy 50,200 --sites clinics.geojson');
}

async function terrain(what: string, first: string, second: string, options: TerrainOptions): Promise<void> {
  if (what !== 'compare') throw new UserError(`parley terrain cannot "${what}"`, { cure: 'write: parley terrain compare FIRST SECOND' });
  const file = (name: string): NamedBytes => ({ name, bytes: readReport(name) });
  const { comparison, told } = await compareMaps(await readyOverlay(), {
    maps: [file(first), file(second)],
    accuracyMeters: options.accuracy ?? [null, null],
    population: options.population === undefined ? undefined : file(options.population),
    sites: options.sites === undefined ? undefined : file(options.sites),
  });
  if (options.json) printJson({ ...comparison, told });
  else for (const line of comparisonLines(comparison, wantsColour(process.stdout))) print(line);
  for (const line of told) say(line);
}

function accuracies(text: string): readonly [number, number] {
  const values = text.split(',').map((part) => (part.trim() === '' ? Number.NaN : Number(part)));
  const [first = Number.NaN, second = first] = values;
  if (values.length < 3 && [first, second].every((metres) => metres >= 0 && metres <= MOST_ACCURACY_METERS)) return [first, second];
  throw new UserError(`--accuracy is "${text}"`, { cure: `give metres from 0 to ${MOST_ACCURACY_METERS}: one number, or two as 50,200` });
}
