import { PUBLIC } from '@parley/model';
import { useSummary } from '../api/queries.ts';
import type { MapEntry, PopulationEntry } from '../api/types.ts';
import { nameText } from '../controls/words.tsx';
import { useSideNames } from '../exchange/use-side-names.ts';
import { t } from '../strings/strings.ts';
import { dateInWords } from '../text/dates.ts';
import { metersText } from './amounts.ts';
import type { MapLayer } from './map-layers.ts';

type Whose = Pick<MapEntry, 'partyId' | 'category'>;

/** Whose claim something is, in words: a map is never without it. */
export function useMapNames() {
  const nameOf = useSideNames();
  const partyName = (id: string | null | undefined): string => (id ? nameOf(id) : t('maps.ours'));
  /** "second map, phase 2"; "map" where neither is given. */
  const versionName = ({ version, phase, features }: Pick<MapLayer, 'version' | 'phase' | 'features'>): string =>
    [version ?? (phase === null ? aloneOr(features, t('maps.aMap')) : ''), phase === null ? '' : t('maps.phaseNumber', { number: phase })]
      .filter(Boolean)
      .join(', ');
  return {
    partyName,
    versionName,
    /** "Ilduvian Union: second map, phase 2". */
    layerName: (layer: MapLayer): string => t('maps.layerName', { party: partyName(layer.partyId), version: versionName(layer) }),
    /** "as Ilduvian Union draws it". */
    whose: ({ partyId, category }: Whose, ground: boolean): string =>
      ground
        ? t('maps.onTheGround', { category: t(`maps.category.${category ?? 'other'}`) })
        : t('maps.asDrawnBy', { party: partyName(partyId) }),
  };
}

/** A map of one feature that has no name of its own goes by that of the feature. */
function aloneOr(features: readonly MapEntry[], otherwise: string): string {
  const [only, ...others] = features;
  return (others.length === 0 && nameText(only?.name)) || otherwise;
}

/** When and how it was made and how far off it may be, as far as that is known. */
export function madeText({ on, madeHow, accuracyMeters }: Pick<MapEntry, 'on' | 'madeHow' | 'accuracyMeters'>): string {
  return [
    on ? t('maps.ofDay', { day: dateInWords(on) }) : t('date.none'),
    madeHow && t(`maps.made.${madeHow}`),
    accuracyMeters == null ? t('maps.noAccuracy') : t('maps.accuracy', { distance: metersText(accuracyMeters) }),
  ]
    .filter(Boolean)
    .join(' · ');
}

/** What a map's features have in common of that: each given once. */
export function madeTexts(features: readonly MapEntry[]): string[] {
  return [...new Set(features.map(madeText))];
}

/** "Census, 2017, before displacement": people are never shown without it. */
export function populationText({ name, year, beforeDisplacement }: Pick<PopulationEntry, 'name' | 'year' | 'beforeDisplacement'>): string {
  return t(beforeDisplacement ? 'maps.population.before' : 'maps.population.of', { name: nameText(name), year: String(year) });
}

/** The names of compartments, each once: "public, The team". */
export function useCompartmentNames(): (ids: readonly string[]) => string {
  const compartments = useSummary().data?.compartments ?? [];
  const names = new Map(compartments.map(({ id, compartment }) => [id, nameText(compartment.name)]));
  return (ids) => [...new Set(ids)].map((id) => (id === PUBLIC ? t('compartment.public') : (names.get(id) ?? id))).join(', ');
}
