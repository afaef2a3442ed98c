import { Button } from '../controls/button.tsx';
import { useCasePlace } from '../router/use-case-place.ts';
import { statusLine, undoable, undoLatest } from '../state/changes.ts';
import { useStore } from '../state/store.ts';
import { t } from '../strings/strings.ts';

/** What was last done or undone, and the way to take it back. */
export function StatusLine({ caseId }: { caseId: string }) {
  const { query } = useCasePlace();
  const status = useStore(statusLine);
  const canUndo = useStore(undoable).some((change) => change.caseId === caseId);
  return (
    <div className="status-line">
      <span role="status" aria-live="polite" dir="auto">
        {status}
      </span>
      {query.knownAt && <span className="looking-back">{t('time.lookingBack')}</span>}
      {canUndo && (
        <Button look="quiet" keyHint="U" onPress={() => void undoLatest(caseId)}>
          {t('undo.button')}
        </Button>
      )}
    </div>
  );
}
