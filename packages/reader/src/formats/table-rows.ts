import { UserError } from '@parley/model';
import { readCsvRows } from './csv.ts';
import { decode } from './decode.ts';
import { readSheetRows } from './xlsx.ts';

/**
 * The cells of a table as text, row by row: of a CSV file, or of the first sheet with anything in it of a workbook.
 * Throws a UserError for a damaged file and for one without rows.
 */
export async function readTableRows(bytes: Uint8Array, { fileName }: { fileName: string }): Promise<string[][]> {
  const isWorkbook = bytes[0] === 0x50 && bytes[1] === 0x4b;
  const rows = isWorkbook ? await readSheetRows(bytes, fileName) : readCsvRows(decode({ bytes, name: fileName }), fileName);
  if (rows.length === 0) throw new UserError(`${fileName} has no rows`, { cure: 'give a table whose first row names its columns' });
  return rows;
}
