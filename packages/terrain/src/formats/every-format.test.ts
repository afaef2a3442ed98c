import { UserError } from '@parley/model';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { areaKm2 } from '../area.ts';
import type { Zone } from '../geometry.ts';
import { overlay } from '../ready-overlay.test-support.ts';
import type { MapFile } from './map-feature.ts';
import { readMapFile } from './read-map-file.ts';
import { dbfOf, shpOf, zipOf } from './shapefile-bytes.test-support.ts';

/** Polygons by angles and distances about middles that lie apart: shells that do not cross themselves, some with a hole. */
const zones = fc
  .array(
    fc.record({
      hasHole: fc.boolean(),
      distances: fc.array(fc.integer({ min: 500, max: 1000 }), { minLength: 3, maxLength: 30 }),
      cut: fc.integer({ min: 1, max: 6 }),
    }),
    { minLength: 1, maxLength: 4 },
  )
  .chain((polygons) =>
    fc.record({
      west: fc.integer({ min: -170, max: 160 }),
      south: fc.integer({ min: -70, max: 70 }),
      zone: fc.constant(polygons),
      name: fc.stringMatching(/^[\wء-ي\u05d0-\u05ea<>&"' ]{1,20}$/),
    }),
  )
  .map(({ west, south, zone, name }) => ({
    name: name.trim(),
    zone: zone.map(({ distances, hasHole, cut }, at) => {
      const ring = (shrunk: number): [number, number][] => {
        const places = distances.map((distance, corner): [number, number] => {
          const turn = (2 * Math.PI * corner) / distances.length;
          return [
            Number((west + 0.3 * at + (0.0001 * distance * Math.cos(turn)) / shrunk).toFixed(7)),
            Number((south + (0.0001 * distance * Math.sin(turn)) / shrunk).toFixed(7)),
          ];
        });
        return [...places, places[0] as [number, number]];
      };
      return hasHole ? [ring(1), ring(2 + cut).reverse()] : [ring(1)];
    }),
  }));

type Write = (zone: Zone, name: string) => Uint8Array;
const text =
  (write: (zone: Zone, name: string) => string): Write =>
  (zone, name) =>
    new TextEncoder().encode(write(zone, name));
const escaped = (name: string): string => name.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
const spaced = (ring: Zone[number][number], between: string, after: string): string => ring.map((place) => place.join(between)).join(after);
const geometry = (zone: Zone): unknown => ({ type: 'MultiPolygon', coordinates: zone });
const kml = (zone: Zone, name: string): string =>
  `<kml><Placemark><name>${escaped(name)}</name><MultiGeometry>${zone
    .map(
      (polygon) =>
        `<Polygon>${polygon
          .map((ring, at) => {
            const tag = at === 0 ? 'outerBoundaryIs' : 'innerBoundaryIs';
            return `<${tag}><LinearRing><coordinates>${spaced(ring, ',', ' ')}</coordinates></LinearRing></${tag}>`;
          })
          .join('')}</Polygon>`,
    )
    .join('')}</MultiGeometry></Placemark></kml>`;
const topology = (zone: Zone, name: string): string => {
  const arcs = zone.flat();
  let next = 0;
  const rings = zone.map((polygon) => polygon.map(() => [next++]));
  return JSON.stringify({ type: 'Topology', arcs, objects: { z: { type: 'MultiPolygon', arcs: rings, properties: { name } } } });
};
const wkt = (zone: Zone): string =>
  `MULTIPOLYGON(${zone.map((polygon) => `(${polygon.map((ring) => `(${spaced(ring, ' ', ',')})`).join(',')})`).join(',')})`;
/** The format winds shells clockwise and holes the other way; this writes them so. */
const shp = (zone: Zone): Uint8Array => shpOf([{ type: 5, parts: zone.flatMap((polygon) => polygon.map((ring) => [...ring].reverse())) }]);

const FORMATS: readonly (readonly [format: string, write: Write, keepsName: boolean])[] = [
  ['GeoJSON', text((zone, name) => JSON.stringify({ type: 'Feature', properties: { name }, geometry: geometry(zone) })), true],
  ['KML', text(kml), true],
  ['KMZ', (zone, name) => zipOf({ 'doc.kml': kml(zone, name) }), true],
  ['TopoJSON', text(topology), true],
  ['WKT', text(wkt), false],
  ['EWKT', text((zone) => `SRID=4326;${wkt(zone)}`), false],
  [
    'Shapefile',
    (zone, name) =>
      zipOf({
        'z.shp': shp(zone),
        'z.dbf': dbfOf({ columns: [{ name: 'name', type: 'C', width: 80 }], rows: [[new TextEncoder().encode(name)]] }),
        'z.cpg': 'UTF-8',
        'z.prj':
          'GEOGCS["WGS 84",DATUM["WGS_1984",SPHEROID["WGS 84",6378137,298.257223563]],PRIMEM["Greenwich",0],UNIT["degree",0.0174532925199433]]',
      }),
    true,
  ],
];

const placesOf = (zone: Zone): string[] =>
  zone.flatMap((polygon) => polygon.map((ring) => [...new Set(ring.map(String))].sort().join(' '))).sort();

describe('a zone that is written and read again is the same zone', () => {
  it.each(FORMATS)('in %s', async (_, write, keepsName) => {
    await fc.assert(
      fc.asyncProperty(zones, async ({ zone, name }) => {
        const { features, told }: MapFile = await readMapFile(write(zone, name), 'zone');
        expect(told).toEqual([]);
        const [feature] = features;
        expect(features).toHaveLength(1);
        expect(placesOf(feature?.zone ?? [])).toEqual(placesOf(zone));
        expect(areaKm2(overlay.repair(feature?.zone ?? []))).toBeCloseTo(areaKm2(overlay.repair(zone)), 6);
        if (keepsName) expect(feature?.name).toBe(name === '' ? null : name);
      }),
      { numRuns: 40 },
    );
  });
});

describe('a file that was tampered with is read or refused, and nothing else happens', () => {
  const changes = fc.array(fc.tuple(fc.nat(1_000_000), fc.nat(255)), { minLength: 1, maxLength: 6 });
  it.each(FORMATS)(
    'in %s',
    async (_, write) => {
      await fc.assert(
        fc.asyncProperty(zones, changes, fc.nat(1_000_000), async ({ zone, name }, bytes, cut) => {
          const whole = write(zone, name);
          const file = Uint8Array.from(cut % 3 === 0 ? whole.subarray(0, cut % whole.length) : whole);
          for (const [at, byte] of bytes) if (file.length > 0) file[at % file.length] = byte;
          await readMapFile(file, 'zone').catch((error: unknown) => {
            if (!(error instanceof UserError)) throw error;
            expect(error.message).toContain('zone');
          });
        }),
        { numRuns: 60 },
      );
    },
    600_000,
  );
});

it('a line that is written and read again is the same line, in GPX too', async () => {
  const places = fc.array(fc.tuple(fc.integer({ min: -1799, max: 1799 }), fc.integer({ min: -899, max: 899 })), {
    minLength: 2,
    maxLength: 20,
  });
  await fc.assert(
    fc.asyncProperty(places, async (tenths) => {
      // Along one side of the antimeridian, as a line over it is given on from 180 degrees.
      const line = tenths.map(([x, y]) => [Math.abs(x / 20), y / 10] as const);
      const formats = [
        JSON.stringify({ type: 'LineString', coordinates: line }),
        `<kml><Placemark><LineString><coordinates>${spaced(line, ',', '\n')}</coordinates></LineString></Placemark></kml>`,
        `<gpx><rte>${line.map(([lon, lat]) => `<rtept lat="${lat}" lon="${lon}"></rtept>`).join('')}</rte></gpx>`,
        `<gpx><trk><trkseg>${line.map(([lon, lat]) => `<trkpt lat="${lat}" lon="${lon}"/>`).join('')}</trkseg></trk></gpx>`,
        `LINESTRING(${spaced(line, ' ', ',')})`,
        JSON.stringify({ type: 'Topology', arcs: [line], objects: { l: { type: 'LineString', arcs: [0] } } }),
      ];
      for (const format of formats)
        expect((await readMapFile(new TextEncoder().encode(format), 'line')).features[0]?.lines).toEqual([line]);
      expect((await readMapFile(shpOf([{ type: 3, parts: [line] }]), 'line')).features[0]?.lines).toEqual([line]);
    }),
    { numRuns: 100 },
  );
});
