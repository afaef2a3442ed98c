import { readFileSync } from 'node:fs';
import { type Body, figureGroups, tableOf } from '@parley/model';
import {
  areaKm2,
  compare,
  compromiseBetweenLines,
  type DrawnMap,
  type Line,
  lineShift,
  readMapFile,
  type Zone,
  zoneOfFile,
} from '@parley/terrain';
import { beforeAll, describe, expect, it } from 'vitest';
import { readyOverlay } from '../operations/terrain/overlay.ts';
import { recordExample } from './record-example.test-support.ts';

const { entries, record } = recordExample('naqoura-2022');
const feature = (id: string): Body<'mapFeature'> => {
  const found = record.of('mapFeature').get(id);
  if (found === undefined) throw new Error(`no feature ${id}`);
  return found.body;
};
const linesOf = (id: string): readonly Line[] => feature(id).coordinates as readonly Line[];
const lineOf = (id: string): Line => linesOf(id)[0] as Line;
const zoneOf = (id: string): Zone => feature(id).coordinates as Zone;

/** What two lines enclose, closed between their seaward ends; they begin together. */
const between = (first: Line, second: Line): Zone => [[[...first, ...second.toReversed()]]];

const PUBLISHED_KM2 = figureGroups(record).flatMap(({ measure, figures }) =>
  measure === 'disputed area' ? figures.map(({ figure }) => figure.low) : [],
);

describe('naqoura-2022: the lines', () => {
  let comparison: ReturnType<typeof compare>;
  beforeAll(async () => {
    const drawn = (name: string, zone: Zone, accuracyMeters: number): DrawnMap => ({ name, zone, accuracyMeters });
    const straight = between(lineOf('line-23-straight'), lineOf('line-1-straight'));
    comparison = compare(
      await readyOverlay(),
      drawn('straight', straight, 3000),
      drawn('disputed', zoneOf('between-1-and-23'), feature('between-1-and-23').accuracyMeters ?? 0),
    );
  });

  it('enclose an area about the published ones, which lie in the band of the stated accuracy', () => {
    const { value, low, high } = (comparison.maps[1] as (typeof comparison.maps)[1]).areaKm2;
    expect(PUBLISHED_KM2).toEqual(expect.arrayContaining([854, 860, 874]));
    // Within 2 % of the greatest, 4 % of the least.
    expect(value).toBeGreaterThan(Math.max(...PUBLISHED_KM2) * 0.98);
    expect(value).toBeLessThan(Math.max(...PUBLISHED_KM2) * 1.02);
    for (const published of PUBLISHED_KM2) expect(published > low && published < high, `${published}`).toBe(true);
  });

  it('enclose a fifth more as first entered, straight from the headland', () => {
    const first = comparison.maps[0].areaKm2.value;
    expect(first).toBeGreaterThan(1.2 * Math.max(...PUBLISHED_KM2));
    expect(feature('line-1').replacesId).toBe('line-1-straight');
    expect(feature('line-23').replacesId).toBe('line-23-straight');
    // Within the accuracy stated then, but for the stretch to the shore that the later versions leave out.
    for (const id of ['line-1', 'line-23']) {
      const earlier = feature(`${id}-straight`);
      expect(lineShift(linesOf(`${id}-straight`), linesOf(id))?.p95Meters).toBeLessThan(earlier.accuracyMeters ?? 0);
    }
  });

  it('have the zone between them as what they enclose', () => {
    const [one, twentyThree] = [lineOf('line-1'), lineOf('line-23')];
    expect(areaKm2(zoneOf('between-1-and-23'))).toBeCloseTo(areaKm2(between(one.slice(2), twentyThree.slice(2))), 6);
  });

  it('have the agreed line on Line 23, as reports say', () => {
    expect(lineShift(linesOf('line-23'), linesOf('agreed-line'))).toBeNull();
  });

  it('part from Line 1 some 12 nautical miles out, and end 17 km from it', () => {
    const shift = lineShift(linesOf('line-1'), linesOf('agreed-line'));
    expect(shift?.sharedMeters).toBeGreaterThan(17_000);
    expect(shift?.greatestMeters).toBeGreaterThan(16_500);
    expect(shift?.greatestMeters).toBeLessThan(17_500);
    // South-west of it: to the left of a line that runs out to sea.
    expect(shift?.signedMeanMeters).toBeLessThan(0);
  });
});

describe('naqoura-2022: a line between Line 1 and Line 23', () => {
  it('halves the area, and gives what the two reports of the proposal of 2012 say, to four decimals', async () => {
    const shares = [0.5, 500 / (500 + 360), 530 / 854];
    const family = compromiseBetweenLines(await readyOverlay(), linesOf('line-1'), linesOf('line-23'), { shares, cells: 60 });
    expect(family.contestedKm2).toBeCloseTo(areaKm2(zoneOf('between-1-and-23')), 6);
    for (const [at, { share, zone }] of family.lines.entries()) {
      expect(Math.abs(share - (shares[at] as number))).toBeLessThan(5e-5);
      expect(Math.abs(areaKm2(zone) / family.contestedKm2 - (shares[at] as number))).toBeLessThan(5e-5);
    }
    // They begin together; what joins their other ends is told.
    expect(family.told.join()).toMatch(/0 m and 17147 m/);
    expect(family.note.definition).toMatch(/not a proposal by Parley/);
  });
});

describe('examples/maps/naqoura-sea', () => {
  const read = (name: string) => readMapFile(readFileSync(new URL(`../../../../examples/maps/naqoura-sea/${name}`, import.meta.url)), name);

  it('has the lines of the case as KML', async () => {
    const { features, told } = await read('lines.kml');
    expect(told).toEqual([]);
    expect(features.map(({ lines }) => lines)).toEqual(['line-1', 'line-23', 'agreed-line', 'buoys'].map(linesOf));
    for (const [at, id] of ['line-1', 'line-23', 'agreed-line', 'buoys'].entries()) {
      expect(features[at]?.name).toBe(feature(id).name.en);
      expect(Number(features[at]?.properties.accuracyMeters)).toBe(feature(id).accuracyMeters);
    }
  });

  it('has the ground between two of them as KML with its accuracy, and as EWKT', async () => {
    const overlay = await readyOverlay();
    const described = zoneOfFile(overlay, await read('as-described.kml'));
    expect(described.accuracyMeters).toBe(feature('line-1-straight').accuracyMeters);
    expect(areaKm2(described.zone)).toBeCloseTo(areaKm2(between(lineOf('line-23-straight'), lineOf('line-1-straight'))), 6);
    const lettered = zoneOfFile(overlay, await read('by-the-letters.wkt'));
    expect(areaKm2(lettered.zone)).toBeCloseTo(areaKm2(zoneOf('between-1-and-23')), 6);
  });
});

describe('naqoura-2022: the record', () => {
  it('says of each feature how it was made, how far off it may be and where it is from, and names it in three languages', () => {
    expect(record.of('mapFeature').size).toBe(10);
    for (const { id, body } of record.of('mapFeature').values()) {
      expect(body.accuracyMeters, id).toBeGreaterThan(0);
      expect([body.madeHow, body.sourceId, body.note], id).not.toContain(undefined);
      expect(Object.keys(body.name).sort(), id).toEqual(['ar', 'en', 'he']);
    }
  });

  it('has options with lines, and options that are known by an area only and have none', () => {
    const options = record.of('issue').get('line')?.body.options ?? [];
    expect(Object.fromEntries(options.map(({ id, featureIds = [] }) => [id, featureIds]))).toEqual({
      'line-1': ['line-1'],
      'line-23': ['line-23'],
      'line-29': [],
      'line-310': [],
      'hof-line': [],
      'agreed-line': ['agreed-line'],
    });
  });

  it('gives options their lines with the source that has them, and none before', () => {
    const versions = entries.filter(({ subject }) => subject.kind === 'issue' && subject.id === 'line');
    const drawn = versions.map(({ recordedAt, body }) => [recordedAt.slice(0, 10), JSON.stringify(body).includes('featureIds')]);
    expect(drawn).toEqual([
      ['2020-10-05', false],
      ['2022-10-28', true],
    ]);
  });

  it('links what was said of a line to it', () => {
    const about = (id: string) =>
      [...record.of('statement').values()].filter(({ body }) => body.featureIds?.includes(id)).map((statement) => statement.id);
    expect(about('agreed-line')).toEqual(expect.arrayContaining(['letters-points', 'aoun-office', 'lapid-draft', 'official-more']));
    expect(about('buoys')).toEqual(expect.arrayContaining(['source-buoys', 'aoun-buoys']));
  });

  it('has both sides accept the agreed line, and nobody hold anything of the buoys', () => {
    const { cells } = tableOf(record, '2022-10-31');
    const holders = cells.flatMap(({ partyId, stances }) =>
      stances.filter(({ optionId, stance }) => optionId === 'agreed-line' && stance === 'accepts').map(() => partyId),
    );
    expect(holders.sort()).toEqual(['israel', 'lebanon']);
    expect(cells.filter(({ issueId, stances }) => issueId === 'shore' && stances.length > 0)).toEqual([]);
  });

  it('keeps figures that differ side by side', () => {
    const groups = figureGroups(record).map(({ measure, figures }) => [measure, figures.map(({ figure }) => figure.low).sort()]);
    expect(Object.fromEntries(groups)).toMatchObject({
      'area to Lebanon': [500, 530],
      'length of the line of buoys': [5, 7],
    });
  });
});
