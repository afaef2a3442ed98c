import { densify } from './densify.ts';
import type { Zone } from './geometry.ts';

/**
 * The same zone with no edge longer than 0.01 degrees. A new corner on a long edge would else move the geodesic that
 * areas are measured along, and the parts would not add up to the whole.
 */
export function withShortEdges(zone: Zone): Zone {
  return zone.map((polygon) => polygon.map((ring) => densify(ring)));
}
