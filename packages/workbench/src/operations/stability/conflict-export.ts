import { optionSheet, optionTable, type ReadConflict } from '@parley/methods';
import { UserError } from '@parley/model';
import { csvCell } from '../export/csv-table.ts';

/** The most states that are written as columns of a table. */
const MOST_COLUMNS = 1024;

/**
 * The option form of a conflict for another program: its rules as CSV (`csv`) or JSON, or the table as the field draws
 * it, as CSV (`table`); each can be read again. Throws a UserError where the conflict has none.
 */
export function conflictExport({ conflict, form }: ReadConflict, as: 'csv' | 'json' | 'table'): string {
  if (!('options' in form)) {
    throw new UserError('the conflict has states and moves given directly, and no option form', {
      cure: 'name a file whose deciders have options',
    });
  }
  if (as === 'json') return `${JSON.stringify(form.options, null, 2)}\n`;
  if (as === 'table' && conflict.stateCount > MOST_COLUMNS) {
    throw new UserError(`a table of ${conflict.stateCount} states is too wide; the limit is ${MOST_COLUMNS}`, {
      cure: 'write it --as csv',
    });
  }
  const rows = as === 'csv' ? optionSheet(form.options) : optionTable(conflict);
  return `${rows.map((row) => row.map(csvCell).join(',')).join('\r\n')}\r\n`;
}
