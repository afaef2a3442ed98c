import { UserError } from '@parley/model';
import type { PopulationCell } from '../people-within.ts';

/**
 * A population grid as a table: a row a cell, with the columns `west`, `south`, `east`, `north` (degrees) and `people`
 * in any order, parted by commas. Throws a UserError for other columns, and for a row that is not numbers.
 */
export function readPopulationTable(text: string, name: string): PopulationCell[] {
  const [head = '', ...rows] = text.replace(/^\uFEFF/, '').split(/\r?\n/);
  if (/^8[0-9a-f]{14},/i.test(head))
    throw new UserError(`${name} counts people by H3 cells, whose shape the file does not give`, {
      cure: 'convert it to polygons (GeoJSON with "people") or to west,south,east,north,people',
      code: 'unknown-format',
    });
  const columns = head.split(',').map((word) => word.trim().toLowerCase());
  const places = COLUMNS.map((column) => columns.indexOf(column));
  if (places.includes(-1))
    throw new UserError(`${name} has the columns "${head.slice(0, 80)}"`, {
      cure: `give ${COLUMNS.join(', ')}`,
      code: 'invalid-population',
    });
  return rows.flatMap((row, at) => {
    if (row.trim() === '') return [];
    const fields = row.split(',');
    const values = places.map((place) => (fields[place]?.trim() ? Number(fields[place]) : Number.NaN));
    const [west, south, east, north, people] = values as [number, number, number, number, number];
    if (values.every(Number.isFinite) && west < east && south < north && people >= 0) {
      const ring = [
        [west, south],
        [east, south],
        [east, north],
        [west, north],
        [west, south],
      ] as const;
      return [{ ring, people }];
    }
    throw new UserError(`${name}: row ${at + 2} is "${row.slice(0, 80)}"`, {
      cure: `give ${COLUMNS.join(', ')} as numbers, west before east and south before north`,
      code: 'invalid-population',
    });
  });
}

const COLUMNS = ['west', 'south', 'east', 'north', 'people'] as const;
