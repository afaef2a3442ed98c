import { type CsvCell, csvCell } from '../../export/csv-table.ts';
import { docxDocument } from '../../office/docx-document.ts';
import { xlsxTable } from '../../office/xlsx-table.ts';

type TableFormat = 'csv' | 'xlsx' | 'docx';

interface TableOptions {
  readonly title: string;
  readonly sheetName: string;
  /** What stands under the table in a document; in a sheet it is in the rows. */
  readonly about: readonly string[];
  /** The columns that a page has room for; all where left out. */
  readonly columnsOnPage?: readonly string[];
  /** Begin CSV with a byte order mark, by which Excel knows UTF-8. */
  readonly bom?: boolean;
}

/** Rows, the names of the columns first, as a file. Text stays text: no spreadsheet takes it for a formula. */
export function tableFile(rows: readonly (readonly CsvCell[])[], format: TableFormat, options: TableOptions): string | Uint8Array {
  if (format === 'xlsx') return xlsxTable(rows, options.sheetName);
  if (format === 'docx') return tableDocument(rows, options);
  return `${options.bom ? '\ufeff' : ''}${rows.map((row) => `${row.map(csvCell).join(',')}\r\n`).join('')}`;
}

/** Twentieths of a point across A4 on its side, without margins. */
const PAGE_WIDTH = 14_500;

function tableDocument(rows: readonly (readonly CsvCell[])[], { title, about, columnsOnPage }: TableOptions): Uint8Array {
  const [head = []] = rows;
  const shown = [...head.keys()].filter((at) => columnsOnPage?.includes(String(head[at])) ?? true);
  const cells = rows.map((row) => shown.map((at) => cellText(row[at])));
  const widths = shown.map(() => Math.floor(PAGE_WIDTH / shown.length));
  const blocks = [{ heading: title }, { rows: cells, widths }, ...about.map((text) => ({ text }))];
  return docxDocument(blocks, { isLandscape: true });
}

function cellText(cell: CsvCell): string {
  return cell === null || cell === undefined ? '' : String(cell);
}
