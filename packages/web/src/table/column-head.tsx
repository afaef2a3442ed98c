import type { ColumnView, MandateView, TableView } from '@parley/model';
import { Button } from '../controls/button.tsx';
import { DateText, Name, nameText } from '../controls/words.tsx';
import { Link } from '../router/link.tsx';
import { currentAddress } from '../router/location.ts';
import { useCasePlace } from '../router/use-case-place.ts';
import { t } from '../strings/strings.ts';

interface ColumnHeadProps {
  readonly column: ColumnView;
  readonly table: TableView;
  readonly onMove: (by: -1 | 1) => void;
}

/** A party or third party with what its delegation may decide, and the buttons that move its column. */
export function ColumnHead({ column, table, onMove }: ColumnHeadProps) {
  const place = table.columns.indexOf(column);
  const name = nameText(column.name);
  return (
    <th scope="col" className={column.kind}>
      <span className="column-name">
        <Name label={column.name} />
        <span className="column-moves">
          <Button look="quiet" aria-label={t('table.moveBack', { name })} isDisabled={place === 0} onPress={() => onMove(-1)}>
            <span className="arrow-back" aria-hidden="true" />
          </Button>
          <Button
            look="quiet"
            aria-label={t('table.moveOn', { name })}
            isDisabled={place === table.columns.length - 1}
            onPress={() => onMove(1)}
          >
            <span className="arrow-on" aria-hidden="true" />
          </Button>
        </span>
      </span>
      {column.kind === 'thirdParty' && <small>{t('party.third')}</small>}
      {column.mandates.map((mandate) => (
        <Mandate key={mandate.mandateId} mandate={mandate} table={table} />
      ))}
    </th>
  );
}

function Mandate({ mandate, table }: { mandate: MandateView; table: TableView }) {
  const { hrefTo } = useCasePlace();
  const issueName = (id: string) => nameText(table.rows.find((row) => row.id === id)?.name) || id;
  const issues = mandate.mayDecide.map(({ issueId }) => issueName(issueId));
  const scope =
    issues.length === 0
      ? t('mandate.nothing')
      : issues.length <= 2
        ? t('mandate.mayDecide', { issues: issues.join(', ') })
        : t('mandate.mayDecideSome', { some: issues.length, all: table.rows.length });
  return (
    <small className={`mandate ${mandate.state}`}>
      <Link
        to={hrefTo('record', { statement: mandate.evidence[0] ?? '', from: currentAddress() })}
        title={`${issues.join(', ') || t('mandate.nothing')}. ${t('mandate.opens')} (${t('table.witnessCount', { count: mandate.evidence.length })})`}
      >
        <Name label={mandate.delegation} />: {scope}
      </Link>
      {mandate.to && (
        <span className={mandate.state === 'expired' ? 'contested' : undefined}>
          {' '}
          {t(mandate.state === 'expired' ? 'mandate.expired' : 'mandate.until')} <DateText date={mandate.to} />
        </span>
      )}
      {mandate.state === 'notYet' && <span> {t('mandate.notYet')}</span>}
    </small>
  );
}
