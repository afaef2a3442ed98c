import type { Position, Zone } from './geometry.ts';
import { zoneMembership } from './zone-membership.ts';

/** A place that matters: a hospital, a crossing, a camp. */
export interface Site {
  readonly name: string;
  readonly at: Position;
}

/** Where a site stands towards a zone. */
export interface PlacedSite {
  readonly name: string;
  /** Distance to the border of the zone in metres; negative inside. */
  readonly signedMeters: number;
  /** `uncertain`: nearer to the border than the map is accurate, so that it may lie on either side. */
  readonly where: 'inside' | 'uncertain' | 'outside';
}

/**
 * Where each site stands towards a zone, furthest inside first.
 *
 * @param accuracyMeters how far off the border may be drawn; 0 for a border taken as exact
 */
export function sitesWithin(zone: Zone, sites: readonly Site[], accuracyMeters = 0): PlacedSite[] {
  const { signedMeters } = zoneMembership(zone);
  return sites
    .map(({ name, at }): PlacedSite => {
      const away = signedMeters(at);
      return { name, signedMeters: away, where: Math.abs(away) < accuracyMeters ? 'uncertain' : away <= 0 ? 'inside' : 'outside' };
    })
    .sort((a, b) => a.signedMeters - b.signedMeters);
}
