import { useRef } from 'react';
import { useMapShapes } from '../api/map-queries.ts';
import type { MapEntry, MapGeometry } from '../api/types.ts';
import { nameText } from '../controls/words.tsx';
import type { Shape } from './canvas/types.ts';
import { measureText } from './feature-names.tsx';
import { GROUND_TONE, isGround, type MapLayer } from './map-layers.ts';
import { madeText, useMapNames } from './map-words.ts';
import type { Maps } from './use-maps.ts';

interface DrawnShapes {
  /** What is on the ground; it is in the others too. */
  readonly ground: readonly Shape[];
  readonly left: readonly Shape[];
  /** Beyond the handle of the swipe; undefined where there is none. */
  readonly right: readonly Shape[] | undefined;
  readonly isLoading: boolean;
}

/** What is drawn: the maps shown over each other, or of a pair the one on each side; what is on the ground lies on both. */
export function useShapes(maps: Maps, pair: readonly [MapLayer, MapLayer] | null): DrawnShapes {
  const { whose } = useMapNames();
  const ground = maps.layers.ground.filter(({ key }) => !maps.hidden.has(key));
  const claims = pair ?? maps.shown;
  const { geometries, isLoading } = useMapShapes(
    [...ground, ...claims].map(({ key, features }) => ({ key, ids: features.map(({ id }) => id) })),
  );
  const only = pair ? null : maps.only;
  const shapesOf = (layer: { readonly features: readonly MapEntry[]; readonly tone?: number }): Shape[] =>
    layer.features
      .filter(({ id }) => only === null || only.has(id) || layer.tone === undefined)
      .flatMap((entry) => {
        const geometry = geometries.get(entry.id);
        return geometry ? [shapeOf(geometry, entry, layer.tone ?? GROUND_TONE, describe(entry))] : [];
      });
  const describe = (entry: MapEntry) => [whose(entry, isGround(entry)), measureText(entry), madeText(entry)].filter(Boolean).join(' · ');
  const below = ground.flatMap(shapesOf);
  const left = [...below, ...(pair ? shapesOf(pair[0]) : maps.shown.flatMap(shapesOf))];
  const right = pair ? [...below, ...shapesOf(pair[1])] : undefined;
  return { ground: useSame(below), left: useSame(left), right: useSame(right), isLoading };
}

/** Shapes as they were last made: what stays the same object need not be worked out anew. */
const made = new WeakMap<object, Shape>();

function shapeOf(geometry: MapGeometry, entry: MapEntry, tone: number, description: string): Shape {
  const next: Shape = {
    id: entry.id,
    shape: entry.shape,
    coordinates: geometry.coordinates,
    label: nameText(entry.name),
    labelSource: entry.namedBy ?? undefined,
    contested: entry.contested,
    tone,
    description,
  };
  const kept = made.get(geometry);
  if (kept && (Object.keys(next) as (keyof Shape)[]).every((key) => kept[key] === next[key])) return kept;
  made.set(geometry, next);
  return next;
}

/** The same list as before where it has the same shapes. */
function useSame<T extends readonly Shape[] | undefined>(list: T): T {
  const last = useRef(list);
  const isSame = last.current?.length === list?.length && (list ?? []).every((shape, at) => shape === last.current?.[at]);
  if (!isSame) last.current = list;
  return last.current;
}
