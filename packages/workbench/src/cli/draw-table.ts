import { type CaseRecord, type CellView, type ColumnView, labelText, type RowView, type StanceView, type TableView } from '@parley/model';
import { factionName } from '../operations/party-name.ts';
import { drawGrid, type GridCell, type GridLine, hangingLines } from './terminal/grid.ts';
import { plainText } from './terminal/string-width.ts';
import { styled } from './terminal/style.ts';
import { STANCE_WORDS } from './words.ts';

interface Drawing {
  /** Columns of the terminal. */
  readonly width: number;
  readonly colour: boolean;
}

/** The table of parties by issues as lines for a terminal: as a grid where it fits, else issue by issue. */
export function drawTable(table: TableView, record: CaseRecord, drawing: Drawing): string[] {
  const cells = new Map(table.cells.map((cell) => [`${cell.partyId} ${cell.issueId}`, cell] as const));
  const cellOf = (column: ColumnView, row: RowView): GridCell => cellLines(cells.get(`${column.id} ${row.id}`), row, record);
  const grid = drawGrid(
    [
      [[{ text: 'Issue', emphasis: 'quiet' }], ...table.columns.map(columnHead)],
      ...table.rows.map((row) => [rowHead(row), ...table.columns.map((column) => cellOf(column, row))]),
    ],
    drawing,
  );
  return grid ?? drawList(table, cellOf, drawing);
}

function drawList(table: TableView, cellOf: (column: ColumnView, row: RowView) => GridCell, { width, colour }: Drawing): string[] {
  const indented = (lines: GridCell, by: number): string[] =>
    lines.flatMap(({ text, emphasis = 'plain', indent = 0 }) =>
      hangingLines(text, width, by + indent).map((line) => styled(line, emphasis, colour)),
    );
  return table.rows.flatMap((row, place) => [
    ...(place === 0 ? [] : ['']),
    ...indented(rowHead(row), 0),
    ...table.columns.flatMap((column) => {
      const cell = cellOf(column, row);
      return cell.length === 0 ? [] : [...indented(columnHead(column), 2), ...indented(cell, 4)];
    }),
  ]);
}

function columnHead(column: ColumnView): GridLine[] {
  const lines: GridLine[] = [{ text: nameText(column.name), emphasis: 'firm' }];
  if (column.kind === 'thirdParty') lines.push({ text: 'third party', emphasis: 'quiet' });
  for (const { state, to } of column.mandates) {
    if (state === 'expired') lines.push({ text: `mandate expired${to === null ? '' : ` ${to}`}`, emphasis: 'conflict' });
    else if (state === 'inForce') lines.push({ text: `mandate in force${to === null ? '' : ` to ${to}`}`, emphasis: 'quiet' });
    else lines.push({ text: 'mandate not yet in force', emphasis: 'quiet' });
  }
  return lines;
}

function rowHead({ name, options, convergence }: RowView): GridLine[] {
  const { rejectedByNone, acceptableToAll } = convergence;
  const head: GridLine[] = [{ text: nameText(name), emphasis: 'firm' }];
  if (options.length === 0) return [...head, { text: 'no options yet', emphasis: 'quiet' }];
  return [
    ...head,
    { text: options.length === 1 ? '1 option' : `${options.length} options`, emphasis: 'quiet' },
    { text: `${rejectedByNone} rejected by none`, emphasis: 'quiet', indent: 2 },
    { text: `${acceptableToAll} acceptable to all`, emphasis: 'quiet', indent: 2 },
  ];
}

function cellLines(cell: CellView | undefined, row: RowView, record: CaseRecord): GridLine[] {
  if (cell === undefined) return [];
  const lines: GridLine[] = cell.stances.flatMap((stance) => stanceLines(stance, row, factionName(record, cell.partyId, stance.factionId)));
  if (cell.movement.lastMoved !== null) lines.push({ text: `last moved ${cell.movement.lastMoved}`, emphasis: 'quiet' });
  if (cell.suggested > 0) lines.push({ text: `${cell.suggested} suggested, to review`, emphasis: 'suggested' });
  return lines;
}

function stanceLines(view: StanceView, row: RowView, faction: string | null): GridLine[] {
  const { optionId, stance, voice, from, witnesses, contested, beyondMandate } = view;
  const option = row.options.find(({ id }) => id === optionId);
  const firm = stance === 'demands' || stance === 'redLine';
  const sources = `${witnesses} ${witnesses === 1 ? 'source' : 'sources'}`;
  const lines: GridLine[] = [
    { text: `${STANCE_WORDS[stance]}: ${option === undefined ? optionId : nameText(option.name)}`, emphasis: firm ? 'firm' : 'plain' },
    {
      text: [...(faction === null ? [] : [plainText(faction)]), from ?? 'undated', voice, sources].join(', '),
      emphasis: 'quiet',
      indent: 2,
    },
  ];
  if (contested) lines.push({ text: 'contested', emphasis: 'conflict', indent: 2 });
  if (beyondMandate === 'expired') lines.push({ text: 'beyond mandate: it has expired', emphasis: 'conflict', indent: 2 });
  if (beyondMandate === 'notCovered') lines.push({ text: 'beyond mandate: not covered', emphasis: 'conflict', indent: 2 });
  return lines;
}

function nameText(label: Parameters<typeof labelText>[0]): string {
  return plainText(labelText(label));
}
