import { type Label, labelText, type MapCategory, type MapShape } from '@parley/model';
import type { Line, Position, Zone } from '../geometry.ts';

/** A feature as it goes out: with what somebody who has only the file must know of it. */
export interface WrittenFeature {
  readonly id: string;
  readonly name: Label;
  readonly shape: MapShape;
  /** Of a MultiPolygon, a MultiLineString or a MultiPoint, as the shape says. */
  readonly coordinates: Zone | readonly Line[] | readonly Position[];
  /** Features with the same key are one map; null is the ground, which nobody claims. */
  readonly mapKey: string | null;
  readonly category?: MapCategory | undefined;
  readonly partyId?: string | undefined;
  readonly party?: string | undefined;
  readonly version?: string | undefined;
  readonly phase?: number | undefined;
  readonly on?: string | undefined;
  readonly accuracyMeters?: number | undefined;
  readonly madeHow?: string | undefined;
  /** The title of the source. */
  readonly source?: string | undefined;
  readonly pCode?: string | undefined;
  readonly contested?: boolean | undefined;
  readonly namedBy?: string | undefined;
  readonly replacesId?: string | undefined;
  readonly compartment: string;
}

/** Features, and what the file says of itself. */
export interface WrittenMap {
  readonly title: string;
  readonly features: readonly WrittenFeature[];
  /** The names of the compartments of all that went into it. */
  readonly compartments: readonly string[];
  /** What else there is to tell, one sentence each. */
  readonly told: readonly string[];
}

/** Stands on every map that goes out. */
export const MAP_IS_CLAIM = 'A map is a claim: it shows what its maker says, and not what is on the ground.';

/** What a feature is, by parts; longitudes run on where it crosses the antimeridian. */
export interface FeatureParts {
  readonly zone: Zone;
  readonly lines: readonly Line[];
  readonly places: readonly Position[];
}

export function partsOf({ shape, coordinates }: Pick<WrittenFeature, 'shape' | 'coordinates'>): FeatureParts {
  const none: FeatureParts = { zone: [], lines: [], places: [] };
  if (shape === 'zone') return { ...none, zone: coordinates as Zone };
  if (shape === 'line') return { ...none, lines: coordinates as readonly Line[] };
  return { ...none, places: coordinates as readonly Position[] };
}

/** The fields of a feature as one flat table row, without those that are not known. */
export function propertiesOf(feature: WrittenFeature): Record<string, string | number | boolean> {
  const { name, coordinates: _, mapKey: _key, ...fields } = feature;
  const names = Object.entries(name).map(([language, text]) => [`name:${language}`, text] as const);
  const all = { ...fields, name: labelText(name), ...(names.length > 1 ? Object.fromEntries(names) : {}) };
  const known = Object.entries(all).flatMap(([field, value]) =>
    value === undefined ? [] : [[field, typeof value === 'string' ? plainText(value) : value] as const],
  );
  return Object.fromEntries(known);
}

/** The features of each map in the order given, the ground last. */
export function mapsOf(
  features: readonly WrittenFeature[],
): { readonly key: string | null; readonly features: readonly WrittenFeature[] }[] {
  const byKey = Map.groupBy(features, ({ mapKey }) => mapKey);
  const maps = [...byKey].map(([key, members]) => ({ key, features: members }));
  return [...maps.filter(({ key }) => key !== null), ...maps.filter(({ key }) => key === null)];
}

/** Whose map it is, which, and of which phase. */
export function mapName(features: readonly WrittenFeature[]): string {
  const [first] = features;
  if (first === undefined || first.mapKey === null) return 'The ground';
  const { party, version, phase } = first;
  const parts = [party ?? 'Drawn for no party', version, phase === undefined ? undefined : `phase ${phase}`];
  return plainText(parts.filter((part) => part !== undefined).join(', '));
}

/** How a map was made: dates, accuracy, way and sources, each value once. */
export function mapOrigin(features: readonly WrittenFeature[]): string {
  const each = (value: (feature: WrittenFeature) => string | undefined): string[] => [
    ...new Set(features.map(value).filter((text) => text !== undefined)),
  ];
  const dates = each(({ on }) => on);
  const accuracies = each(({ accuracyMeters }) => (accuracyMeters === undefined ? 'accuracy not stated' : `±${accuracyMeters} m`));
  const parts = [
    dates.length === 0 ? 'undated' : `of ${dates.join(', ')}`,
    accuracies.join(', '),
    each(({ madeHow }) => madeHow).join(', '),
    `source: ${each(({ source }) => source).join('; ') || 'none stated'}`,
  ];
  return plainText(parts.filter((part) => part !== '').join('; '));
}

/** A text on one line, without what no file should hold: control characters, marks that turn its direction, halves of characters. */
export function plainText(text: string): string {
  return text
    .toWellFormed()
    .replace(/[\p{Cc}\u2028\u2029]+/gu, ' ')
    .replace(/[\u202A-\u202E\u2066-\u2069\uFFFE\uFFFF]/g, '')
    .trim();
}

/** Whether a text runs from right to left: its first letter decides (Unicode Standard Annex 9, P2). */
export function isRightToLeft(text: string): boolean {
  const letter = /\p{L}/u.exec(text)?.[0];
  return letter !== undefined && /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}]/u.test(letter);
}
