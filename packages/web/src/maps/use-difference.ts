import { useMapDifference } from '../api/map-queries.ts';
import type { MapLayer } from './map-layers.ts';
import { zoneIds } from './zones-of.ts';

/** What two maps have in common and not, as zones; null until it is reckoned, and where one of them has no zone. */
export function useDifference(pair: readonly [MapLayer, MapLayer] | null) {
  const [first, second] = (pair ?? []).map(zoneIds);
  const canAsk = first !== undefined && second !== undefined && first.length > 0 && second.length > 0;
  const { data, isPlaceholderData } = useMapDifference(canAsk ? { first: { featureIds: first }, second: { featureIds: second } } : null);
  return canAsk && data && !isPlaceholderData ? data : null;
}
