import { describe, expect, it } from 'vitest';
import { areaKm2 } from './area.ts';
import { contested } from './contested.ts';
import { difference } from './difference.ts';
import { zoneOfFile } from './formats/zone-of-file.ts';
import { overlap } from './overlap.ts';
import { hasMaps, mapNamed, overlay } from './ready-overlay.test-support.ts';
import { roadLengthWithinKm } from './road-length-within.ts';
import { union } from './union.ts';

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
    const pieces = contested(overlay, claims);
    expect(pieces.map(({ parties }) => parties.join(''))).toEqual(['a', 'b', 'ab']);
    const all = pieces.reduce((sum, piece) => sum + areaKm2(piece.zone), 0);
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
});
