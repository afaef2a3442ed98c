import { useMemo } from 'react';
import { useKind, useMap } from '../api/queries.ts';
import type { MapEntry, PopulationEntry } from '../api/types.ts';
import { useCasePlace } from '../router/use-case-place.ts';
import { keysIn } from './listed-keys.ts';
import { isGround, type Layers, layersOf, type MapLayer } from './map-layers.ts';
import { mapsHeld } from './maps-held.ts';

export interface Maps {
  /** Every feature of the case, of whatever date. */
  readonly entries: readonly MapEntry[];
  readonly populations: readonly PopulationEntry[];
  readonly layers: Layers;
  /** Every map, in the order of the list. */
  readonly all: readonly MapLayer[];
  /** How many maps are of later dates than the day that the view holds for, and left out. */
  readonly later: number;
  /** The keys of the layers that are not shown. */
  readonly hidden: ReadonlySet<string>;
  /** The maps that are shown, and what of the ground is. */
  readonly shown: readonly MapLayer[];
  /** Only these features are shown, where a link named them; null: all. */
  readonly only: ReadonlySet<string> | null;
}

/** The maps of the case, and which of them the address shows. Undefined while they are being loaded. */
export function useMaps(): Maps | undefined {
  const { query, asOf } = useCasePlace();
  const data = useMap().data;
  const parties = useKind('party').data;
  const everyLayer = useMemo(
    () =>
      layersOf(
        data?.features ?? [],
        (parties ?? []).map(({ id }) => id),
      ),
    [data, parties],
  );
  const { heldOn } = asOf;
  const layers = useMemo(() => {
    const opened = /^(?:feature|edit|details):(.+)$/.exec(query.open ?? '')?.[1];
    return mapsHeld(everyLayer, heldOn ?? null, new Set([...keysIn(query.features), ...(opened ? [opened] : [])]));
  }, [everyLayer, heldOn, query.features, query.open]);
  return useMemo(() => {
    if (!data || !parties) return undefined;
    const hidden = new Set(keysIn(query.hidden));
    const only = query.features ? new Set(keysIn(query.features)) : null;
    const all = layers.groups.flatMap((group) => group.layers);
    const later = everyLayer.groups.flatMap((group) => group.layers).length - all.length;
    const isShown = ({ key, features }: MapLayer) => (only ? features.some(({ id }) => only.has(id)) : !hidden.has(key));
    return { entries: data.features, populations: data.populations, layers, all, later, hidden, shown: all.filter(isShown), only };
  }, [data, parties, everyLayer, layers, query.hidden, query.features]);
}

/** The features of the maps shown that are drawn, what lies on the ground first. */
export function drawnEntries({ layers, shown, hidden, only }: Maps): MapEntry[] {
  const ground = layers.ground.filter(({ key }) => !hidden.has(key)).flatMap(({ features }) => features);
  const claims = shown.flatMap(({ features }) => features).filter(({ id }) => only === null || only.has(id));
  return [...ground.filter((entry) => isGround(entry)), ...claims];
}

/** Every map, those that are shown before the others. */
export function shownFirst({ all, shown }: Maps): MapLayer[] {
  return [...shown, ...all.filter((layer) => !shown.includes(layer))];
}
