import type { RowView } from '@parley/model';
import { Name } from '../controls/words.tsx';
import { Link } from '../router/link.tsx';
import { useCasePlace } from '../router/use-case-place.ts';
import { t } from '../strings/strings.ts';

/** An issue: its kind, how many options, and how many of them nobody rejects and everybody accepts. */
export function RowHead({ row, open }: { row: RowView; open: boolean }) {
  const { hrefTo } = useCasePlace();
  const { options, rejectedByNone, acceptableToAll } = row.convergence;
  return (
    <th scope="row" className={open ? 'open' : undefined}>
      <Link to={hrefTo('table', { issue: row.id })} title={t('table.opensIssue')}>
        <Name label={row.name} />
      </Link>
      <small>
        {t(`issue.kind.${row.kind as 'choice'}`)} · {t('issue.options', { count: options })}
      </small>
      {options > 0 && (
        <small className="convergence">
          <span>{t('table.rejectedByNone', { some: rejectedByNone, all: options })}</span> ·{' '}
          <span>{t('table.acceptableToAll', { some: acceptableToAll })}</span>
        </small>
      )}
    </th>
  );
}
