import { buffer } from './buffer.ts';
import { borderOf, type Zone } from './geometry.ts';
import type { Overlay } from './overlay.ts';
import { withShortEdges } from './with-short-edges.ts';

/** A figure as drawn, and the least and most that it can be if every border may be off by its stated accuracy. */
export interface Band {
  readonly value: number;
  readonly low: number;
  readonly high: number;
}

/** A zone as drawn, without the strip along its border that is in doubt, and with the strip on both sides of it. */
export interface ZoneBand {
  readonly zone: Zone;
  readonly least: Zone;
  readonly most: Zone;
}

/**
 * A zone whose true border lies anywhere within `accuracyMeters` of the one drawn. The band is a sound bound, not a
 * likely error: it is reached only if the border is off to the same side everywhere.
 */
export function zoneBand(overlay: Overlay, zone: Zone, accuracyMeters: number): ZoneBand {
  const short = withShortEdges(zone);
  const strip = buffer(overlay, borderOf(zone), accuracyMeters);
  if (strip.length === 0) return { zone: short, least: short, most: short };
  return { zone: short, least: overlay.difference(short, strip), most: overlay.union([short, strip]) };
}
