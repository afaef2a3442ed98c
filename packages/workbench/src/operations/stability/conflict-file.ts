import { optionFormOfSheet, type ReadConflict, readConflict } from '@parley/methods';
import { UserError } from '@parley/model';
import { csvRows, xlsxRows } from '../bargain-files/sheet-rows.ts';

/**
 * The conflict in a file: JSON with states and moves or with an option form, or an option form as a spreadsheet (CSV
 * or XLSX). Throws a UserError that names the place at fault.
 */
export async function readConflictFile(bytes: Uint8Array, fileName: string): Promise<ReadConflict> {
  if (bytes[0] === 0x50 && bytes[1] === 0x4b) return ofRows(await xlsxRows(bytes, fileName));
  const text = new TextDecoder().decode(bytes);
  if (/^\s*[[{]/.test(text)) return readConflict(parsed(text, fileName));
  if (text.trim() === '') throw new UserError(`${fileName} is empty`, { cure: 'name a file with a conflict: docs/stability.md' });
  return ofRows(csvRows(text, fileName));
}

function ofRows(rows: Awaited<ReturnType<typeof xlsxRows>>): ReadConflict {
  return readConflict(optionFormOfSheet(rows.map(({ cells }) => cells)));
}

function parsed(text: string, fileName: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new UserError(`${fileName} is no JSON: ${(error as Error).message}`, { cure: 'correct it, or save it again', cause: error });
  }
}
