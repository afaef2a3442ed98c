import { UserError } from '@parley/model';
import { boundaryOfH3, cellOfExtent, cellOfH3, type FileCell } from './population-cell.ts';

/**
 * A population grid as a table (CSV), a row a cell: the columns `west`, `south`, `east`, `north` (degrees), or `h3` (the
 * id of an H3 cell), and `people` or `population`, in any order, parted by commas, semicolons or tabs. A table of H3
 * cells may do without the row of names: id, people.
 *
 * Throws a UserError for other columns, for a row that is not numbers, and for an id of no cell.
 */
export async function readPopulationTable(text: string, name: string, nearLongitude?: number): Promise<FileCell[]> {
  const rows = text.replace(/^\uFEFF/, '').split(/\r?\n/);
  const separator = [';', '\t'].find((mark) => rows[0]?.includes(mark)) ?? ',';
  const fieldsOf = (row: string): string[] => row.split(separator).map((field) => field.trim().replace(/^"(.*)"$/, '$1'));
  const isBare = /^8[0-9a-f]{14}$/i.test(fieldsOf(rows[0] ?? '')[0] ?? '');
  const columns = isBare ? ['h3', 'people'] : fieldsOf(rows[0] ?? '').map((word) => word.toLowerCase());
  const people = columns.findIndex((column) => PEOPLE.has(column));
  const h3 = columns.findIndex((column) => H3.has(column));
  const sides = SIDES.map((side) => columns.indexOf(side));
  if (people === -1 || (h3 === -1 && sides.includes(-1)))
    throw new UserError(`${name} has the columns "${(rows[0] ?? '').slice(0, 80)}"`, {
      cure: 'give west, south, east, north and people, or h3 and people',
      code: 'invalid-population',
    });
  const boundary = h3 === -1 ? null : await boundaryOfH3();
  const cells: FileCell[] = [];
  for (const [at, row] of rows.entries()) {
    if ((at === 0 && !isBare) || row.trim() === '') continue;
    const fields = fieldsOf(row);
    const count = numberIn(fields[people]);
    const where = `${name}: row ${at + 1}`;
    if (!(count >= 0 && count < Infinity)) throw badRow(where, row, boundary !== null);
    if (boundary !== null) cells.push(cellOfH3(boundary, fields[h3] ?? '', count, where, nearLongitude));
    else {
      const [west, south, east, north] = sides.map((side) => numberIn(fields[side])) as [number, number, number, number];
      if (!(Math.abs(west) <= 360 && east <= 360 && west < east && south >= -90 && north <= 90 && south < north))
        throw badRow(where, row, false);
      cells.push(cellOfExtent([west, south, east, north], count, nearLongitude));
    }
  }
  if (cells.length > 0) return cells;
  throw new UserError(`${name} has no rows`, { cure: 'give a row for each cell', code: 'invalid-population' });
}

const SIDES = ['west', 'south', 'east', 'north'] as const;
const PEOPLE: ReadonlySet<string> = new Set(['people', 'population', 'pop']);
const H3: ReadonlySet<string> = new Set(['h3', 'h3_id', 'h3id', 'h3index', 'h3_index', 'h3_cell', 'hex_id', 'cell']);

function numberIn(field: string | undefined): number {
  return field === undefined || field === '' ? Number.NaN : Number(field);
}

function badRow(where: string, row: string, byCell: boolean): UserError {
  return new UserError(`${where} is "${row.slice(0, 80)}"`, {
    cure: byCell
      ? 'give the number of people of each cell as a number'
      : 'give west, south, east, north and people as numbers, west before east and south before north',
    code: 'invalid-population',
  });
}
