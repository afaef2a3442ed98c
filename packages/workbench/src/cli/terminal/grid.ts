import { padText, stringWidth, wrapText } from './string-width.ts';
import { type Emphasis, styled } from './style.ts';

/** One line of a cell, before it is broken to the width of its column. */
export interface GridLine {
  readonly text: string;
  readonly emphasis?: Emphasis;
  /** Columns to leave free before it. */
  readonly indent?: number;
}
export type GridCell = readonly GridLine[];

/** Columns between two cells. */
const GAP = 2;
/** The narrowest column that is still readable. */
const MIN_COLUMN = 16;

/**
 * Cells in columns, the first row as head under a rule, broken to a width of `width` columns.
 * Null where the columns would be too narrow to read.
 */
export function drawGrid(rows: readonly (readonly GridCell[])[], { width, colour }: { width: number; colour: boolean }): string[] | null {
  const widths = columnWidths(rows, width);
  if (widths === null) return null;
  const lines: string[] = [];
  rows.forEach((row, place) => {
    lines.push(...drawRow(row, widths, colour));
    if (place === 0) lines.push(widths.map((columns) => '─'.repeat(columns)).join(' '.repeat(GAP)));
    else if (place < rows.length - 1) lines.push('');
  });
  return lines;
}

function columnWidths(rows: readonly (readonly GridCell[])[], width: number): number[] | null {
  const count = Math.max(0, ...rows.map((row) => row.length));
  const natural = Array.from({ length: count }, (_, column) => Math.max(1, ...rows.map((row) => naturalWidth(row[column] ?? []))));
  const room = width - GAP * (count - 1);
  // The widest column gives way first, so that a narrow one is never broken to make room for a wide one.
  const widths = [...natural];
  let over = widths.reduce((sum, one) => sum + one, 0) - room;
  while (over > 0) {
    const widest = widths.indexOf(Math.max(...widths));
    if ((widths[widest] ?? 0) <= MIN_COLUMN) return null;
    widths[widest] = (widths[widest] ?? 0) - 1;
    over -= 1;
  }
  return widths;
}

function naturalWidth(cell: GridCell): number {
  return Math.max(0, ...cell.map(({ text, indent = 0 }) => stringWidth(text) + indent));
}

function drawRow(row: readonly GridCell[], widths: readonly number[], colour: boolean): string[] {
  const cells = widths.map((width, column) => drawCell(row[column] ?? [], width, colour));
  const height = Math.max(...cells.map((cell) => cell.length));
  return Array.from({ length: height }, (_, line) =>
    cells
      .map((cell, column) => cell[line] ?? ' '.repeat(widths[column] ?? 0))
      .join(' '.repeat(GAP))
      .trimEnd(),
  );
}

function drawCell(cell: GridCell, width: number, colour: boolean): string[] {
  return cell.flatMap(({ text, emphasis = 'plain', indent = 0 }) =>
    hangingLines(text, width, indent).map((line) => {
      const words = line.trimStart();
      const blank = line.length - words.length;
      return ' '.repeat(blank) + styled(words, emphasis, colour) + padText('', width - stringWidth(line));
    }),
  );
}

/** A text broken into lines after an indent, those after the first indented a little more. */
export function hangingLines(text: string, width: number, indent: number): string[] {
  if (stringWidth(text) <= width - indent) return [' '.repeat(indent) + text];
  return wrapText(text, width - indent - HANG).map((piece, place) => ' '.repeat(indent + (place === 0 ? 0 : HANG)) + piece);
}

const HANG = 2;
