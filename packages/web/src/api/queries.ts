import { keepPreviousData, QueryClient, type UseQueryResult, useQuery } from '@tanstack/react-query';
import { useCasePlace } from '../router/use-case-place.ts';
import { api } from './client.ts';
import { ApiProblem } from './problem.ts';
import type { Kept, Kind, StabilityConcept } from './types.ts';

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

export function useCopies() {
  return useCaseQuery('copies', [], (caseId, asOf) => api.copies(caseId, asOf));
}

export function useUtterances() {
  return useCaseQuery('utterances', [], (caseId, asOf) => api.utterances(caseId, asOf));
}

export function useLexicon() {
  return useCaseQuery('lexicon', [], (caseId, asOf) => api.lexicon(caseId, asOf));
}

export function useLexiconOffers() {
  return useCaseQuery('offers', [], (caseId, asOf) => api.lexiconOffers(caseId, asOf));
}

export function useSearch(text: string) {
  return useCaseQuery('search', [text], (caseId, asOf) => api.search(caseId, text, asOf), text.trim().length > 1);
}

export function useBargain(ratify: string | undefined, enabled: boolean) {
  return useCaseQuery('bargain', [ratify ?? ''], (caseId, asOf, signal) => api.bargain(caseId, asOf, ratify, signal()), enabled);
}

export function useBargainOpenings(ratify: string | undefined) {
  return useCaseQuery('openings', [ratify ?? ''], (caseId, asOf, signal) => api.bargainOpenings(caseId, asOf, ratify, signal()));
}

export function useBargainQuestions(ratify: string | undefined) {
  return useCaseQuery('questions', [ratify ?? ''], (caseId, asOf, signal) => api.bargainQuestions(caseId, asOf, ratify, signal()));
}

export function useBargainExact() {
  return useCaseQuery('exact', [], (caseId, asOf, signal) => api.bargainExact(caseId, asOf, signal()));
}

export function useConflictStability(conflictId: string) {
  return useCaseQuery('stability', [conflictId], (caseId, asOf) => api.stability(caseId, conflictId, asOf));
}

export function useStateStory(conflictId: string, state: string, concept: StabilityConcept) {
  return useCaseQuery('story', [conflictId, state, concept], (caseId, asOf) => api.stateStory(caseId, conflictId, state, concept, asOf));
}

export function useExchange(id: string) {
  return useCaseQuery('exchange', [id], (caseId, asOf) => api.exchange(caseId, id, asOf), id !== '');
}

export function useExchangeLedger(id: string, scheduleId: string) {
  return useCaseQuery(
    'exchangeLedger',
    [id, scheduleId],
    (caseId, asOf) => api.exchangeLedger(caseId, id, scheduleId, asOf),
    id !== '' && scheduleId !== '',
  );
}

export function useMap() {
  return useCaseQuery('map', [], (caseId, asOf) => api.map(caseId, asOf));
}

export function useStateGuarantees(conflictId: string, state: string, concept: StabilityConcept) {
  return useCaseQuery('guarantees', [conflictId, state, concept], (caseId, asOf) =>
    api.stateGuarantees(caseId, conflictId, state, concept, asOf),
  );
}

export function useKind<K extends Kind>(kind: K): UseQueryResult<Kept<K>[]> {
  return useCaseQuery('kind', [kind], (caseId, asOf) => api.list(caseId, kind, asOf));
}

type AsOf = ReturnType<typeof useCasePlace>['asOf'];

/** What `ask` takes its signal for is stopped on the server too when nobody waits for it any more. */
function useCaseQuery<T>(
  name: string,
  key: readonly unknown[],
  ask: (caseId: string, asOf: AsOf, signal: () => AbortSignal) => Promise<T>,
  enabled = true,
) {
  const { caseId, asOf } = useCasePlace();
  return useQuery<T>({
    queryKey: ['case', caseId, name, ...key, asOf],
    queryFn: (context) => ask(caseId, asOf, () => context.signal),
    enabled: enabled && caseId !== '',
    // Another source or cell is no earlier picture of this one.
    placeholderData: (previous, query) => (sameSubject(query?.queryKey, caseId, name, key) ? previous : undefined),
  });
}

function sameSubject(previousKey: readonly unknown[] | undefined, caseId: string, name: string, key: readonly unknown[]): boolean {
  return name !== 'search' && JSON.stringify(previousKey?.slice(1, 3 + key.length)) === JSON.stringify([caseId, name, ...key]);
}
