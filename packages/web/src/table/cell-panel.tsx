import type { ColumnView, RowView, StanceView, TableView } from '@parley/model';
import { lazy, Suspense, useMemo } from 'react';
import { useCell } from '../api/queries.ts';
import type { CellEvidence, StatementView } from '../api/types.ts';
import { SidePanel } from '../controls/side-panel.tsx';
import { Name, nameText, StanceChip } from '../controls/words.tsx';
import { OptionMapLink } from '../maps/map-link.tsx';
import { useCasePlace } from '../router/use-case-place.ts';
import { voiceOf } from '../statement/positions-of.ts';
import { StatementCard } from '../statement/statement-card.tsx';
import { SuggestedActions } from '../statement/suggested-actions.tsx';
import { t } from '../strings/strings.ts';
import { dateInWords } from '../text/dates.ts';
import { StanceLine } from './cell.tsx';
import { useFactionNames } from './table-grid.tsx';

const MovementPlot = lazy(() => import('./movement-plot.tsx'));

interface CellPanelProps {
  readonly table: TableView;
  readonly row: RowView;
  readonly column: ColumnView;
}

/** What a cell rests on: each stance with its statements, what was held before, what is still suggested. */
export function CellPanel({ table, row, column }: CellPanelProps) {
  const { change } = useCasePlace();
  const { data: evidence, isPlaceholderData } = useCell(column.id, row.id);
  const factions = useFactionNames();
  const cell = table.cells.find((one) => one.partyId === column.id && one.issueId === row.id);
  const points = cell?.movement.lines.reduce((sum, { points }) => sum + points.length, 0) ?? 0;
  const given = useMemo(() => evidence?.positions.map(({ position }) => position.from) ?? [], [evidence]);
  const { of, earlier, unbound } = arranged(evidence, cell?.stances ?? []);
  return (
    <SidePanel
      subject={`${column.id} ${row.id}`}
      title={t('cell.title', { party: nameText(column.name), issue: nameText(row.name) })}
      below={evidence && summaryOf(evidence)}
      onClose={() => change({ cell: undefined })}
    >
      <div className={isPlaceholderData ? 'dimmed' : undefined} aria-busy={isPlaceholderData}>
        {cell && points > 1 && (
          <Suspense fallback={<p className="loading">{t('shell.loading')}</p>}>
            <MovementPlot movement={cell.movement} row={row} lastDay={table.heldOn} given={given} />
          </Suspense>
        )}
        {(cell?.stances.length ?? 0) === 0 && <p className="nothing">{t('cell.nothing', { day: dateInWords(table.heldOn) })}</p>}
        {cell?.stances.map((stance) => (
          <section key={stance.positions.join()} className="held">
            <StanceLine stance={stance} row={row} factions={factions} />
            <OptionMapLink issueId={row.id} optionId={stance.optionId} />
            {of(stance).map((view) => (
              <StatementCard key={view.id} view={view} />
            ))}
          </section>
        ))}
        {evidence && evidence.suggested.length > 0 && (
          <section>
            <h3>{t('cell.suggested', { count: evidence.suggested.length })}</h3>
            {evidence.suggested.map((view) => (
              <StatementCard key={view.id} view={view} actions={<SuggestedActions view={view} />} />
            ))}
          </section>
        )}
        {earlier.length > 0 && (
          <details>
            <summary>{t('cell.earlier', { count: earlier.length })}</summary>
            {earlier.map(({ id, position, statements }) => (
              <section key={id} className="held">
                <p className="stance-line">
                  <StanceChip stance={position.stance} />
                  <span>
                    <OptionName row={row} id={position.optionId} />{' '}
                    <small className="stance-meta">
                      {[position.from, position.to]
                        .map((date) => date && dateInWords(date))
                        .filter(Boolean)
                        .join(' – ') || t('date.none')}
                    </small>
                  </span>
                </p>
                {statements.map((view) => (
                  <StatementCard key={view.id} view={view} />
                ))}
              </section>
            ))}
          </details>
        )}
        {unbound.length > 0 && (
          <section>
            <h3>{t('cell.unbound')}</h3>
            {unbound.map((view) => (
              <StatementCard key={view.id} view={view} />
            ))}
          </section>
        )}
      </div>
    </SidePanel>
  );
}

function OptionName({ row, id }: { row: RowView; id: string }) {
  const option = row.options.find((one) => one.id === id);
  return <span className="said">{option ? <Name label={option.name} /> : id}</span>;
}

function summaryOf({ accepted, suggested }: CellEvidence): string {
  const voices = new Map<string, number>();
  for (const { statement } of accepted) {
    const voice = t(`voice.${voiceOf(statement)}`);
    voices.set(voice, (voices.get(voice) ?? 0) + 1);
  }
  return [
    t('cell.accepted', { count: accepted.length }) +
      (suggested.length > 0 ? `, ${t('cell.suggestedCount', { count: suggested.length })}` : ''),
    [...voices].map(([voice, count]) => `${voice} ${count}`).join(', '),
  ]
    .filter(Boolean)
    .join(' · ');
}

/** The accepted statements by what they bear out: a stance now held, a position no longer held, nothing. */
function arranged(evidence: CellEvidence | undefined, stances: readonly StanceView[]) {
  const byId = new Map((evidence?.accepted ?? []).map((view) => [view.id, view]));
  const positions = evidence?.positions ?? [];
  const statementsOf = (ids: readonly string[]): StatementView[] => ids.flatMap((id) => byId.get(id) ?? []);
  const held = new Set(stances.flatMap((stance) => stance.positions));
  const bound = new Set(positions.flatMap(({ position }) => position.evidence));
  return {
    of: (stance: StanceView) =>
      statementsOf([...new Set(positions.filter(({ id }) => stance.positions.includes(id)).flatMap(({ position }) => position.evidence))]),
    earlier: positions
      .filter(({ id }) => !held.has(id))
      .map(({ id, position }) => ({ id, position, statements: statementsOf(position.evidence) }))
      .sort((a, b) => ((a.position.from ?? '') < (b.position.from ?? '') ? 1 : -1)),
    unbound: (evidence?.accepted ?? []).filter(({ id }) => !bound.has(id)),
  };
}
