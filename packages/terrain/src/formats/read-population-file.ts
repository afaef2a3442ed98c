import { type Extent, extentOf } from '../geometry.ts';
import { decodeText } from './decode-text.ts';
import type { FileCell } from './population-cell.ts';
import { populationOfFile } from './population-of-file.ts';
import { checkSize, readMapFile } from './read-map-file.ts';
import { NOBODY, readPopulationImage } from './read-population-image.ts';
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
  checkSize(bytes, name);
  if (TIFF.some((mark) => mark.every((byte, at) => bytes[at] === byte))) return { name, ...readPopulationImage(bytes, name, options) };
  if (/\.(csv|tsv|txt)$/i.test(name) || isTable(bytes)) {
    const cells = await readPopulationTable(decodeText(bytes, name), name, options.nearLongitude);
    return { name, ...about(cells, options.within) };
  }
  const file = await readMapFile(bytes, name, options);
  const { cells, told } = populationOfFile(file);
  const near = about(cells, options.within);
  return { name, cells: near.cells, told: [...file.told, ...told, ...near.told] };
}

/** The cells that meet an extent; that there are none is told, as the file may be of other ground. */
function about(cells: readonly FileCell[], within: Extent | undefined): { cells: readonly FileCell[]; told: string[] } {
  if (within === undefined) return { cells, told: [] };
  const [west, south, east, north] = within;
  const met = cells.filter(({ ring }) => {
    const [cellWest, cellSouth, cellEast, cellNorth] = extentOf([ring]);
    return cellEast >= west && cellWest <= east && cellNorth >= south && cellSouth <= north;
  });
  return { cells: met, told: met.length === 0 ? [NOBODY] : [] };
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
