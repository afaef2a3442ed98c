import { keepPreviousData, QueryClient, type UseQueryResult, useQuery } from '@tanstack/react-query';
import { useCasePlace } from '../router/use-case-place.ts';
import { api } from './client.ts';
import { ApiProblem } from './problem.ts';
import type { Kept, Kind } from './types.ts';

export const queryClient = new QueryClient({
  defaultOptions: {
    queries: {
      // The server tells of every change, so nothing grows stale by itself.
      staleTime: Number.POSITIVE_INFINITY,
      placeholderData: keepPreviousData,
      retry: (count, error) => error instanceof ApiProblem && error.status === 0 && count < 2,
      refetchOnWindowFocus: false,
    },
  },
});

/** Everything known of a case is asked for anew. */
export function refreshCase(caseId: string): Promise<void> {
  return queryClient.invalidateQueries({ queryKey: ['case', caseId] });
}

export function useCases() {
  return useQuery({ queryKey: ['cases'], queryFn: api.cases, staleTime: 0 });
}

export function useSummary() {
  return useCaseQuery('summary', [], (caseId, asOf) => api.summary(caseId, asOf));
}

export function useTable() {
  return useCaseQuery('table', [], (caseId, asOf) => api.table(caseId, asOf));
}

export function useCell(partyId: string, issueId: string) {
  return useCaseQuery('cell', [partyId, issueId], (caseId, asOf) => api.cell(caseId, partyId, issueId, asOf));
}

export function useSources() {
  return useCaseQuery('sources', [], (caseId, asOf) => api.sources(caseId, asOf));
}

export function useSource(sourceId: string) {
  return useCaseQuery('source', [sourceId], (caseId, asOf) => api.source(caseId, sourceId, asOf));
}

/** Accepted statements, the most recent first as the server gives them; at most 500, `total` says of how many. */
export function useAcceptedStatements() {
  return useCaseQuery('statements', ['accepted'], (caseId, asOf) => api.statements(caseId, asOf, { status: 'accepted', limit: 500 }));
}

export function useFigures() {
  return useCaseQuery('figures', [], (caseId, asOf) => api.figures(caseId, asOf));
}

export function useSearch(text: string) {
  return useCaseQuery('search', [text], (caseId, asOf) => api.search(caseId, text, asOf), text.trim().length > 1);
}

export function useKind<K extends Kind>(kind: K): UseQueryResult<Kept<K>[]> {
  return useCaseQuery('kind', [kind], (caseId, asOf) => api.list(caseId, kind, asOf));
}

type AsOf = ReturnType<typeof useCasePlace>['asOf'];

function useCaseQuery<T>(name: string, key: readonly unknown[], ask: (caseId: string, asOf: AsOf) => Promise<T>, enabled = true) {
  const { caseId, asOf } = useCasePlace();
  return useQuery<T>({
    queryKey: ['case', caseId, name, ...key, asOf],
    queryFn: () => ask(caseId, asOf),
    enabled: enabled && caseId !== '',
    // Another source or cell is no earlier picture of this one.
    placeholderData: (previous, query) => (sameSubject(query?.queryKey, caseId, name, key) ? previous : undefined),
  });
}

function sameSubject(previousKey: readonly unknown[] | undefined, caseId: string, name: string, key: readonly unknown[]): boolean {
  return name !== 'search' && JSON.stringify(previousKey?.slice(1, 3 + key.length)) === JSON.stringify([caseId, name, ...key]);
}
