import { api } from '../api/client.ts';
import type { StatementView } from '../api/types.ts';
import { Button } from '../controls/button.tsx';
import { Link } from '../router/link.tsx';
import { currentAddress } from '../router/location.ts';
import { useCasePlace } from '../router/use-case-place.ts';
import { record } from '../state/changes.ts';
import { t } from '../strings/strings.ts';
import { positionsOf } from './positions-of.ts';
import { shortWords } from './short-words.ts';

/** The decisions on a suggested statement beside the table; correcting it opens the source. */
export function SuggestedActions({ view }: { view: StatementView }) {
  const { caseId, hrefTo } = useCasePlace();
  const { statement, source } = view;
  const positions = positionsOf(statement, source.published);
  const accept = () =>
    record(caseId, t('decided.accepted', { words: shortWords(statement) }), () =>
      api.decide(caseId, view.id, { decision: 'accept', positions }),
    );
  const reject = () =>
    record(caseId, t('decided.rejected', { words: shortWords(statement) }), () => api.decide(caseId, view.id, { decision: 'reject' }));
  return (
    <div className="actions">
      <Button onPress={() => void accept()}>{t('statement.accept')}</Button>
      <Link className="button plain" to={hrefTo('record', { statement: view.id, open: 'correct', from: currentAddress() }, source.id)}>
        {t('statement.correct')}
      </Link>
      <Button onPress={() => void reject()}>{t('statement.reject')}</Button>
      {positions.length === 0 && <small>{t('statement.noStanceYet')}</small>}
    </div>
  );
}
