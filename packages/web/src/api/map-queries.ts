import { keepPreviousData, type QueryFunctionContext, useQueries, useQuery } from '@tanstack/react-query';
import { useCasePlace } from '../router/use-case-place.ts';
import { type AsOf, api } from './client.ts';
import { useMap } from './queries.ts';
import type {
  BetweenMaps,
  CompareMaps,
  ContestedMaps,
  DifferenceOfMaps,
  MapFeatureCollection,
  MapGeometry,
  PhaseMaps,
  ShiftMaps,
} from './types.ts';

// What is asked about features by their ids is asked anew when the maps change, and only after their list: a feature that
// was taken away in the meantime is asked for no more.

/** At most so many features are asked for at a time: their ids stand in the address. */
const IDS_AT_A_TIME = 100;

/** The coordinates of features by their ids, asked for layer by layer, so that a further one does not fetch the others again. */
export function useMapShapes(layers: readonly { readonly key: string; readonly ids: readonly string[] }[]) {
  const { caseId, asOf, version } = useMapVersion();
  const parts = layers.flatMap(({ key, ids }) =>
    Array.from({ length: Math.ceil(ids.length / IDS_AT_A_TIME) }, (_, at) => ({
      key,
      ids: ids.slice(at * IDS_AT_A_TIME, (at + 1) * IDS_AT_A_TIME),
    })),
  );
  return useQueries({
    queries: parts.map(({ key, ids }) => ({
      queryKey: ['maps', caseId, 'shapes', key, ids, asOf, version],
      queryFn: () => api.mapShapes(caseId, asOf, ids),
      enabled: version !== null,
      // Those of another layer do no harm: they are found by their ids.
      placeholderData: keepPreviousData,
    })),
    combine: shapesById,
  });
}

function shapesById(results: readonly { readonly data?: MapFeatureCollection | undefined; readonly isFetching: boolean }[]) {
  const geometries = results.flatMap(({ data }) => data?.features ?? []).map(({ id, geometry }) => [id, geometry] as const);
  return { geometries: new Map<string, MapGeometry>(geometries), isLoading: results.some(({ data, isFetching }) => isFetching && !data) };
}

/** A feature with its coordinates. */
export function useMapFeature(id: string) {
  return useMapQuery('feature', id, (caseId) => api.one(caseId, 'mapFeature', id));
}

export function useMapComparison(body: CompareMaps) {
  return useMapQuery('compare', body, (caseId, asOf, signal) => api.compareMaps(caseId, asOf, body, signal()), body.maps.length > 0);
}

/** The figures of one feature; those of another are no earlier picture of it. */
export function useFeatureFigures(body: CompareMaps) {
  return useMapQuery('figures', body, (caseId, asOf, signal) => api.compareMaps(caseId, asOf, body, signal()));
}

export function useMapDifference(body: DifferenceOfMaps | null) {
  return useMapQuery('difference', body, (caseId, asOf, signal) => api.differenceOfMaps(caseId, asOf, body as DifferenceOfMaps, signal()));
}

export function useMapContested(body: ContestedMaps) {
  return useMapQuery('contested', body, (caseId, asOf, signal) => api.contestedMaps(caseId, asOf, body, signal()), body.claims.length > 1);
}

export function useMapPhases(body: PhaseMaps) {
  return useMapQuery('phases', body, (caseId, asOf, signal) => api.phaseMaps(caseId, asOf, body, signal()), body.phases.length > 0);
}

export function useMapShift(body: ShiftMaps | null) {
  return useMapQuery('shift', body, (caseId, asOf, signal) => api.shiftMaps(caseId, asOf, body as ShiftMaps, signal()));
}

export function useMapBetween(body: BetweenMaps | null) {
  return useMapQuery('between', body, (caseId, asOf, signal) => api.betweenMaps(caseId, asOf, body as BetweenMaps, signal()));
}

/** Of these the answer to an earlier question is shown, dimmed, until the next is there; it says itself what it is of. */
const KEPT_MEANWHILE: readonly string[] = ['compare', 'contested', 'phases'];

/** Nothing is asked where the question is null. */
function useMapQuery<B, T>(
  name: string,
  question: B,
  ask: (caseId: string, asOf: AsOf, signal: () => AbortSignal) => Promise<T>,
  enabled = true,
) {
  const { caseId, asOf, version } = useMapVersion();
  return useQuery<T>({
    queryKey: ['maps', caseId, name, question, asOf, version],
    queryFn: (context: QueryFunctionContext) => ask(caseId, asOf, () => context.signal),
    enabled: enabled && question !== null && version !== null,
    placeholderData: (previous, query) => (isEarlier(query?.queryKey, [caseId, name, question]) ? previous : undefined),
  });
}

function isEarlier(previousKey: readonly unknown[] | undefined, [caseId, name, question]: readonly [string, string, unknown]): boolean {
  if (previousKey?.[1] !== caseId || previousKey[2] !== name) return false;
  return KEPT_MEANWHILE.includes(name) || JSON.stringify(previousKey[3]) === JSON.stringify(question);
}

const versions = new WeakMap<object, number>();
let latest = 0;

/** A number for the maps as they are now; null while it is not known what there is. */
function useMapVersion() {
  const { caseId, asOf } = useCasePlace();
  const { data, isPlaceholderData } = useMap();
  if (data && !versions.has(data)) versions.set(data, ++latest);
  return { caseId, asOf, version: data && !isPlaceholderData ? (versions.get(data) ?? null) : null };
}
