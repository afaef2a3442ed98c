import type { UseQueryResult } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { ApiProblem } from '../api/problem.ts';
import { t } from '../strings/strings.ts';

interface ReckonedProps<T> {
  readonly query: UseQueryResult<T>;
  readonly children: (result: T) => ReactNode;
}

/** An answer of the server, the old one dimmed while it works, or why there is none. */
export function Reckoned<T>({ query, children }: ReckonedProps<T>) {
  const { data, error, isPlaceholderData, fetchStatus } = query;
  if (error instanceof ApiProblem) {
    return (
      <p className="problem" role="alert">
        {error.message}. {error.cure}
      </p>
    );
  }
  if (data === undefined) return fetchStatus === 'fetching' ? <p className="working">{t('maps.working')}</p> : null;
  return (
    <div className={isPlaceholderData ? 'dimmed' : undefined} aria-busy={fetchStatus === 'fetching'}>
      {children(data)}
    </div>
  );
}
