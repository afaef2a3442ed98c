import type { RowView, TableView } from '@parley/model';
import { SidePanel } from '../controls/side-panel.tsx';
import { Name, nameText, StanceChip } from '../controls/words.tsx';
import { IssueMapLink, OptionMapLink } from '../maps/map-link.tsx';
import { Link } from '../router/link.tsx';
import { useCasePlace } from '../router/use-case-place.ts';
import { t } from '../strings/strings.ts';

/** What the two counts of an issue rest on: every option with who holds what of it. */
export function IssuePanel({ table, row }: { table: TableView; row: RowView }) {
  const { change, hrefTo } = useCasePlace();
  const cells = table.cells.filter(({ issueId }) => issueId === row.id);
  const { options, rejectedByNone, acceptableToAll } = row.convergence;
  return (
    <SidePanel
      subject={row.id}
      title={nameText(row.name)}
      below={`${t('table.rejectedByNone', { some: rejectedByNone, all: options })} · ${t('table.acceptableToAll', { some: acceptableToAll })}`}
      onClose={() => change({ issue: undefined })}
    >
      <p className="sub">{t('issue.countsMean')}</p>
      <IssueMapLink issueId={row.id} />
      {row.options.length === 0 && <p className="nothing">{t('issue.noOptions')}</p>}
      {row.options.map((option) => (
        <section key={option.id} className="held">
          <h3 className="said">
            <Name label={option.name} />
          </h3>
          <OptionMapLink issueId={row.id} optionId={option.id} />
          <ul className="plain">
            {table.columns.map((column) => {
              const stances =
                cells.find(({ partyId }) => partyId === column.id)?.stances.filter(({ optionId }) => optionId === option.id) ?? [];
              return (
                <li key={column.id}>
                  <Link to={hrefTo('table', { cell: { partyId: column.id, issueId: row.id } })}>
                    <Name label={column.name} />
                  </Link>{' '}
                  {stances.length === 0 ? (
                    <span className="nothing">{t('table.nothingStated')}</span>
                  ) : (
                    stances.map((stance) => <StanceChip key={stance.positions.join()} stance={stance.stance} />)
                  )}
                </li>
              );
            })}
          </ul>
        </section>
      ))}
    </SidePanel>
  );
}
