import { UserError } from '@parley/model';
import { type Dissolved, dissolve } from '../dissolve.ts';
import type { Zone } from '../geometry.ts';
import type { Overlay } from '../overlay.ts';
import type { MapFile } from './map-feature.ts';
import { numberOf } from './number-of.ts';

/** All areas of a map file as one zone, with what was repaired: one sentence for each feature. */
export interface FileZone {
  readonly zone: Zone;
  readonly told: readonly string[];
  /** The widest accuracy that its features state as `accuracyMeters`; null where none does. */
  readonly accuracyMeters: number | null;
}

/**
 * The zone that a map file shows: its areas joined, borders between them dissolved. Lines and places are passed over.
 * Throws a UserError where it shows no area.
 */
export function zoneOfFile(overlay: Overlay, { name, features }: MapFile): FileZone {
  const told: string[] = [];
  for (const [at, feature] of features.entries()) {
    const fault = overlay.fault(feature.zone);
    if (fault === null) continue;
    const place = fault.at === null ? '' : ` near ${fault.at.map((degrees) => Number(degrees.toFixed(6))).join(', ')}`;
    told.push(`${feature.name ?? `feature ${at + 1}`} was repaired: ${fault.reason.toLowerCase()}${place}`);
  }
  const named = features.map((feature, at) => ({ name: feature.name ?? `feature ${at + 1}`, zone: feature.zone }));
  const { zone, areaKm2, sumKm2, overlaps } = dissolve(overlay, named);
  if (zone.length === 0) {
    throw new UserError(`${name} shows no area`, { cure: 'give a map with polygons; lines alone enclose nothing', code: 'no-area' });
  }
  const passedOver = features.filter((feature) => feature.zone.length === 0).length;
  if (passedOver > 0) told.push(`${passedOver} of ${features.length} features show no area and were passed over`);
  const twice = sumKm2 - areaKm2;
  if (twice >= TOLD_KM2) told.push(`areas overlap, and ${twice.toFixed(3)} km² count once: ${most(overlaps)}`);
  return { zone, told, accuracyMeters: accuracyOfFile({ name, features }) };
}

/** Neighbours drawn from different sources overlap by less. */
const TOLD_KM2 = 0.001;

function most(overlaps: Dissolved['overlaps']): string {
  const told = overlaps.slice(0, 3).map(({ names: [one, other], areaKm2 }) => `${one} and ${other} by ${areaKm2.toFixed(3)}`);
  return overlaps.length > told.length ? `${told.join(', ')}, and ${overlaps.length - told.length} more pairs` : told.join(', ');
}

/**
 * The widest accuracy in metres that the features of a map file state as `accuracyMeters`; null where none does. Throws a
 * UserError for one that is no number from 0 to 50,000.
 */
export function accuracyOfFile({ name, features }: Pick<MapFile, 'name' | 'features'>): number | null {
  // The table of a Shapefile has no more than ten letters for the name of a column.
  const stated = features
    .map(({ properties }) => properties.accuracyMeters ?? properties.accuracyMe)
    .filter((value) => value != null && value !== '');
  const metres = stated.map((value) => {
    const number = numberOf(value);
    if (number !== null && number >= 0 && number <= MOST_ACCURACY_METERS) return number;
    throw new UserError(`${name}: accuracyMeters is ${JSON.stringify(value)}`, {
      cure: `give metres from 0 to ${MOST_ACCURACY_METERS}`,
    });
  });
  return metres.length === 0 ? null : Math.max(...metres);
}

/** The most that a border may be said to be off, in metres. */
export const MOST_ACCURACY_METERS = 50_000;
