import { useAcceptedStatements } from '../api/queries.ts';
import { Link } from '../router/link.tsx';
import { currentAddress } from '../router/location.ts';
import { useCasePlace } from '../router/use-case-place.ts';
import { t } from '../strings/strings.ts';
import { shortWords } from './short-words.ts';

/** The statements that something rests on, each to open where it stands in its source. */
export function EvidenceLinks({ ids }: { ids: readonly string[] }) {
  const { hrefTo } = useCasePlace();
  const statements = useAcceptedStatements().data?.statements ?? [];
  return ids.map((id) => {
    const view = statements.find((one) => one.id === id);
    if (view === undefined) return null;
    return (
      <Link
        key={id}
        className="evidence"
        to={hrefTo('record', { statement: id, from: currentAddress() }, view.statement.sourceId)}
        title={shortWords(view.statement)}
      >
        {t('stability.why')}
      </Link>
    );
  });
}
