import { type Id, UserError } from '@parley/model';
import type { Command } from 'commander';
import { asOf } from '../../operations/as-of.ts';
import type { CaseSession } from '../../operations/case-session.ts';
import type { MapFormat } from '../../operations/terrain/export/export-map.ts';
import { type AsOfOptions, asOfOptions } from '../as-of-options.ts';
import { idList, mapFormat, mapTable } from '../option-values.ts';
import { printJson, say } from '../terminal/output.ts';
import { passphraseOption, withCase } from '../with-case.ts';
import { withExample } from '../with-example.ts';
import { writeFiles } from '../write-files.ts';

interface MapExportOptions extends AsOfOptions {
  readonly format?: MapFormat;
  readonly out?: string;
  readonly table?: 'features' | 'comparison';
  readonly ids?: Id[];
  readonly reference?: Id[];
  readonly population?: Id;
  readonly bom?: boolean;
  readonly force?: boolean;
  readonly passphraseFile?: string;
  readonly json?: boolean;
}

/** Adds `export` to the command on maps. */
export function terrainExportCommand(terrain: Command): void {
  const command = terrain
    .command('export')
    .description('write the map of a case for other programs or for paper; rules of attribution are honoured')
    .argument('<case>', 'the case file')
    .option('--format <format>', 'geojson, kml, svg, csv, xlsx, docx or pdf (default: by the ending of --out)', mapFormat)
    .option('--out <path>', 'the file to write (default: what is text to standard output)')
    .option('--table <table>', 'csv, xlsx, docx: features (what they are) or comparison (what lies in the maps)', mapTable, 'features')
    .option('--ids <ids>', 'these features, separated by commas (default: all)', idList('--ids'))
    .option('--reference <ids>', 'in figures: hold the maps against the map of these features', idList('--reference'))
    .option('--population <id>', 'in figures: count people by this population of the case')
    .option('--bom', 'csv: begin with a byte order mark, by which Excel knows UTF-8')
    .option('--force', 'replace a file that is there')
    .option('--json', 'with --out: print the name of the file and its compartments as JSON')
    .action((file: string, _: MapExportOptions, own: Command) => {
      const options = own.optsWithGlobals<MapExportOptions>();
      const format = formatOf(options);
      return withCase(file, options, (session) => exportOne(session, format, options));
    });
  withExample(
    passphraseOption(asOfOptions(command)),
    'parley terrain export talks.parley --out map.kml --compartments public',
    'parley terrain export talks.parley --format csv --table comparison --population 0198…',
  );
}

const BINARY: ReadonlySet<MapFormat> = new Set(['xlsx', 'docx', 'pdf']);

function formatOf({ format, out }: MapExportOptions): MapFormat {
  const ending = /\.([a-z]+)$/i.exec(out ?? '')?.[1];
  if (format === undefined && ending === undefined)
    throw new UserError('parley terrain export does not know what to write', { cure: 'name a format or a file: --out map.pdf' });
  const known = format ?? mapFormat(ending ?? '');
  if (out === undefined && BINARY.has(known))
    throw new UserError(`--format ${known} without --out`, { cure: `name the file to write: --out map.${known}` });
  return known;
}

async function exportOne(session: CaseSession, format: MapFormat, options: MapExportOptions): Promise<void> {
  const { record } = asOf(session, options);
  const { exportMap } = await import('../../operations/terrain/export/export-map.ts');
  const { startTerrainThreads } = await import('../../operations/terrain/threads/terrain-threads.ts');
  const threads = startTerrainThreads({ threads: 1 });
  const { table, ids, reference: referenceIds, population: populationId, bom, out, force = false } = options;
  const input = { format, table, ids, referenceIds, populationId, bom };
  const { body, compartments, told } = await exportMap(record, input, session.recorder.now(), { threads }).finally(() => threads.close());
  if (out === undefined) {
    process.stdout.write(body);
  } else {
    writeFiles([{ path: out, body }], { force });
    if (options.json) printJson({ file: out, compartments, told });
    else say(out);
  }
  if (options.json && out !== undefined) return;
  say(`from ${compartments.join(', ') || 'nothing'}`);
  for (const line of told) say(line);
}
