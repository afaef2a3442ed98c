import { useEffect } from 'react';
import { api } from '../api/client.ts';
import { useSummary } from '../api/queries.ts';
import { navigate } from '../router/location.ts';
import { useCasePlace } from '../router/use-case-place.ts';
import { showProblem } from '../state/changes.ts';
import { t } from '../strings/strings.ts';
import { ReadingView } from './reading-view.tsx';
import { SourceList } from './source-list.tsx';

/** The sources of a case, or one of them to read and review. */
export default function RecordView() {
  const { route, query } = useCasePlace();
  const sourceId = 'sourceId' in route ? route.sourceId : undefined;
  const loaded = useSummary().data !== undefined;
  if (sourceId === undefined && query.statement !== undefined) return <FindSource statementId={query.statement} />;
  if (sourceId !== undefined) return <ReadingView key={sourceId} sourceId={sourceId} />;
  return loaded ? <SourceList /> : <p className="loading">{t('shell.loading')}</p>;
}

/** Goes on to the source of a statement, for links that know the statement only. */
function FindSource({ statementId }: { statementId: string }) {
  const { caseId, query, hrefTo } = useCasePlace();
  const from = query.from;
  useEffect(() => {
    api.one(caseId, 'statement', statementId).then(
      ({ body }) => navigate(hrefTo('record', { statement: statementId, ...(from && { from }) }, body.sourceId), { replace: true }),
      (error: unknown) => {
        showProblem(error);
        navigate(hrefTo('record'), { replace: true });
      },
    );
  });
  return <p className="loading">{t('shell.loading')}</p>;
}
