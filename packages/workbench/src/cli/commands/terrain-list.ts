import type { Command } from 'commander';
import { asOf } from '../../operations/as-of.ts';
import { type AsOfOptions, asOfOptions } from '../as-of-options.ts';
import { print, printJson } from '../terminal/output.ts';
import { wantsColour } from '../terminal/style.ts';
import { passphraseOption, withCase } from '../with-case.ts';
import { withExample } from '../with-example.ts';

interface ListOptions extends AsOfOptions {
  readonly passphraseFile?: string;
  readonly json?: boolean;
}

/** Adds `list` to the command on maps. */
export function terrainListCommand(terrain: Command): void {
  const command = terrain
    .command('list')
    .description('list the maps of a case by party, version and phase, what lies on the ground, and populations')
    .argument('<case>', 'the case file')
    .option('--json', 'print JSON')
    .action((file: string, options: ListOptions) => withCase(file, options, (session) => list(session, options)));
  withExample(passphraseOption(asOfOptions(command)), 'parley terrain list talks.parley');
}

async function list(session: Parameters<typeof asOf>[0], options: ListOptions): Promise<void> {
  const { caseMap } = await import('../../operations/terrain/case-map.ts');
  const { record } = asOf(session, options);
  const map = await caseMap(record);
  if (options.json) return printJson(map);
  const { mapListLines } = await import('../draw-maps.ts');
  for (const line of mapListLines(record, map, wantsColour(process.stdout))) print(line);
}
