import { densify } from './densify.ts';
import { lengthMeters } from './distance.ts';
import type { Line, Zone } from './geometry.ts';
import type { Overlay } from './overlay.ts';
import { withShortEdges } from './with-short-edges.ts';

/** How much of the lines lies in a zone, in kilometres; what runs along its border is in. */
export function roadLengthWithinKm(overlay: Overlay, zone: Zone, roads: readonly Line[]): number {
  const inside = overlay.clip(
    roads.map((road) => densify(road)),
    withShortEdges(zone),
  );
  return inside.reduce((sum, line) => sum + lengthMeters(line), 0) / 1000;
}
