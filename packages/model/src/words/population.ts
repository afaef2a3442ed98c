import { z } from 'zod';
import { Id } from './id.ts';
import { Label } from './label.ts';

/** How many people are counted in one cell: an H3 cell by its id, or a rectangle of longitudes and latitudes. */
export interface PopulationCellOfCase {
  readonly h3?: string | undefined;
  /** West, south, east, north in degrees. */
  readonly extent?: readonly [west: number, south: number, east: number, north: number] | undefined;
  readonly people: number;
}

/** How many cells one population may have. */
export const MOST_CELLS = 300_000;

const Cells = (
  z.array(z.unknown()).min(1, 'it has no cells') as unknown as z.ZodType<readonly PopulationCellOfCase[], readonly PopulationCellOfCase[]>
).meta({
  id: 'PopulationCells',
  description: 'Cells, each `{h3, people}` or `{extent: [west, south, east, north], people}` in degrees (WGS 84)',
});

/** All of a population but its cells. */
export const PopulationDetails = z.object({
  name: Label,
  /** The year that the figures are of. */
  year: z.int().min(1800).max(2200),
  /** Whether they were counted before people were displaced: then they say who lived there, not who does. */
  beforeDisplacement: z.boolean(),
  sourceId: Id.optional(),
  licence: z.string().trim().min(1).max(300).optional(),
  note: z.string().max(10_000).optional(),
});

/** Where how many people were counted. It is always shown with its year, and with "before displacement" where it is so. */
export const Population = PopulationDetails.extend({ cells: Cells })
  .superRefine(({ cells }, context) => {
    const fault = cellsFault(cells);
    if (fault !== null) context.addIssue({ code: 'custom', message: fault, path: ['cells'] });
  })
  .meta({ id: 'Population', description: 'Where how many people were counted, and when' });
export type Population = z.infer<typeof Population>;

function cellsFault(cells: readonly unknown[]): string | null {
  if (cells.length > MOST_CELLS) return `it has ${cells.length} cells; at most ${MOST_CELLS} are kept`;
  for (const [at, cell] of cells.entries()) {
    const fault = cellFault(cell);
    if (fault !== null) return `cell ${at + 1}: ${fault}`;
  }
  return null;
}

function cellFault(cell: unknown): string | null {
  const { h3, extent, people } = (typeof cell === 'object' && cell !== null ? cell : {}) as Readonly<Record<string, unknown>>;
  if (typeof people !== 'number' || !Number.isFinite(people) || people < 0)
    return `"people" is ${JSON.stringify(people)}; give a number from 0`;
  if ((h3 === undefined) === (extent === undefined)) return 'give "h3" or "extent", one of the two';
  if (h3 !== undefined) return typeof h3 === 'string' && /^8[0-9a-f]{14}$/.test(h3) ? null : `${JSON.stringify(h3)} is no H3 cell`;
  if (!Array.isArray(extent) || extent.length !== 4 || !extent.every((value) => Number.isFinite(value)))
    return `the extent ${JSON.stringify(extent)} is not four numbers`;
  const [west, south, east, north] = extent as [number, number, number, number];
  const isThere = west >= -180 && west < east && east <= 180 && south >= -90 && south < north && north <= 90;
  return isThere ? null : `the extent ${extent.join(', ')} is not west, south, east, north in degrees`;
}
