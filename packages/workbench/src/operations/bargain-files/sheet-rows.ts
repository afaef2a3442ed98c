import { UserError } from '@parley/model';
import { CsvError, parse } from 'csv-parse/sync';
import { brokenFile } from './bargain-file.ts';

/** A row of a spreadsheet with the number that a person sees beside it. */
export interface SheetRow {
  readonly number: number;
  readonly cells: readonly string[];
}

/** The rows of a table as text, its columns parted by commas, semicolons or tabs; empty rows are left out. */
export function csvRows(text: string, fileName: string): SheetRow[] {
  const head = (/^[^\r\n]*/.exec(text)?.[0] ?? '').replace(/"[^"]*"/g, '');
  const delimiter = [';', '\t'].reduce((best, mark) => (head.split(mark).length > head.split(best).length ? mark : best), ',');
  try {
    const records = parse(text, { delimiter, relax_column_count: true, info: true, trim: true }) as unknown as {
      record: string[];
      info: { lines: number };
    }[];
    // Where columns are parted by semicolons, a comma stands before decimals.
    const cell = (words: string): string => (delimiter === ';' && /^-?\d+,\d+$/.test(words) ? words.replace(',', '.') : words);
    return filled(records.map(({ record, info }) => ({ number: info.lines, cells: record.map(cell).map(unmarked) })));
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    throw brokenFile(fileName, `is a broken table: ${error.message}`, error);
  }
}

/** The rows of the first sheet of a workbook that has any. */
export async function xlsxRows(bytes: Uint8Array, fileName: string): Promise<SheetRow[]> {
  if (declaredBytes(bytes) > MOST_BYTES)
    throw new UserError(`${fileName} unpacks to more than 100 MB, as no such table does`, {
      cure: 'save the table anew, alone, and give that; do not open the file if you do not know where it comes from',
      code: 'tooLarge',
    });
  const { default: readWorkbook } = await import('read-excel-file/node');
  try {
    const sheets = await readWorkbook(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength));
    const tables = sheets.map(({ data }) => filled(data.map((cells, at) => ({ number: at + 1, cells: cells.map(cellText) }))));
    return tables.find((rows) => rows.length > 0) ?? [];
  } catch (error) {
    throw new UserError(`${fileName} is a damaged workbook (${(error as Error).message})`, {
      cure: 'save it again as .xlsx or as CSV',
      cause: error,
    });
  }
}

/** Most that a workbook may come to when unpacked, in bytes. */
const MOST_BYTES = 100 * 1024 * 1024;

/** What the directory of a zip archive says that its files come to. */
function declaredBytes(bytes: Uint8Array): number {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let sum = 0;
  for (let at = 0; at + 46 <= bytes.length; at += 1)
    if (bytes[at] === 0x50 && view.getUint32(at, true) === 0x02014b50) sum += view.getUint32(at + 24, true);
  return sum;
}

function filled(rows: readonly SheetRow[]): SheetRow[] {
  return rows.filter(({ cells }) => cells.some((cell) => cell !== ''));
}

/** An apostrophe before a sign keeps a spreadsheet from taking text for a formula. */
function unmarked(cell: string): string {
  return /^'\s*[=+\-@]/.test(cell) ? cell.slice(1) : cell;
}

function cellText(cell: unknown): string {
  if (cell === null || cell === undefined) return '';
  return (cell instanceof Date ? cell.toISOString().slice(0, 10) : String(cell)).trim();
}
