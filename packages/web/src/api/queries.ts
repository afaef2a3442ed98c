import { keepPreviousData, QueryClient, type UseQueryResult, useQueries, useQuery } from '@tanstack/react-query';
import { useCasePlace } from '../router/use-case-place.ts';
import { api } from './client.ts';
import { ApiProblem } from './problem.ts';
import type {
  BetweenMaps,
  CompareMaps,
  ContestedMaps,
  DifferenceOfMaps,
  Kept,
  Kind,
  MapFeatureCollection,
  MapGeometry,
  PhaseMaps,
  ShiftMaps,
  StabilityConcept,
} from './types.ts';

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

/** At most so many features are asked for at a time: their ids stand in the address. */
const IDS_AT_A_TIME = 100;

/** The coordinates of features by their ids, asked for layer by layer, so that a further one does not fetch the others again. */
export function useMapShapes(layers: readonly { readonly key: string; readonly ids: readonly string[] }[]) {
  const { caseId, asOf } = useCasePlace();
  const parts = layers.flatMap(({ key, ids }) =>
    Array.from({ length: Math.ceil(ids.length / IDS_AT_A_TIME) }, (_, at) => ({
      key,
      ids: ids.slice(at * IDS_AT_A_TIME, (at + 1) * IDS_AT_A_TIME),
    })),
  );
  return useQueries({
    queries: parts.map(({ key, ids }) => ({
      queryKey: ['case', caseId, 'mapShapes', key, ids, asOf],
      queryFn: () => api.mapShapes(caseId, asOf, ids),
    })),
    combine: shapesById,
  });
}

function shapesById(results: readonly { readonly data?: MapFeatureCollection | undefined; readonly isFetching: boolean }[]) {
  const geometries = results.flatMap(({ data }) => data?.features ?? []).map(({ id, geometry }) => [id, geometry] as const);
  return { geometries: new Map<string, MapGeometry>(geometries), isLoading: results.some(({ data, isFetching }) => isFetching && !data) };
}

export function useMapFeature(id: string) {
  return useCaseQuery('mapFeature', [id], (caseId) => api.one(caseId, 'mapFeature', id));
}

export function useMapComparison(body: CompareMaps) {
  return useCaseQuery('compareMaps', [body], (caseId, asOf, signal) => api.compareMaps(caseId, asOf, body, signal()), body.maps.length > 0);
}

export function useMapDifference(body: DifferenceOfMaps | null) {
  return useCaseQuery(
    'differenceOfMaps',
    [body],
    (caseId, asOf, signal) => api.differenceOfMaps(caseId, asOf, body as DifferenceOfMaps, signal()),
    body !== null,
  );
}

export function useMapContested(body: ContestedMaps) {
  return useCaseQuery(
    'contestedMaps',
    [body],
    (caseId, asOf, signal) => api.contestedMaps(caseId, asOf, body, signal()),
    body.claims.length > 1,
  );
}

export function useMapPhases(body: PhaseMaps) {
  return useCaseQuery('phaseMaps', [body], (caseId, asOf, signal) => api.phaseMaps(caseId, asOf, body, signal()), body.phases.length > 0);
}

export function useMapShift(body: ShiftMaps | null) {
  return useCaseQuery(
    'shiftMaps',
    [body],
    (caseId, asOf, signal) => api.shiftMaps(caseId, asOf, body as ShiftMaps, signal()),
    body !== null,
  );
}

export function useMapBetween(body: BetweenMaps | null) {
  return useCaseQuery(
    'betweenMaps',
    [body],
    (caseId, asOf, signal) => api.betweenMaps(caseId, asOf, body as BetweenMaps, signal()),
    body !== null,
  );
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
