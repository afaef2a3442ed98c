import { UserError } from '@parley/model';
import { CsvError, parse } from 'csv-parse/sync';
import type { FormatInput, FormatOutput } from '../extraction.ts';
import { decode } from './decode.ts';
import { type Row, reportRows } from './report-rows.ts';

/**
 * A table of reports as text, its columns parted by commas, semicolons or tabs; a report for each
 * row. Throws a UserError for a quotation mark that is not closed, and as `reportRows` does.
 */
export function readCsv(input: FormatInput): FormatOutput[] {
  return reportRows(rowsOf(decode(input), input.name), input.name);
}

/** The cells of a table as text, row by row. Throws a UserError as `readCsv` does. */
export function readCsvRows(text: string, name: string): string[][] {
  return rowsOf(text, name).map(({ cells }) => cells);
}

/** The mark that parts the columns: the one that the first row has most of, outside quotation marks. */
export function delimiterOf(text: string): string {
  const head = (/^[^\r\n]*/.exec(text)?.[0] ?? '').replace(/"[^"]*"/g, '');
  const count = (mark: string): number => head.split(mark).length;
  return [';', '\t'].reduce((best, mark) => (count(mark) > count(best) ? mark : best), ',');
}

function rowsOf(text: string, name: string): Row[] {
  try {
    const records = parse(text, {
      delimiter: delimiterOf(text),
      relax_column_count: true,
      skip_empty_lines: true,
      info: true,
    }) as unknown as {
      record: string[];
      info: { lines: number };
    }[];
    return records.map(({ record }, at) => ({ number: at + 1, cells: record }));
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    const line = typeof error.lines === 'number' ? ` on line ${error.lines}` : '';
    throw new UserError(`${name} is a broken table${line}: ${error.message}`, {
      cure: 'put text that holds quotation marks or line breaks in quotation marks, and double those within it; or save the table again as CSV',
      cause: error,
    });
  }
}
