import { api } from '../api/client.ts';
import type { Figure } from '../api/types.ts';
import { Button } from '../controls/button.tsx';
import { useCasePlace } from '../router/use-case-place.ts';
import { record } from '../state/changes.ts';
import { type StringKey, t } from '../strings/strings.ts';
import { figureInWords } from '../text/figure-words.ts';

const DECIDED = { accepted: 'decided.accepted', rejected: 'decided.rejected' } as const satisfies Record<string, StringKey>;

/** The decisions on a suggested figure; the status of a decided one. */
export function FigureActions({ id, figure }: { id: string; figure: Figure }) {
  const { caseId } = useCasePlace();
  if (figure.status !== 'suggested') return <span>{t(`status.${figure.status}`)}</span>;
  const words = `${figureInWords(figure)} ${figure.measure}`;
  const decide = (status: 'accepted' | 'rejected') =>
    record(caseId, t(DECIDED[status], { words }), () => api.put(caseId, 'figure', id, { ...figure, status }));
  return (
    <span className="row-actions">
      <span className="suggested-count">{t('status.suggested')}</span>
      <Button aria-label={t('figures.accept', { words })} onPress={() => void decide('accepted')}>
        {t('statement.accept')}
      </Button>
      <Button aria-label={t('figures.reject', { words })} onPress={() => void decide('rejected')}>
        {t('statement.reject')}
      </Button>
    </span>
  );
}
