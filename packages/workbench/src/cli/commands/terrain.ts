import type { Command } from 'commander';
import { withExample } from '../with-example.ts';
import { terrainAddCommand, terrainPopulationCommand } from './terrain-add.ts';
import { terrainCompareCommand } from './terrain-compare.ts';
import { terrainExportCommand } from './terrain-export.ts';
import { terrainListCommand } from './terrain-list.ts';
import { terrainResultCommands } from './terrain-results.ts';

/** Maps, from files or of a case: each thing that is done with them is a command of its own. */
export function terrainCommand(program: Command): void {
  const command = program
    .command('terrain')
    .description('maps side by side, from files or of a case: area, people, sites and metres of border, with bands of error')
    .helpCommand(false);
  terrainCompareCommand(command);
  terrainResultCommands(command);
  terrainAddCommand(command);
  terrainListCommand(command);
  terrainPopulationCommand(command);
  terrainExportCommand(command);
  withExample(
    command,
    'parley terrain compare first.geojson second.geojson --accuracy 50,200 --sites clinics.geojson',
    'parley terrain add talks.parley map.kml --party Ilduvia --accuracy 50',
  );
}
