import type { TableView } from '@parley/model';
import { type KeyboardEvent, useEffect, useMemo, useRef, useState } from 'react';
import { useKind } from '../api/queries.ts';
import { nameText } from '../controls/words.tsx';
import { useCasePlace } from '../router/use-case-place.ts';
import { direction, t } from '../strings/strings.ts';
import { Cell } from './cell.tsx';
import { ColumnHead } from './column-head.tsx';
import { type CellPlace, nextCell } from './next-cell.ts';
import { RowHead } from './row-head.tsx';

// A table whose cells are moved through by arrow keys is a grid to assistive technology (ARIA's grid pattern).
const GRID = { role: 'grid' };
const gridCell = (isOpen: boolean) => ({ role: 'gridcell', 'aria-selected': isOpen });

interface TableGridProps {
  readonly table: TableView;
  readonly onMoveColumn: (partyId: string, by: -1 | 1) => void;
}

/** Parties and third parties by issues. Arrow keys go from cell to cell, Enter opens one beside the table. */
export function TableGrid({ table, onMoveColumn }: TableGridProps) {
  const { query, change } = useCasePlace();
  const open = query.cell;
  const body = useRef<HTMLTableSectionElement>(null);
  const [at, setAt] = useState<CellPlace>(() => placeOf(table, open) ?? { row: 0, column: 0 });
  const factions = useFactionNames();
  const cells = useMemo(() => new Map(table.cells.map((cell) => [`${cell.partyId} ${cell.issueId}`, cell])), [table]);
  const focusCell = ({ row, column }: CellPlace) => body.current?.rows[row]?.cells[column + 1]?.focus();

  // Closing the panel gives the focus back to the cell that it was opened from.
  const openBefore = useRef(open);
  useEffect(() => {
    const closed = openBefore.current && !open ? placeOf(table, openBefore.current) : null;
    openBefore.current = open;
    if (closed && (document.activeElement === document.body || document.activeElement?.closest('.panel'))) {
      setAt(closed);
      focusCell(closed);
    }
  });

  // A column moves once the change is recorded; the focus goes along.
  const moving = useRef<{ partyId: string; issueId: string; from: number } | null>(null);
  useEffect(() => {
    const place = moving.current && placeOf(table, moving.current);
    if (!place || place.column === moving.current?.from) return;
    moving.current = null;
    setAt(place);
    focusCell(place);
  });

  // The panel takes room; what it is about stays in sight beside it.
  const openId = open && `${open.partyId} ${open.issueId}`;
  useEffect(() => {
    if (openId !== undefined) body.current?.querySelector('td.open')?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  }, [openId]);

  const press = (event: KeyboardEvent, place: CellPlace) => {
    const column = table.columns[place.column];
    const row = table.rows[place.row];
    if (!column || !row || event.altKey || event.metaKey) return;
    const to = nextCell(place, event, { rows: table.rows.length, columns: table.columns.length, rightToLeft: direction === 'rtl' });
    if (event.key === 'Enter' && event.target === event.currentTarget)
      change({ cell: { partyId: column.id, issueId: row.id }, issue: undefined });
    else if (to && event.shiftKey && to.row === place.row && to.column !== place.column) {
      moving.current = { partyId: column.id, issueId: row.id, from: place.column };
      onMoveColumn(column.id, to.column > place.column ? 1 : -1);
    } else if (to && !event.shiftKey) {
      setAt(to);
      focusCell(to);
    } else return;
    event.preventDefault();
    event.stopPropagation();
  };

  return (
    <table {...GRID} className="positions" aria-label={t('table.label')}>
      <thead>
        <tr>
          <th scope="col">{t('table.issue')}</th>
          {table.columns.map((column) => (
            <ColumnHead key={column.id} column={column} table={table} onMove={(by) => onMoveColumn(column.id, by)} />
          ))}
        </tr>
      </thead>
      <tbody ref={body}>
        {table.rows.map((row, rowIndex) => (
          <tr key={row.id}>
            <RowHead row={row} open={query.issue === row.id} />
            {table.columns.map((column, columnIndex) => {
              const isOpen = open?.partyId === column.id && open.issueId === row.id;
              const place = { row: rowIndex, column: columnIndex };
              return (
                <td
                  key={column.id}
                  {...gridCell(isOpen)}
                  className={isOpen ? 'open' : undefined}
                  title={t('table.opensCell', { party: nameText(column.name), issue: nameText(row.name) })}
                  tabIndex={at.row === rowIndex && at.column === columnIndex ? 0 : -1}
                  onFocus={() => setAt(place)}
                  onClick={() => change({ cell: { partyId: column.id, issueId: row.id }, issue: undefined })}
                  onKeyDown={(event) => press(event, place)}
                >
                  <Cell cell={cells.get(`${column.id} ${row.id}`)} row={row} table={table} factions={factions} />
                </td>
              );
            })}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** The names of all factions by their ids. */
export function useFactionNames(): ReadonlyMap<string, string> {
  const parties = useKind('party').data;
  return useMemo(
    () => new Map((parties ?? []).flatMap(({ body }) => body.factions.map((faction) => [faction.id, nameText(faction.name)] as const))),
    [parties],
  );
}

function placeOf(table: TableView, cell: { partyId: string; issueId: string } | undefined): CellPlace | null {
  if (!cell) return null;
  const column = table.columns.findIndex(({ id }) => id === cell.partyId);
  const row = table.rows.findIndex(({ id }) => id === cell.issueId);
  return row === -1 || column === -1 ? null : { row, column };
}
