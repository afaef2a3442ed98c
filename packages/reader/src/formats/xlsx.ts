import { UserError } from '@parley/model';
import type { FormatInput, FormatOutput } from '../extraction.ts';
import { columnsOf, type Row, reportRows } from './report-rows.ts';
import { openZip } from './zip.ts';

/**
 * A workbook of reports, a report for each row of the first sheet that has a column of text. Dates
 * in cells are taken as the days they show. Throws a UserError for a damaged workbook, and as
 * `reportRows` does.
 */
export async function readXlsx({ bytes, name }: FormatInput): Promise<FormatOutput[]> {
  unpackOnce(bytes, name);
  const sheets = await sheetsOf(bytes, name);
  const tables = sheets.map(({ sheet, data }) => ({
    sheet,
    rows: data.map((cells, at): Row => ({ number: at + 1, cells: cells.map(cellText) })),
  }));
  const named = tables.find(({ rows }) => columnsOf(rows[0]?.cells ?? []).text !== undefined);
  const table = named ?? tables.find(({ rows }) => rows.length > 0) ?? { sheet: '', rows: [] };
  const reports = reportRows(table.rows, table.sheet === '' ? name : `the sheet "${table.sheet}" of ${name}`);
  const others = tables.filter((one) => one !== table && one.rows.length > 0).map(({ sheet }) => `“${sheet.slice(0, 60)}”`);
  if (others.length > 0) reports[0]?.dropped.push(`the other sheets: ${others.join(', ')}`.slice(0, 500));
  return reports;
}

/** The cells of the first sheet that has any, as text. Throws a UserError for a damaged workbook. */
export async function readSheetRows(bytes: Uint8Array, name: string): Promise<string[][]> {
  unpackOnce(bytes, name);
  const sheets = await sheetsOf(bytes, name);
  return (sheets.find(({ data }) => data.length > 0)?.data ?? []).map((cells) => cells.map(cellText));
}

/** The library unpacks everything at once; what would not end well is refused before. */
function unpackOnce(bytes: Uint8Array, name: string): void {
  const zip = openZip(bytes, name);
  for (const path of zip.names) if (path.endsWith('.xml') || path.endsWith('.rels')) zip.read(path);
}

async function sheetsOf(bytes: Uint8Array, name: string) {
  const { default: readWorkbook } = await import('read-excel-file/node');
  try {
    return await readWorkbook(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength));
  } catch (error) {
    throw new UserError(`${name} is a damaged workbook (${(error as Error).message})`, {
      cure: 'save it again as .xlsx or as CSV',
      cause: error,
    });
  }
}

function cellText(cell: unknown): string {
  if (cell === null || cell === undefined) return '';
  return cell instanceof Date ? cell.toISOString().slice(0, 10) : String(cell);
}
