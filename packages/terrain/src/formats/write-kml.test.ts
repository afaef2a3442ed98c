import { kml } from '@tmcw/togeojson';
import { DOMParser } from '@xmldom/xmldom';
import { describe, expect, it } from 'vitest';
import { writeKml } from './write-kml.ts';
import { LINE, mapOf, PLACE, ZONE } from './written-map.test-support.ts';
import type { WrittenFeature } from './written-map.ts';

function readBack(...features: readonly WrittenFeature[]) {
  const faults: string[] = [];
  const parser = new DOMParser({ onError: (_level, message) => faults.push(message) });
  const document = parser.parseFromString(writeKml(mapOf(...features)), 'text/xml');
  expect(faults).toEqual([]);
  return kml(document as unknown as Document).features;
}

describe('a map as KML', () => {
  it('reads back with names, coordinates and data', () => {
    const [zone, line, place] = readBack(ZONE, LINE, PLACE);
    expect(zone?.properties).toMatchObject({
      name: 'North strip',
      id: ZONE.id,
      party: 'Union of <Upper> & "Lower" Valley',
      source: 'Letter of 12 July',
      on: '2025-07',
      accuracyMeters: '200',
      pCode: 'XX-01',
      compartment: 'public',
    });
    expect(zone?.geometry?.type).toBe('Polygon');
    expect(line?.properties?.name).toBe('خط الوادي (١٢)');
    expect(line?.geometry).toEqual({ type: 'LineString', coordinates: LINE.coordinates[0] });
    expect(place?.geometry).toEqual({ type: 'Point', coordinates: PLACE.coordinates[0] });
  });

  it('has a folder for each map, which tells its date, accuracy and source', () => {
    const text = writeKml(mapOf(ZONE, LINE, PLACE));
    expect(text.match(/<Folder>/g)).toHaveLength(4);
    expect(text).toContain('of 2025-07; ±200 m; digitised; source: Letter of 12 July');
    expect(text).toContain('Made from: public, team');
  });

  it('holds text as text: marks of XML, control characters and what begins like CDATA', () => {
    const name = '</name><script>1]]>\u0001&amp;';
    expect(readBack({ ...ZONE, name: { en: name } })[0]?.properties?.name).toBe('</name><script>1]]> &amp;');
  });

  it('is a document with one empty folder where there are no features', () => {
    expect(readBack()).toEqual([]);
  });
});
