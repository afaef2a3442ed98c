import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { afterAll, describe, expect, it } from 'vitest';
import { areaKm2 } from './area.ts';
import { compareLines } from './compare-lines.ts';
import { compareMany } from './compare-many.ts';
import { compromise, compromiseBetweenLines } from './compromise.ts';
import { contested } from './contested.ts';
import { densify } from './densify.ts';
import { difference } from './difference.ts';
import { dissolve } from './dissolve.ts';
import { distanceMeters } from './distance.ts';
import { readGeoJson } from './formats/read-geojson.ts';
import { readPopulationFile } from './formats/read-population-file.ts';
import { sitesOfFile } from './formats/sites-of-file.ts';
import { zoneOfFile } from './formats/zone-of-file.ts';
import { borderOf, type Line, type Position, type Zone } from './geometry.ts';
import { overlap } from './overlap.ts';
import { addUp } from './parts-add-up.test-support.ts';
import { peopleWithin } from './people-within.ts';
import { overlay, quickOverlay } from './ready-overlay.test-support.ts';
import { roadLengthWithinKm } from './road-length-within.ts';
import type { Site } from './sites-within.ts';
import { union } from './union.ts';
import { withShortEdges } from './with-short-edges.ts';
import { zoneMembership } from './zone-membership.ts';

const root = fileURLToPath(new URL('../../..', import.meta.url));
const folder = join(resolve(root, process.env.PARLEY_DATA ?? '../shared/data'), 'terrain');
const hasMaps = existsSync(folder);
if (!hasMaps) console.warn(`skipped: no maps at ${folder}; set PARLEY_DATA to the folder that holds terrain/`);

function mapNamed(name: string) {
  return readGeoJson(readFileSync(join(folder, name), 'utf8'), name);
}

/** What was measured, for the page of the docs: printed with PARLEY_FIGURES=1. */
const figures: Record<string, string | number> = {};
afterAll(() => {
  if (process.env.PARLEY_FIGURES) console.log(figures);
});

/** A ring of a metre or so. */
function spot([x, y]: Position): Position[] {
  const half = 5e-6;
  return [
    [x - half, y - half],
    [x + half, y - half],
    [x + half, y + half],
    [x - half, y + half],
    [x - half, y - half],
  ];
}

/** More with PARLEY_FUZZ=1200. */
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

  it('dissolves the 47 blocks of 2025-03-25, which are orders to leave and no zone of presence, and tells the overlaps', () => {
    const { features } = mapNamed('zone-2025-03-25.geojson');
    expect(features).toHaveLength(47);
    const blocks = features.map(({ zone: block }, at) => ({ name: `block ${at + 1}`, zone: block }));
    const { zone: dissolved, areaKm2: area, sumKm2, overlaps } = dissolve(overlay, blocks);
    expect(dissolved.length).toBeLessThan(features.length);
    // One ground, measured by laying each block on those before.
    let before: Zone = [];
    let plain = 0;
    for (const { zone: block } of blocks) {
      plain += areaKm2(difference(overlay, block, before));
      before = union(overlay, [before, block]);
    }
    expect(Math.abs(area / plain - 1)).toBeLessThan(1e-6);
    // Nowhere do three of them overlap: the pairs say all.
    expect(sumKm2 - area).toBeCloseTo(
      overlaps.reduce((sum, { areaKm2: common }) => sum + common, 0),
      3,
    );
    expect(areaKm2(difference(overlay, dissolved, strip))).toBeLessThan(0.001);
    figures['blocks of 2025-03-25'] = `${area.toFixed(2)} km², ${((100 * area) / areaKm2(strip)).toFixed(2)} % of the Strip`;
  });

  it('counts people, hospitals, crossings and road in the zone as a plain count does', async () => {
    const file = await readPopulationFile(
      new Uint8Array(readFileSync(join(folder, 'population-h3-r8-pse.csv'))),
      'population-h3-r8-pse.csv',
    );
    const sitesOf = (name: string) => sitesOfFile(mapNamed(name));
    const [hospitals, crossings] = [sitesOf('sites-gaza-hospital-status.json'), sitesOf('sites-crossings.json')];
    const roads = mapNamed('sites-salah-al-din.json').features.flatMap(({ lines }) => lines);
    const maps = { reference: { name: 'Strip', zone: strip, accuracyMeters: null }, maps: [{ name: 'zone', zone, accuracyMeters: null }] };
    const [found] = compareMany(overlay, maps, { population: file.cells, sites: [...hospitals, ...crossings], roads }).maps;
    expect(found?.towardsReference?.shareOfReference.value).toBeCloseTo(53.15, 2);

    const near = file.cells.filter(({ ring }) => ring.some(([x, y]) => x > 34.1 && x < 34.7 && y > 31.1 && y < 31.7));
    const plainPeople = near.reduce(
      (sum, { ring, people }) => sum + (people * areaKm2(overlap(overlay, [[ring]], zone))) / areaKm2([[ring]]),
      0,
    );
    expect(Math.abs((found?.people?.value ?? 0) / plainPeople - 1)).toBeLessThan(1e-4);

    const border = borderOf(zone).flatMap((ring) => densify(ring, 0.0001));
    for (const { name, at } of crossings) {
      const plain = Math.min(...border.map((place) => distanceMeters(place, at)));
      const placed = found?.sites?.find((site) => site.name === name);
      // Places 11 m apart: the nearest of them is at most that much further than the border, and far less as a rule.
      expect(Math.abs(Math.abs(placed?.signedMeters ?? 0) - plain)).toBeLessThan(1);
    }
    const isInside = ({ at }: Site): boolean => overlay.overlap([[spot(at)]], zone).length > 0;
    const inside = found?.sites?.filter((site) => site.where === 'inside').map(({ name }) => name) ?? [];
    expect(inside.toSorted()).toEqual(
      [...hospitals, ...crossings]
        .filter(isInside)
        .map(({ name }) => name)
        .toSorted(),
    );

    const membership = zoneMembership(zone);
    const plainKm = roads.reduce((sum, road) => {
      const dense = densify(road, 0.0001);
      const middles = dense.slice(1).map(([x, y], at): [Position, number] => {
        const before = dense[at] as Position;
        return [[(x + before[0]) / 2, (y + before[1]) / 2], distanceMeters(before, [x, y])];
      });
      return sum + middles.reduce((length, [middle, meters]) => length + (membership.has(middle) ? meters : 0), 0) / 1000;
    }, 0);
    expect(Math.abs((found?.roadLengthKm?.value ?? 0) - plainKm)).toBeLessThan(0.05);
    figures['people in the zone (2023, before displacement)'] = Math.round(found?.people?.value ?? 0);
    figures['hospitals in it'] = `${hospitals.filter(isInside).length} of ${hospitals.length}`;
    figures['road in it, km'] = found?.roadLengthKm?.value.toFixed(2) ?? '';
    for (const { name } of crossings) figures[name] = `${found?.sites?.find((site) => site.name === name)?.signedMeters.toFixed(0)} m`;
  });

  it('finds the line between the two limits of the Korean DMZ within what it is off the MDL, which was drawn half-way', () => {
    const [north, south, mdl] = mapNamed('korea-dmz.json').features.map(({ lines }) => lines) as [Line[], Line[], Line[]];
    const { lines } = compromiseBetweenLines(overlay, north, south, { shares: [0.5], cells: 200 });
    expect(lines[0]?.share.toFixed(4)).toBe('0.5000');
    // The armistice of 1953 has the limits 2 km from the MDL on either side; as digitised they are not everywhere.
    const shift = compareLines(
      { name: 'MDL', lines: mdl, accuracyMeters: null },
      { name: 'half', lines: lines[0]?.line ?? [], accuracyMeters: null },
    ).lineShift;
    expect(shift?.drawn.medianMeters).toBeLessThan(150);
    figures['half-way line of the DMZ to the MDL'] = `median ${shift?.drawn.medianMeters.toFixed(0)} m`;
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

  it('hits 25, 50 and 75 % of area and of people between two real lines', async () => {
    const within = overlap(overlay, zone, strip);
    const file = await readPopulationFile(
      new Uint8Array(readFileSync(join(folder, 'population-h3-r8-pse.csv'))),
      'population-h3-r8-pse.csv',
    );
    const here = file.cells.filter(({ ring }) => ring.some(([x, y]) => x > 34.1 && x < 34.7 && y > 31.1 && y < 31.7));
    const contestedGround = difference(overlay, strip, within);
    for (const by of ['area', 'people'] as const) {
      const measure = (part: Zone): number => (by === 'area' ? areaKm2(part) : peopleWithin(overlay, part, here));
      for (const { zone: between, shareAsked } of compromise(overlay, strip, within, { by, population: here, cells: 40 }).lines) {
        const left = measure(difference(overlay, strip, between)) / measure(contestedGround);
        expect(left.toFixed(4)).toBe(shareAsked.toFixed(4));
      }
    }
  });
});
