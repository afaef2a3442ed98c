import type { UseQueryResult } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { queryClient } from '../api/queries.ts';
import { Button } from '../controls/button.tsx';
import { useCasePlace } from '../router/use-case-place.ts';
import { t } from '../strings/strings.ts';

/** As long as the server looks. */
const BUDGET_MS = 10_000;
const TOLD_EVERY_MS = 250;

interface WorkingProps {
  /** The query as it is known to the store of queries. */
  readonly name: 'bargain' | 'openings' | 'questions' | 'exact';
  readonly query: UseQueryResult<unknown>;
}

/** How far long work is, and the way to stop it; once stopped, the way to begin anew. */
export function Working({ name, query: { fetchStatus, refetch } }: WorkingProps) {
  const { caseId } = useCasePlace();
  const isWorking = fetchStatus === 'fetching';
  const [elapsedMs, setElapsedMs] = useState(0);
  useEffect(() => {
    if (!isWorking) return;
    const start = performance.now();
    setElapsedMs(0);
    const timer = setInterval(() => setElapsedMs(performance.now() - start), TOLD_EVERY_MS);
    return () => clearInterval(timer);
  }, [isWorking]);
  if (!isWorking) {
    return (
      <p>
        {t('bargain.stopped')} <Button onPress={() => void refetch()}>{t('bargain.lookAgain')}</Button>
      </p>
    );
  }
  return (
    <div className="planning" role="status">
      <span className="loading">{t('bargain.working')}</span>
      <progress max={BUDGET_MS} value={elapsedMs} aria-label={t('bargain.working')} />
      <Button onPress={() => void queryClient.cancelQueries({ queryKey: ['case', caseId, name] })}>{t('form.cancel')}</Button>
    </div>
  );
}
