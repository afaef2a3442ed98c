import type { MapLayer } from './map-layers.ts';

export type MapPair = readonly [MapLayer, MapLayer];

/**
 * The two maps that are put together: those named by their keys, else the first two of different parties, else the first
 * two. Null where there are not two.
 */
export function mapPair(offered: readonly MapLayer[], firstKey: string | undefined, secondKey: string | undefined): MapPair | null {
  const first = offered.find(({ key }) => key === firstKey) ?? offered.find(({ key }) => key !== secondKey);
  const others = offered.filter((layer) => layer !== first);
  const second = others.find(({ key }) => key === secondKey) ?? others.find(({ partyId }) => partyId !== first?.partyId) ?? others[0];
  return first && second ? [first, second] : null;
}
