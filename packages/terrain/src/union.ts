import type { Zone } from './geometry.ts';
import type { Overlay } from './overlay.ts';
import { withShortEdges } from './with-short-edges.ts';

/** What lies in any of the zones, as one: borders between parts that touch are dissolved. */
export function union(overlay: Overlay, zones: readonly Zone[]): Zone {
  return overlay.union(zones.map(withShortEdges));
}
