import { api } from '../api/client.ts';
import { useSummary, useTable } from '../api/queries.ts';
import { nameText, StanceChip } from '../controls/words.tsx';
import { Link } from '../router/link.tsx';
import { useCasePlace } from '../router/use-case-place.ts';
import { FirstSteps } from '../shell/first-steps.tsx';
import { record } from '../state/changes.ts';
import { t } from '../strings/strings.ts';
import { CellPanel } from './cell-panel.tsx';
import { IssuePanel } from './issue-panel.tsx';
import { movedBy } from './next-cell.ts';
import { TableGrid } from './table-grid.tsx';

const STANCES = ['demands', 'accepts', 'mayAccept', 'rejects', 'redLine'] as const;

/** The first view of a case: parties and third parties by issues, and beside it what a cell rests on. */
export function TableView() {
  const { caseId, query, hrefTo } = useCasePlace();
  const { data: table, isPlaceholderData } = useTable();
  const details = useSummary().data?.details;
  if (!table) return <p className="loading">{t('shell.loading')}</p>;
  const moveColumn = (partyId: string, by: -1 | 1) => {
    if (!details) return;
    const order = table.columns.map(({ id }) => id);
    const name = nameText(table.columns.find(({ id }) => id === partyId)?.name);
    void record(caseId, t('table.columnMoved', { name }), () =>
      api.put(caseId, 'case', 'case', { ...details, partyOrder: movedBy(order, partyId, by) }),
    );
  };
  const empty = table.columns.length === 0 || table.rows.length === 0;
  const row = table.rows.find(({ id }) => id === (query.cell?.issueId ?? query.issue));
  const column = table.columns.find(({ id }) => id === query.cell?.partyId);
  return (
    <>
      <section className={isPlaceholderData ? 'view dimmed' : 'view'} aria-busy={isPlaceholderData} aria-label={t('nav.table')}>
        <p className="view-caption">
          {t('table.caption.issues', { count: table.rows.length })},{' '}
          {t('table.caption.parties', { count: table.columns.filter(({ kind }) => kind === 'party').length })}
          {' · '}
          {t('table.caption.accepted', { count: table.counts.accepted })} {t('table.caption.sources', { count: table.counts.sources })}
          {table.counts.suggested > 0 && (
            <>
              {' · '}
              <Link to={hrefTo('record')}>{t('table.caption.toReview', { count: table.counts.suggested })}</Link>
            </>
          )}
        </p>
        <FirstSteps />
        {!empty && <TableGrid table={table} onMoveColumn={moveColumn} />}
        {!empty && (
          <div className="legend">
            {STANCES.map((stance) => (
              <StanceChip key={stance} stance={stance} />
            ))}
            <span>{t('table.legend')}</span>
          </div>
        )}
      </section>
      {row && column && <CellPanel table={table} row={row} column={column} />}
      {row && !query.cell && <IssuePanel table={table} row={row} />}
    </>
  );
}
