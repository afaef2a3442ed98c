import { useState } from 'react';
import type { RecordedSource } from '../api/types.ts';
import { navigate } from '../router/location.ts';
import { useCasePlace } from '../router/use-case-place.ts';
import { record, statusLine } from '../state/changes.ts';
import { t } from '../strings/strings.ts';

/** Records a new source and opens it for review; says how much was found in it, or that it was there already. */
export function useAddSource() {
  const { caseId, hrefTo } = useCasePlace();
  const [isAdding, setIsAdding] = useState(false);
  const add = async (run: () => Promise<RecordedSource>): Promise<void> => {
    setIsAdding(true);
    const added = await record(caseId, t('report.addedPlain'), run);
    setIsAdding(false);
    if (added === null) return;
    statusLine.set(
      added.duplicateOf === null
        ? [
            t('report.added', {
              statements: t('report.statements', { count: added.suggested }),
              figures: t('report.figures', { count: added.figures }),
            }),
            ...(added.unread > 0 ? [t('report.unread', { count: added.unread })] : []),
            ...(added.similar.length > 0 ? [t('report.similar', { count: added.similar.length })] : []),
          ].join('; ')
        : t('report.duplicate'),
    );
    navigate(hrefTo('record', {}, added.sourceId));
  };
  return { add, isAdding };
}
