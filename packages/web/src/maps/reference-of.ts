import type { MapLayer } from './map-layers.ts';

/** The map that the address names, the first where it names none; none where it says so. */
export function referenceOf(zones: readonly MapLayer[], key: string | undefined): MapLayer | undefined {
  if (key === 'none' || zones.length < 2) return undefined;
  return zones.find((layer) => layer.key === key) ?? zones[0];
}
