import type { Zone } from './geometry.ts';
import type { Overlay } from './overlay.ts';
import { withShortEdges } from './with-short-edges.ts';

/** What lies in the first zone and not in the second. */
export function difference(overlay: Overlay, first: Zone, second: Zone): Zone {
  return overlay.difference(withShortEdges(first), withShortEdges(second));
}
