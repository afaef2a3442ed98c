/** KML 2.2 (Open Geospatial Consortium 07-147r2), with a folder for each map and all that is known of a feature under its data. */
import { foldersToKML } from '@placemarkio/tokml';
import type { Feature, Geometry } from 'geojson';
import { geoJsonFeature } from './write-geojson.ts';
import { MAP_IS_CLAIM, mapName, mapOrigin, mapsOf, plainText, type WrittenFeature, type WrittenMap } from './written-map.ts';

export function writeKml(map: WrittenMap): string {
  const { title, features, compartments, told } = map;
  const about = [MAP_IS_CLAIM, ...told, `Made from: ${compartments.join(', ')}`].map(plainText).join('\n');
  const folders = mapsOf(features).map(({ features: members }) => ({
    type: 'folder' as const,
    meta: { name: mapName(members), description: mapOrigin(members) },
    children: members.map(placemark),
  }));
  const whole = { type: 'folder' as const, meta: { name: plainText(title), description: about, open: true }, children: folders };
  return `<?xml version="1.0" encoding="UTF-8"?>\n${foldersToKML({ type: 'root', children: [whole] })}\n`;
}

function placemark(feature: WrittenFeature): Feature<Geometry> {
  const { type, id, properties, geometry } = geoJsonFeature(feature);
  // The attribute of XML may not begin with a digit, as an id may; it stands under the data.
  return { type, properties: { ...properties, id, description: mapOrigin([feature]) }, geometry: geometry as Geometry };
}
