import type { MapLayer } from './map-layers.ts';

/** The zones of a map; lines and places have no area to compare. */
export function zoneIds({ features }: Pick<MapLayer, 'features'>): string[] {
  return features.filter(({ shape }) => shape === 'zone').map(({ id }) => id);
}

/** The lines of a map. */
export function lineIds({ features }: Pick<MapLayer, 'features'>): string[] {
  return features.filter(({ shape }) => shape === 'line').map(({ id }) => id);
}
