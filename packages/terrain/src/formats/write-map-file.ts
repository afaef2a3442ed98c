import { writeGeoJson } from './write-geojson.ts';
import { writeKml } from './write-kml.ts';
import { writeSvg } from './write-svg.ts';
import type { WrittenMap } from './written-map.ts';

/** The formats of maps that are written as text. */
export type WrittenMapFormat = 'geojson' | 'kml' | 'svg';

/** A map as a file. What it holds of each feature is the same in all; in SVG it is drawn, and told under the drawing. */
export function writeMapFile(map: WrittenMap, format: WrittenMapFormat): string {
  if (format === 'geojson') return writeGeoJson(map);
  return format === 'kml' ? writeKml(map) : writeSvg(map);
}
