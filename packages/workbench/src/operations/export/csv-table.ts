/** A cell: text, a number, or nothing. */
export type CsvCell = string | number | boolean | null | undefined;

/**
 * Rows as CSV by RFC 4180: CRLF, quotes where they are needed, the names of the columns first.
 *
 * Text that a spreadsheet would take for a formula gets an apostrophe before it; numbers do not.
 */
export function csvTable<Row>(columns: readonly (readonly [name: string, cell: (row: Row) => CsvCell])[], rows: Iterable<Row>): string {
  const lines = [columns.map(([name]) => name).join(',')];
  for (const row of rows) lines.push(columns.map(([, cell]) => csvCell(cell(row))).join(','));
  return `${lines.join('\r\n')}\r\n`;
}

export function csvCell(value: CsvCell): string {
  if (value === null || value === undefined) return '';
  if (typeof value !== 'string') return String(value);
  // White space before the sign does not stop a spreadsheet (OWASP, "CSV Injection"); so all of it is looked past.
  const text = /^\s*[=+\-@＝＋－＠]|^[\t\r\n]/.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
