import { fileURLToPath } from 'node:url';
import type { Comparison } from '@parley/terrain';
import { strToU8, zipSync } from 'fflate';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type Desktop, newDesktop } from './parley.test-support.ts';

const MAPS = fileURLToPath(new URL('../../../../examples/maps/ulvessa-shore/', import.meta.url));
const [FIRST, SECOND] = [`${MAPS}union-march.geojson`, `${MAPS}council-april.geojson`];

let desktop: Desktop;
beforeAll(() => {
  desktop = newDesktop();
});
afterAll(() => desktop.remove());

it('lays two maps over each other: areas that add up, people, sites and bands, as JSON', async () => {
  const options = ['--population', `${MAPS}people.csv`, '--sites', `${MAPS}sites.geojson`, '--json'];
  const { code, stdout, stderr } = await desktop.parley('terrain', 'compare', FIRST, SECOND, ...options);
  expect(code, stderr).toBe(0);
  const { maps, overlap, onlyFirst, union, shareOfFirst, lineShift, note } = JSON.parse(stdout) as Comparison;
  expect(overlap.areaKm2.value + onlyFirst.areaKm2.value).toBeCloseTo(maps[0].areaKm2.value, 3);
  expect(overlap.people?.value).toBeLessThan(union.people?.value ?? 0);
  expect(shareOfFirst.low).toBeLessThan(shareOfFirst.value);
  expect(maps[1].sites?.find(({ name }) => name === 'Weir station')?.where).toBe('uncertain');
  // The second leaves out 0.01 to 0.05 degrees of latitude in the north.
  expect(lineShift?.drawn.signedMeanMeters).toBeLessThan(0);
  expect(note.parameters).toMatchObject({ firstAccuracyMeters: 50, secondAccuracyMeters: 200 });
});

it('says in words what it found, and takes the accuracy that is given over that of the files', async () => {
  const { code, stdout } = await desktop.parley('terrain', 'compare', FIRST, SECOND, '--accuracy', '0');
  expect(code).toBe(0);
  expect(stdout).toMatch(/in both: 108\.\d\d km²\n/);
  expect(stdout).toMatch(/over \d+\.\d km; \d+\.\d km are shared and left out/);
});

it('reads maps, sites and people in other formats to the same figures', async () => {
  const ring = '-20.12 -35.3, -19.98 -35.3, -19.98 -35.22, -20.03 -35.21, -20.09 -35.235, -20.12 -35.24, -20.12 -35.3';
  const places = ring.split(', ').map((place) => place.replace(' ', ','));
  const placemark = `<Polygon><outerBoundaryIs><LinearRing><coordinates>${places.join(' ')}</coordinates></LinearRing></outerBoundaryIs></Polygon>`;
  const kml = `<kml><Placemark><name>April</name>${placemark}</Placemark></kml>`;
  const people = 'h3,people\n88c1994a9dfffff,1000\n';
  const compared = async (second: string, ...more: string[]): Promise<Comparison> => {
    const { code, stdout, stderr } = await desktop.parley('terrain', 'compare', FIRST, second, '--accuracy', '50,200', '--json', ...more);
    expect(code, stderr).toBe(0);
    return JSON.parse(stdout) as Comparison;
  };
  const waypoint = '<gpx><wpt lon="-20.05" lat="-35.29"><name>Clinic</name></wpt></gpx>';
  const ground = ['--sites', desktop.write('sites.gpx', waypoint), '--population', desktop.write('people.csv', people)];
  const { maps, overlap, lineShift } = await compared(SECOND, ...ground);
  expect(maps[1].sites).toMatchObject([{ name: 'Clinic', where: 'inside' }]);
  expect(maps[1].people?.value).toBeCloseTo(1000, 6);
  for (const second of [
    desktop.write('april.kmz', zipSync({ 'doc.kml': strToU8(kml) })),
    desktop.write('april.wkt', `SRID=4326;POLYGON((${ring}))`),
  ]) {
    const other = await compared(second);
    for (const side of ['low', 'value', 'high'] as const) expect(other.overlap.areaKm2[side]).toBeCloseTo(overlap.areaKm2[side], 6);
    expect(other.lineShift?.drawn.signedMeanMeters).toBeCloseTo(lineShift?.drawn.signedMeanMeters ?? Number.NaN, 3);
  }
}, 60_000);

it('takes of a file what is named, and says of what year the people are', async () => {
  const zones = (['West', 'East'] as const).map((name, at) => ({
    type: 'Feature',
    properties: { name, code: `LU0${at}` },
    geometry: JSON.parse(square(-20.1 + at / 10, -35.3)),
  }));
  const file = desktop.write('districts.geojson', JSON.stringify({ type: 'FeatureCollection', features: zones }));
  const people = ['--population', `${MAPS}people.csv`];
  const compare = (...args: string[]) => desktop.parley('terrain', 'compare', ...args, '--accuracy', '0');
  const { stdout, stderr } = await compare(`${file}#west`, `${file}#LU01`, ...people, '--people-year', '2020', '--before-displacement');
  expect(stdout).toMatch(/in both: 0\.00 km²/);
  expect(stdout).toMatch(/people: .*people\.csv, 2020, before displacement\n/);
  expect(stderr).not.toMatch(/no year/);
  const many = await compare(FIRST, SECOND, '--reference', `${file}#West`, ...people, '--json');
  const told = expect.arrayContaining([expect.stringMatching(/people\.csv: no year is stated for its people/)]);
  expect(JSON.parse(many.stdout)).toMatchObject({ population: null, told });
  expect((await compare(`${file}#North`, SECOND)).stderr).toMatch(/no feature "North" in the file\nname one: West, East/);
  expect((await compare(FIRST, SECOND, '--before-displacement')).stderr).toMatch(/--before-displacement without people/);
}, 60_000);

it('refuses what it cannot read, by the name of the file and with a cure', async () => {
  const wrong = async (name: string, content: string, ...more: string[]) => {
    const { code, stderr } = await desktop.parley('terrain', 'compare', FIRST, desktop.write(name, content), ...more);
    expect(code).toBe(2);
    return stderr;
  };
  expect(await wrong('zone.kml', '<kml/>')).toMatch(/zone\.kml has no feature with a place\nexport the map again/);
  // The same ground with latitude first: no place of it is impossible.
  const swapped = '{"type":"Polygon","coordinates":[[[-35.3,-20.1],[-35.2,-20.1],[-35.2,-20],[-35.3,-20],[-35.3,-20.1]]]}';
  expect(await wrong('swapped.geojson', swapped)).toMatch(/only meet if longitude and latitude are swapped/);
  expect(await wrong('fine.geojson', swapped, '--accuracy', 'much')).toMatch(/--accuracy is "much"/);
  expect(await wrong('fine.geojson', square(-20.1, -35.3), '--accuracy', '1,2,3')).toMatch(/--accuracy has 3 numbers for 2 maps/);
  expect((await desktop.parley('terrain', 'draw', FIRST, SECOND)).stderr).toMatch(/unknown command 'draw'/);
});

function square(west: number, south: number): string {
  const [east, north] = [west + 0.1, south + 0.1];
  return `{"type":"Polygon","coordinates":[[[${west},${south}],[${east},${south}],[${east},${north}],[${west},${north}],[${west},${south}]]]}`;
}
