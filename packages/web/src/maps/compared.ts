import type { MapComparison } from '../api/types.ts';
import type { MapLayer } from './map-layers.ts';

/** A map of the comparison, as a row or column of its tables. */
export interface Compared {
  readonly layer: MapLayer;
  readonly isReference: boolean;
  readonly figures: MapComparison['maps'][number];
}

/** Each with the layer that it is of: the answer may be one to an earlier question. */
export function columnsOf({ reference, maps }: MapComparison, layers: readonly MapLayer[]): Compared[] {
  return [...(reference ? [reference] : []), ...maps].flatMap((figures) => {
    const layer = layers.find(({ features }) => features.some(({ id }) => id === figures.featureIds[0]));
    return layer ? [{ layer, isReference: figures === reference, figures }] : [];
  });
}
