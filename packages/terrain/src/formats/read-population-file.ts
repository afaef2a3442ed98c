import { UserError } from '@parley/model';
import type { Extent } from '../geometry.ts';
import { decodeText } from './decode-text.ts';
import type { FileCell } from './population-cell.ts';
import { populationOfFile } from './population-of-file.ts';
import { readMapFile } from './read-map-file.ts';
import { readPopulationImage } from './read-population-image.ts';
import { readPopulationTable } from './read-population-table.ts';

/** A population grid, and what was left out of it or assumed: one sentence each. */
export interface PopulationFile {
  readonly name: string;
  readonly cells: readonly FileCell[];
  readonly told: readonly string[];
}

export interface PopulationOptions {
  /** Longitudes are given within 180 degrees of this one. */
  readonly nearLongitude?: number;
  /** Cells that do not meet it may be left out: of a picture of a whole country only a part is needed. */
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
  if (TIFF.some((mark) => mark.every((byte, at) => bytes[at] === byte)))
    return { name, ...(await readPopulationImage(bytes, name, options)) };
  if (/\.(csv|tsv|txt)$/i.test(name) || isTable(bytes))
    return { name, cells: await readPopulationTable(decodeText(bytes, name), name, options.nearLongitude), told: [] };
  const file = await readMapFile(bytes, name, options);
  return { name, cells: populationOfFile(file), told: file.told };
}

const TIFF: readonly (readonly number[])[] = [
  [0x49, 0x49, 0x2a, 0],
  [0x4d, 0x4d, 0, 0x2a],
  [0x49, 0x49, 0x2b, 0],
  [0x4d, 0x4d, 0, 0x2b],
];

/** Whatever its name: a first line of words or numbers between commas, semicolons or tabs. */
function isTable(bytes: Uint8Array): boolean {
  const head = String.fromCharCode(...bytes.subarray(0, 300)).split(/[\r\n]/)[0] ?? '';
  return /^(?:\u00ef\u00bb\u00bf)?["\w. -]+(?:[,;\t]["\w. -]+)+$/.test(head);
}
