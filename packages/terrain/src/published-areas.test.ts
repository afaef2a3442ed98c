import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { areaKm2 } from './area.ts';
import { compromise } from './compromise.ts';
import { contested } from './contested.ts';
import { difference } from './difference.ts';
import { readGeoJson } from './formats/read-geojson.ts';
import { zoneOfFile } from './formats/zone-of-file.ts';
import type { Position, Zone } from './geometry.ts';
import { overlap } from './overlap.ts';
import { addUp } from './parts-add-up.test-support.ts';
import { overlay, quickOverlay } from './ready-overlay.test-support.ts';
import { roadLengthWithinKm } from './road-length-within.ts';
import { union } from './union.ts';
import { withShortEdges } from './with-short-edges.ts';

const root = fileURLToPath(new URL('../../..', import.meta.url));
const folder = join(resolve(root, process.env.PARLEY_DATA ?? '../shared/data'), 'terrain');
const hasMaps = existsSync(folder);
if (!hasMaps) console.warn(`skipped: no maps at ${folder}; set PARLEY_DATA to the folder that holds terrain/`);

function mapNamed(name: string) {
  return readGeoJson(readFileSync(join(folder, name), 'utf8'), name);
}

/** More with PARLEY_FUZZ=250. */
const RUNS = Number(process.env.PARLEY_FUZZ ?? 10);

// The areas are those published with the maps or measured from them with other tools on the ellipsoid.
describe.skipIf(!hasMaps)('maps of the Gaza Strip', () => {
  const admin = hasMaps ? mapNamed('admin1.geojson') : { name: '', features: [], told: [] };
  const strip = admin.features.find(({ properties }) => properties.adm1_name === 'Gaza Strip')?.zone ?? [];
  const zone = hasMaps ? zoneOfFile(overlay, mapNamed('zone-2025-10-19.geojson')).zone : [];

  it('measures the Strip as 365.01 km² and the zone of 2025-10-19 as 194.51', () => {
    expect(Math.abs(areaKm2(strip) - 365.01)).toBeLessThan(0.01);
    expect(Math.abs(areaKm2(zone) - 194.51)).toBeLessThan(0.01);
  });

  it('finds 193.99 km² of the zone in the Strip, 53.15 % of it', () => {
    const inside = areaKm2(overlap(overlay, strip, zone));
    expect(Math.abs(inside - 193.99)).toBeLessThan(0.01);
    expect(Math.abs((100 * inside) / areaKm2(strip) - 53.15)).toBeLessThan(0.01);
  });

  it('adds up: what is in both and what is in one alone', () => {
    const parts = areaKm2(overlap(overlay, strip, zone)) + areaKm2(difference(overlay, strip, zone));
    expect(Math.abs(parts / areaKm2(strip) - 1)).toBeLessThan(1e-6);
    const claims = [
      { party: 'a', zone: strip },
      { party: 'b', zone },
    ];
    const { parts: found } = contested(overlay, claims);
    expect(found.map(({ parties }) => parties.join(''))).toEqual(['a', 'b', 'ab']);
    const all = found.reduce((sum, part) => sum + part.areaKm2.value, 0);
    expect(Math.abs(all / areaKm2(union(overlay, [strip, zone])) - 1)).toBeLessThan(1e-6);
  });

  it('dissolves the 47 blocks of 2025-03-25 into less than the sum of them, and never more than all', () => {
    const { features } = mapNamed('zone-2025-03-25.geojson');
    expect(features).toHaveLength(47);
    const dissolved = zoneOfFile(overlay, { name: 'blocks', features, told: [] }).zone;
    const sum = features.reduce((total, feature) => total + areaKm2(feature.zone), 0);
    expect(dissolved.length).toBeLessThan(features.length);
    expect(areaKm2(dissolved)).toBeLessThanOrEqual(sum * (1 + 1e-6));
    expect(areaKm2(dissolved)).toBeGreaterThan(0.9 * sum);
  });

  it('divides a road into what is inside the zone and what is not', () => {
    const roads = mapNamed('sites-salah-al-din.json').features.flatMap(({ lines }) => lines);
    const inside = roadLengthWithinKm(overlay, zone, roads);
    const outside = roadLengthWithinKm(overlay, difference(overlay, strip, zone), roads);
    const all = roadLengthWithinKm(overlay, union(overlay, [strip, zone]), roads);
    expect(inside).toBeGreaterThan(5);
    expect(outside).toBeGreaterThan(5);
    expect(Math.abs((inside + outside) / all - 1)).toBeLessThan(1e-3);
  });

  it('does so for districts moved, turned into coarser copies and laid over each other', () => {
    const districts = mapNamed('admin2.geojson').features.map(({ zone }) => withShortEdges(zone));
    const district = fc.nat(districts.length - 1);
    const shift = fc.double({ min: -0.05, max: 0.05, noNaN: true });
    const digits = fc.integer({ min: 4, max: 9 });
    fc.assert(
      fc.property(district, district, shift, shift, digits, fc.boolean(), (one, other, x, y, places, isQuick) => {
        const round = (degrees: number): number => Number(degrees.toFixed(places));
        const moved = (districts[other] as Zone).map((polygon) =>
          polygon.map((ring) => ring.map(([a, b]): Position => [round(a + x), round(b + y)])),
        );
        addUp(isQuick ? quickOverlay : overlay, districts[one] as Zone, overlay.repair(moved));
      }),
      { numRuns: RUNS, seed: 7 },
    );
  }, 600_000);

  it('hits 25, 50 and 75 % between two real lines', () => {
    const within = overlap(overlay, zone, strip);
    for (const { zone: between, shareAsked } of compromise(overlay, strip, within, { cells: 100 }).lines) {
      const left = areaKm2(difference(overlay, strip, between)) / areaKm2(difference(overlay, strip, within));
      expect(left.toFixed(4)).toBe(shareAsked.toFixed(4));
    }
  });
});
