export interface CellPlace {
  readonly row: number;
  readonly column: number;
}

/**
 * The cell that a key leads to from another in a table of `rows` by `columns`; null for keys that
 * lead nowhere. Arrows go by what the eye sees, so that in right-to-left layout the left arrow goes
 * to the next column.
 */
export function nextCell(
  { row, column }: CellPlace,
  { key, ctrlKey }: { key: string; ctrlKey: boolean },
  { rows, columns, rightToLeft }: { rows: number; columns: number; rightToLeft: boolean },
): CellPlace | null {
  const onward = rightToLeft ? 'ArrowLeft' : 'ArrowRight';
  const moves: Record<string, CellPlace> = {
    ArrowUp: { row: row - 1, column },
    ArrowDown: { row: row + 1, column },
    ArrowLeft: { row, column: column + (onward === 'ArrowLeft' ? 1 : -1) },
    ArrowRight: { row, column: column + (onward === 'ArrowRight' ? 1 : -1) },
    Home: { row: ctrlKey ? 0 : row, column: 0 },
    End: { row: ctrlKey ? rows - 1 : row, column: columns - 1 },
    PageUp: { row: 0, column },
    PageDown: { row: rows - 1, column },
  };
  const to = moves[key];
  if (to === undefined) return null;
  return { row: clamp(to.row, rows), column: clamp(to.column, columns) };
}

/** The order with the item at `from` moved one place on (`1`) or back (`-1`); the same order at the ends. */
export function movedBy(order: readonly string[], id: string, by: -1 | 1): string[] {
  const next = [...order];
  const from = next.indexOf(id);
  const to = from + by;
  if (from === -1 || to < 0 || to >= next.length) return next;
  next.splice(from, 1);
  next.splice(to, 0, id);
  return next;
}

function clamp(value: number, count: number): number {
  return Math.max(0, Math.min(count - 1, value));
}
