import type { MapEntry } from '../api/types.ts';
import type { Layers, MapLayer } from './map-layers.ts';

/**
 * The maps that there were on a day: those of later dates are left out, but for features that are asked for by name. What has
 * no date, and what is dated by a month or year that had begun, is there. Null: all of them.
 */
export function mapsHeld(layers: Layers, day: string | null, named: ReadonlySet<string>): Layers {
  if (day === null) return layers;
  const isThere = ({ id, on }: MapEntry) => on == null || on <= day || named.has(id);
  const held = <L extends { readonly features: readonly MapEntry[] }>(list: readonly L[]): L[] =>
    list.map((layer) => ({ ...layer, features: layer.features.filter(isThere) })).filter(({ features }) => features.length > 0);
  const groups = layers.groups.map((group) => ({ ...group, layers: held(group.layers) })).filter((group) => group.layers.length > 0);
  const keys = new Set(groups.flatMap((group) => group.layers.map(({ key }) => key)));
  const amongThem = (layer: MapLayer): MapLayer => ({
    ...layer,
    replacedBy: layer.replacedBy.filter((key) => keys.has(key)),
    replaces: layer.replaces.filter((key) => keys.has(key)),
  });
  return { groups: groups.map((group) => ({ ...group, layers: group.layers.map(amongThem) })), ground: held(layers.ground) };
}
