import type { Zone } from './geometry.ts';
import type { Overlay } from './overlay.ts';
import { withShortEdges } from './with-short-edges.ts';

/** What lies in both zones. */
export function overlap(overlay: Overlay, first: Zone, second: Zone): Zone {
  return overlay.overlap(withShortEdges(first), withShortEdges(second));
}
