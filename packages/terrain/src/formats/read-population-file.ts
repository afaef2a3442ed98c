import { UserError } from '@parley/model';
import type { Extent } from '../geometry.ts';
import type { PopulationCell } from '../people-within.ts';
import { decodeText } from './decode-text.ts';
import { populationOfFile } from './population-of-file.ts';
import { readMapFile } from './read-map-file.ts';
import { readPopulationTable } from './read-population-table.ts';

/** A population grid, and what was left out of it or assumed: one sentence each. */
export interface PopulationFile {
  readonly name: string;
  readonly cells: readonly PopulationCell[];
  readonly told: readonly string[];
}

export interface PopulationOptions {
  /** Longitudes are given within 180 degrees of this one. */
  readonly nearLongitude?: number;
  /** Cells that do not meet it may be left out: of a grid of a whole country only a part is needed. */
  readonly within?: Extent;
}

/**
 * How many people are counted where: a table of extents or of H3 cells (CSV), polygons in any map format with `people`,
 * `population` or `pop`, or a GeoTIFF, a pixel a cell. Throws a UserError for what is none of these.
 *
 * @param name what the file is called; errors repeat it
 */
export async function readPopulationFile(bytes: Uint8Array, name: string, options: PopulationOptions = {}): Promise<PopulationFile> {
  if (bytes.length === 0) throw new UserError(`${name} is empty`, { cure: 'export the population again', code: 'empty-map' });
  if (/\.csv$/i.test(name)) return { name, cells: readPopulationTable(decodeText(bytes, name), name), told: [] };
  const file = await readMapFile(bytes, name, options);
  return { name, cells: populationOfFile(file), told: file.told };
}
