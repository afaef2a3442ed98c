import type { MapEntry } from '../api/types.ts';

/** The features of one party with one version and phase: one map, as it is chosen, drawn and compared. */
export interface MapLayer {
  readonly key: string;
  /** Null: the team's own. */
  readonly partyId: string | null;
  readonly version: string | null;
  readonly phase: number | null;
  readonly features: readonly MapEntry[];
  /** Tells it apart on the map by pattern and colour, 0 to 6. */
  readonly tone: number;
  /** The maps that replace some of its features, and those of which it replaces some. */
  readonly replacedBy: readonly string[];
  readonly replaces: readonly string[];
}

/** What is there on the ground, of one kind; nobody's claim. */
export interface GroundLayer {
  readonly key: string;
  readonly category: GroundCategory;
  readonly features: readonly MapEntry[];
}

export interface Layers {
  /** One group for each party that has a map, in the case's order, the team's own last. */
  readonly groups: readonly { readonly partyId: string | null; readonly layers: readonly MapLayer[] }[];
  readonly ground: readonly GroundLayer[];
}

const GROUND_CATEGORIES = ['municipality', 'camp', 'hospital', 'crossing', 'road'] as const;
type GroundCategory = (typeof GROUND_CATEGORIES)[number];

/** The looks of maps on the picture; the last of the eight is kept for what is nobody's claim. */
const TONES = 7;
export const GROUND_TONE = 7;

export function isGround({ category }: Pick<MapEntry, 'category'>): boolean {
  return GROUND_CATEGORIES.some((one) => one === category);
}

/** The features of a case as the list of maps shows them. `partyIds` gives the order of the parties. */
export function layersOf(entries: readonly MapEntry[], partyIds: readonly string[]): Layers {
  const claims = new Map<string, MapEntry[]>();
  for (const entry of entries) if (!isGround(entry)) claims.set(entry.mapKey, [...(claims.get(entry.mapKey) ?? []), entry]);
  const links = replacements(entries);
  const place = (id: string | null): number => {
    if (id === null) return partyIds.length + 1;
    const at = partyIds.indexOf(id);
    return at === -1 ? partyIds.length : at;
  };
  const layers = [...claims]
    .map(([key, features]) => ({ key, features, ...headOf(features), ...links(key) }))
    .sort((a, b) => place(a.partyId) - place(b.partyId) || compareLayers(a, b))
    .map((layer, at): MapLayer => ({ ...layer, tone: at % TONES }));
  const groups = [...new Set(layers.map(({ partyId }) => partyId))].map((partyId) => ({
    partyId,
    layers: layers.filter((layer) => layer.partyId === partyId),
  }));
  const ground = GROUND_CATEGORIES.map((category) => ({
    key: `ground:${category}`,
    category,
    features: entries.filter((entry) => entry.category === category),
  })).filter(({ features }) => features.length > 0);
  return { groups, ground };
}

function headOf(features: readonly MapEntry[]) {
  const [first] = features;
  return { partyId: first?.partyId ?? null, version: first?.version ?? null, phase: first?.phase ?? null };
}

type Head = Pick<MapLayer, 'version' | 'phase' | 'features'>;

/** By phase, then by date, then by the name of the version. */
function compareLayers(a: Head, b: Head): number {
  const [onA, onB] = [firstDate(a.features), firstDate(b.features)];
  return (a.phase ?? 0) - (b.phase ?? 0) || (onA < onB ? -1 : onA > onB ? 1 : 0) || (a.version ?? '').localeCompare(b.version ?? '', 'en');
}

function firstDate(features: readonly MapEntry[]): string {
  return features.flatMap(({ on }) => on ?? []).sort()[0] ?? '';
}

/** For the key of a map: which maps replace it, and which it replaces. */
function replacements(entries: readonly MapEntry[]) {
  const byId = new Map(entries.map((entry) => [entry.id, entry]));
  const pairs = entries.flatMap(({ mapKey, replacesId }) => {
    const old = replacesId === null ? undefined : byId.get(replacesId);
    return old && old.mapKey !== mapKey ? [{ by: mapKey, old: old.mapKey }] : [];
  });
  return (key: string) => ({
    replacedBy: [...new Set(pairs.filter(({ old }) => old === key).map(({ by }) => by))],
    replaces: [...new Set(pairs.filter(({ by }) => by === key).map(({ old }) => old))],
  });
}

/** The ids of features that another feature replaces. */
export function replacedIds(entries: readonly MapEntry[]): Set<string> {
  return new Set(entries.flatMap(({ replacesId }) => replacesId ?? []));
}
