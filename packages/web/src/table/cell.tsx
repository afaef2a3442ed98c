import type { CellView, RowView, StanceView, TableView } from '@parley/model';
import { DateText, Name, StanceChip } from '../controls/words.tsx';
import { t } from '../strings/strings.ts';
import { asGiven } from '../text/as-given.ts';
import { dayNumber, dayOfNumber, dayRange } from '../text/dates.ts';
import { Sparkline } from './sparkline.tsx';

interface CellProps {
  readonly cell: CellView | undefined;
  readonly row: RowView;
  readonly table: TableView;
  /** The names of factions by id. */
  readonly factions: ReadonlyMap<string, string>;
}

/** What one party says of one issue on the day: a line for each stance, and how it moved. */
export function Cell({ cell, row, table, factions }: CellProps) {
  if (cell === undefined) return <span className="nothing">{t('table.nothingStated')}</span>;
  const contested = cell.stances.some((stance) => stance.contested);
  const { movement } = cell;
  // Long after the last change the lines would be squeezed to nothing at their start.
  const lastDay = dayOfNumber(Math.min(dayNumber(table.heldOn), dayRange(table.days, table.heldOn).last));
  const given = cell.stances.map(({ from }) => from);
  return (
    <>
      {cell.stances.length === 0 && (
        <span className="nothing">{movement.firstStated ? t('table.nothingHeld') : t('table.nothingStated')}</span>
      )}
      {cell.stances.map((stance) => (
        <StanceLine
          key={`${stance.optionId} ${stance.stance} ${stance.voice} ${stance.factionId}`}
          stance={stance}
          row={row}
          factions={factions}
        />
      ))}
      <div className="cell-foot">
        <span>
          {contested && <b className="contested">{t('table.contested')}</b>}
          {movement.lastMoved ? (
            <span>
              {t('table.moved')} <DateText date={asGiven(movement.lastMoved, given)} />
            </span>
          ) : (
            movement.firstStated && (
              <span>
                {t('table.since')} <DateText date={asGiven(movement.firstStated, given)} />
              </span>
            )
          )}
          {cell.suggested > 0 && <span className="suggested-count">{t('table.suggested', { count: cell.suggested })}</span>}
        </span>
        {movement.lines.length > 0 && <Sparkline movement={movement} firstDay={table.days[0] ?? table.heldOn} lastDay={lastDay} />}
      </div>
    </>
  );
}

/** One stance: what, on which option, since when, by which voice, from how many independent sources. */
export function StanceLine({ stance, row, factions }: { stance: StanceView; row: RowView; factions: ReadonlyMap<string, string> }) {
  const option = row.options.find(({ id }) => id === stance.optionId);
  return (
    <div className={stance.contested ? 'stance-line is-contested' : 'stance-line'}>
      <StanceChip stance={stance.stance} />
      <span>
        <span className="said">{option ? <Name label={option.name} /> : stance.optionId}</span>{' '}
        <small className="stance-meta">
          <DateText date={stance.from} none={<span>{t('date.none')}</span>} /> <span>{t(`voice.${stance.voice}`)}</span>{' '}
          {stance.factionId && <bdi>{factions.get(stance.factionId) ?? stance.factionId}</bdi>}{' '}
          {stance.beyondMandate && <b className="contested">{t(`mandate.beyond.${stance.beyondMandate}`)}</b>}
        </small>
      </span>
      <abbr className="witnesses" title={t('table.witnesses', { count: stance.witnesses })}>
        {stance.witnesses}
      </abbr>
    </div>
  );
}
