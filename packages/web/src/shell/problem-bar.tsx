import { Button } from '../controls/button.tsx';
import { problemShown } from '../state/changes.ts';
import { useStore } from '../state/store.ts';
import { t } from '../strings/strings.ts';
import { sentence } from '../text/sentence.ts';

/** What went wrong and the cure, above the view and not over it. */
export function ProblemBar() {
  const problem = useStore(problemShown);
  return (
    <div role="alert" className={problem ? 'problem-bar' : 'empty-alert'}>
      {problem && (
        <>
          <p>
            <b dir="auto">{sentence(problem.message)}</b> <span dir="auto">{sentence(problem.cure)}</span>
          </p>
          <Button look="quiet" onPress={() => problemShown.set(null)}>
            {t('problem.dismiss')}
          </Button>
        </>
      )}
    </div>
  );
}
