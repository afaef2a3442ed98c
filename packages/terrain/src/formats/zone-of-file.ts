import { UserError } from '@parley/model';
import type { Zone } from '../geometry.ts';
import type { Overlay } from '../overlay.ts';
import { union } from '../union.ts';
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
  const zone = union(
    overlay,
    features.map((feature) => feature.zone),
  );
  if (zone.length === 0) {
    throw new UserError(`${name} shows no area`, { cure: 'give a map with polygons; lines alone enclose nothing', code: 'no-area' });
  }
  const passedOver = features.filter((feature) => feature.zone.length === 0).length;
  if (passedOver > 0) told.push(`${passedOver} of ${features.length} features show no area and were passed over`);
  return { zone, told, accuracyMeters: statedAccuracy(name, features) };
}

function statedAccuracy(name: string, features: MapFile['features']): number | null {
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
